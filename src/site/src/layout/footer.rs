//! The footer: whose site this is, where to go in it, and where the business is.

use leptos::prelude::*;

use super::{
    folders::{Folders, Item},
    mark::Mark,
};
use crate::{Frame, Place, components::PlaceLines};
use frame::Shown;

/// Mark and name, places, links by folder, further links, the line on results.
#[component]
pub(super) fn Footer(frame: &'static Frame, shown: Shown) -> impl IntoView {
    let business = &frame.business;
    let links = frame.footer_links.iter().chain(&business.social);
    let place = |place: &'static Place| view! { <li><p>{&*place.name}</p><PlaceLines place /></li> };
    view! {
        <footer class="site-footer">
            <p class="name"><Mark /> {&*business.name}</p>
            <ul role="list" class="where">{business.places.iter().map(place).collect::<Vec<_>>()}</ul>
            <ul role="list" class="by-folder"><Folders frame shown /></ul>
            <ul role="list" class="links">
                {links.map(|link| view! { <Item link shown /> }).collect::<Vec<_>>()}
            </ul>
            {business.disclaimer.as_deref().map(|text| view! { <p class="disclaimer">{text}</p> })}
        </footer>
    }
}
