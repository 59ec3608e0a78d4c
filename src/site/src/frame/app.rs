//! The whole of `<body>`: header, the page, footer.

use leptos::{either::Either, prelude::*};

use super::{Shown, booking::BookingBar, footer::Footer, header::Header, not_found::NotFound};
use crate::Site;

/// The site, showing the route that `shown` holds.
#[component]
pub(crate) fn App(site: &'static Site, shown: Shown) -> impl IntoView {
    // The article is finished HTML: taking the page over does not walk it.
    let page = move || match shown.route.get() {
        Some(route) => Either::Left(view! { <article inner_html=&*route.article.0></article> }),
        None => Either::Right(view! { <NotFound site shown /> }),
    };
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <Header site shown />
        <main id="main">{page}</main>
        <BookingBar site shown />
        <Footer site shown />
    }
}
