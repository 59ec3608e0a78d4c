//! The whole of `<body>`: header, the page, footer.

use leptos::prelude::*;

use super::{booking::BookingBar, footer::Footer, header::Header};
use crate::Frame;
use frame::Shown;

/// The site, showing one route; where there is none, `not_found`, which only a
/// page load shows.
#[component]
pub(crate) fn App(frame: &'static Frame, not_found: &'static str, shown: Shown) -> impl IntoView {
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <Header frame shown />
        <main id="main">
            <article {..frame::article(not_found, shown)}></article>
        </main>
        <BookingBar frame shown />
        <Footer frame shown />
        // Empty until the router announces a page; see `router/arrival.rs`.
        <p id="announcer" role="status"></p>
    }
}
