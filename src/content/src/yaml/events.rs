//! saphyr-parser's events, for texts as libyaml understands them.
//!
//! One parser reads YAML 1.2 and is strict, the other one YAML 1.1 and is not: the
//! stricter one is given a normalized text, in which they do not differ.

use std::ops::Range;

use saphyr_parser::{Event, Parser};

/// How often a text is normalized and read again: enough for every difference that a
/// page is likely to have, and no more than a few times as long as reading it once.
const ROUNDS: usize = 16;

/// The events of the part `yaml` of a file, up to the first mistake, with their
/// bytes in the file; and where that part ends.
pub fn read(file: &str, yaml: Range<usize>) -> (Vec<(Event<'static>, Range<usize>)>, usize) {
    let mut text = Normalized::new(file, yaml.clone());
    let (mut events, mut mistake) = text.events();
    for _ in 0..ROUNDS {
        let Some(at) = mistake else { break };
        let before = text.bytes.get(at).copied();
        text.normalize(at);
        let (further, next) = text.events();
        // Read on as long as that helps.
        if next.and_then(|at| text.bytes.get(at).copied()).is_some_and(|at| Some(at) <= before) {
            break;
        }
        (events, mistake) = (further, next);
    }
    (events, yaml.end)
}

struct Normalized {
    characters: Vec<char>,
    /// The byte in the file of each character, and of the end.
    bytes: Vec<usize>,
}

impl Normalized {
    /// What ends a line in YAML 1.1 (section 5.4) does so here; U+FEFF is no mistake inside.
    fn new(file: &str, yaml: Range<usize>) -> Self {
        let same = |c| match c {
            '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\u{feff}' => '\u{200b}',
            c => c,
        };
        let text = file[yaml.clone()].char_indices();
        let (bytes, mut characters): (Vec<_>, Vec<_>) =
            text.map(|(at, c)| (yaml.start + at, same(c))).unzip();
        for at in 0..characters.len() {
            if characters[at] == '\r' && characters.get(at + 1) != Some(&'\n') {
                characters[at] = '\n';
            }
        }
        Self { characters, bytes: bytes.into_iter().chain([yaml.end]).collect() }
    }

    /// The events and the character of the first mistake.
    fn events(&self) -> (Vec<(Event<'static>, Range<usize>)>, Option<usize>) {
        let byte = |at: usize| self.bytes[at.min(self.bytes.len() - 1)];
        let mut events = Vec::new();
        for event in Parser::new_from_iter(self.characters.clone().into_iter()) {
            match event {
                Ok((event, span)) => events.push((event, byte(span.start.index())..byte(span.end.index()))),
                Err(mistake) => return (events, Some(mistake.marker().index())),
            }
        }
        (events, None)
    }

    /// Normalizes what is wrong at a character: a comment right behind a quote, or lines
    /// in quotes or brackets that are not indented.
    fn normalize(&mut self, at: usize) {
        let at = at.min(self.characters.len());
        match self.characters.get(at) {
            Some('#') => self.indent(&[at]),
            Some(quote @ ('"' | '\'')) => self.indent(&self.lines_in_quotes(at, *quote)),
            _ => self.indent(&self.lines_in_brackets(at)),
        }
    }

    fn lines_in_quotes(&self, at: usize, quote: char) -> Vec<usize> {
        let mut lines = Vec::new();
        let mut escaped = false;
        for (behind, c) in self.characters[at + 1..].iter().enumerate() {
            match c {
                '\n' => lines.push(at + behind + 2),
                c if *c == quote && !escaped => break,
                _ => {}
            }
            escaped = quote == '"' && *c == '\\' && !escaped;
        }
        lines
    }

    /// From the line of a character to the one that begins with the closing bracket;
    /// without such a line, the one alone.
    fn lines_in_brackets(&self, at: usize) -> Vec<usize> {
        let first = self.characters[..at].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
        let behind = self.characters[first..].iter().enumerate().filter(|(_, c)| **c == '\n');
        let starts = [first].into_iter().chain(behind.map(|(at, _)| first + at + 1));
        let mut lines = Vec::new();
        for start in starts {
            lines.push(start);
            if matches!(self.characters[start..].iter().find(|c| **c != ' '), Some(']' | '}')) {
                return lines;
            }
        }
        vec![first]
    }

    /// Puts white space before these characters.
    fn indent(&mut self, offsets: &[usize]) {
        let mut offsets = offsets.iter().copied().peekable();
        let count = self.characters.len();
        let mut indented = Self { characters: Vec::with_capacity(count), bytes: Vec::with_capacity(count) };
        for (at, byte) in self.bytes.iter().copied().enumerate() {
            if offsets.next_if_eq(&at).is_some() {
                indented.characters.extend([' '; 8]);
                indented.bytes.extend([byte; 8]);
            }
            indented.characters.extend(self.characters.get(at));
            indented.bytes.push(byte);
        }
        *self = indented;
    }
}
