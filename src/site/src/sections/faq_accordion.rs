//! `faq-accordion`: questions that open to their answers.
//!
//! Native `<details>`: it works before any script has run and without one.
//! Its `open` belongs to the visitor and the browser; no signal holds it, so
//! taking over the page cannot close what somebody has opened.

use std::collections::BTreeSet;

use content::{Document, addresses};
use leptos::prelude::*;

use crate::Html;

/// Opens the question that an address names, and copies its link.
pub const SCRIPT: &str = include_str!("faq_accordion.js");

/// A titled list of questions.
#[derive(Clone, Debug, PartialEq)]
pub struct FaqAccordion {
    /// The section's heading.
    pub title: String,
    /// At least one.
    pub items: Vec<Question>,
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

impl super::Schema for FaqAccordion {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.words());
        let items = fields.required("items").and_then(|value| questions(&value));
        Some(Self { title: title?, items: items? })
    }
}

/// Reads a list of questions, none of them asked twice.
pub(crate) fn questions(value: &content::Value) -> Option<Vec<Question>> {
    let asked = std::cell::RefCell::new(BTreeSet::new());
    value.list(|item| {
        let document = item.document;
        let fields = item.clone().mapping()?;
        let question = fields.required("question").and_then(|value| {
            let question = value.words()?;
            let same = question.to_lowercase();
            if !asked.borrow_mut().insert(same) {
                value.error("this question is asked twice", "keep one of the two, or ask it differently");
                return None;
            }
            Some(question)
        });
        let answer = fields.required("answer").and_then(|value| value.paragraphs());
        let fixed = fields.optional("id");
        let id = match &fixed {
            Some(id) => id
                .text_that(
                    |id| Document::id(id) == addresses::composed(id),
                    "this cannot be part of an address",
                    "write it in small letters, digits and `-`: `does-it-hurt`",
                )
                .map(|id| addresses::composed(&id)),
            None => question.as_deref().map(Document::id),
        };
        fields.finish();
        let (id, question) = (id?, question?);
        let place = fixed.as_ref().unwrap_or(&item);
        if let Err(other) = document.claim_id(&id, "question", &place.span()) {
            place.error(
                format!("{other} has the address `#{id}` already"),
                "give one of the two an `id` of its own, such as `id: does-it-hurt`",
            );
        }
        Some(Question { id, question, answer: Html(answer?) })
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
