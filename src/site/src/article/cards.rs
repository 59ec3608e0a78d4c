//! Cards that lead to pages.

use leptos::prelude::*;

use super::drawing::Art;
use crate::Card;

/// A grid of cards below a heading; nothing where there are none.
#[component]
pub(super) fn Cards(title: &'static str, cards: &'static [Card]) -> impl IntoView {
    let card = |card: &'static Card| {
        view! {
            <li>
                {card.art.as_ref().map(|shapes| view! { <Art shapes /> })}
                <h3>
                    <a href=&*card.route>{&*card.name}</a>
                </h3>
                <p>{&*card.text}</p>
            </li>
        }
    };
    (!cards.is_empty()).then(|| {
        view! {
            <section class="cards">
                <h2>{title}</h2>
                <ul role="list">{cards.iter().map(card).collect::<Vec<_>>()}</ul>
            </section>
        }
    })
}
