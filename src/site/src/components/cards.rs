//! Cards that lead to the pages of a folder.

use leptos::prelude::*;

use crate::{Card, List};

/// The grid of cards, nothing where there are none.
#[component]
pub(super) fn Cards(cards: &'static List<Card>) -> impl IntoView {
    let card = |card: &'static Card| {
        view! {
            <li>
                <a href=&*card.route>{&*card.name}</a>
                <p>{&*card.text}</p>
            </li>
        }
    };
    (!cards.is_empty())
        .then(|| view! { <ul class="cards" role="list">{cards.iter().map(card).collect::<Vec<_>>()}</ul> })
}
