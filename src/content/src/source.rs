//! One file as the editor sees it: its path, its text, its lines.

use std::{fs, ops::Range, path::Path};

use crate::{Diagnostic, Severity};

/// A file's text with the path that reports print.
#[derive(Debug)]
pub struct Source {
    /// Path as printed in reports, for instance `content/book.md`.
    pub path: String,
    /// The whole text, without a byte-order mark.
    pub text: String,
}

impl Source {
    /// A source from text at hand.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Self { path: path.into(), text }
    }

    /// Reads a file; `path` is what reports print for it.
    ///
    /// # Errors
    /// A file that cannot be read, or that is not UTF-8: at the first wrong byte.
    pub fn read(file: &Path, path: impl Into<String>) -> Result<Self, Box<Diagnostic>> {
        let path = path.into();
        let bytes = fs::read(file).map_err(|error| {
            let message = format!("this file cannot be read: {error}");
            Diagnostic::new(Severity::Error, &Self::new(&path, ""), 0..0, message)
        })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            // The replacement character stands exactly where the first wrong byte was.
            let shown = Self::new(&path, String::from_utf8_lossy(error.as_bytes()));
            let at = shown.text.find(char::REPLACEMENT_CHARACTER).unwrap_or(0);
            let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
            Diagnostic::new(Severity::Error, &shown, span, "this character is not valid UTF-8").help(
                "save the file with the encoding UTF-8, then look at this place: the character may have been lost",
            )
        })?;
        Ok(Self::new(path, text))
    }

    /// Line and column of a byte offset, both counted from 1, columns in characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..offset.min(self.text.len())];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// From `start` to the end of its line, without trailing white space.
    pub fn rest_of_line(&self, start: usize) -> Range<usize> {
        let start = start.min(self.text.len());
        let line = self.text[start..].lines().next().unwrap_or_default();
        start..start + line.trim_end().len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let source = Source::new("a.md", "\u{feff}é: x\r\nwörd: y\r\n");
        assert_eq!(source.position(0), (1, 1));
        assert_eq!(source.position(source.text.find('x').unwrap()), (1, 4));
        assert_eq!(source.position(source.text.find('y').unwrap()), (2, 7));
        let end_of_line = source.rest_of_line(source.text.find('w').unwrap());
        assert_eq!(&source.text[end_of_line], "wörd: y");
    }
}
