//! Where each node of a YAML text stands, in the order of the text.

use std::{cell::Cell, collections::BTreeSet, ops::Range};

use saphyr_parser::{Event, ScalarStyle};

use super::{
    events,
    node::{Data, Mark, Node, Style},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Scalar,
    List,
    Mapping,
    /// Stands for a node of any kind.
    Alias,
}

/// The marks of a text's nodes, taken one after the other.
#[derive(Debug, Default)]
pub struct Marks {
    marks: Vec<(Kind, Mark)>,
    next: Cell<usize>,
    /// The mark of everything that an alias stands for.
    alias: Cell<Option<usize>>,
}

impl Marks {
    /// The mark of the next node. Should the two parsers ever differ in a node,
    /// the nodes from there on stand at the last one that both know.
    pub fn next(&self, kind: Kind) -> Mark {
        let at = match self.alias.get() {
            Some(alias) => alias,
            None => match self.marks.get(self.next.get()) {
                Some((found, _)) if *found == kind || *found == Kind::Alias => {
                    self.next.replace(self.next.get() + 1)
                }
                _ => {
                    let last = self.next.get().checked_sub(1).and_then(|last| self.marks.get(last));
                    return Mark::at(last.map_or(0, |(_, mark)| mark.span.start));
                }
            },
        };
        self.marks[at].1.clone()
    }

    /// A node with others inside, which `read` reads.
    pub fn inside<E>(&self, kind: Kind, read: impl FnOnce() -> Result<Data, E>) -> Result<Node, E> {
        let at = self.next.get();
        let mark = self.next(kind);
        let outer = self.alias.get();
        if outer.is_none() && self.next.get() > at && self.marks[at].0 == Kind::Alias {
            self.alias.set(Some(at));
        }
        let data = read();
        self.alias.set(outer);
        Ok(Node { data: data?, mark })
    }
}

/// Reads the part `yaml` of a file, up to its first mistake.
pub fn read(file: &str, yaml: Range<usize>) -> Marks {
    let (events, end) = events::read(file, yaml.clone());
    let named = events.iter().filter_map(|(event, _)| match event {
        Event::Alias(name) => Some(*name),
        _ => None,
    });
    let mut reader = Reader { file, end, before: yaml.start, named: named.collect(), marks: Vec::new() };
    for (event, span) in &events {
        reader.push(event, span.clone());
    }
    Marks { marks: reader.marks, ..Marks::default() }
}

struct Reader<'f> {
    file: &'f str,
    end: usize,
    /// The end of the event before.
    before: usize,
    /// The anchors that aliases refer to.
    named: BTreeSet<usize>,
    marks: Vec<(Kind, Mark)>,
}

impl Reader<'_> {
    fn push(&mut self, event: &Event, span: Range<usize>) {
        let (kind, mark) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let mut mark = self.scalar(text, *style, span.clone());
                let is_custom = tag.as_ref().is_some_and(|tag| !tag.is_yaml_core_schema());
                if is_custom || *anchor > 0 && !self.named.contains(anchor) {
                    mark.property = self.property();
                }
                (Kind::Scalar, mark)
            }
            Event::Alias(_) => (Kind::Alias, Mark { span: span.clone(), ..Mark::at(0) }),
            Event::SequenceStart(..) => (Kind::List, self.list(span.start)),
            Event::MappingStart(..) => (Kind::Mapping, Mark::at(span.start)),
            _ => return,
        };
        self.before = span.end.max(mark.span.end);
        self.marks.push((kind, mark));
    }

    fn scalar(&self, text: &str, style: ScalarStyle, span: Range<usize>) -> Mark {
        let start = self.without_properties(span.start);
        let (span, style) = match style {
            ScalarStyle::Plain if text.is_empty() => (self.nothing(), Style::Plain),
            ScalarStyle::Plain => (start..span.end, Style::Plain),
            ScalarStyle::SingleQuoted => (start..self.closing(start, '\''), Style::Single),
            ScalarStyle::DoubleQuoted => (start..self.closing(start, '"'), Style::Double),
            ScalarStyle::Literal => {
                (self.find(self.before, |c| c == '|').min(span.start)..span.end, Style::Literal)
            }
            ScalarStyle::Folded => {
                (self.find(self.before, |c| c == '>').min(span.start)..span.end, Style::Folded)
            }
        };
        Mark { span, style: Some(style), property: None }
    }

    /// A list stands at its first hyphen or its bracket.
    fn list(&self, start: usize) -> Mark {
        let start = if self.file[start..].starts_with(['-', '[', '&', '!']) {
            start
        } else {
            self.find(self.before, |c| c == '-').min(start)
        };
        Mark::at(start)
    }

    /// What is left empty stands behind the colon or the hyphen.
    fn nothing(&self) -> Range<usize> {
        let at = self.find(self.before, |c| !c.is_whitespace());
        let at = if self.file[at..].starts_with([':', '-']) { at + 1 } else { self.before };
        at..at
    }

    /// The first such character from `start` on that is not in a comment.
    fn find(&self, start: usize, is_it: impl Fn(char) -> bool) -> usize {
        let mut comment = false;
        for (at, c) in self.file[start..self.end].char_indices() {
            match c {
                '\n' => comment = false,
                '#' => comment = true,
                c if !comment && is_it(c) => return start + at,
                _ => {}
            }
        }
        self.end
    }

    /// The word with `&` or `!` before a value.
    fn property(&self) -> Option<Range<usize>> {
        let start = self.find(self.before, |c| matches!(c, '&' | '!'));
        let word = self.file[start..self.end].split(char::is_whitespace).next()?;
        (!word.is_empty()).then(|| start..start + word.len())
    }

    /// Behind an anchor (`&name`) and a tag (`!name`).
    fn without_properties(&self, mut start: usize) -> usize {
        while self.file[start..self.end].starts_with(['&', '!']) {
            let rest = &self.file[start..self.end];
            let behind = rest.trim_start_matches(|c: char| !c.is_whitespace()).trim_start();
            start += rest.len() - behind.len();
        }
        start
    }

    /// The end of a quoted text that begins at `start`.
    fn closing(&self, start: usize, quote: char) -> usize {
        let mut characters = self.file[start..self.end].char_indices().skip(1).peekable();
        while let Some((at, c)) = characters.next() {
            match c {
                '\\' if quote == '"' => _ = characters.next(),
                '\'' if quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') => {
                    characters.next();
                }
                c if c == quote => return start + at + 1,
                _ => {}
            }
        }
        self.end
    }
}
