//! `text-block`: a heading and text below it.

use leptos::prelude::*;

use crate::Html;

/// A titled text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBlock {
    /// The section's heading.
    pub title: String,
    /// Markdown with paragraphs, lists and further headings.
    pub content: Html,
}

impl super::Schema for TextBlock {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.words());
        let content = fields.required("content").and_then(|value| value.markdown());
        Some(Self { title: title?, content: Html(content?) })
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
