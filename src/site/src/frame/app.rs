//! The whole of `<body>`: header, the page, footer.

use leptos::prelude::*;

use super::{Shown, booking::BookingBar, footer::Footer, header::Header};
use crate::Site;

/// The site, showing one route; where there is none, the page of `404.html`,
/// which only a page load shows.
#[component]
pub(crate) fn App(site: &'static Site, shown: Shown) -> impl IntoView {
    // The article is finished HTML: taking the page over does not walk it.
    let not_found = site.not_found.as_ref().map_or("", |page| &*page.article.0);
    let article = move || shown.get().map_or(not_found, |route| &*route.article.0);
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <Header site shown />
        <main id="main">
            <article inner_html=article></article>
        </main>
        <BookingBar site shown />
        <Footer site shown />
        // Empty until the router announces a page; see `router/arrival.rs`.
        <p id="announcer" role="status"></p>
    }
}
