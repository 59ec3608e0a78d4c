//! A page's own keys.

use std::ops::RangeInclusive;

use content::{Document, Mapping, Value};

use super::date;
use crate::{
    Date, Html, Section, WhyChoose,
    sections::{
        BOOKING_BUTTON,
        faq_accordion::{FaqAccordion, questions},
    },
};

/// The heading of an FAQ that no section shows.
const FAQ_TITLE: &str = "Frequently asked questions";

/// The heading of `whyChoose` without a `whyChooseTitle`.
const WHY_CHOOSE_TITLE: &str = "Why choose us";

/// What a page's own file says.
#[derive(Debug)]
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
    // The ids of the frame, see `App`.
    for id in ["announcer", "main", "menu"] {
        document.reserve_id(id);
    }
    let fields = document.front_matter()?;
    let required = |key| fields.required(key).and_then(|value| value.words());
    let optional = |key| fields.optional(key).and_then(|value| value.words());
    let name = required("name");
    let tagline = optional("tagline");
    let unlisted = fields.optional("unlisted").and_then(|value| value.boolean()).unwrap_or_default();
    let searched = |key, usual| {
        // Search engines do not show what is unlisted.
        let read = |value: Value| if unlisted { value.words() } else { of_length(&value, usual) };
        fields.required(key).and_then(read)
    };
    let title = searched("title", 1..=60);
    let meta_description = searched("metaDescription", 70..=160);
    let short_description = required("shortDescription");
    let cta_text = fields.optional("ctaText").and_then(|value| {
        document.add_link(BOOKING_BUTTON.to_owned(), value.span(), None);
        value.words()
    });
    let updated = fields.optional("updated").and_then(|value| date::read(&value));
    let weight = fields.optional("weight").and_then(|value| value.integer());
    let why_choose = why_choose(&fields);
    let sections = match fields.optional("sections") {
        Some(value) => value.list(Section::read),
        None => Some(Vec::new()),
    };
    let faq = fields.optional("faq");
    let sections = with_faq(sections, faq);
    let body = document.body();
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
        body: Html(body),
        why_choose,
        sections: sections?,
    })
}

/// The paragraph with a place of its own, and its heading.
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

/// Joins the page's `faq` with its sections: shown as one more section where no
/// accordion shows it, compared where one does.
fn with_faq(sections: Option<Vec<Section>>, faq: Option<Value>) -> Option<Vec<Section>> {
    let Some(faq) = faq else { return sections };
    let mut sections = match sections {
        Some(sections) => sections,
        None => {
            // What is wrong in the questions belongs in the same report.
            questions(&faq);
            return None;
        }
    };
    let shown: Vec<_> = sections
        .iter()
        .filter_map(|section| match section {
            Section::FaqAccordion(accordion) => Some(accordion.items.iter()),
            _ => None,
        })
        .flatten()
        .map(|item| (item.question.clone(), item.answer.clone()))
        .collect();
    if shown.is_empty() {
        let items = questions(&faq)?;
        sections.push(Section::FaqAccordion(FaqAccordion { title: FAQ_TITLE.to_owned(), items }));
        return Some(sections);
    }
    let items = faq.document.without_ids(|| questions(&faq))?;
    let differs = |at: usize| match (items.get(at), shown.get(at)) {
        (Some(a), Some((question, answer))) => a.question != *question || a.answer != *answer,
        (None, None) => false,
        _ => true,
    };
    if let Some(at) = (0..items.len().max(shown.len())).find(|at| differs(*at)) {
        let message = match (items.get(at), shown.get(at)) {
            (Some(a), Some((question, _))) if a.question != *question => {
                format!("question {} of `faq` is “{}”, but the page shows “{question}”", at + 1, a.question)
            }
            (Some(a), Some(_)) => format!("`faq` answers “{}” differently from the page", a.question),
            (Some(a), None) => format!("`faq` asks “{}”, which the page does not show", a.question),
            (None, _) => format!("`faq` leaves out “{}”, which the page shows", shown[at].0),
        };
        faq.item(at).unwrap_or(faq).warning(
            message,
            "the page shows the questions of its `faq-accordion`: make the two agree, or remove `faq`",
        );
    }
    Some(sections)
}
