//! What an address without a page shows: the pages that there are, and once the
//! address is known the nearest of them first.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::Address;
use crate::{Page, Site};

/// The page of `404.html`.
#[component]
pub(super) fn NotFound(site: &'static Site) -> impl IntoView {
    let address = expect_context::<Address>();
    let pages = move || {
        let asked = address.path.get();
        let mut pages: Vec<&'static Page> = site.pages.iter().filter(|page| !page.unlisted).collect();
        pages.sort_by_key(|page| Reverse(likeness(&asked, &page.route)));
        let entry = |page: &'static Page| view! { <li><a href=&*page.route>{&*page.name}</a></li> };
        pages.into_iter().map(entry).collect::<Vec<_>>()
    };
    view! {
        <article>
            <header class="hero">
                <div>
                    <h1>"Page not found"</h1>
                    <p class="tagline">"There is no page at this address. It may have moved; these are the pages."</p>
                </div>
            </header>
            <ul class="all-pages" role="list">{pages}</ul>
        </article>
    }
}

/// How many pairs of neighbouring letters two addresses share.
fn likeness(a: &str, b: &str) -> usize {
    a.as_bytes().windows(2).filter(|pair| b.as_bytes().windows(2).any(|other| other == *pair)).count()
}
