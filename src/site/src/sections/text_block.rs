//! `text-block`: a heading and text below it.

use content::{keys, schema::Words};
use leptos::prelude::*;

use crate::kinds::Markdown;

keys! {
    /// A heading, and text below it.
    pub struct TextBlock {
        /// The section's heading.
        required title: Words = "Before you come";
        /// The text, with paragraphs, lists and further headings.
        required content: Markdown = "Please leave make-up off.";
    }
}

impl super::Rules for TextBlock {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn headings(&self) -> Vec<String> {
        [self.title.clone()]
            .into_iter()
            .chain(self.content.headings().into_iter().map(|it| it.text))
            .collect()
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static TextBlock) -> impl IntoView {
    view! {
        <section class="text-block">
            <h2>{&*section.title}</h2>
            <div class="prose" inner_html=&*section.content.0></div>
        </section>
    }
}
