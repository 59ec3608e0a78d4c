//! A source map for a YAML scalar: from offsets in its text to those in the file.
//!
//! YAML folds lines, takes indentation away and reads escapes, so the two are
//! walked side by side, once for a scalar. What is copied as it is makes a segment;
//! an offset is looked up in the segments.

use crate::yaml::{Mark, Style};

/// Leads from the text of one scalar to the file.
#[derive(Debug)]
pub struct SourceMap {
    /// Offsets in the text and in the file from which on both go on alike.
    segments: Vec<(usize, usize)>,
    /// The file's lines that YAML has folded: joined with the one before.
    pub folded_lines: Vec<FoldedLine>,
}

/// A line of the file that begins no line of the text, or no paragraph any more.
#[derive(Debug)]
pub struct FoldedLine {
    /// The line's first character that is not white space, in the file.
    pub at: usize,
    /// There was an empty line before it, of which one line break is left.
    pub after_an_empty_line: bool,
}

/// White space and line breaks of YAML 1.1 (section 5.4).
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_break(c)
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The length of the blanks that a text begins with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_blank).len()
}

impl SourceMap {
    /// Walks along the scalar at `mark`, whose text is `text`.
    pub fn new(file: &str, mark: &Mark, text: &str) -> Self {
        let mut walk = Walk {
            file,
            text,
            in_text: 0,
            in_file: mark.span.start,
            style: mark.style,
            source_map: Self::empty(),
        };
        match mark.style {
            Some(Style::Literal | Style::Folded) => {
                let header =
                    file[walk.in_file..].find('\n').map_or(file.len(), |length| walk.in_file + length);
                walk.in_file = header;
                walk.blanks();
            }
            Some(Style::Single | Style::Double) => walk.in_file += 1,
            _ => {}
        }
        while walk.in_text < text.len() {
            walk.step();
        }
        walk.source_map
    }

    fn empty() -> Self {
        Self { segments: Vec::new(), folded_lines: Vec::new() }
    }

    /// The byte of the file that the byte `offset` of the text comes from.
    pub fn file_offset(&self, offset: usize) -> usize {
        let after = self.segments.partition_point(|(text, _)| *text <= offset);
        match after.checked_sub(1).map(|at| self.segments[at]) {
            Some((text, file)) => file + (offset - text),
            None => self.segments.first().map_or(0, |(_, file)| *file),
        }
    }

    /// From these offsets on both go on alike.
    fn add_segment(&mut self, text: usize, file: usize) {
        match self.segments.last_mut() {
            Some((last_text, last_file)) if *last_text == text => *last_file = file,
            Some((last_text, last_file))
                if text.wrapping_sub(*last_text) == file.wrapping_sub(*last_file) => {}
            _ => self.segments.push((text, file)),
        }
    }
}

struct Walk<'t> {
    file: &'t str,
    text: &'t str,
    /// The offset in the text.
    in_text: usize,
    /// The offset in the file.
    in_file: usize,
    style: Option<Style>,
    source_map: SourceMap,
}

impl Walk<'_> {
    fn step(&mut self) {
        let (rest, file) = (&self.text[self.in_text..], &self.file[self.in_file..]);
        let Some(c) = rest.chars().next() else { return };
        if self.style == Some(Style::Double) && file.starts_with('\\') {
            return self.escape(c);
        }
        if is_blank(c) && file.starts_with(is_blank) {
            return self.blanks();
        }
        let skipped = if is_blank(c) { 0 } else { blanks(file) };
        self.in_file += skipped;
        let file = &file[skipped..];
        self.source_map.add_segment(self.in_text, self.in_file);
        self.in_text += c.len_utf8();
        if self.style == Some(Style::Single) && file.starts_with("''") {
            self.in_file += 2;
        } else if file.starts_with(c) {
            self.in_file += c.len_utf8();
        }
    }

    /// Blanks in both. Those with a line break in the file are folded.
    fn blanks(&mut self) {
        let (rest, file) = (&self.text[self.in_text..], &self.file[self.in_file..]);
        let (mut length, written) = (blanks(rest), blanks(file));
        let at = self.in_text;
        self.source_map.add_segment(at, self.in_file);
        if !file[..written].contains(is_break) {
            let same = length.min(written);
            self.in_text += same;
            self.in_file += same;
            if same < written {
                self.in_file += written - same;
            }
            return;
        }
        if file[written..].starts_with('\\') {
            // Escapes of further blanks follow.
            length = rest.chars().next().filter(|c| is_blank(*c)).map_or(0, char::len_utf8);
        }
        let (blank, end) = (&rest[..length], self.in_file + written);
        let line =
            blank.rfind(is_break).map_or(0, |at| at + blank[at..].chars().next().map_or(0, char::len_utf8));
        let breaks = |text: &str| text.matches('\n').count();
        if at > 0 && at + length < self.text.len() && length > 0 {
            let empty = breaks(&file[..written]) > 1;
            if (line == 0 && !empty) || (empty && breaks(blank) < 2) {
                self.source_map.folded_lines.push(FoldedLine { at: end, after_an_empty_line: empty });
            }
        }
        // The line's own indentation is copied; it stands right before its words.
        if line > 0 && length > line {
            self.source_map.add_segment(at + line, end - (length - line));
        }
        self.in_text += length;
        self.in_file = end;
        self.source_map.add_segment(self.in_text, end);
    }

    /// A backslash in double quotes, which stands for `c` or joins two lines
    /// (YAML 1.2.2, section 5.7).
    fn escape(&mut self, c: char) {
        let mut behind = self.file[self.in_file + 1..].chars();
        let length = match behind.next() {
            Some('\n' | '\r') => {
                self.in_file += 1 + blanks(&self.file[self.in_file + 1..]);
                return;
            }
            Some('x') => 4,
            Some('u') => 6,
            Some('U') => 10,
            Some(other) => 1 + other.len_utf8(),
            None => 1,
        };
        self.source_map.add_segment(self.in_text, self.in_file);
        self.in_text += c.len_utf8();
        self.in_file = (self.in_file + length).min(self.file.len());
        self.source_map.add_segment(self.in_text, self.in_file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{self, Data};

    /// The source map of the value of the file's one key, and its text.
    fn source_map(file: &str) -> (SourceMap, String) {
        let (node, _) =
            yaml::parse(file, 0..file.len()).unwrap_or_else(|error| panic!("{file:?}: {}", error.message));
        let Data::Mapping(entries) = &node.data else { panic!("{file:?} is no mapping") };
        let value = &entries[0].1;
        let text = value.as_text().unwrap_or_else(|| panic!("{file:?} is no text"));
        (SourceMap::new(file, &value.mark, text), text.to_owned())
    }

    #[test]
    fn a_scalar_s_characters_are_found_in_the_file() {
        for file in [
            "a: one <two> three\n",
            "a: one\n  <two>\n\n  three\n",
            "a: 'it''s ''<two>'''\n",
            "a: 'one\n  <two>\n\n  three'\n",
            "a: \"\\u00e9t\\x41\\U0001F600 \\\"<two>\\\" \\\\ three\"\n",
            "a: \"one \\\n   <two>\\n\\n\\ three\n  \\t four\"\n",
            "a: >-\n  one\n  more <two>\n\n\n  three\n   * four\n  five\n",
            "a: |\n  one\n\n  <two>\n    - three\n",
            "a: |+2\n\n    one\n  <two>\n\n",
            "a: |\r\n  one\r\n\r\n  <two>\r\n",
            "a: one one one one one one one one one one one one one <two>\n",
        ] {
            let (source_map, text) = source_map(file);
            for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace() && c.is_ascii()) {
                let in_file = source_map.file_offset(at);
                let escaped =
                    file[in_file..].starts_with("\\x41") || file[in_file..].starts_with(['\\', '\'']);
                assert!(
                    file[in_file..].starts_with(c) || escaped,
                    "{file:?}: {c} at {at} is not at {in_file}"
                );
            }
            assert_eq!(
                source_map.file_offset(text.find('<').expect("a mark")),
                file.find('<').expect("a mark"),
                "{file:?}"
            );
        }
    }

    #[test]
    fn a_line_s_own_indentation_is_found_in_the_file() {
        let file = "a: |\n  one\n\n      code\n";
        let (source_map, text) = source_map(file);
        let code = text.find("    code").expect("a mark");
        assert_eq!(source_map.file_offset(code), file.find("    code").expect("a mark"));
    }

    #[test]
    fn lines_that_yaml_folds_are_known() {
        for (file, folded_lines) in [
            ("a: one\n  - two\n  - three\n", "- two|- three"),
            ("a: one\n\n  two\n", "/two"),
            ("a: one\n\n\n  two\n", ""),
            ("a: >\n  one\n\n  two\n  three\n", "/two|three"),
            ("a: >\n  one\n\n\n  two\n", ""),
            ("a: >\n  one\n    two\n  three\n", ""),
            ("a: 'one\n\n  two'\n", "/two"),
            ("a: |\n  one\n\n  two\n  three\n", ""),
            ("a: \"one\\n\\n\n  two\"\n", "two"),
        ] {
            let (source_map, _) = source_map(file);
            let found: Vec<_> = source_map
                .folded_lines
                .iter()
                .map(|line| {
                    let words =
                        file[line.at..].lines().next().unwrap_or_default().trim_end_matches(['\'', '"']);
                    if line.after_an_empty_line { format!("/{words}") } else { words.to_owned() }
                })
                .collect();
            assert_eq!(found.join("|"), folded_lines, "{file:?}");
        }
    }
}
