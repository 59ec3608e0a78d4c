//! Reports characters that nobody sees, each once.

use super::Document;
use crate::characters::{Misplaced, invisible, is_space, name};
use report::{Help, Severity};

impl Document<'_> {
    /// Reports misplaced characters; `at` leads from their offsets to the file's.
    pub(crate) fn report_misplaced(&self, misplaced: &[Misplaced], at: impl Fn(usize) -> usize) {
        for it in misplaced {
            let replacement = if is_space(it.character) { " " } else { "" };
            self.report_invisible(it.severity, at(it.at), it.character, &it.location, replacement);
        }
    }

    /// Reports all invisible characters of a text that machines read. Gives the text
    /// as it will be then, so that what else is wrong in it is reported as well.
    pub(crate) fn report_in_token(&self, text: &str, location: &str, at: impl Fn(usize) -> usize) -> String {
        self.report_all(text, location, " ", at)
    }

    /// The same of a link's address, in which no space can stand either.
    pub(crate) fn report_in_address(&self, text: &str, at: impl Fn(usize) -> usize) -> String {
        self.report_all(text, "in this link's address", "", at)
    }

    fn report_all(&self, text: &str, location: &str, space: &str, at: impl Fn(usize) -> usize) -> String {
        let mut mended = text.to_owned();
        for (offset, c) in invisible(text).collect::<Vec<_>>().into_iter().rev() {
            let behind = offset + c.len_utf8();
            let replacement = if is_space(c) && offset > 0 && behind < text.len() { space } else { "" };
            self.report_invisible(Severity::Error, at(offset), c, location, replacement);
            mended.replace_range(offset..behind, replacement);
        }
        mended
    }

    /// `replacement` stands there instead when it is mended.
    fn report_invisible(&self, severity: Severity, start: usize, c: char, location: &str, replacement: &str) {
        if !self.reported_characters.borrow_mut().insert(start) {
            return;
        }
        let rest = &self.source.text[start..];
        let span = start..start + rest.chars().next().map_or(0, char::len_utf8);
        let name = name(c).unwrap_or("character");
        let article = if name.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'O']) { "an" } else { "a" };
        let message = format!("there is {article} {name} (U+{:04X}) {location}", u32::from(c));
        let help = Help::from(match replacement {
            "" => "nobody sees it: delete it",
            _ => "nobody sees the difference: write an ordinary space in its place",
        });
        // In double quotes it may be written as an escape.
        let help = if rest.starts_with(c) { help.replacing(span.clone(), replacement) } else { help };
        match severity {
            Severity::Error => self.error(span, message, help),
            Severity::Warning => self.warning(span, message, help),
        }
    }
}
