//! `steps`: what happens, one thing after the other, drawn as a timeline.

use leptos::prelude::*;

use crate::Html;

/// A titled sequence.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// The section's heading.
    pub title: String,
    /// At least one, in order.
    pub items: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// A few words.
    pub title: String,
    /// Inline Markdown.
    pub description: Html,
    /// When, or how long: `15 minutes`.
    pub time: Option<String>,
}

impl super::Schema for Steps {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.words());
        let items = fields.required("items").and_then(|value| value.list(step));
        Some(Self { title: title?, items: items? })
    }
}

fn step(value: content::Value) -> Option<Step> {
    let fields = value.mapping()?;
    let title = fields.required("title").and_then(|value| value.words());
    let description = fields.required("description").and_then(|value| value.inline_markdown());
    let time = fields.optional("time").and_then(|value| value.words());
    fields.finish();
    Some(Step { title: title?, description: Html(description?), time })
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static Steps) -> impl IntoView {
    let step = |step: &'static Step| {
        view! {
            <li>
                <h3>{&*step.title}</h3>
                {step.time.as_deref().map(|time| view! { <p class="time">{time}</p> })}
                <p inner_html=&*step.description.0></p>
            </li>
        }
    };
    view! {
        <section class="steps">
            <h2>{&*section.title}</h2>
            // Browsers that read lists without markers as no lists are told.
            <ol role="list">{section.items.iter().map(step).collect::<Vec<_>>()}</ol>
        </section>
    }
}
