//! `places`: where the business is and how to reach it, from `site.yaml`.

use content::{keys, schema::Words};
use leptos::prelude::*;

use crate::{Hours, Place, components::Surroundings};

keys! {
    /// Where the business is and how to reach it; all of that comes from `site.yaml`.
    pub struct Places {
        /// The section's heading.
        required title: Words = "Where to find us";
    }
}

impl super::Rules for Places {
    fn headings(&self) -> Vec<String> {
        vec![self.title.clone()]
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static Places) -> impl IntoView {
    let Surroundings { business, .. } = expect_context();
    let hours = |hours: &'static Hours| {
        let days = hours.days.join(", ");
        view! { <p>{format!("{days}: {}–{}", hours.opens, hours.closes)}</p> }
    };
    let place = move |place: &'static Place| {
        let town = format!("{}, {}", place.city, place.region);
        let town = match &place.postal_code {
            Some(code) => format!("{town} {code}"),
            None => town,
        };
        let phone = place.phone.as_deref().zip(place.tel());
        view! {
            <li>
                <h3>{&*place.name}</h3>
                {place.street.as_deref().map(|street| view! { <p>{street}</p> })}
                <p>{town}</p>
                {phone.map(|(phone, tel)| view! { <p><a href=format!("tel:{tel}")>{phone}</a></p> })}
                {place.hours.iter().map(hours).collect::<Vec<_>>()}
            </li>
        }
    };
    view! {
        <section class="places">
            <h2>{&*section.title}</h2>
            <ul role="list">{business.places.iter().map(place).collect::<Vec<_>>()}</ul>
            <p>
                "Write to " <a href=format!("mailto:{}", business.email)>{&*business.email}</a>
            </p>
        </section>
    }
}
