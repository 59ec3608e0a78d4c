//! `cta-banner`: the booking button once more, with a reason to use it.

#[cfg(any(feature = "ssr", feature = "hydrate"))]
use leptos::prelude::*;

use crate::{Html, Text};

/// A titled call to action.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site::sections::cta_banner))]
pub struct CtaBanner {
    /// The section's heading.
    pub title: Text,
    /// One line of inline Markdown.
    pub text: Option<Html>,
    /// What the button says.
    pub cta_text: Text,
}

#[cfg(feature = "compile")]
impl super::Schema for CtaBanner {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.text());
        let text = fields.optional("text").and_then(|value| value.inline_markdown());
        let cta_text = fields.required("ctaText").and_then(|value| {
            fields.document().add_link(super::BOOKING_BUTTON.to_owned(), value.span());
            value.text()
        });
        Some(Self { title: title?.into(), text: text.map(|text| Html(text.into())), cta_text: cta_text?.into() })
    }
}

/// The section as it is drawn.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
#[component]
pub(super) fn View(section: &'static CtaBanner) -> impl IntoView {
    view! {
        <section class="cta-banner">
            <h2>{&*section.title}</h2>
            {section.text.as_ref().map(|text| view! { <p inner_html=&*text.0></p> })}
            <crate::components::BookingButton text=&*section.cta_text />
        </section>
    }
}
