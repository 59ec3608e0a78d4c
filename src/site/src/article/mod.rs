//! The components of a page. They run on the build machine alone: what they draw
//! is finished, and travels as HTML.

mod cards;
mod contents;
mod facts;
mod hero;
mod not_found;
mod pairs;
mod rhythm;

use cards::Cards;
pub use cards::SCRIPT as CARDS_SCRIPT;
use contents::Contents;
pub use contents::SCRIPT as CONTENTS_SCRIPT;
use hero::Hero;
use leptos::prelude::*;
pub use not_found::NEAREST_FIRST;
pub(crate) use not_found::{NotFoundView, listed};
use pairs::Pairs;
pub(crate) use pairs::RESULTS;
use rhythm::Rhythm;

use crate::{
    Frame, Page, WhyChoose,
    components::{BookingButton, Surroundings},
    sections::{self, Ground},
};

/// What pages with pictures do beside showing them: a module, of which nothing is missing where
/// it does not run.
pub const IMAGES_SCRIPT: &str = include_str!("images.js");

/// One page: hero, text, sections, and where to go from here. Beside the text and the first
/// sections stand the page's contents and the way to book, as far as what needs the whole width.
#[component]
pub(crate) fn ArticleView(frame: &'static Frame, page: &'static Page) -> impl IntoView {
    provide_context(Surroundings {
        business: &frame.business,
        folders: &frame.folders,
        booking: frame.booking.as_deref(),
        has_art: page.drawing().is_some(),
        route: &page.route,
        listed: &page.listed,
        treatment: page.is_treatment.then_some(&page.route),
    });
    let mut rhythm = Rhythm::below_the_hero();
    let mut parts = Vec::new();
    if !page.body.0.is_empty() {
        let ground = rhythm.next(Ground::Paper);
        parts
            .push(view! { <div class="prose" data-ground=ground inner_html=&*page.body.0></div> }.into_any());
    }
    if !page.pairs.is_empty() {
        let ground = rhythm.next(Ground::Paper);
        // Text is what is largest on a first screen: it has come with the page, and nobody waits
        // for a picture to see it.
        let is_first = page.image.is_none() && page.body.0.is_empty();
        parts.push(view! { <Pairs pairs=&page.pairs is_first ground /> }.into_any());
    }
    if !page.cards.is_empty() {
        let ground = rhythm.next(Ground::Tint);
        parts.push(view! { <Cards title="Treatments" cards=&page.cards ground /> }.into_any());
    }
    if let Some(why_choose) = &page.why_choose {
        let ground = rhythm.next(Ground::Paper);
        parts.push(view! { <WhyChooseView why_choose ground /> }.into_any());
    }
    // What is deepest goes from edge to edge, and so does what follows it.
    let beside = page.parts.iter().take_while(|it| it.section.ground() != Ground::Deep).count();
    let draw = |rhythm: &mut Rhythm, part| sections::draw(part, rhythm.next(part.section.ground()));
    let (beside, below) = page.parts.split_at(beside);
    parts.extend(beside.iter().map(|part| draw(&mut rhythm, part)));
    let mut wide: Vec<_> = below.iter().map(|part| draw(&mut rhythm, part)).collect();
    if !page.related.is_empty() {
        let ground = rhythm.next(Ground::Tint);
        wide.push(view! { <Cards title="Related treatments" cards=&page.related ground /> }.into_any());
    }
    let updated = page.updated.as_ref().map(|date| {
        view! {
            <p class="updated">
                "Updated " <time datetime=&*date.iso>{&*date.words}</time>
            </p>
        }
    });
    let side = contents::has_contents(page).then(|| {
        view! {
            <div class="side">
                <Contents page />
                {page.cta_text.as_deref().map(|text| view! { <BookingButton text /> })}
            </div>
        }
    });
    let composition = composition(page);
    view! {
        <Hero page plain={composition == PLAIN} />
        <div class=format!("columns {composition}")>
            {side}
            <div>{parts} {updated}</div>
        </div>
        {wide}
    }
}

/// The composition of a page with text alone.
const PLAIN: &str = "plain";

/// How a page is composed: home in its own way, others with something beside the text, or in one
/// column in the middle where there is nothing for that.
fn composition(page: &'static Page) -> &'static str {
    match page.route == "/" {
        true => "home",
        false if contents::has_contents(page) => "with-side",
        false if page.art.is_none() && page.image.is_none() && page.facts.is_empty() => PLAIN,
        false => "",
    }
}

/// Why this clinic.
#[component]
fn WhyChooseView(why_choose: &'static WhyChoose, ground: rhythm::Said) -> impl IntoView {
    view! {
        <section class="why-choose" id=&*why_choose.id data-ground=ground>
            <h2>{&*why_choose.title}</h2>
            <p inner_html=&*why_choose.text.0></p>
        </section>
    }
}
