//! The header: the business, its menu, the way to book.
//!
//! One list of links serves all widths. Where there is room it is a row of the
//! folders; where there is none it is a popover (HTML's own, which opens, closes
//! and moves focus without scripts) with everything in it.

use leptos::prelude::*;

use super::{
    app::Shown,
    booking::{BookingButton, can_book},
};
use crate::{Link, MenuItem, Site};

/// The site's header.
#[component]
pub(super) fn Header(site: &'static Site) -> impl IntoView {
    let home = site.page("/").map(|page| &*page.route).unwrap_or("/");
    let child = |link: &'static Link| view! { <li><CurrentLink link /></li> };
    let folder = move |item: &'static MenuItem| {
        let children = (!item.children.is_empty())
            .then(|| view! { <ul role="list">{item.children.iter().map(child).collect::<Vec<_>>()}</ul> });
        view! { <li><CurrentLink link=&item.page /> {children}</li> }
    };
    view! {
        <header class="site-header">
            <a class="brand" href=home>{&*site.business.name}</a>
            <button class="menu-button" popovertarget="menu">"Menu"</button>
            <nav id="menu" popover="auto" aria-label="Main">
                <ul role="list">
                    {site.menu.iter().map(folder).collect::<Vec<_>>()}
                    {site.header_links.iter().map(child).collect::<Vec<_>>()}
                </ul>
            </nav>
            {can_book(site).then(|| view! { <BookingButton text="Book" /> })}
        </header>
    }
}

/// A link that says so when it leads to the page being shown.
#[component]
pub(super) fn CurrentLink(link: &'static Link) -> impl IntoView {
    let page = expect_context::<Shown>();
    let current = move || page.get().is_some_and(|page| page.route == link.href).then_some("page");
    view! { <a href=&*link.href aria-current=current>{&*link.name}</a> }
}
