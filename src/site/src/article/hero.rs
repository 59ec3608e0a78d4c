//! The top of a page: where it is, its name, one call to action, a picture or a drawing.

use images::{Loading, Place, with_caption};
use leptos::prelude::*;

use super::facts::Facts;
use crate::{
    Link, Page,
    components::{Art, BookingButton},
};

/// The hero. Holds the page's only `h1`. On a `plain` page it stands in the text's column.
#[component]
pub(super) fn Hero(page: &'static Page, plain: bool) -> impl IntoView {
    let crumb = |link: &'static Link| view! { <li><a href=&*link.href>{&*link.name}</a></li> };
    let breadcrumbs = (!page.breadcrumbs.is_empty()).then(|| {
        view! {
            <nav class="breadcrumbs" aria-label="Breadcrumbs">
                <ol role="list">{page.breadcrumbs.iter().map(crumb).collect::<Vec<_>>()}</ol>
            </nav>
        }
    });
    let image = page.image.as_ref().map(|photograph| {
        let below = photograph.below();
        let html = with_caption(&photograph.image, &photograph.words, &below, Place::Hero, Loading::First);
        view! { <figure class="image-with-caption" inner_html=html></figure> }
    });
    let art = page.drawing().map(|shapes| view! { <Art shapes /> });
    // A class and not `:has(.image)`: the text must not move when the parser comes to what is
    // beside it.
    let class = match image.is_some() {
        true => "hero with-image",
        false if plain => "hero plain",
        false if !page.facts.is_empty() => "hero with-facts",
        false => "hero",
    };
    view! {
        <header class=class>
            <div>
                {breadcrumbs}
                {page.draft.then(|| view! { <p class="draft">"Draft: not published"</p> })}
                <h1>{&*page.name}</h1>
                {page.tagline.as_deref().map(|tagline| view! { <p class="tagline">{tagline}</p> })}
                {page.cta_text.as_deref().map(|text| view! { <BookingButton text /> })}
            </div>
            {image}
            {art}
            <Facts facts=&page.facts />
        </header>
    }
}
