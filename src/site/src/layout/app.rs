//! The whole of `<body>`: header, the page, footer.

use leptos::prelude::*;

use super::{booking::BookingBar, footer::Footer, header::Header};
use crate::Content;
use frame::Shown;

/// The site, showing one route; where there is none, `not_found`, which only a
/// page load shows.
#[component]
pub(crate) fn App(content: &'static Content, not_found: &'static str, shown: Shown) -> impl IntoView {
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <Header content shown />
        <main id="main">
            <article {..frame::article(not_found, shown)}></article>
        </main>
        <BookingBar content shown />
        <Footer content shown />
        // Empty until the router announces a page; see `router/arrival.rs`.
        <p id="announcer" role="status"></p>
    }
}
