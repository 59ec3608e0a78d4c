//! What an address without a page shows.

use leptos::prelude::*;

/// The page of `404.html`.
#[component]
pub(super) fn NotFound() -> impl IntoView {
    view! {
        <article>
            <header class="hero">
                <h1>"Page not found"</h1>
                <p class="tagline">"There is no page at this address. It may have moved."</p>
                <a class="cta" href="/">"Go to the home page"</a>
            </header>
        </article>
    }
}
