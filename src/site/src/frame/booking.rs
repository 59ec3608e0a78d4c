//! Ways to book: the button, and on a phone the bar that keeps it in reach.

use leptos::prelude::*;

use super::{BOOK, Shown, live};
use crate::Content;

/// A link to where booking happens, from the page being shown.
#[component]
pub(super) fn BookingButton(content: &'static Content, shown: Shown) -> impl IntoView {
    let booking = content.booking.as_deref();
    booking.map(|booking| view! { <a class="cta" {..live::booking(booking, shown)}>{BOOK}</a> })
}

/// The button at the lower edge of a phone's screen, hidden on pages without one. It
/// keeps its room at the end of the page, so it hides nothing there; and what has
/// focus stays above it (`scroll-padding`, style/booking-form.css).
#[component]
pub(super) fn BookingBar(content: &'static Content, shown: Shown) -> impl IntoView {
    content.booking.as_deref().map(|booking| {
        view! {
            <aside class="booking-bar" aria-label="Booking" {..live::bar(shown)}>
                <a class="cta" {..live::booking(booking, shown)} {..live::words(shown)}></a>
            </aside>
        }
    })
}
