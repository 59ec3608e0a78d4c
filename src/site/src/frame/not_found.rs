//! What an address without a page shows: the pages that there are, and once the
//! address is known the nearest of them first.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::Shown;
use crate::{Route, Site};

/// The page of `404.html`.
#[component]
pub(super) fn NotFound(site: &'static Site, shown: Shown) -> impl IntoView {
    let pages = move || {
        let asked = shown.path.get();
        let mut routes: Vec<&'static Route> = site.routes.iter().filter(|route| !route.unlisted).collect();
        routes.sort_by_key(|route| Reverse(likeness(&asked, &route.path)));
        let entry = |route: &'static Route| view! { <li><a href=&*route.path>{&*route.name}</a></li> };
        routes.into_iter().map(entry).collect::<Vec<_>>()
    };
    view! {
        <article>
            <header class="hero">
                <div>
                    <h1>"Page not found"</h1>
                    <p class="tagline">
                        "There is no page at this address. It may have moved; these are the pages."
                    </p>
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
