//! The facts at a glance, beside a page's name or right below it.

use leptos::prelude::*;

use crate::{Fact, components::Icon};

/// The list; nothing where there are none.
#[component]
pub(super) fn Facts(facts: &'static [Fact]) -> impl IntoView {
    let fact = |Fact { label, value, icon }: &'static Fact| {
        view! {
            <div>
                <dt>{icon.as_ref().map(|shapes| view! { <Icon shapes /> })} {&**label}</dt>
                <dd inner_html=&*value.0></dd>
            </div>
        }
    };
    (!facts.is_empty()).then(|| {
        view! { <dl class="facts" aria-label="At a glance">{facts.iter().map(fact).collect::<Vec<_>>()}</dl> }
    })
}
