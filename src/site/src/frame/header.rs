//! The header: the business, its menu, the way to book.
//!
//! One list of links serves all widths. Where there is room it is a row of the
//! folders; where there is none it is a popover (HTML's own, which opens, closes
//! and moves focus without scripts) with everything in it.

use leptos::prelude::*;

use super::{Shown, booking::BookingButton, link::CurrentLink};
use crate::{Link, MenuItem, Site};

/// The site's header.
#[component]
pub(super) fn Header(site: &'static Site, shown: Shown) -> impl IntoView {
    let child = move |link: &'static Link| view! { <li><CurrentLink link shown /></li> };
    let children = move |links: &'static [Link]| {
        (!links.is_empty())
            .then(|| view! { <ul role="list">{links.iter().map(child).collect::<Vec<_>>()}</ul> })
    };
    let folder = move |item: &'static MenuItem| {
        view! { <li><CurrentLink link=&item.page shown /> {children(&item.children)}</li> }
    };
    view! {
        <header class="site-header">
            <a class="brand" href="/">{&*site.name}</a>
            <button class="menu-button" popovertarget="menu">"Menu"</button>
            <nav id="menu" popover="auto" aria-label="Main">
                <button class="menu-button" popovertarget="menu" popovertargetaction="hide">
                    "Close"
                </button>
                <ul role="list">
                    {site.menu.iter().map(folder).collect::<Vec<_>>()}
                    {site.header_links.iter().map(child).collect::<Vec<_>>()}
                </ul>
            </nav>
            {site.booking.as_deref().map(|booking| view! { <BookingButton booking text="Book" shown /> })}
        </header>
    }
}
