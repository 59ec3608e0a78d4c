//! One page: hero, text, sections, cards.

use leptos::prelude::*;

use super::{cards::Cards, hero::Hero};
use crate::{Page, sections};

/// Draws a page from its data alone.
#[component]
pub(super) fn PageView(page: &'static Page) -> impl IntoView {
    view! {
        <article>
            <Hero page />
            <div class="prose" inner_html=&*page.body.0.0></div>
            {page.sections.iter().map(sections::draw).collect::<Vec<_>>()}
            <Cards cards=&page.cards />
        </article>
    }
}
