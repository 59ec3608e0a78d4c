//! What values may be, as plain data.

use std::ops::RangeInclusive;

/// What a value may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Plain text for readers, of a `usual` number of characters.
    Words {
        /// Fewer or more are a warning.
        usual: Option<RangeInclusive<usize>>,
    },
    /// One paragraph of Markdown.
    Inline,
    /// Paragraphs of Markdown.
    Paragraphs,
    /// Markdown with headings and lists.
    Markdown,
    /// Text for machines.
    Token(Token),
    /// A date that exists: `2026-03-04`.
    Date,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A name of the icon set.
    Icon,
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// At least one of a shape, and at most so many.
    List(Box<Shape>, usize),
    /// A group of keys.
    Group(Group),
    /// A group of keys whose `type` says what the others are.
    Typed(Vec<Type>),
}

impl Shape {
    /// The types of a [`Shape::Typed`]; nothing where it is none.
    pub fn types(&self) -> &[Type] {
        if let Self::Typed(types) = self { types } else { &[] }
    }
}

/// Text for machines.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What an editor would call it.
    pub called: &'static str,
    /// All of it, as a regular expression of JSON Schema's (ECMA-262).
    pub pattern: String,
    /// The least number that is fine without quotes, where any is.
    pub least_number: Option<u64>,
}

/// A group of keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// In the order in which they are listed.
    pub keys: Vec<Key>,
    /// Keys that mean something only beside another one.
    pub needs: Vec<(&'static str, &'static str)>,
    /// Keys that with some value need another one: the key, the value, the other.
    pub needs_for: Vec<(&'static str, &'static str, &'static str)>,
}

impl From<Vec<Key>> for Group {
    fn from(keys: Vec<Key>) -> Self {
        Self { keys, needs: Vec::new(), needs_for: Vec::new() }
    }
}

/// A key that an editor may write.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it is for, in an editor's words.
    pub help: &'static str,
    /// Whether it has to be there, and not be empty.
    pub required: bool,
    /// A value, or an item of a list, without the quotes that YAML may want; nothing where
    /// its own keys have examples.
    pub example: Option<&'static str>,
    /// What its value may be.
    pub shape: Shape,
}

/// One of the types that a group may have.
#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    /// What `type` says.
    pub name: &'static str,
    /// What it is for, in an editor's words.
    pub help: &'static str,
    /// Its further keys.
    pub group: Group,
    /// Whether a list may have one of it and no more.
    pub once: bool,
}
