//! The header: the business, its menu, the way to book.
//!
//! One list of links serves all widths. Where there is room it is a row of the
//! folders; where there is none it is a popover (HTML's own, which opens, closes
//! and moves focus without scripts) with everything in it.

use leptos::prelude::*;

use super::{
    booking::BookingButton,
    folders::{Folders, Item},
    mark::Mark,
};
use crate::Frame;
use frame::Shown;

/// The site's header.
#[component]
pub(super) fn Header(frame: &'static Frame, shown: Shown) -> impl IntoView {
    // The key `/` finds it, see `search/key.js`.
    let search = frame.search.as_deref().map(|route| {
        view! { <li><a class="to-search" href={route} {..frame::current(route.into(), shown)}>"Search"</a></li> }
    });
    view! {
        <header class="site-header">
            <a class="brand" href="/"><Mark /> {&*frame.business.name}</a>
            <button class="menu-button" popovertarget="menu">"Menu"</button>
            // Where it is longer than the screen, Firefox makes what scrolls a stop of the Tab key;
            // its links are, and scroll it.
            <nav id="menu" popover="auto" aria-label="Main" tabindex="-1">
                <button class="menu-button" popovertarget="menu" popovertargetaction="hide">
                    "Close"
                </button>
                <ul role="list">
                    <Folders frame shown />
                    {frame.header_links.iter().map(|link| view! { <Item link shown /> }).collect::<Vec<_>>()}
                    {search}
                </ul>
            </nav>
            <BookingButton frame shown />
        </header>
    }
}
