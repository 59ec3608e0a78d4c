//! What an address without a page shows: the pages that there are.

use leptos::prelude::*;

use crate::{Frame, Link, Page};

/// Puts what is nearest to the address first.
pub const NEAREST_FIRST: &str = include_str!("not_found.js");

/// How many pages are listed; beyond that it is the folders, and what the frame has.
const PAGES: usize = 100;

/// The pages that it lists.
pub(crate) fn listed(frame: &Frame, pages: &[Page]) -> Vec<Link> {
    let listed: Vec<_> = pages.iter().filter(|page| !page.unlisted).collect();
    if listed.len() <= PAGES {
        let link = |page: &&Page| Link { href: page.route.clone().into(), name: page.name.clone().into() };
        return listed.iter().map(link).collect();
    }
    let folders = frame.folders.iter().map(|folder| &folder.page);
    folders.chain(&frame.header_links).take(PAGES).cloned().collect()
}

/// The article of `404.html`.
#[component]
pub(crate) fn NotFoundView(links: Vec<Link>) -> impl IntoView {
    let entry = |Link { href, name }: Link| view! { <li><a href=href>{name}</a></li> };
    view! {
        <header class="hero">
            <div>
                <h1>"Page not found"</h1>
                <p class="tagline">
                    "There is no page at this address. It may have moved; these are the pages."
                </p>
            </div>
        </header>
        <ul class="all-pages" role="list">{links.into_iter().map(entry).collect::<Vec<_>>()}</ul>
        <script inner_html=NEAREST_FIRST></script>
    }
}
