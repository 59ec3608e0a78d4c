//! `faq-accordion`: questions that open to their answers.
//!
//! Native `<details>`: it works before any script has run and without one.
//! Its `open` belongs to the visitor and the browser; no signal holds it, so
//! taking over the page cannot close what somebody has opened.

use std::collections::BTreeSet;

use content::{
    Document, Mapping, Value, addresses, keys,
    schema::{Kind, List, Read, Shape, Token, Words},
};
use leptos::prelude::*;

use crate::{Html, kinds::Paragraphs};

/// Opens the question that an address names, and copies its link.
pub const SCRIPT: &str = include_str!("faq_accordion.js");

keys! {
    /// Questions that open to their answers.
    pub struct FaqAccordion {
        /// The section's heading.
        required title: Words = "Questions";
        /// The questions.
        required items: Questions;
    }
}

keys! {
    /// A question as it is written.
    struct Written {
        /// What is asked. Its words make the address that links to it.
        required question: Words = "Does it hurt?";
        /// The answer; may have paragraphs and links.
        required answer: Paragraphs = "Most people feel a prickling.";
        /// The end of its address, `#does-it-hurt`. It keeps a shared link alive when the words
        /// of the question change.
        optional id: Fragment = "does-it-hurt";
    }
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The answer's id, unique in its page: made of the question, unless an editor
    /// has fixed it with `id` to keep shared links alive when the words change.
    pub id: String,
    /// Plain text.
    pub question: String,
    /// Paragraphs of inline Markdown.
    pub answer: Html,
}

/// A list of questions, none of them asked twice.
pub(crate) struct Questions;

impl Kind for Questions {
    type Value = Vec<Question>;

    fn shape() -> Shape {
        List::<Written>::shape()
    }
}

impl<C> Read<C> for Questions {
    fn read(value: Value, context: &C) -> Option<Vec<Question>> {
        let written = List::<Written>::read(value.clone(), context);
        for asked in asked(&value).filter(|it| it.again) {
            asked.place.error("this question is asked twice", "keep one of the two, or ask it differently");
        }
        let question = |Written { question, answer, id }: Written| {
            let id = id.unwrap_or_else(|| Document::id(&question));
            Question { id, question, answer }
        };
        Some(written?.into_iter().map(question).collect())
    }
}

/// The part of an address behind its `#`.
struct Fragment;

impl Kind for Fragment {
    type Value = String;

    fn shape() -> Shape {
        let word = r"[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}]+";
        let pattern = format!("{word}(?:-{word})*");
        Shape::Token(Token { called: "the end of an address", pattern, least_number: Some(0) })
    }
}

impl<C> Read<C> for Fragment {
    fn read(value: Value, _: &C) -> Option<String> {
        let message = "this cannot be part of an address";
        let help = "write it in small letters, digits and `-`: `does-it-hurt`";
        value.text_that(is_id, message, help).map(|id| addresses::composed(&id))
    }
}

fn is_id(text: &str) -> bool {
    Document::id(text) == addresses::composed(text)
}

impl super::Rules for FaqAccordion {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    /// Its questions are found, each by itself.
    fn headings(&self) -> Vec<String> {
        Vec::new()
    }

    fn check(fields: &Mapping) {
        if let Some(items) = fields.optional("items") {
            claim_ids(&items);
        }
    }
}

/// Each question that a page shows has an address of its own.
pub(crate) fn claim_ids(questions: &Value) {
    for Asked { item, fields, question, .. } in asked(questions).filter(|it| !it.again) {
        let fixed = fields.optional("id");
        let id = match &fixed {
            Some(id) => id.as_text().filter(|id| is_id(id)).map(|id| addresses::composed(&id)),
            None => Some(Document::id(&question)),
        };
        let place = fixed.as_ref().unwrap_or(&item);
        if let Some(id) = id
            && let Err(other) = item.document.claim_id(&id, "question", &place.span())
        {
            place.error(
                format!("{other} has the address `#{id}` already"),
                "give one of the two an `id` of its own, such as `id: does-it-hurt`",
            );
        }
    }
}

/// A question where it stands.
struct Asked<'a> {
    item: Value<'a>,
    fields: Mapping<'a>,
    place: Value<'a>,
    question: String,
    /// Whether it was asked before.
    again: bool,
}

fn asked<'a>(questions: &Value<'a>) -> impl Iterator<Item = Asked<'a>> {
    let mut known = BTreeSet::new();
    questions.items().filter_map(move |item| {
        let fields = item.clone().as_mapping()?;
        let place = fields.optional("question")?;
        let question = place.as_text()?;
        let again = !known.insert(question.to_lowercase());
        Some(Asked { item, fields, place, question, again })
    })
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static FaqAccordion) -> impl IntoView {
    // The id is inside the item: a browser that is sent to it opens the item.
    let question = |item: &'static Question| {
        view! {
            <details>
                <summary>
                    <h3>{&*item.question}</h3>
                </summary>
                <div id=&*item.id>
                    <div inner_html=&*item.answer.0></div>
                    <a class="copy-link" href=format!("#{}", item.id)>
                        <span>"Link to this question"</span>
                        <span>"Link copied"</span>
                    </a>
                </div>
            </details>
        }
    };
    // Seen where scripts run, and where there is more than one answer to show.
    let show_all = (section.items.len() > 1).then(|| {
        view! {
            <button type="button" class="show-all" aria-expanded="false">
                <span>"Show all answers"</span>
                <span>"Hide all answers"</span>
            </button>
        }
    });
    view! {
        <section class="faq-accordion">
            <div class="title">
                <h2>{&*section.title}</h2>
                {show_all}
            </div>
            {section.items.iter().map(question).collect::<Vec<_>>()}
        </section>
    }
}
