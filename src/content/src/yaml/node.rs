//! YAML values, each with where it stands in the file.

use std::ops::Range;

/// A YAML value and where it stands.
#[derive(Debug)]
pub struct Node {
    pub data: Data,
    pub mark: Mark,
}

/// What a YAML value is. Mappings keep their order and their duplicate keys.
#[derive(Debug)]
pub enum Data {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List(Vec<Node>),
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// The node as text.
    pub fn as_text(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

/// Where a node stands in the file: a scalar as a whole, with its quotes or its
/// `|`; of a list and a group of keys the first character.
#[derive(Clone, Debug)]
pub struct Mark {
    pub span: Range<usize>,
    /// Of a scalar.
    pub style: Option<Style>,
    /// An anchor (`&name`) that nothing refers to, or a tag (`!name`): words, more likely.
    pub property: Option<Range<usize>>,
}

impl Mark {
    /// A mark of something other than a scalar.
    pub fn at(start: usize) -> Self {
        Self { span: start..start, style: None, property: None }
    }
}
