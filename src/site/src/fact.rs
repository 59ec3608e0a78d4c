//! The few things that people want to know first.

use content::{keys, schema::Words};

use crate::kinds::{Icon, Inline};

keys! {
    /// One of the few facts that people look for first.
    pub struct Fact {
        /// What it is about, in a word or two.
        required label: Words = "Time";
        /// What there is to know, in a few words.
        required value: Inline = "about an hour";
        /// A small drawing before it: a name from lucide.dev/icons.
        optional icon: Icon = "clock";
    }
}
