//! `pictures.yaml`: what is said of the pairs in a folder.

use std::ops::Range;

use content::{
    Mapping, Value, keys,
    schema::{Group, Keys, Kind, List, Read, ReadKeys, Shape, Text, Words},
};

use crate::{
    Origin,
    kinds::PictureWords,
    photographs::{ADD_CONSENT, NO_CONSENT, expect_words},
};

keys! {
    /// What is said of the pairs in a folder.
    pub struct Notes {
        /// The pairs, in any order.
        required pairs: List<Note>;
    }
}

/// What is said of one pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its keys.
    pub written: Written,
    /// Where its name stands.
    pub span: Range<usize>,
}

keys! {
    /// What is said of one pair.
    pub struct Written {
        /// The names of the two files without `-before` and `-after`, and without their endings.
        required name: Text = "neck-001";
        /// What there is to see, for people who do not see it. “Before:” and “After:” are put
        /// before it.
        optional alt: PictureWords = "The neck from the left";
        /// A line below the two.
        optional caption: Words = "Two weeks after the treatment";
        /// Whose pictures they are. The page says it in words.
        optional source: Origin = "patient";
        /// For patients: the number of the record in which they agree. It is never published.
        optional consent: Text = "C-0142";
    }
}

impl Kind for Note {
    type Value = Self;

    fn shape() -> Shape {
        Written::shape()
    }
}

impl<C> Read<C> for Note {
    fn read(value: Value, context: &C) -> Option<Self> {
        let fields = value.mapping()?;
        let written = Written::read_keys(&fields, context);
        fields.finish(Written::NAMES);
        let span = fields.optional("name")?.span();
        expect_words(&fields, &["name"]);
        warn_of_gaps(&fields);
        Some(Self { written: written?, span })
    }
}

/// The keys of `pictures.yaml`.
pub fn group() -> Group {
    Notes::keys().into()
}

/// A folder is found by its name, so what is not known of its pictures is a warning.
fn warn_of_gaps(fields: &Mapping) {
    let Some(name) = fields.optional("name") else { return };
    let has = |key: &str| fields.optional(key).is_some();
    if !has("alt") {
        name.warning(
            "nothing says what there is to see in this pair",
            "add a line `alt: …` for people who do not see it",
        );
    }
    if !has("source") {
        name.warning("nothing says whose pictures these are", "add a line `source: …`");
    }
    let is_patient = |value: Value| value.as_text().is_some_and(|it| it == "patient");
    if fields.optional("source").is_some_and(is_patient) && !has("consent") {
        name.warning(NO_CONSENT, ADD_CONSENT);
    }
}
