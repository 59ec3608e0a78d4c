//! Ways to book: the button, and on a phone the bar that keeps it in reach.

use leptos::prelude::*;

use super::app::Shown;
use crate::{BOOKING, Booking, Site};

/// A link to where booking happens, from the page being shown.
#[component]
pub(crate) fn BookingButton(text: &'static str) -> impl IntoView {
    let site = expect_context::<&'static Site>();
    let page = expect_context::<Shown>();
    let href = move || site.booking_href(page.get().map_or("", |page| &page.route));
    view! { <a class="cta" href=href>{text}</a> }
}

/// The button at the lower edge of a phone's screen, on pages that have one. It
/// keeps its room at the end of the page, so it hides nothing there; and what has
/// focus stays above it (`scroll-padding`, style/booking.css).
#[component]
pub(super) fn BookingBar() -> impl IntoView {
    let page = expect_context::<Shown>();
    move || {
        let text = page.get()?.cta_text.as_deref()?;
        Some(view! { <div class="booking-bar"><BookingButton text /></div> })
    }
}

/// Whether the site has somewhere to book.
pub(super) fn can_book(site: &Site) -> bool {
    matches!(site.business.booking, Booking::Elsewhere(_)) || site.page(BOOKING).is_some()
}
