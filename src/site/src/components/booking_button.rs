//! The way to book.

use leptos::prelude::*;
use model::booking_href;

use super::Surroundings;

/// A link to where booking happens, from the page being drawn.
#[component]
pub(crate) fn BookingButton(text: &'static str) -> impl IntoView {
    let Surroundings { booking, treatment, .. } = expect_context();
    booking.map(|booking| view! { <a class="cta" href=booking_href(booking, treatment)>{text}</a> })
}
