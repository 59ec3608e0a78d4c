//! Ways to book: the button, and on a phone the bar that keeps it in reach.

use leptos::prelude::*;

use crate::Frame;
use frame::{BOOK, Shown};

/// A link to where booking happens, from the page being shown.
#[component]
pub(super) fn BookingButton(frame: &'static Frame, shown: Shown) -> impl IntoView {
    let booking = frame.booking.as_deref();
    booking.map(|booking| view! { <a class="cta" {..frame::booking(booking.into(), shown)}>{BOOK}</a> })
}

/// The button at the lower edge of a phone's screen, hidden on pages without one. It
/// keeps its room at the end of the page, so it hides nothing there; and what has
/// focus stays above it (`scroll-padding`, style/booking-bar.css).
#[component]
pub(super) fn BookingBar(frame: &'static Frame, shown: Shown) -> impl IntoView {
    frame.booking.as_deref().map(|booking| {
        view! {
            <aside class="booking-bar" aria-label="Booking" {..frame::bar(shown)}>
                <a class="cta" {..frame::booking(booking.into(), shown)} {..frame::words(shown)}></a>
            </aside>
        }
    })
}
