//! What is said of photographs: whose they are, what there is to see, pairs of before and after.

use content::{
    Mapping, Owner, Value, keys,
    schema::{Group, Keys, Kind, Read, ReadKeys, Shape, Text, Words},
    words_problem, words_problem_beside,
};
use images::{Image, SMALLEST};

use crate::kinds::{Picture, PictureWords};

/// Whose a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A patient's.
    Patient,
    /// Somebody's who was paid for it.
    Model,
    /// Of the maker of a device or a product.
    Manufacturer,
    /// Nobody's: it was drawn.
    Drawing,
}

/// As editors write them, in the order in which they are declared.
const ORIGINS: [&str; 4] = ["patient", "model", "manufacturer", "drawing"];

impl Origin {
    const ALL: [Self; 4] = [Self::Patient, Self::Model, Self::Manufacturer, Self::Drawing];

    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// As an editor writes it.
    fn name(self) -> &'static str {
        ORIGINS[self as usize]
    }

    /// Whose a picture is by this; of a patient by the number of the record, where there is one.
    pub fn owner(self, consent: Option<String>) -> Option<Owner> {
        match self {
            Self::Patient => consent.map(Owner::Patient),
            _ => Some(Owner::Other(self.name())),
        }
    }

    /// What visitors read about a pair. Of a patient only where a record says that it is so.
    pub fn words(self) -> &'static str {
        match self {
            Self::Patient => "A patient, shown with written permission.",
            Self::Model => "A model, not a patient.",
            Self::Manufacturer => "Photographs from the manufacturer.",
            Self::Drawing => "Drawings, not photographs.",
        }
    }

    /// The same about one picture.
    fn words_about_one(self) -> &'static str {
        match self {
            Self::Manufacturer => "A photograph from the manufacturer.",
            Self::Drawing => "A drawing, not a photograph.",
            _ => self.words(),
        }
    }
}

impl Kind for Origin {
    type Value = Self;

    fn shape() -> Shape {
        Shape::OneOf(&ORIGINS)
    }
}

impl<C> Read<C> for Origin {
    fn read(value: Value, _: &C) -> Option<Self> {
        value.one_of("source", &ORIGINS).and_then(Self::of)
    }
}

/// How somebody looked before a treatment, and after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Before the treatment.
    pub before: Image,
    /// After it.
    pub after: Image,
    /// What there is to see in both.
    pub words: String,
    /// A line below them.
    pub caption: Option<String>,
    /// Whose they are, where that is known.
    pub source: Option<Origin>,
}

/// A picture by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Photograph {
    /// It.
    pub image: Image,
    /// What there is to see.
    pub words: String,
    /// A line below it.
    pub caption: Option<String>,
    /// Whose it is, where it shows somebody.
    pub source: Option<Origin>,
}

impl Photograph {
    /// All that stands below it.
    pub fn below(&self) -> String {
        let caption = self.caption.as_deref().unwrap_or_default();
        let Some(source) = self.source.map(Origin::words_about_one) else { return caption.to_owned() };
        match caption.chars().last() {
            None => source.to_owned(),
            Some('.' | '!' | '?' | '…') => format!("{caption} {source}"),
            Some(_) => format!("{caption}. {source}"),
        }
    }
}

keys! {
    /// How somebody looked before a treatment, and after it.
    struct WrittenPair {
        /// The picture from before: a path that begins at this file's folder or, with a `/` before
        /// it, at the content folder.
        required before: Picture<SMALLEST> = "/images/forehead-001-before.jpg";
        /// The picture from after, in the same way.
        required after: Picture<SMALLEST> = "/images/forehead-001-after.jpg";
        /// A line below the two.
        optional caption: Words = "Two weeks after the treatment";
        /// What there is to see, for people who do not see it. “Before:” and “After:” are put
        /// before it.
        required alt: PictureWords = "Forehead, brows raised";
        /// Whose pictures they are. The page says it in words.
        required source: Origin = "patient";
        /// For patients: the number of the record in which they agree. It is never published.
        optional consent: Text = "C-0142";
    }
}

keys! {
    /// A picture.
    struct WrittenPhotograph {
        /// The picture: a path that begins at this file's folder or, with a `/` before it, at the
        /// content folder.
        required src: Picture<SMALLEST> = "/images/treatment-room.jpg";
        /// What there is to see, for people who do not see it.
        required alt: PictureWords = "A bright room with a treatment chair";
        /// A line below the picture.
        optional caption: Words = "The treatment room in Farragut";
        /// Whose picture it is, where it shows somebody. The page says it in words.
        optional source: Origin = "model";
        /// For patients: the number of the record in which they agree. It is never published.
        optional consent: Text = "C-0142";
    }
}

/// Both groups say in this way that a patient has agreed.
const CONSENT: (&str, &str, &str) = ("source", "patient", "consent");

impl Kind for Pair {
    type Value = Self;

    fn shape() -> Shape {
        Shape::Group(Group { needs_for: vec![CONSENT], ..WrittenPair::keys().into() })
    }
}

impl<C> Read<C> for Pair {
    fn read(value: Value, context: &C) -> Option<Self> {
        let fields = value.mapping()?;
        let written = WrittenPair::read_keys(&fields, context);
        fields.finish(WrittenPair::NAMES);
        expect_words(&fields, &["before", "after"]);
        expect_consent(&fields);
        let WrittenPair { before, after, caption, alt, source, .. } = written?;
        if before.hash == after.hash {
            fields.optional("after")?.error(SAME, NOT_SAME);
        } else if before.differs_in_shape(&after, DIFFERENT) {
            fields.optional("after")?.warning(NOT_ALIKE, CUT_ALIKE);
        }
        Some(Self { before, after, words: alt, caption, source: Some(source) })
    }
}

impl Kind for Photograph {
    type Value = Self;

    fn shape() -> Shape {
        Shape::Group(Group { needs_for: vec![CONSENT], ..WrittenPhotograph::keys().into() })
    }
}

impl<C> Read<C> for Photograph {
    fn read(value: Value, context: &C) -> Option<Self> {
        let fields = value.mapping()?;
        let written = WrittenPhotograph::read_keys(&fields, context);
        fields.finish(WrittenPhotograph::NAMES);
        expect_words(&fields, &["src"]);
        expect_consent(&fields);
        let WrittenPhotograph { src, alt, caption, source, .. } = written?;
        Some(Self { image: src, words: alt, caption, source })
    }
}

/// How far the shapes of a pair may differ until an editor hears of it, and how far they may be
/// laid over each other: a part of the width at the same height.
pub(crate) const DIFFERENT: f64 = 0.05;
const COMPARABLE: f64 = 0.01;

pub(crate) const SAME: &str = "this is the picture from before, in both places";
pub(crate) const NOT_SAME: &str = "give the picture that was taken after the treatment";
pub(crate) const NO_CONSENT: &str = "nothing says that this patient has agreed";
pub(crate) const ADD_CONSENT: &str = "add a line `consent: …` with the number of the record; without a written permission, take the pictures out";
pub(crate) const NOT_ALIKE: &str = "the two pictures differ in shape: one is wider for its height";
pub(crate) const CUT_ALIKE: &str =
    "cut them alike, so that they show the same part in the same size: then visitors can compare them";

impl Pair {
    /// Whether one can be laid over the other.
    pub fn is_comparable(&self) -> bool {
        !self.before.differs_in_shape(&self.after, COMPARABLE)
    }
}

/// The words are no name of one of the files, which these keys have.
pub(crate) fn expect_words(fields: &Mapping, names: &[&str]) {
    let Some(words) = fields.optional("alt") else { return };
    let Some(text) = words.as_text() else { return };
    let sources = names.iter().filter_map(|key| fields.optional(key)?.as_text());
    let mut problems = sources.filter_map(|source| words_problem_beside(&text, &source));
    // What they are by themselves has been told where they were read.
    if words_problem(&text).is_none()
        && let Some(problem) = problems.next()
    {
        words.error(problem.message, problem.help);
    }
}

/// A patient has agreed to what is shown, and the record says so.
fn expect_consent(fields: &Mapping) {
    let Some(source) = fields.optional("source") else { return };
    // What is none has been told where it was read.
    let Some(origin) = source.as_text().and_then(|name| Origin::of(&name)) else { return };
    let consent = fields.optional("consent");
    let Some(owner) = origin.owner(consent.as_ref().and_then(|consent| consent.as_text())) else {
        // What stands there and is no text has been told where it was read.
        if consent.is_none() {
            source.error(NO_CONSENT, ADD_CONSENT);
        }
        return;
    };
    for image in ["before", "after", "src"].into_iter().filter_map(|key| fields.optional(key)) {
        fields.document().set_owner(&image.span(), &owner);
    }
}
