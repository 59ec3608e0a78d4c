//! The top of a page: where it is, its name, one call to action, a drawing.

use leptos::prelude::*;

use crate::{
    Link, Page,
    components::{Art, BookingButton},
};

/// The hero. Holds the page's only `h1`.
#[component]
pub(super) fn Hero(page: &'static Page) -> impl IntoView {
    let crumb = |link: &'static Link| view! { <li><a href=&*link.href>{&*link.name}</a></li> };
    let breadcrumbs = (!page.breadcrumbs.is_empty()).then(|| {
        view! {
            <nav class="breadcrumbs" aria-label="Breadcrumbs">
                <ol role="list">{page.breadcrumbs.iter().map(crumb).collect::<Vec<_>>()}</ol>
            </nav>
        }
    });
    view! {
        // A class and not `:has(.art)`: the text above must not move when the parser
        // comes to the drawing.
        <header class=if page.art.is_some() { "hero with-art" } else { "hero" }>
            <div>
                {breadcrumbs}
                {page.draft.then(|| view! { <p class="draft">"Draft: not published"</p> })}
                <h1>{&*page.name}</h1>
                {page.tagline.as_deref().map(|tagline| view! { <p class="tagline">{tagline}</p> })}
                {page.cta_text.as_deref().map(|text| view! { <BookingButton text /> })}
            </div>
            {page.art.as_ref().map(|shapes| view! { <Art shapes /> })}
        </header>
    }
}
