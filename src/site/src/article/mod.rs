//! The components of a page. They run on the build machine alone: what they draw
//! is finished, and travels as HTML.

mod cards;
mod hero;
mod not_found;
mod pairs;

use cards::Cards;
use hero::Hero;
use leptos::prelude::*;
pub use not_found::NEAREST_FIRST;
pub(crate) use not_found::{NotFoundView, listed};
use pairs::Pairs;

use crate::{Frame, Page, components::Surroundings, sections};

/// What pages with pictures do beside showing them: a module, of which nothing is missing where
/// it does not run.
pub const IMAGES_SCRIPT: &str = include_str!("images.js");

/// One page: hero, text, sections, and where to go from here.
#[component]
pub(crate) fn ArticleView(frame: &'static Frame, page: &'static Page) -> impl IntoView {
    provide_context(Surroundings {
        business: &frame.business,
        folders: &frame.folders,
        booking: frame.booking.as_deref(),
        route: &page.route,
        listed: &page.listed,
        treatment: page.is_treatment.then_some(&page.route),
    });
    let why_choose = page.why_choose.as_ref().map(|why| {
        view! {
            <section class="why-choose">
                <h2>{&*why.title}</h2>
                <p inner_html=&*why.text.0></p>
            </section>
        }
    });
    let body =
        (!page.body.0.is_empty()).then(|| view! { <div class="prose" inner_html=&*page.body.0></div> });
    let updated = page.updated.as_ref().map(|date| {
        view! {
            <p class="updated">
                "Updated " <time datetime=&*date.iso>{&*date.words}</time>
            </p>
        }
    });
    view! {
        <Hero page />
        {body}
        // Text is what is largest on a first screen: it has come with the page, and nobody waits
        // for a picture to see it.
        <Pairs pairs=&page.pairs is_first=page.image.is_none() && page.body.0.is_empty() />
        <Cards title="Treatments" cards=&page.cards />
        {why_choose}
        {page.sections.iter().map(sections::draw).collect::<Vec<_>>()}
        <Cards title="Related treatments" cards=&page.related />
        {updated}
    }
}
