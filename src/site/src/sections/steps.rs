//! `steps`: what happens, one thing after the other, drawn as a timeline.

use content::{
    keys,
    schema::{List, Words},
};
use leptos::prelude::*;

use crate::kinds::Inline;

keys! {
    /// What happens, one thing after the other, as a timeline.
    pub struct Steps {
        /// The section's heading.
        required title: Words = "How a session goes";
        /// The steps, in order.
        required items: List<Step>;
    }
}

keys! {
    /// One step.
    pub struct Step {
        /// A few words.
        required title: Words = "Numbing";
        /// What happens, in a sentence.
        required description: Inline = "A cream makes the skin *less* sensitive.";
        /// When, or how long.
        optional time: Words = "15 minutes";
    }
}

impl super::Rules for Steps {
    const GROUND: super::Ground = super::Ground::Tint;
    const SELDOM: bool = true;

    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn headings(&self) -> Vec<String> {
        [&self.title].into_iter().chain(self.items.iter().map(|it| &it.title)).cloned().collect()
    }
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
