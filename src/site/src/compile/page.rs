//! A page's own keys.

use std::{collections::BTreeSet, ops::RangeInclusive, sync::LazyLock};

use content::{
    Document, Mapping, Value, keys,
    schema::{Boolean, Group, Integer, Key, Keys as _, List, ReadKeys, Shape, Usual, Words},
};

use super::{address, faq};
use crate::{
    Date, Fact, Html, Pair, Part, Photograph, Section, WhyChoose,
    kinds::Inline,
    sections::{expect_booking, faq_accordion::Questions},
};

/// The ids of the frame, see `App`.
const FRAME_IDS: [&str; 3] = ["announcer", "main", "menu"];

/// The heading of `whyChoose` without a `whyChooseTitle`.
const WHY_CHOOSE_TITLE: &str = "Why choose us";

/// A key that means something only beside the other.
const WHY_CHOOSE: (&str, &str) = ("whyChooseTitle", "whyChoose");

keys! {
    /// A page.
    struct Written {
        /// The heading of the page.
        required name: Words = "Face Microneedling";
        /// A line below the heading.
        optional tagline: Words = "for texture and fine lines";
        /// What the browser's tab and search results say. Search engines show 60 characters at most.
        required title: Usual<1, 60> = "Face Microneedling | The clinic";
        /// What search results say below the title. Search engines show texts of 70 to 160
        /// characters best.
        required meta_description as "metaDescription": Usual<70, 160> =
            "What a session of microneedling for the face is like, and how the skin looks afterwards.";
        /// What cards say that lead to this page.
        required short_description as "shortDescription": Words =
            "A course of sessions for texture and fine lines.";
        /// What people want to know first, at a glance: six at most, a few words each, and nothing
        /// that the text does not say.
        default facts: List<Fact, 6>;
        /// A picture at the top of the page, in the place of its drawing.
        optional image: Photograph;
        /// Pairs of pictures from before and after a treatment. Where they are left out, those in the
        /// folder beside this file are shown: `neck.hero/` for `neck.md`, with files like
        /// `neck-001-before.jpg` and `neck-001-after.jpg`. An empty list (`[]`) shows none.
        optional hero_images as "heroImages": List<Pair>;
        /// What the booking button says. Without it the page has none.
        optional cta_text as "ctaText": Words = "Book Face Microneedling";
        /// A paragraph in a place of its own, below the text.
        optional why_choose as "whyChoose": Inline = "Because we *listen* first.";
        /// The heading of `whyChoose`, “Why choose us” where it is left out.
        optional why_choose_title as "whyChooseTitle": Words = "Why here";
        /// The parts below the text, in this order. Each begins with its `type`.
        default sections: List<Section>;
        /// The page's questions outside of a section. They are shown below the sections, unless a
        /// `faq-accordion` shows them.
        optional faq: Questions;
        /// Where the page stands in menus and lists: those with a weight come first, by weight, the
        /// others by name.
        optional weight: Integer = "10";
        /// What people call what the page is about, where its own words differ: the search finds it
        /// by these as by its name. They are not shown.
        default keywords: List<Words> = "hair loss";
        /// `true` takes the page out of every menu and list, and out of search engines.
        default unlisted: Boolean = "true";
        /// When the text was last looked over: a date, shown at the foot of the page.
        optional updated: Date = "2026-03-04";
    }
}

/// What a page's own file says.
#[derive(Clone, Debug)]
pub struct Keys {
    /// `name`
    pub name: String,
    /// `tagline`
    pub tagline: Option<String>,
    /// `title`
    pub title: String,
    /// `metaDescription`
    pub meta_description: String,
    /// `shortDescription`
    pub short_description: String,
    /// `facts`
    pub facts: Vec<Fact>,
    /// `image`
    pub image: Option<Photograph>,
    /// `heroImages`, where it has the key
    pub pairs: Option<Vec<Pair>>,
    /// `ctaText`
    pub cta_text: Option<String>,
    /// `updated`
    pub updated: Option<Date>,
    /// `unlisted`
    pub unlisted: bool,
    /// `keywords`
    pub keywords: Vec<String>,
    /// `weight`
    pub weight: Option<i64>,
    /// The text below the front matter.
    pub body: Html,
    /// `whyChoose` with its title
    pub why_choose: Option<WhyChoose>,
    /// `sections`, and `faq` where none of them shows it
    pub parts: Vec<Part>,
}

/// The keys that a page may have.
pub fn group() -> Group {
    let keys: Vec<_> = Written::keys().into_iter().chain(address::Keys::keys()).collect();
    Group { needs: vec![WHY_CHOOSE], ..keys.into() }
}

/// Reads a page. Everything is read before anything is given up, so that the
/// report is complete.
pub fn read(document: &Document) -> Option<Keys> {
    FRAME_IDS.iter().for_each(|id| document.reserve_id(id));
    let fields = document.front_matter()?;
    let written = Written::read_keys(&fields, &());
    // Search engines do not show what is unlisted.
    if !fields.optional("unlisted").and_then(|value| value.as_boolean()).unwrap_or_default() {
        warn_of_unusual_lengths(&fields);
    }
    expect_booking(&fields);
    expect_why_choose(&fields);
    expect_different_keywords(&fields);
    let parts = written.as_ref().map(|written| (written.faq.as_deref(), &*written.sections));
    let (questions, sections) = parts.unwrap_or_default();
    faq::check(&fields, questions, sections);
    let body = Html(document.body());
    // Those of the address have been read with all other addresses.
    fields.finish(&[Written::NAMES, address::Keys::NAMES].concat());

    if document.has_failed() {
        return None;
    }
    let written = written?;
    let title = written.why_choose_title.unwrap_or_else(|| WHY_CHOOSE_TITLE.to_owned());
    // Those of the text and of questions come first: links lead to them.
    let id = |title: &str, key| document.unique_id(title, &fields.optional(key).map_or(0..0, |it| it.span()));
    let why_choose = written.why_choose.map(|text| WhyChoose { id: id(&title, "whyChoose"), title, text });
    let part = |section: Section| Part { id: section.title().map(|title| id(title, "sections")), section };
    Some(Keys {
        name: written.name,
        tagline: written.tagline,
        title: written.title,
        meta_description: written.meta_description,
        short_description: written.short_description,
        facts: written.facts,
        image: written.image,
        // An empty list shows none, whatever is in the folder.
        pairs: written.hero_images.or_else(|| fields.has("heroImages").then(Vec::new)),
        cta_text: written.cta_text,
        updated: written.updated,
        unlisted: written.unlisted,
        keywords: written.keywords,
        weight: written.weight,
        body,
        why_choose,
        parts: faq::join(written.sections, written.faq).into_iter().map(part).collect(),
    })
}

/// A heading needs its text.
fn expect_why_choose(fields: &Mapping) {
    let (heading, text) = WHY_CHOOSE;
    if let (Some(heading), None) = (fields.optional(heading), fields.optional(text)) {
        heading.error(
            "this is the heading of a text that is missing",
            format!("add `{text}: …`, or remove this line"),
        );
    }
}

/// A word that is there twice finds nothing more.
fn expect_different_keywords(fields: &Mapping) {
    let keywords = fields.optional("keywords");
    let mut known = BTreeSet::new();
    for keyword in keywords.iter().flat_map(Value::items) {
        if keyword.as_text().is_some_and(|text| !known.insert(text.trim().to_lowercase())) {
            keyword.error("this keyword is there twice", "remove one of the two");
        }
    }
}

/// The keys of texts that are best of some length.
static USUAL: LazyLock<Vec<(&str, RangeInclusive<usize>)>> = LazyLock::new(|| {
    let usual =
        |key: Key| if let Shape::Words { usual } = key.shape { Some((key.name, usual?)) } else { None };
    Written::keys().into_iter().filter_map(usual).collect()
});

/// Warns of text that search engines would cut off, or rather show something else.
fn warn_of_unusual_lengths(fields: &Mapping) {
    for (key, usual) in &*USUAL {
        if let Some(value) = fields.optional(key)
            && let Some(text) = value.as_text()
        {
            warn_of_length(&value, text.chars().count(), usual);
        }
    }
}

fn warn_of_length(value: &Value, length: usize, usual: &RangeInclusive<usize>) {
    if usual.contains(&length) {
        return;
    }
    let help = match usual.start() {
        1 => format!("search engines show {} at most", usual.end()),
        start => format!("search engines show texts of {start} to {} best", usual.end()),
    };
    let characters = if length == 1 { "character" } else { "characters" };
    value.warning(format!("this has {length} {characters}"), help);
}
