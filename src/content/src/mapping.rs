//! A group of keys: which of them a schema knows, and what to write instead of others.

mod stray_keys;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use crate::{
    Document, Value, characters, equivalents,
    names::{nearest, quoted},
    yaml::{Data, Node},
};
use report::Help;

/// A group of keys. [`Mapping::finish`] reports those that a schema does not know.
#[derive(Debug)]
pub struct Mapping<'a> {
    value: Value<'a>,
    entries: &'a [(Node, Node)],
    /// The first entry of each key, without the characters that nobody sees.
    first: BTreeMap<String, usize>,
}

impl<'a> Mapping<'a> {
    pub(crate) fn new(value: Value<'a>, entries: &'a [(Node, Node)]) -> Self {
        let mut first = BTreeMap::new();
        for (index, (key, _)) in entries.iter().enumerate() {
            if let Some(key) = key.as_text() {
                first.entry(characters::visible(key)).or_insert(index);
            }
        }
        Self { value, entries, first }
    }

    /// The file it is in.
    pub fn document(&self) -> &'a Document<'a> {
        self.value.document
    }

    /// The value of a key that may be left out. An empty one is left out.
    pub fn optional(&self, key: &str) -> Option<Value<'a>> {
        self.get(key).filter(|value| !value.is_empty())
    }

    /// Whether a key is there, be it empty.
    pub fn has(&self, key: &str) -> bool {
        self.first.contains_key(key)
    }

    fn get(&self, key: &str) -> Option<Value<'a>> {
        self.first.get(key).map(|index| Value::new(self.document(), &self.entries[*index].1))
    }

    /// The value of a key that must be there.
    pub fn required(&self, key: &str) -> Option<Value<'a>> {
        let value = self.get(key);
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
        match self.entries.first() {
            Some((key, _)) => self.key_span(key),
            None => self.value.span(),
        }
    }

    fn key_span(&self, key: &Node) -> Range<usize> {
        Value::new(self.document(), key).span()
    }

    /// Reports keys that are not `known`, and keys that stand here twice.
    pub fn finish(&self, known: &[&str]) {
        if self.value.is_root() {
            let document = self.document();
            stray_keys::report_keys_in_text(document, document.body.clone(), known);
        }
        let mut seen = BTreeSet::new();
        for (key, value) in self.entries {
            let span = self.key_span(key);
            let Some(name) = key.as_text() else {
                let help = format!("known keys here: {}", quoted(known));
                self.document().error(span, "a key must be a name, and this is none", help);
                continue;
            };
            if name.chars().any(characters::is_invisible) {
                let source_map = Value::new(self.document(), key).source_map(name);
                self.document().report_in_token(name, "in this key", |at| source_map.file_offset(at));
            } else if !seen.insert(name) {
                let message = format!("the key `{name}` stands here twice");
                self.document().error(span, message, "keep one of the two");
            } else if !known.contains(&name) {
                let message = format!("the key `{name}` is not known here");
                self.document().error(span, message, self.help_for_unknown(key, name, value, known));
            }
        }
    }

    /// What to write instead of a key that is not known.
    fn help_for_unknown(&self, key: &Node, name: &str, value: &Node, known: &[&str]) -> Help {
        let (span, written) = (key.mark.span.clone(), Value::new(self.document(), key));
        let is_new = |key: &str| !self.first.contains_key(key);
        if let Some(equivalent) = equivalents::find(name, known) {
            let help = match (equivalent.key, &value.data) {
                (Some("draft"), Data::Bool(false)) if is_new("draft") => {
                    Help::write(span.start..value.mark.span.end, "draft: true").and(equivalent.words)
                }
                (Some("draft"), _) => equivalent.words.trim_start_matches([':', ' ']).into(),
                (Some(known), _) if equivalent.same_value && is_new(known) => {
                    Help::write(span, known).and(equivalent.words)
                }
                (Some(known), _) => format!("write `{known}`{}", equivalent.words).into(),
                (None, _) => format!("leave it out: {}", equivalent.words).into(),
            };
            return written.drop_inexact_edit(help);
        }
        match nearest(name, known.iter().copied()) {
            Some(near) if is_new(near) => written.did_you_mean(near),
            // It would stand here twice.
            Some(near) => report::meant(near).into(),
            None => format!("known keys here: {}", quoted(known)).into(),
        }
    }
}

impl<'a> Value<'a> {
    /// A group of keys.
    pub fn mapping(self) -> Option<Mapping<'a>> {
        match &self.node.data {
            Data::Mapping(entries) => Some(Mapping::new(self, entries)),
            _ => {
                self.wrong_kind(
                    "a group of keys",
                    "write `key: value` lines here, all with the same indentation",
                );
                None
            }
        }
    }
}

impl Document<'_> {
    /// The front matter's keys.
    pub fn front_matter(&self) -> Option<Mapping<'_>> {
        Value::new(self, &self.root).mapping()
    }

    /// The front matter's keys, silently nothing where it has none.
    pub fn front_matter_if_any(&self) -> Option<Mapping<'_>> {
        Value::new(self, &self.root).as_mapping()
    }
}
