//! The top of a page: its name, its tagline, one call to action.

use leptos::prelude::*;

use crate::{BOOKING, Page};

/// The hero. Holds the page's only `h1`.
#[component]
pub(super) fn Hero(page: &'static Page) -> impl IntoView {
    view! {
        <header class="hero">
            <h1>{&*page.name}</h1>
            {page.tagline.as_deref().map(|tagline| view! { <p class="tagline">{tagline}</p> })}
            {page.cta_text.as_deref().map(|text| view! { <a class="cta" href=BOOKING>{text}</a> })}
        </header>
    }
}
