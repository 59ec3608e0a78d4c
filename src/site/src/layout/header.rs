//! The header: the business, its menu, the way to book.
//!
//! One list of links serves all widths. Where there is room it is a row of the
//! folders; where there is none it is a popover (HTML's own, which opens, closes
//! and moves focus without scripts) with everything in it.

use leptos::prelude::*;

use super::booking::BookingButton;
use crate::{Folder, Frame, Link};
use frame::Shown;

/// How many folders the menu has, and how many pages of each. It stands in every page.
const FOLDERS: usize = 8;
const PAGES: usize = 8;

/// The site's header.
#[component]
pub(super) fn Header(frame: &'static Frame, shown: Shown) -> impl IntoView {
    let link = move |link: &'static Link| {
        view! { <a href=&*link.href {..frame::current(link.href.clone(), shown)}>{&*link.name}</a> }
    };
    let item = move |it: &'static Link| view! { <li>{link(it)}</li> };
    let folder = move |folder: &'static Folder| {
        let all = (folder.below.len() > PAGES).then(|| {
            let name = format!("All {} treatments", folder.below.len());
            view! { <li><a href=&*folder.page.href>{name}</a></li> }
        });
        let children = (!folder.children.is_empty()).then(|| {
            let shown = folder.children.iter().take(PAGES);
            view! { <ul role="list">{shown.map(item).collect::<Vec<_>>()} {all}</ul> }
        });
        view! { <li>{link(&folder.page)} {children}</li> }
    };
    // The key `/` finds it, see `search/key.js`.
    let search = frame.search.as_deref().map(|route| {
        view! { <li><a class="to-search" href={route} {..frame::current(route.into(), shown)}>"Search"</a></li> }
    });
    view! {
        <header class="site-header">
            <a class="brand" href="/">{&*frame.business.name}</a>
            <button class="menu-button" popovertarget="menu">"Menu"</button>
            // Where it is longer than the screen, Firefox makes what scrolls a stop of the Tab key;
            // its links are, and scroll it.
            <nav id="menu" popover="auto" aria-label="Main" tabindex="-1">
                <button class="menu-button" popovertarget="menu" popovertargetaction="hide">
                    "Close"
                </button>
                <ul role="list">
                    {frame.folders.iter().take(FOLDERS).map(folder).collect::<Vec<_>>()}
                    {frame.header_links.iter().map(item).collect::<Vec<_>>()}
                    {search}
                </ul>
            </nav>
            <BookingButton frame shown />
        </header>
    }
}
