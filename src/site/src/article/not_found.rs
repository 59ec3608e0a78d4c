//! What an address without a page shows: the pages that there are.

use leptos::prelude::*;

use crate::{Content, Link};

/// Puts what is nearest to the address first.
pub const NEAREST_FIRST: &str = include_str!("not_found.js");

/// How many pages are listed; beyond that it is the folders, and what the frame has.
const PAGES: usize = 100;

/// The article of `404.html`.
#[component]
pub(crate) fn NotFoundView(content: &'static Content) -> impl IntoView {
    let entry = |(href, name): (&'static str, &'static str)| view! { <li><a href=href>{name}</a></li> };
    let listed: Vec<_> = content.pages.iter().filter(|page| !page.unlisted).collect();
    let entries: Vec<(&str, &str)> = if listed.len() <= PAGES {
        listed.iter().map(|page| (&*page.route, &*page.name)).collect()
    } else {
        let of_link = |link: &'static Link| (&*link.href, &*link.name);
        let folders = content.folders.iter().map(|folder| of_link(&folder.page));
        folders.chain(content.header_links.iter().map(of_link)).take(PAGES).collect()
    };
    view! {
        <header class="hero">
            <div>
                <h1>"Page not found"</h1>
                <p class="tagline">
                    "There is no page at this address. It may have moved; these are the pages."
                </p>
            </div>
        </header>
        <ul class="all-pages" role="list">{entries.into_iter().map(entry).collect::<Vec<_>>()}</ul>
        <script inner_html=NEAREST_FIRST></script>
    }
}
