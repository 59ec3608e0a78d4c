//! Front matter's YAML as a tree whose places can be looked up.
//!
//! serde_yaml keeps no positions in what it parses. It does tell where a
//! deserializer failed, so a place is found by walking to it a second time and
//! failing there on purpose ([`locate`]). That costs a second parse, so a place
//! is looked up only where it is needed: for mistakes, and for links.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A YAML value. Mappings keep their order and their duplicate keys.
#[derive(Debug)]
pub enum Node {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// What an editor would call this value.
    pub fn kind(&self) -> String {
        match self {
            Self::Null => "nothing".into(),
            Self::Bool(value) => format!("the yes-or-no value `{value}`"),
            Self::Number(value) => format!("the number `{value}`"),
            Self::Text(_) => "text".into(),
            Self::List(_) => "a list".into(),
            Self::Mapping(_) => "a group of keys".into(),
        }
    }
}

/// One step from a node to the next.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// The n-th entry's key. Nothing lies below it.
    Key(usize),
    /// The n-th entry's value.
    Value(usize),
    /// The n-th item of a list.
    Item(usize),
}

/// A syntax error: where, what is wrong, what to do.
#[derive(Debug)]
pub struct SyntaxError {
    /// Line and column in the YAML text, from 1.
    pub position: (usize, usize),
    pub message: String,
    pub help: String,
}

/// Parses front matter; an empty text is an empty mapping.
pub fn parse(yaml: &str) -> Result<Node, SyntaxError> {
    let empty = yaml.lines().all(|line| {
        let line = line.trim_start();
        line.is_empty() || line.starts_with('#')
    });
    if empty {
        return Ok(Node::Mapping(Vec::new()));
    }
    Tree.deserialize(serde_yaml::Deserializer::from_str(yaml)).map_err(|error| explain(yaml, &error))
}

/// Line and column, from 1, of the node (or key) at the end of `path`.
pub fn locate(yaml: &str, path: &[Step]) -> Option<(usize, usize)> {
    let error = Walk(path).deserialize(serde_yaml::Deserializer::from_str(yaml)).err()?;
    error.location().map(|at| (at.line(), at.column()))
}

struct Tree;

const TAGGED: &str = "a YAML tag";

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a YAML value")
    }
    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }
    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }
    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }
    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Tree)? {
            items.push(item);
        }
        Ok(Node::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry_seed(Tree, Tree)? {
            entries.push(entry);
        }
        Ok(Node::Mapping(entries))
    }
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(de::Error::custom(TAGGED))
    }
}

/// Walks along its path and fails at the end of it.
struct Walk<'p>(&'p [Step]);

impl Walk<'_> {
    fn here<T, E: de::Error>() -> Result<T, E> {
        Err(E::custom("here"))
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the node at the end of the path")
    }
    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Self::here()
    }
    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        Self::here()
    }
    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        Self::here()
    }
    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        Self::here()
    }
    fn visit_i128<E: de::Error>(self, _: i128) -> Result<(), E> {
        Self::here()
    }
    fn visit_u128<E: de::Error>(self, _: u128) -> Result<(), E> {
        Self::here()
    }
    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        Self::here()
    }
    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Self::here()
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if let [Step::Item(index), rest @ ..] = self.0 {
            for _ in 0..*index {
                seq.next_element::<IgnoredAny>()?;
            }
            seq.next_element_seed(Walk(rest))?;
        }
        Self::here()
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if let [Step::Key(index) | Step::Value(index), rest @ ..] = self.0 {
            for _ in 0..*index {
                map.next_entry::<IgnoredAny, IgnoredAny>()?;
            }
            if matches!(self.0[0], Step::Key(_)) {
                map.next_key_seed(Walk(rest))?;
            } else {
                map.next_key::<IgnoredAny>()?;
                map.next_value_seed(Walk(rest))?;
            }
        }
        Self::here()
    }
}

/// libyaml's words in an editor's, at the place where the editor has to act.
fn explain(yaml: &str, error: &serde_yaml::Error) -> SyntaxError {
    let said = error.to_string();
    let at = error.location().map_or((1, 1), |at| (at.line(), at.column()));
    // "…, while scanning a quoted scalar at line 3 column 8": where it began.
    let began = said.rfind("while ").and_then(|context| position_in(&said[context..])).unwrap_or(at);
    let at_char = yaml.lines().nth(at.0 - 1).and_then(|line| line.chars().nth(at.1 - 1));
    let quote = "put the whole value in quotes, for instance \"Redness: how long?\"";

    let (position, message, help): (_, String, &str) = if said.contains("quoted scalar")
        && said.contains("unexpected")
    {
        (began, "this quote is never closed".into(), "add the same quote at the end of the text")
    } else if said.contains("mapping values are not allowed") {
        (
            at,
            "a colon followed by a space cannot stand here".into(),
            "put text that contains `: ` in quotes, or check that the line is indented like its neighbours",
        )
    } else if said.contains("could not find expected ':'") {
        (
            began,
            "this line is neither `key: value` nor part of the value above".into(),
            "write `key: value`, or indent the line so that it continues the text above",
        )
    } else if said.contains("tab character") || at_char == Some('\t') {
        (at, "a tab cannot be used for indentation".into(), "indent with spaces")
    } else if said.contains("cannot start any token") {
        let first = at_char.map_or_else(String::new, |c| format!(" with `{c}`"));
        (at, format!("a value cannot begin{first}"), quote)
    } else if said.contains("unknown escape character") {
        (
            at,
            "a backslash in double quotes needs a letter that YAML knows after it".into(),
            "use single quotes around the text, or write two backslashes",
        )
    } else if said.contains("expected ',' or") {
        (
            began,
            "this bracket is never closed, or a comma is missing in it".into(),
            "close the bracket, or put the text in quotes if the bracket belongs to it",
        )
    } else if said.contains("unknown anchor") || said.contains("an alias") || said.contains("an anchor") {
        (at, "`*` and `&` have a meaning of their own at the start of a value".into(), quote)
    } else if said.contains(TAGGED) || said.contains("tag") {
        (at, "`!` has a meaning of its own at the start of a value".into(), quote)
    } else if said.contains("did not find expected key")
        || said.contains("block")
        || said.contains("not allowed in this context")
    {
        (
            at,
            "this line does not fit the lines above it".into(),
            "indent it like its neighbours with spaces; text after a closing quote also leads here",
        )
    } else if said.contains("control characters") {
        (
            at,
            "there is an invisible control character here".into(),
            "delete the characters around this place and type them again",
        )
    } else if said.contains("more than one document") || said.contains("document") {
        (
            at,
            "`---` and `...` end the front matter".into(),
            "use `---` only on the line above the first key and on the line below the last one",
        )
    } else if said.contains("limit exceeded") {
        (
            at,
            "the front matter is nested too deeply or repeats itself too often".into(),
            "write it without aliases, and with fewer levels",
        )
    } else {
        (at, format!("this is not valid YAML: {said}"), "compare the line with the same key on another page")
    };
    SyntaxError { position, message, help: help.into() }
}

/// Reads "… at line 3 column 8".
fn position_in(said: &str) -> Option<(usize, usize)> {
    let (_, rest) = said.split_once(" at line ")?;
    let (line, rest) = rest.split_once(" column ")?;
    let column: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((line.parse().ok()?, column.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "name: A\nfaq:\n  - question: Q\n    answer: 'é' # why\nflow: {a: 1, b: [x, y]}\n";

    #[test]
    fn every_place_can_be_found() {
        use Step::{Item, Key, Value};
        for (path, position) in [
            (&[][..], (1, 1)),
            (&[Key(0)], (1, 1)),
            (&[Value(0)], (1, 7)),
            (&[Key(1)], (2, 1)),
            (&[Value(1), Item(0)], (3, 5)),
            (&[Value(1), Item(0), Key(1)], (4, 5)),
            (&[Value(1), Item(0), Value(1)], (4, 13)),
            (&[Value(2), Key(0)], (5, 8)),
            (&[Value(2), Value(1), Item(1)], (5, 21)),
        ] {
            assert_eq!(locate(YAML, path), Some(position), "{path:?}");
        }
    }

    #[test]
    fn duplicate_keys_survive_parsing() {
        let Ok(Node::Mapping(entries)) = parse("a: 1\na: 2\n") else { panic!("not a mapping") };
        assert_eq!(entries.len(), 2);
        assert_eq!(locate("a: 1\na: 2\n", &[Step::Key(1)]), Some((2, 1)));
    }

    #[test]
    fn syntax_errors_are_told_where_the_editor_acts() {
        for (yaml, position, message) in [
            ("a: 'b\nc: d\n", (1, 4), "quote is never closed"),
            ("a: b: c\n", (1, 5), "colon followed by a space"),
            ("a: b\nc\nd: e\n", (2, 1), "neither `key: value`"),
            ("a:\n\tb: c\n", (2, 1), "tab"),
            ("a: @b\n", (1, 4), "cannot begin with `@`"),
            ("a: \"\\q\"\n", (1, 5), "backslash"),
            ("a: [b, c\n", (1, 4), "bracket"),
            ("a: *b\n", (1, 4), "`*`"),
            ("a: !b c\n", (1, 4), "`!`"),
            ("a:\n  b: 1\n c: 2\n", (3, 2), "does not fit"),
            ("a: 'b' c\n", (1, 8), "does not fit"),
        ] {
            let error = parse(yaml).expect_err(yaml);
            assert_eq!(error.position, position, "{yaml:?}: {}", error.message);
            assert!(error.message.contains(message), "{yaml:?}: {}", error.message);
        }
    }
}
