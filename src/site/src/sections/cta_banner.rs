//! `cta-banner`: the booking button once more, with a reason to use it.

use content::{Mapping, keys, schema::Words};
use leptos::prelude::*;

use crate::{
    components::{BookingButton, Detail, Surroundings},
    kinds::Inline,
};

keys! {
    /// The booking button once more, with a reason to use it.
    pub struct CtaBanner {
        /// The section's heading.
        required title: Words = "Ready when you are";
        /// The reason, in a sentence.
        optional text: Inline = "A consultation is *free*.";
        /// What the button says.
        required cta_text as "ctaText": Words = "Book a consultation";
    }
}

impl super::Rules for CtaBanner {
    const GROUND: super::Ground = super::Ground::Deep;

    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn check(fields: &Mapping) {
        super::expect_booking(fields);
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static CtaBanner) -> impl IntoView {
    let Surroundings { has_art, .. } = expect_context();
    view! {
        <section class="cta-banner">
            {has_art.then(|| view! { <Detail /> })}
            <h2>{&*section.title}</h2>
            {section.text.as_ref().map(|text| view! { <p inner_html=&*text.0></p> })}
            <BookingButton text=&section.cta_text />
        </section>
    }
}
