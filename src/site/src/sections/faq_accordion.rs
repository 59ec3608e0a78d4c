//! `faq-accordion`: questions that open to their answers.
//!
//! Native `<details>`: it works before any script has run and without one.
//! Its `open` belongs to the visitor and the browser; no signal holds it, so
//! taking over the page cannot close what somebody has opened.

#[cfg(feature = "ssr")]
use leptos::prelude::*;

use crate::Html;

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
    /// The answer's id, unique in its page.
    pub id: String,
    /// Plain text.
    pub question: String,
    /// Paragraphs of inline Markdown.
    pub answer: Html,
}

impl super::Schema for FaqAccordion {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.text());
        let items = fields.required("items").and_then(|value| questions(&value));
        Some(Self { title: title?, items: items? })
    }
}

/// Reads a list of questions, none of them asked twice.
pub(crate) fn questions(value: &content::Value) -> Option<Vec<Question>> {
    let asked = std::cell::RefCell::new(Vec::new());
    value.list(|item| {
        let document = item.document;
        let fields = item.mapping()?;
        let question = fields.required("question").and_then(|value| {
            let question = value.text()?;
            let same = question.to_lowercase();
            if asked.borrow().contains(&same) {
                value.error("this question is asked twice", "keep one of the two, or ask it differently");
                return None;
            }
            asked.borrow_mut().push(same);
            Some(question)
        });
        let answer = fields.required("answer").and_then(|value| value.paragraphs());
        fields.finish();
        let question = question?;
        Some(Question { id: document.unique_id(&question), question, answer: Html(answer?) })
    })
}

/// The section as it is drawn.
#[cfg(feature = "ssr")]
#[component]
pub(super) fn View(section: &'static FaqAccordion) -> impl IntoView {
    // The id is inside the item: a browser that is sent to it opens the item.
    let question = |item: &'static Question| {
        view! {
            <details>
                <summary>
                    <h3>{&*item.question}</h3>
                </summary>
                <div id=&*item.id inner_html=&*item.answer.0></div>
            </details>
        }
    };
    view! {
        <section class="faq-accordion">
            <h2>{&*section.title}</h2>
            {section.items.iter().map(question).collect::<Vec<_>>()}
        </section>
    }
}
