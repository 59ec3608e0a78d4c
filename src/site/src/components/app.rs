//! The whole of `<body>`: header, the page, footer.

use leptos::{either::Either, prelude::*};

use super::{not_found::NotFound, page_view::PageView};
use crate::{BOOKING, Page, Site};

/// The site, showing the page that `page` holds; `None` is an address without one.
#[component]
pub fn App(site: &'static Site, page: ReadSignal<Option<&'static Page>>) -> impl IntoView {
    let shown = move || match page.get() {
        Some(page) => Either::Left(view! { <PageView page /> }),
        None => Either::Right(view! { <NotFound /> }),
    };
    let booking = site.page(BOOKING).map(|page| view! { <a class="book" href=BOOKING>{&*page.name}</a> });
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <header class="site-header">
            <a class="brand" href="/">{&*site.name}</a>
            {booking}
        </header>
        <main id="main">{shown}</main>
        <footer class="site-footer">
            <p>{&*site.name}</p>
        </footer>
    }
}
