//! One file as the editor sees it: its path, its text, its lines.

use std::{fs, ops::Range, path::Path, sync::Arc};

use crate::{Diagnostic, Severity};

/// A file's text with the path that reports print. Clones share the text.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path as printed in reports, for instance `content/book.md`.
    pub path: String,
    /// The whole text, without a byte-order mark.
    pub text: Arc<str>,
    /// Where each line begins.
    lines: Arc<[usize]>,
}

impl Source {
    /// A source from text at hand.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { path: path.into(), text: text.into(), lines }
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
        let offset = offset.min(self.text.len());
        let line = self.line_of(offset);
        (line, self.text[self.lines[line - 1]..offset].chars().count() + 1)
    }

    /// The number of the line that a byte offset is in, counted from 1.
    fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// The lines that a span is in, without the last line break, and of very long ones
    /// the part that is next to the span.
    pub(crate) fn around(&self, span: &Range<usize>) -> Range<usize> {
        /// More than a report shows of a line, in bytes.
        const ENOUGH: usize = 400;
        let from = span.start.min(self.text.len());
        let start = self.lines[self.line_of(from) - 1].max(from.saturating_sub(ENOUGH));
        let to = span.end.clamp(from, self.text.len()).min(from + ENOUGH);
        let end = self.text.len().min(to + ENOUGH);
        let (start, end) = (self.text.floor_char_boundary(start), self.text.floor_char_boundary(end));
        let to = self.text.floor_char_boundary(to);
        let rest = self.text[to..end].split('\n').next().unwrap_or_default();
        start..to + rest.strip_suffix('\r').unwrap_or(rest).len()
    }

    /// The lines of a part of the text, each with its span including the line break and
    /// its words without trailing white space.
    pub fn lines(&self, part: Range<usize>) -> impl Iterator<Item = (Range<usize>, &str)> {
        let mut start = part.start;
        self.text[part].split_inclusive('\n').map(move |line| {
            let span = start..start + line.len();
            start = span.end;
            (span, line.trim_end())
        })
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
