//! serde_yaml's values, each with the mark that belongs to it.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Visitor};

use super::{
    marks::{Kind, Marks},
    node::{Data, Node},
};

/// What serde_yaml says of a value with a tag that it does not know.
pub const TAGGED: &str = "a YAML tag";

/// Parses `yaml`. Both parsers come to the nodes in the order of the text.
pub fn parse(yaml: &str, marks: Marks) -> Result<Node, serde_yaml::Error> {
    Tree(&marks).deserialize(serde_yaml::Deserializer::from_str(yaml))
}

#[derive(Clone, Copy)]
struct Tree<'m>(&'m Marks);

impl Tree<'_> {
    fn scalar<E>(self, data: Data) -> Result<Node, E> {
        Ok(Node { data, mark: self.0.next(Kind::Scalar) })
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a YAML value")
    }
    fn visit_unit<E>(self) -> Result<Node, E> {
        self.scalar(Data::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        self.scalar(Data::Bool(value))
    }
    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        self.scalar(Data::Number)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
        self.scalar(Data::Number)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Node, E> {
        self.scalar(Data::Number)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Node, E> {
        self.scalar(Data::Number)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        self.scalar(Data::Number)
    }
    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        self.scalar(Data::Text(value.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        self.0.inside(Kind::List, || {
            let mut items = Vec::new();
            while let Some(item) = seq.next_element_seed(self)? {
                items.push(item);
            }
            Ok(Data::List(items))
        })
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        self.0.inside(Kind::Mapping, || {
            let mut entries = Vec::new();
            while let Some(entry) = map.next_entry_seed(self, self)? {
                entries.push(entry);
            }
            Ok(Data::Mapping(entries))
        })
    }
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(de::Error::custom(TAGGED))
    }
}
