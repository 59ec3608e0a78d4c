//! Characters that nobody sees: their names, and where they belong.
//!
//! In running text some of them have a purpose; where machines read
//! (keys, addresses, dates, Markdown's signs) none of them has.

mod signs;
mod unicode;

use std::ops::Range;

use signs::beside_signs;
use unicode::{is_of_a_joining_script, is_right_to_left, is_symbol, name};

use crate::Document;
use report::{Help, Severity};

/// Whether a character shows nothing, or is a space other than the usual one.
pub fn is_invisible(c: char) -> bool {
    name(c).is_some()
}

/// The invisible characters of a text, with their offsets.
fn all(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| is_invisible(*c))
}

/// A text without its invisible characters.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && !c.is_control() && !is_line_end(c)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether an invisible character has a purpose between these two in a line of running text.
fn belongs(c: char, before: Option<char>, after: Option<char>, line: &str) -> bool {
    let beside = |is_it: fn(char) -> bool| before.is_some_and(is_it) || after.is_some_and(is_it);
    match c {
        // Spaces, and where a word may be parted or not.
        '\u{a0}'
        | '\u{ad}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{2060}'
        | '\u{3000}'
        | '\u{1680}'
        | '\u{2800}' => true,
        '\u{200d}' => {
            before.is_some_and(is_symbol) && after.is_some_and(is_symbol) || beside(is_of_a_joining_script)
        }
        '\u{200b}' | '\u{200c}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{17b4}' | '\u{17b5}' => {
            beside(is_of_a_joining_script)
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => {
            line.chars().any(is_right_to_left)
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => before.is_some_and(|before| {
            !before.is_ascii() && !is_invisible(before)
                || matches!(before, '0'..='9' | '#' | '*') && after == Some('\u{20e3}')
        }),
        '\u{115f}' | '\u{1160}' => before.or(after).is_some_and(|c| ('\u{1100}'..='\u{11ff}').contains(&c)),
        // The flags of England, Scotland, Wales.
        '\u{e0020}'..='\u{e007f}' => before
            .is_some_and(|before| before == '\u{1f3f4}' || ('\u{e0020}'..='\u{e007e}').contains(&before)),
        _ => false,
    }
}

/// An invisible character where it does not belong.
#[derive(Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// Its offset in the text.
    pub at: usize,
    pub character: char,
    /// An error where something breaks by it.
    pub severity: Severity,
    /// Where it is, in words: "before `-`".
    pub place: String,
}

impl Misplaced {
    fn error(at: usize, character: char, place: &str) -> Self {
        Self { at, character, severity: Severity::Error, place: place.to_owned() }
    }
}

/// The control characters of a part of a file; those of text that was written as
/// escapes are found when it is read.
pub fn control(file: &str, part: Range<usize>) -> Vec<Misplaced> {
    // A line of YAML may end with U+0085.
    let found = |c: char| is_invisible(c) && c.is_control() && !is_line_end(c);
    let controls = file[part.clone()].char_indices().filter(|(_, c)| found(*c));
    controls.map(|(at, c)| Misplaced::error(part.start + at, c, "here")).collect()
}

/// The invisible characters of a line `---`.
pub fn in_delimiter(line: &str) -> Vec<Misplaced> {
    all(line).map(|(at, c)| Misplaced::error(at, c, "beside `---`")).collect()
}

/// The misplaced characters of running text.
pub fn in_running_text(text: &str) -> Vec<Misplaced> {
    misplaced(text, |_| Vec::new())
}

/// The misplaced characters of Markdown: in running text, and beside the signs
/// that a line begins with.
pub fn in_markdown(text: &str) -> Vec<Misplaced> {
    misplaced(text, beside_signs)
}

fn misplaced(text: &str, of_line: fn(&str) -> Vec<Misplaced>) -> Vec<Misplaced> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.bytes().all(|b| matches!(b, b'\t' | b'\n' | b'\r' | b' '..=b'~')) {
            start += line.len();
            continue;
        }
        let signs = of_line(line);
        let mut before = None;
        let mut characters = line.char_indices().peekable();
        while let Some((at, c)) = characters.next() {
            let after = characters.peek().map(|(_, c)| *c);
            if let Some(it) = signs.iter().find(|it| it.at == at) {
                found.push(Misplaced { at: start + at, place: it.place.clone(), ..*it });
            } else if is_invisible(c) && !belongs(c, before, after, line) {
                // A line separator at the end of a line is one more end.
                let ends = is_line_end(c) && line[at + c.len_utf8()..].trim().is_empty() && !c.is_control();
                let severity = if c.is_control() { Severity::Error } else { Severity::Warning };
                if !ends {
                    found.push(Misplaced { at: start + at, character: c, severity, place: "here".into() });
                }
            }
            before = Some(c);
        }
        start += line.len();
    }
    found
}

/// Invisible characters where the lines of YAML have their shape: in indentation,
/// behind a hyphen, in a key and around its colon. Of a text that can be parsed
/// the keys alone are known, so this is for lines that are not what they look like.
pub fn in_yaml_lines(file: &str, part: Range<usize>) -> Vec<Misplaced> {
    let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
    let mut found = Vec::new();
    let mut start = part.start;
    for line in file[part].split_inclusive('\n') {
        let mut words = line.trim_start_matches(is_blank);
        while let Some(item) = words.strip_prefix('-').filter(|item| item.starts_with(is_blank)) {
            words = item.trim_start_matches(is_blank);
        }
        let key = words.split_once(':').filter(|(key, _)| !key.contains(['"', '\'', ' ']));
        let (shape, place) = match key {
            Some((_, value)) => (line.len() - value.trim_start_matches(is_blank).len(), "beside this key"),
            None => (line.len() - words.len(), "at the beginning of the line"),
        };
        let breaks = line.char_indices().filter(|(at, c)| is_line_end(*c) && *at >= shape);
        found.extend(all(&line[..shape]).chain(breaks).map(|(at, c)| Misplaced::error(start + at, c, place)));
        start += line.len();
    }
    found
}

impl Document<'_> {
    /// Reports misplaced characters; `at` leads from their offsets to the file's.
    pub(crate) fn tell_misplaced(&self, misplaced: &[Misplaced], at: impl Fn(usize) -> usize) {
        for it in misplaced {
            let instead = if is_space(it.character) { " " } else { "" };
            self.tell_invisible(it.severity, at(it.at), it.character, &it.place, instead);
        }
    }

    /// Reports all invisible characters of a text that machines read. Gives the text
    /// as it will be then, so that what else is wrong in it is told as well.
    pub(crate) fn tell_in_a_token(&self, text: &str, place: &str, at: impl Fn(usize) -> usize) -> String {
        self.tell_all(text, place, " ", at)
    }

    /// The same of a link's address, in which no space can stand either.
    pub(crate) fn tell_in_an_address(&self, text: &str, at: impl Fn(usize) -> usize) -> String {
        self.tell_all(text, "in this link's address", "", at)
    }

    fn tell_all(&self, text: &str, place: &str, space: &str, at: impl Fn(usize) -> usize) -> String {
        let mut mended = text.to_owned();
        for (offset, c) in all(text).collect::<Vec<_>>().into_iter().rev() {
            let behind = offset + c.len_utf8();
            let instead = if is_space(c) && offset > 0 && behind < text.len() { space } else { "" };
            self.tell_invisible(Severity::Error, at(offset), c, place, instead);
            mended.replace_range(offset..behind, instead);
        }
        mended
    }

    /// `instead` stands in its place when it is mended.
    fn tell_invisible(&self, severity: Severity, start: usize, c: char, place: &str, instead: &str) {
        if !self.told_characters.borrow_mut().insert(start) {
            return;
        }
        let rest = &self.source.text[start..];
        let span = start..start + rest.chars().next().map_or(0, char::len_utf8);
        let name = name(c).unwrap_or("character");
        let article = if name.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'O']) { "an" } else { "a" };
        let message = format!("there is {article} {name} (U+{:04X}) {place}", u32::from(c));
        let help = Help::from(match instead {
            "" => "nobody sees it: delete it",
            _ => "nobody sees the difference: write an ordinary space in its place",
        });
        // In double quotes it may be written as an escape.
        let help = if rest.starts_with(c) { help.replacing(span.clone(), instead) } else { help };
        match severity {
            Severity::Error => self.error(span, message, help),
            Severity::Warning => self.warning(span, message, help),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_in_running_text_stays() {
        for text in [
            "10\u{a0}mg, 5\u{202f}%, co\u{ad}operate, a\u{2009}b, \u{3000}",
            "👩\u{200d}⚕\u{fe0f} ❤\u{fe0f} 1\u{fe0f}\u{20e3} 🏳\u{fe0f}\u{200d}🌈 ©\u{fe0f}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "می\u{200c}خواهم क\u{94d}\u{200d}ष ภาษา\u{200b}ไทย",
            "\u{200f}שלום (Hello\u{200e}) \u{2067}עולם\u{2069}",
            "one\u{2028}\ntwo\tthree\r\n",
        ] {
            assert_eq!(in_markdown(text), [], "{text:?}");
        }
    }

    #[test]
    fn what_has_no_purpose_is_told() {
        for (text, at) in [
            ("a\u{7}b", 1),
            ("a\u{0}b", 1),
            ("a\u{9b}b", 1),
            ("hair\u{200b}loss", 4),
            ("a\u{200d}b", 1),
            ("a\u{feff}b", 1),
            ("a\u{202e}b", 1),
            ("a\u{200e}b", 1),
            ("a\u{fe0f}", 1),
            ("a\u{e0041}", 1),
            ("a\u{2028}b", 1),
            ("a\u{fffe}b", 1),
            ("one\nb\u{fffc}", 5),
        ] {
            let found = in_running_text(text);
            assert_eq!(found.iter().map(|it| it.at).collect::<Vec<_>>(), [at], "{text:?}");
            let is_control = text[at..].starts_with(char::is_control);
            assert_eq!(found[0].severity == Severity::Error, is_control, "{text:?}");
        }
    }

    #[test]
    fn beside_the_signs_of_markdown_only_spaces_stand() {
        use Severity::{Error, Warning};
        for (line, place, severity) in [
            ("##\u{a0}Pain\n", "behind `##`", Error),
            ("\u{200b}## Pain\n", "before `##`", Error),
            ("-\u{a0}one\n", "behind `-`", Error),
            ("1.\u{a0}one\n", "behind `1.`", Warning),
            ("\u{a0}- one\n", "before `-`", Error),
            ("```\u{200b}\n", "behind ````", Error),
            ("---\u{a0}\n", "behind `---`", Error),
            ("|\u{a0}---|---|\n", "behind `|`", Error),
            ("\u{a0}\n", "on a line that looks empty", Warning),
            ("\u{a0}Text\n", "at the beginning of the line", Warning),
        ] {
            let found = in_markdown(line);
            assert!(found.len() == 1 && found[0].place.starts_with(place), "{line:?}: {found:?}");
            assert_eq!(found[0].severity, severity, "{line:?}");
        }
        for line in [
            "- 10\u{a0}mg\n",
            "## 10\u{a0}mg\n",
            "*all*\u{a0}of it\n",
            "| 10\u{a0}mg | b |\n",
            "2026\u{a0}\n",
        ] {
            assert_eq!(in_markdown(line), [], "{line:?}");
        }
    }
}
