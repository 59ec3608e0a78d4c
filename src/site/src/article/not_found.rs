//! What an address without a page shows: the pages that there are.

use leptos::prelude::*;

use crate::{Content, Page};

const NEAREST_FIRST: &str = include_str!("not_found.js");

/// The article of `404.html`.
#[component]
pub(crate) fn NotFoundView(content: &'static Content) -> impl IntoView {
    let entry = |page: &'static Page| view! { <li><a href=&*page.route>{&*page.name}</a></li> };
    let listed = content.pages.iter().filter(|page| !page.unlisted);
    view! {
        <header class="hero">
            <div>
                <h1>"Page not found"</h1>
                <p class="tagline">
                    "There is no page at this address. It may have moved; these are the pages."
                </p>
            </div>
        </header>
        <ul class="all-pages" role="list">{listed.map(entry).collect::<Vec<_>>()}</ul>
        <script inner_html=NEAREST_FIRST></script>
    }
}
