//! Which clicks are the router's: one rule for all of them.

use leptos::{ev::MouseEvent, prelude::*};
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use web_sys::{Element, HtmlAnchorElement, Location, wasm_bindgen::JsCast};

use crate::{Route, Site};

/// What a click asks for.
pub(super) enum Click {
    /// Nothing of the router: the browser does it.
    NotOurs,
    /// A place on the page that is open, which the address names in another form
    /// (`/a/` for `/a`): a fragment of this document after all.
    Fragment(String),
    /// A page of this site.
    Page(Url, &'static Route),
}

impl Click {
    /// Reads a click.
    ///
    /// Only the browser's own navigation opens `<details>`, moves focus and sets
    /// `:target`, so a fragment of the page that is open is left to it; and so is an
    /// address without a page of this site, which only a page load can show.
    pub(super) fn of(event: &MouseEvent, site: &'static Site) -> Self {
        let location = window().location();
        let Some(link) = link_of(event).filter(|link| is_plain(link, &location)) else {
            return Self::NotOurs;
        };
        let Ok(url) = BrowserUrl::parse(&link.href()) else { return Self::NotOurs };
        // An empty fragment is one too: the top of the page.
        let has_fragment = link.href().contains('#');
        let search = link.search();
        let same_search = location.search().is_ok_and(|it| it == search);
        if has_fragment && same_search && location.pathname().is_ok_and(|path| path == url.path()) {
            return Self::NotOurs;
        }
        let Some(route) = site.route(url.path()) else { return Self::NotOurs };
        let open = location.pathname().ok().and_then(|path| site.route(&path));
        if has_fragment && same_search && open.is_some_and(|open| std::ptr::eq(open, route)) {
            return Self::Fragment(url.hash().to_owned());
        }
        Self::Page(url, route)
    }
}

/// The link that was clicked with nothing held down, and that nobody else has taken.
fn link_of(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    link.dyn_into().ok()
}

/// Whether a link leads to this site, here, as a page.
fn is_plain(link: &HtmlAnchorElement, location: &Location) -> bool {
    let mut rel = link.rel();
    rel.make_ascii_lowercase();
    matches!(&*link.target(), "" | "_self")
        && !link.has_attribute("download")
        && !rel.split_ascii_whitespace().any(|it| it == "external")
        && location.origin().is_ok_and(|origin| origin == link.origin())
}
