//! Where a place of the business is, and when.

use leptos::prelude::*;

use crate::{Hours, Place};

/// Address, phone and hours, as far as they are known.
#[component]
pub(crate) fn PlaceLines(place: &'static Place) -> impl IntoView {
    let town = format!("{}, {}", place.city, place.region);
    let town = match &place.postal_code {
        Some(code) => format!("{town} {code}"),
        None => town,
    };
    let phone = place.phone.as_deref().zip(place.tel());
    let hours = |hours: &'static Hours| {
        let days = hours.days.join(", ");
        view! { <p>{format!("{days}: {}–{}", hours.opens, hours.closes)}</p> }
    };
    view! {
        {place.street.as_deref().map(|street| view! { <p>{street}</p> })}
        <p>{town}</p>
        {phone.map(|(phone, tel)| view! { <p><a href=format!("tel:{tel}")>{phone}</a></p> })}
        {place.hours.iter().map(hours).collect::<Vec<_>>()}
    }
}
