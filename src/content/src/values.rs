//! Reading typed values out of front matter, with every mistake reported.

use std::{cell::RefCell, ops::Range};

use crate::{
    Document, Help, markdown,
    names::nearest,
    yaml::{Node, Step},
};

/// A value of the front matter and the way to it.
#[derive(Clone, Debug)]
pub struct Value<'a> {
    /// The file it is in.
    pub document: &'a Document<'a>,
    node: &'a Node,
    path: Vec<Step>,
}

impl<'a> Value<'a> {
    pub(crate) fn new(document: &'a Document<'a>, node: &'a Node, path: Vec<Step>) -> Self {
        Self { document, node, path }
    }

    fn child(&self, node: &'a Node, step: Step) -> Self {
        let mut path = self.path.clone();
        path.push(step);
        Self::new(self.document, node, path)
    }

    /// Where the value stands: from its first character to the end of that line.
    pub fn span(&self) -> Range<usize> {
        self.document.source.rest_of_line(self.document.start_of(&self.path))
    }

    /// Reports an error at this value.
    pub fn error(&self, message: impl Into<String>, help: impl Into<Help>) {
        self.document.error(self.span(), message, help);
    }

    /// Reports a warning at this value.
    pub fn warning(&self, message: impl Into<String>, help: impl Into<Help>) {
        self.document.warning(self.span(), message, help);
    }

    /// Whether the value is left empty, as in `faq:` or `faq: []`.
    pub fn is_empty(&self) -> bool {
        match self.node {
            Node::Null => true,
            Node::List(items) => items.is_empty(),
            Node::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// A group of keys.
    pub fn mapping(self) -> Option<Mapping<'a>> {
        match self.node {
            Node::Mapping(entries) => Some(Mapping { value: self, entries, known: RefCell::default() }),
            other => {
                self.error(
                    format!("this must be a group of keys, but it is {}", other.kind()),
                    "write `key: value` lines here, all with the same indentation",
                );
                None
            }
        }
    }

    /// A list with at least one item, each read by `read`. `None` when any of them failed.
    pub fn list<T>(&self, read: impl Fn(Value<'a>) -> Option<T>) -> Option<Vec<T>> {
        match self.node {
            Node::List(items) if !items.is_empty() => {
                let read: Vec<_> = items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| read(self.child(item, Step::Item(index))))
                    .collect();
                read.into_iter().collect()
            }
            Node::List(_) | Node::Null => {
                self.error("this list is empty", "add an item on a line that begins with `- `");
                None
            }
            other => {
                self.error(
                    format!("this must be a list, but it is {}", other.kind()),
                    "begin each item on a line of its own with `- `",
                );
                None
            }
        }
    }

    /// The n-th item of a list, counted from 0.
    pub fn item(&self, index: usize) -> Option<Self> {
        match self.node {
            Node::List(items) => items.get(index).map(|item| self.child(item, Step::Item(index))),
            _ => None,
        }
    }

    /// Text as it was written, not empty.
    fn raw_text(&self) -> Option<&'a str> {
        match self.node {
            Node::Text(text) if !text.trim().is_empty() => {
                match text.chars().find(|c| c.is_control() && !c.is_whitespace()) {
                    None => Some(text),
                    Some(c) => {
                        self.error(
                            format!("this text contains the control character U+{:04X}", u32::from(c)),
                            "delete it: it shows nothing and can break the page",
                        );
                        None
                    }
                }
            }
            Node::Text(_) | Node::Null => {
                self.error("this is empty", "write its text after the colon");
                None
            }
            other => {
                let help = match other {
                    Node::Bool(_) | Node::Number(_) => "put it in quotes to make it text",
                    _ => "write plain text after the colon, in quotes if it contains `: `",
                };
                self.error(format!("this must be text, but it is {}", other.kind()), help);
                None
            }
        }
    }

    /// Plain text: not empty, white space folded to single spaces.
    pub fn text(&self) -> Option<String> {
        self.raw_text().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// One paragraph of inline Markdown as HTML, without a `<p>` around it.
    pub fn inline_markdown(&self) -> Option<String> {
        markdown::inline(self, self.raw_text()?)
    }

    /// Paragraphs of inline Markdown as HTML.
    pub fn paragraphs(&self) -> Option<String> {
        markdown::paragraphs(self, self.raw_text()?)
    }

    /// Markdown with paragraphs, lists and headings as HTML.
    pub fn markdown(&self) -> Option<String> {
        markdown::section(self, self.raw_text()?)
    }

    /// A whole number.
    pub fn integer(&self) -> Option<i64> {
        let number = match self.node {
            Node::Number(written) => written.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.error(
                format!("this must be a whole number, but it is {}", self.node.kind()),
                "write digits without quotes, for instance `10`",
            );
        }
        number
    }

    /// `true` or `false`.
    pub fn boolean(&self) -> Option<bool> {
        match self.node {
            Node::Bool(value) => Some(*value),
            other => {
                self.error(
                    format!("this must be `true` or `false`, but it is {}", other.kind()),
                    "write one of the two words without quotes",
                );
                None
            }
        }
    }

    /// Text that `is_fine`, or an error with this message and help.
    pub fn text_that(&self, is_fine: impl Fn(&str) -> bool, message: &str, help: &str) -> Option<String> {
        let text = self.text()?;
        if is_fine(&text) {
            return Some(text);
        }
        self.error(message, help);
        None
    }

    /// A Lucide icon's name as its SVG shapes.
    pub fn icon(&self) -> Option<String> {
        let name = self.text()?;
        let shapes = self.document.icons.shapes(&name);
        if shapes.is_none() {
            self.error(
                format!("there is no icon named `{name}`"),
                match nearest(&name, self.document.icons.names()) {
                    Some(near) => {
                        format!("did you mean `{near}`? All names are on lucide.dev/icons")
                    }
                    None => "choose a name from lucide.dev/icons, or leave `icon` out".into(),
                },
            );
        }
        shapes
    }

    /// One of `known`, or an error that names the nearest.
    pub fn one_of<'k>(&self, what: &str, known: &[&'k str]) -> Option<&'k str> {
        let written = self.text()?;
        let found = known.iter().copied().find(|name| *name == written);
        if found.is_none() {
            self.error(
                format!("`{written}` is not a known {what}"),
                match nearest(&written, known.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`? Known: {}", quoted(known)),
                    None => format!("known: {}", quoted(known)),
                },
            );
        }
        found
    }
}

/// A group of keys. What a schema asks for is known; [`Mapping::finish`] reports the rest.
#[derive(Debug)]
pub struct Mapping<'a> {
    value: Value<'a>,
    entries: &'a [(Node, Node)],
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Mapping<'a> {
    /// The file it is in.
    pub fn document(&self) -> &'a Document<'a> {
        self.value.document
    }

    /// The value of a key that may be left out.
    pub fn optional(&self, key: &'static str) -> Option<Value<'a>> {
        self.known.borrow_mut().push(key);
        self.entries
            .iter()
            .position(|(name, _)| matches!(name, Node::Text(name) if name == key))
            .map(|index| self.value.child(&self.entries[index].1, Step::Value(index)))
    }

    fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| matches!(name, Node::Text(name) if name == key))
    }

    /// The value of a key that must be there.
    pub fn required(&self, key: &'static str) -> Option<Value<'a>> {
        let value = self.optional(key);
        if value.is_none() {
            self.document().error(
                self.first_key(),
                format!("the key `{key}` is missing"),
                format!("add a line `{key}: …` with the same indentation as this one"),
            );
        }
        value
    }

    /// Where a mistake of the group as a whole is shown: its first key.
    fn first_key(&self) -> Range<usize> {
        if self.entries.is_empty() { self.value.span() } else { self.key_span(0) }
    }

    fn key_span(&self, index: usize) -> Range<usize> {
        let document = self.document();
        let start = document.start_of(&self.value.child(&self.entries[index].0, Step::Key(index)).path);
        let line = document.source.rest_of_line(start);
        let length = document.source.text[line.clone()].find(':').unwrap_or(line.len());
        start..start + length
    }

    /// Reports keys that the schema did not ask for, and keys that stand here twice.
    pub fn finish(&self) {
        let known = self.known.borrow();
        for (index, (name, _)) in self.entries.iter().enumerate() {
            let Node::Text(name) = name else {
                self.document().error(
                    self.key_span(index),
                    format!("a key must be a name, but this is {}", name.kind()),
                    format!("known keys here: {}", quoted(&known)),
                );
                continue;
            };
            let first = self
                .entries
                .iter()
                .position(|(other, _)| matches!(other, Node::Text(other) if other == name));
            if first != Some(index) {
                self.document().error(
                    self.key_span(index),
                    format!("the key `{name}` stands here twice"),
                    "keep one of the two",
                );
            } else if !known.contains(&name.as_str()) {
                self.document().error(
                    self.key_span(index),
                    format!("the key `{name}` is not known here"),
                    match nearest(name, known.iter().copied()) {
                        // It would stand here twice.
                        Some(near) if self.has(near) => format!("did you mean `{near}`?").into(),
                        Some(near) => Help::did_you_mean(self.key_span(index), near),
                        None => format!("known keys here: {}", quoted(&known)).into(),
                    },
                );
            }
        }
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
