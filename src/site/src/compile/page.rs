//! A page's own keys.

use std::ops::RangeInclusive;

use content::{Document, Mapping, Value};

use super::{date, faq};
use crate::{Date, Html, Section, WhyChoose, sections::BOOKING_BUTTON};

/// The ids of the frame, see `App`.
const FRAME_IDS: [&str; 3] = ["announcer", "main", "menu"];

/// The heading of `whyChoose` without a `whyChooseTitle`.
const WHY_CHOOSE_TITLE: &str = "Why choose us";

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
    /// `ctaText`
    pub cta_text: Option<String>,
    /// `updated`
    pub updated: Option<Date>,
    /// `unlisted`
    pub unlisted: bool,
    /// `weight`
    pub weight: Option<i64>,
    /// The text below the front matter.
    pub body: Html,
    /// `whyChoose` with its title
    pub why_choose: Option<WhyChoose>,
    /// `sections`, and `faq` where none of them shows it
    pub sections: Vec<Section>,
}

/// Reads a page. Everything is read before anything is given up, so that the
/// report is complete.
pub fn read(document: &Document) -> Option<Keys> {
    FRAME_IDS.iter().for_each(|id| document.reserve_id(id));
    let fields = document.front_matter()?;
    let required = |key| fields.required(key).and_then(|value| value.words());
    let optional = |key| fields.optional(key).and_then(|value| value.words());
    let name = required("name");
    let tagline = optional("tagline");
    let unlisted = fields.optional("unlisted").and_then(|value| value.boolean()).unwrap_or_default();
    let metadata = |key, usual| {
        // Search engines do not show what is unlisted.
        let read = |value: Value| if unlisted { value.words() } else { of_length(&value, usual) };
        fields.required(key).and_then(read)
    };
    let title = metadata("title", 1..=60);
    let meta_description = metadata("metaDescription", 70..=160);
    let short_description = required("shortDescription");
    let cta_text = cta_text(&fields);
    let updated = fields.optional("updated").and_then(|value| date::read(&value));
    let weight = fields.optional("weight").and_then(|value| value.integer());
    let why_choose = why_choose(&fields);
    let sections = sections(&fields);
    let body = Html(document.body());
    // Read with the address; named here so that they are known.
    for key in ["path", "aliases", "draft"] {
        fields.optional(key);
    }
    fields.finish();

    if document.has_failed() {
        return None;
    }
    Some(Keys {
        name: name?,
        tagline,
        title: title?,
        meta_description: meta_description?,
        short_description: short_description?,
        cta_text,
        updated,
        unlisted,
        weight,
        body,
        why_choose,
        sections: sections?,
    })
}

/// The words of the booking button.
fn cta_text(fields: &Mapping) -> Option<String> {
    let value = fields.optional("ctaText")?;
    fields.document().add_link(BOOKING_BUTTON.to_owned(), value.span(), None);
    value.words()
}

/// The parts below the text, the page's `faq` among them.
fn sections(fields: &Mapping) -> Option<Vec<Section>> {
    let sections = match fields.optional("sections") {
        Some(value) => value.list(Section::read),
        None => Some(Vec::new()),
    };
    faq::join(sections, fields.optional("faq"))
}

/// The paragraph that is set apart, and its heading.
fn why_choose(fields: &Mapping) -> Option<WhyChoose> {
    let (title, text) = (fields.optional("whyChooseTitle"), fields.optional("whyChoose"));
    if let (Some(title), None) = (&title, &text) {
        title.error(
            "this is the heading of a text that is missing",
            "add `whyChoose: …`, or remove this line",
        );
    }
    let text = text?;
    let title = title.and_then(|title| title.words());
    Some(WhyChoose {
        title: title.unwrap_or_else(|| WHY_CHOOSE_TITLE.to_owned()),
        text: Html(text.inline_markdown()?),
    })
}

/// Text that search engines show, with a warning where they would cut it off, or
/// rather show something else.
fn of_length(value: &Value, usual: RangeInclusive<usize>) -> Option<String> {
    let text = value.words()?;
    let length = text.chars().count();
    if !usual.contains(&length) {
        let help = match usual.start() {
            1 => format!("search engines show {} at most", usual.end()),
            start => format!("search engines show texts of {start} to {} best", usual.end()),
        };
        let characters = if length == 1 { "character" } else { "characters" };
        value.warning(format!("this has {length} {characters}"), help);
    }
    Some(text)
}
