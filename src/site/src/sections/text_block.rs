//! `text-block`: a heading and text below it.

#[cfg(any(feature = "ssr", feature = "hydrate"))]
use leptos::prelude::*;

use crate::{Html, Text};

/// A titled text.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site::sections::text_block))]
pub struct TextBlock {
    /// The section's heading.
    pub title: Text,
    /// Markdown with paragraphs, lists and further headings.
    pub content: Html,
}

#[cfg(feature = "compile")]
impl super::Schema for TextBlock {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.text());
        let content = fields.required("content").and_then(|value| value.markdown());
        Some(Self { title: title?.into(), content: Html(content?.into()) })
    }
}

/// The section as it is drawn.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
#[component]
pub(super) fn View(section: &'static TextBlock) -> impl IntoView {
    view! {
        <section class="text-block">
            <h2>{&*section.title}</h2>
            <div class="prose" inner_html=&*section.content.0></div>
        </section>
    }
}
