//! What editors may write: declared once, to be read by and to be listed.
//!
//! A [`Kind`] is a kind of value. [`keys!`](crate::keys) declares a group of keys, each with its
//! kind, what it is for and an example; from it come what the keys are read into, how, and the
//! list of them as plain data ([`Key`]). Rules beyond one value stand beside the group as code
//! that asks its [`Mapping`]; only keys of the group are known there.

mod keys;
mod kinds;
mod shape;

pub use kinds::{Boolean, Integer, List, Text, Usual, Words};
pub use shape::{Group, Key, Shape, Token, Type};

use crate::{Mapping, Value};

/// A kind of value.
pub trait Kind {
    /// What it is read into.
    type Value;

    /// What it may be, as data.
    fn shape() -> Shape;
}

/// How a kind of value is read, by whoever knows a `Context` beside the file.
pub trait Read<Context = ()>: Kind {
    /// Reads a value; what is wrong goes to the report.
    fn read(value: Value, context: &Context) -> Option<Self::Value>;
}

/// A group of keys, as [`keys!`](crate::keys) declares it.
pub trait Keys: Sized {
    /// What the group is for, in an editor's words.
    const HELP: &'static str;

    /// Their names, in the order in which they are listed.
    const NAMES: &'static [&'static str];

    /// The keys as data.
    fn keys() -> Vec<Key>;
}

/// How the keys of a group are read.
pub trait ReadKeys<Context = ()>: Keys {
    /// Reads every key before any is given up, so that the report is complete. One that may be
    /// left out, and has a mistake, is left out.
    fn read_keys(fields: &Mapping, context: &Context) -> Option<Self>;
}
