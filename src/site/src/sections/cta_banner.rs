//! `cta-banner`: the booking button once more, with a reason to use it.

use leptos::prelude::*;

use crate::Html;

/// A titled call to action.
#[derive(Clone, Debug, PartialEq)]
pub struct CtaBanner {
    /// The section's heading.
    pub title: String,
    /// One line of inline Markdown.
    pub text: Option<Html>,
    /// What the button says.
    pub cta_text: String,
}

impl super::Schema for CtaBanner {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.words());
        let text = fields.optional("text").and_then(|value| value.inline_markdown());
        let cta_text = fields.required("ctaText").and_then(|value| {
            fields.document().add_link(super::BOOKING_BUTTON.to_owned(), value.span(), None);
            value.words()
        });
        Some(Self { title: title?, text: text.map(Html), cta_text: cta_text? })
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static CtaBanner) -> impl IntoView {
    view! {
        <section class="cta-banner">
            <h2>{&*section.title}</h2>
            {section.text.as_ref().map(|text| view! { <p inner_html=&*text.0></p> })}
            <crate::components::BookingButton text=&section.cta_text />
        </section>
    }
}
