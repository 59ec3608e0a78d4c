//! Before and after: pairs of pictures side by side.

use images::{Loading, Place, link};
use leptos::prelude::*;

use super::rhythm::Said;
use crate::Pair;

/// The section's id and heading.
pub(crate) const RESULTS: (&str, &str) = ("page_results", "Before and after");

/// How many pairs are seen at once; the others are behind a button.
const SHOWN: usize = 6;

/// All pairs of a page.
#[component]
pub(super) fn Pairs(pairs: &'static [Pair], is_first: bool, ground: Said) -> impl IntoView {
    let (shown, others) = pairs.split_at(pairs.len().min(SHOWN));
    let list = move |pairs: &'static [Pair], first: bool| {
        let figure = move |(at, pair)| {
            let loading =
                if first && at == 0 { [Loading::First, Loading::Early] } else { [Loading::Late; 2] };
            view! { <li><Figure pair loading /></li> }
        };
        view! { <ul role="list">{pairs.iter().enumerate().map(figure).collect::<Vec<_>>()}</ul> }
    };
    let more = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>{format!("Show all {} results", pairs.len())}</summary>
                {list(others, false)}
            </details>
        }
    });
    let (id, title) = RESULTS;
    view! {
        <section class="results pictures" id=id data-ground=ground>
            <h2>{title}</h2>
            {list(shown, is_first)}
            {more}
            <p class="vary">"Results differ from person to person."</p>
        </section>
    }
}

/// One pair with what is said of it.
#[component]
fn Figure(pair: &'static Pair, loading: [Loading; 2]) -> impl IntoView {
    let side = |name: &'static str, image, loading| {
        let html = link(image, &format!("{name}: {}", pair.words), Place::Half, loading);
        view! { <div inner_html=format!("<span>{name}</span>{html}")></div> }
    };
    let caption = pair.caption.as_deref().map(|caption| view! { {caption} " " });
    let source = pair.source.map(|source| view! { <span>{source.words()}</span> });
    let below =
        (caption.is_some() || source.is_some()).then(|| view! { <figcaption>{caption}{source}</figcaption> });
    view! {
        <figure class="pair" data-same-shape=pair.is_comparable()>
            {side("Before", &pair.before, loading[0])}
            {side("After", &pair.after, loading[1])}
            {below}
        </figure>
    }
}
