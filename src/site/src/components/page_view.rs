//! One page: hero, text, sections, and where to go from here.

use leptos::prelude::*;

use super::{cards::Cards, hero::Hero};
use crate::{Page, sections};

/// Draws a page from its data alone.
#[component]
pub(super) fn PageView(page: &'static Page) -> impl IntoView {
    let why_choose = page.why_choose.as_ref().map(|why| {
        view! {
            <section class="why-choose">
                <h2>{&*why.title}</h2>
                <p inner_html=&*why.text.0></p>
            </section>
        }
    });
    let updated = page.updated.as_ref().map(|date| {
        view! {
            <p class="updated">
                "Updated " <time datetime=&*date.iso>{&*date.words}</time>
            </p>
        }
    });
    view! {
        <article>
            <Hero page />
            <div class="prose" inner_html=&*page.body.0.0></div>
            {why_choose}
            {page.sections.iter().map(sections::draw).collect::<Vec<_>>()}
            <Cards title="Treatments" cards=&page.cards />
            <Cards title="Related treatments" cards=&page.related />
            {updated}
        </article>
    }
}
