//! Cards that lead to pages; a list of names where there are very many.

use leptos::prelude::*;

use crate::Card;

/// How many pages have cards. What is longer is looked through, not read.
const CARDS: usize = 24;

/// A grid of cards below a heading; nothing where there are none.
#[component]
pub(super) fn Cards(title: &'static str, cards: &'static [Card]) -> impl IntoView {
    let many = cards.len() > CARDS;
    let card = move |card: &'static Card| {
        let link = view! { <a href=&*card.route>{&*card.name}</a> };
        if many {
            view! { <li>{link}</li> }.into_any()
        } else {
            view! { <li><h3>{link}</h3><p>{&*card.text}</p></li> }.into_any()
        }
    };
    (!cards.is_empty()).then(|| {
        view! {
            <section class=if many { "names" } else { "cards" }>
                <h2>{title}</h2>
                <ul role="list">{cards.iter().map(card).collect::<Vec<_>>()}</ul>
            </section>
        }
    })
}
