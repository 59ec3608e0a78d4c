//! `places`: where the business is and how to reach it, from `site.yaml`.

use content::{keys, schema::Words};
use leptos::prelude::*;

use crate::{
    Place,
    components::{PlaceLines, Surroundings},
};

keys! {
    /// Where the business is and how to reach it; all of that comes from `site.yaml`.
    pub struct Places {
        /// The section's heading.
        required title: Words = "Where to find us";
    }
}

impl super::Rules for Places {
    const SELDOM: bool = true;

    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static Places) -> impl IntoView {
    let Surroundings { business, .. } = expect_context();
    let place = |place: &'static Place| view! { <li><h3>{&*place.name}</h3><PlaceLines place /></li> };
    view! {
        <section class="places">
            <h2>{&*section.title}</h2>
            <ul role="list" class="fill">{business.places.iter().map(place).collect::<Vec<_>>()}</ul>
            <p>
                "Write to " <a href=format!("mailto:{}", business.email)>{&*business.email}</a>
            </p>
        </section>
    }
}
