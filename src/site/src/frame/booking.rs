//! Ways to book: the button, and on a phone the bar that keeps it in reach.

use leptos::prelude::*;

use super::Shown;
use crate::{Site, site::booking_href};

/// A link to where booking happens, from the page being shown.
#[component]
pub(super) fn BookingButton(booking: &'static str, text: &'static str, shown: Shown) -> impl IntoView {
    let href = move || {
        let treatment = shown.get().filter(|route| route.is_treatment);
        booking_href(booking, treatment.map(|route| &*route.path))
    };
    view! { <a class="cta" href=href>{text}</a> }
}

/// The button at the lower edge of a phone's screen, on pages that have one. It
/// keeps its room at the end of the page, so it hides nothing there; and what has
/// focus stays above it (`scroll-padding`, style/booking-form.css).
#[component]
pub(super) fn BookingBar(site: &'static Site, shown: Shown) -> impl IntoView {
    move || {
        let text = shown.get()?.cta_text.as_deref()?;
        let booking = site.booking.as_deref()?;
        Some(
            view! { <aside class="booking-bar" aria-label="Booking"><BookingButton booking text shown /></aside> },
        )
    }
}
