//! From a place in a YAML scalar's text to the one in the file.
//!
//! YAML folds lines, takes indentation away and reads escapes, so the two are
//! walked side by side, once for a scalar. What is copied as it is makes a run;
//! an offset is looked up in the runs.

use std::ops::Range;

use crate::yaml::{Mark, Style};

/// Where the text of one scalar stands in the file.
#[derive(Debug)]
pub struct Places {
    /// Offsets in the text and in the file from which on both go on alike.
    runs: Vec<(usize, usize)>,
    /// The file's lines that YAML has joined with the one before.
    pub joined: Vec<Joined>,
}

/// A line of the file that begins no line of the text, or no paragraph any more.
#[derive(Debug)]
pub struct Joined {
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

impl Places {
    /// Walks along the scalar at `mark`, whose text is `text`.
    pub fn new(file: &str, mark: &Mark, text: &str) -> Self {
        let mut walk =
            Walk { file, text, at: 0, place: mark.span.start, style: mark.style, places: Self::empty() };
        match mark.style {
            Some(Style::Literal | Style::Folded) => {
                let header = file[walk.place..].find('\n').map_or(file.len(), |length| walk.place + length);
                walk.place = header;
                walk.blanks();
            }
            Some(Style::Single | Style::Double) => walk.place += 1,
            _ => {}
        }
        while walk.at < text.len() {
            walk.step();
        }
        walk.places
    }

    fn empty() -> Self {
        Self { runs: Vec::new(), joined: Vec::new() }
    }

    /// The byte of the file that the byte `offset` of the text comes from.
    pub fn of(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|(text, _)| *text <= offset);
        match after.checked_sub(1).map(|at| self.runs[at]) {
            Some((text, file)) => file + (offset - text),
            None => self.runs.first().map_or(0, |(_, file)| *file),
        }
    }

    /// From here on both go on alike.
    fn run(&mut self, text: usize, file: usize) {
        match self.runs.last_mut() {
            Some((last_text, last_file)) if *last_text == text => *last_file = file,
            Some((last_text, last_file))
                if text.wrapping_sub(*last_text) == file.wrapping_sub(*last_file) => {}
            _ => self.runs.push((text, file)),
        }
    }
}

struct Walk<'t> {
    file: &'t str,
    text: &'t str,
    /// In the text.
    at: usize,
    /// In the file.
    place: usize,
    style: Option<Style>,
    places: Places,
}

impl Walk<'_> {
    fn step(&mut self) {
        let (rest, file) = (&self.text[self.at..], &self.file[self.place..]);
        let Some(c) = rest.chars().next() else { return };
        if self.style == Some(Style::Double) && file.starts_with('\\') {
            return self.escape(c);
        }
        if is_blank(c) && file.starts_with(is_blank) {
            return self.blanks();
        }
        let skipped = if is_blank(c) { 0 } else { blanks(file) };
        self.place += skipped;
        let file = &file[skipped..];
        self.places.run(self.at, self.place);
        self.at += c.len_utf8();
        if self.style == Some(Style::Single) && file.starts_with("''") {
            self.place += 2;
        } else if file.starts_with(c) {
            self.place += c.len_utf8();
        }
    }

    /// Blanks in both. Those with a line break in the file are folded.
    fn blanks(&mut self) {
        let (rest, file) = (&self.text[self.at..], &self.file[self.place..]);
        let (mut length, written) = (blanks(rest), blanks(file));
        let Range { start: at, .. } = self.at..length;
        self.places.run(at, self.place);
        if !file[..written].contains(is_break) {
            let same = length.min(written);
            self.at += same;
            self.place += same;
            if same < written {
                self.place += written - same;
            }
            return;
        }
        if file[written..].starts_with('\\') {
            // Escapes of further blanks follow.
            length = rest.chars().next().filter(|c| is_blank(*c)).map_or(0, char::len_utf8);
        }
        let (folded, end) = (&rest[..length], self.place + written);
        let line =
            folded.rfind(is_break).map_or(0, |at| at + folded[at..].chars().next().map_or(0, char::len_utf8));
        let breaks = |text: &str| text.matches('\n').count();
        if at > 0 && at + length < self.text.len() && length > 0 {
            let empty = breaks(&file[..written]) > 1;
            if (line == 0 && !empty) || (empty && breaks(folded) < 2) {
                self.places.joined.push(Joined { at: end, after_an_empty_line: empty });
            }
        }
        // The line's own indentation is copied; it stands right before its words.
        if line > 0 && length > line {
            self.places.run(at + line, end - (length - line));
        }
        self.at += length;
        self.place = end;
        self.places.run(self.at, end);
    }

    /// A backslash in double quotes, which stands for `c` or joins two lines
    /// (YAML 1.2.2, section 5.7).
    fn escape(&mut self, c: char) {
        let mut behind = self.file[self.place + 1..].chars();
        let length = match behind.next() {
            Some('\n' | '\r') => {
                self.place += 1 + blanks(&self.file[self.place + 1..]);
                return;
            }
            Some('x') => 4,
            Some('u') => 6,
            Some('U') => 10,
            Some(other) => 1 + other.len_utf8(),
            None => 1,
        };
        self.places.run(self.at, self.place);
        self.at += c.len_utf8();
        self.place = (self.place + length).min(self.file.len());
        self.places.run(self.at, self.place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{self, Data};

    /// The places of the value of the file's one key.
    fn places(file: &str) -> (Places, String) {
        let (node, _) =
            yaml::parse(file, 0..file.len()).unwrap_or_else(|error| panic!("{file:?}: {}", error.message));
        let Data::Mapping(entries) = &node.data else { panic!("{file:?} is no mapping") };
        let value = &entries[0].1;
        let text = value.as_text().unwrap_or_else(|| panic!("{file:?} is no text"));
        (Places::new(file, &value.mark, text), text.to_owned())
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
            let (places, text) = places(file);
            for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace() && c.is_ascii()) {
                let place = places.of(at);
                let escaped = file[place..].starts_with("\\x41") || file[place..].starts_with(['\\', '\'']);
                assert!(file[place..].starts_with(c) || escaped, "{file:?}: {c} at {at} is not at {place}");
            }
            assert_eq!(
                places.of(text.find('<').expect("a mark")),
                file.find('<').expect("a mark"),
                "{file:?}"
            );
        }
    }

    #[test]
    fn a_line_s_own_indentation_has_a_place() {
        let file = "a: |\n  one\n\n      code\n";
        let (places, text) = places(file);
        let code = text.find("    code").expect("a mark");
        assert_eq!(places.of(code), file.find("    code").expect("a mark"));
    }

    #[test]
    fn lines_that_yaml_joins_are_known() {
        for (file, joined) in [
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
            let (places, _) = places(file);
            let found: Vec<_> = places
                .joined
                .iter()
                .map(|line| {
                    let words =
                        file[line.at..].lines().next().unwrap_or_default().trim_end_matches(['\'', '"']);
                    if line.after_an_empty_line { format!("/{words}") } else { words.to_owned() }
                })
                .collect();
            assert_eq!(found.join("|"), joined, "{file:?}");
        }
    }
}
