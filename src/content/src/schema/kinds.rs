//! Kinds of values that any schema may have.

use std::marker::PhantomData;

use super::{Kind, Read, Shape, Token};
use crate::Value;

/// Plain text for readers.
pub struct Words;

/// Plain text for readers, of as many characters as whoever shows it likes best.
pub struct Usual<const FROM: usize, const TO: usize>;

/// Plain text, whatever is in it.
pub struct Text;

/// A whole number.
pub struct Integer;

/// `true` or `false`.
pub struct Boolean;

/// At least one of a kind, and at most so many.
pub struct List<K, const MOST: usize = { usize::MAX }>(PhantomData<K>);

impl Kind for Words {
    type Value = String;

    fn shape() -> Shape {
        Shape::Words { usual: None }
    }
}

impl<C> Read<C> for Words {
    fn read(value: Value, _: &C) -> Option<String> {
        value.words()
    }
}

impl<const FROM: usize, const TO: usize> Kind for Usual<FROM, TO> {
    type Value = String;

    fn shape() -> Shape {
        Shape::Words { usual: Some(FROM..=TO) }
    }
}

impl<C, const FROM: usize, const TO: usize> Read<C> for Usual<FROM, TO> {
    fn read(value: Value, _: &C) -> Option<String> {
        value.words()
    }
}

impl Kind for Text {
    type Value = String;

    fn shape() -> Shape {
        Shape::Token(Token { called: "text", pattern: r"[\s\S]*\S[\s\S]*".into(), least_number: None })
    }
}

impl<C> Read<C> for Text {
    fn read(value: Value, _: &C) -> Option<String> {
        value.text()
    }
}

impl Kind for Integer {
    type Value = i64;

    fn shape() -> Shape {
        Shape::Integer
    }
}

impl<C> Read<C> for Integer {
    fn read(value: Value, _: &C) -> Option<i64> {
        value.integer()
    }
}

impl Kind for Boolean {
    type Value = bool;

    fn shape() -> Shape {
        Shape::Boolean
    }
}

impl<C> Read<C> for Boolean {
    fn read(value: Value, _: &C) -> Option<bool> {
        value.boolean()
    }
}

impl<K: Kind, const MOST: usize> Kind for List<K, MOST> {
    type Value = Vec<K::Value>;

    fn shape() -> Shape {
        Shape::List(Box::new(K::shape()), MOST)
    }
}

impl<C, K: Read<C>, const MOST: usize> Read<C> for List<K, MOST> {
    fn read(value: Value, context: &C) -> Option<Vec<K::Value>> {
        if let Some(more) = value.items().nth(MOST) {
            more.error(
                format!("this is one too many: this list has {MOST} at most"),
                "keep those that matter most to readers",
            );
        }
        value.list(|item| K::read(item, context))
    }
}
