//! The components of a page. They run on the build machine alone: what they draw
//! is finished, and travels as HTML.

mod cards;
mod drawing;
mod hero;
mod not_found;

use cards::Cards;
pub(crate) use drawing::Icon;
use hero::Hero;
use leptos::prelude::*;
pub(crate) use not_found::NotFoundView;

use crate::{Content, Page, sections, site::booking_href};

/// One page: hero, text, sections, and where to go from here.
#[component]
pub(crate) fn ArticleView(page: &'static Page) -> impl IntoView {
    provide_context(page);
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
        <Cards title="Treatments" cards=&page.cards />
        {why_choose}
        {page.sections.iter().map(sections::draw).collect::<Vec<_>>()}
        <Cards title="Related treatments" cards=&page.related />
        {updated}
    }
}

/// A link to where booking happens, from the page being drawn.
#[component]
pub(crate) fn BookingButton(text: &'static str) -> impl IntoView {
    let content = expect_context::<&'static Content>();
    let page = expect_context::<&'static Page>();
    content.booking.as_deref().map(|booking| {
        let href = booking_href(booking, page.is_treatment.then_some(&page.route));
        view! { <a class="cta" href=href>{text}</a> }
    })
}
