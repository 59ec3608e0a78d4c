//! Cards that lead to pages; a list of names where there are very many.

use leptos::prelude::*;

use super::rhythm::Said;
use crate::{Card, components::Mark};

/// Lets a card's drawing become that of the page.
pub const SCRIPT: &str = include_str!("cards.js");

/// How many pages have cards. What is longer is looked through, not read.
const CARDS: usize = 24;

/// A grid of cards below a heading.
#[component]
pub(super) fn Cards(title: &'static str, cards: &'static [Card], ground: Said) -> impl IntoView {
    let many = cards.len() > CARDS;
    let card = move |card: &'static Card| {
        let link = view! { <a href=&*card.route>{&*card.name}</a> };
        if many {
            view! { <li>{link}</li> }.into_any()
        } else {
            let mark = card.mark.as_ref().map(|shapes| view! { <Mark shapes /> });
            view! { <li>{mark} <h3>{link}</h3><p>{&*card.text}</p></li> }.into_any()
        }
    };
    view! {
        <section class=if many { "names" } else { "cards" } data-ground=ground>
            <h2>{title}</h2>
            <ul role="list" class=(!many).then_some("fill")>{cards.iter().map(card).collect::<Vec<_>>()}</ul>
        </section>
    }
}
