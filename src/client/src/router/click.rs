//! Which clicks are the router's: one rule for all of them.

use leptos::{ev::MouseEvent, prelude::*};
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use model::plain;
use web_sys::{Element, HtmlAnchorElement, wasm_bindgen::JsCast};

/// What a click asks for.
pub(super) enum Click {
    /// Nothing of the router: the browser does it.
    NotOurs,
    /// A place on the page that is open, which the address names in another form
    /// (`/a/` for `/a`): a fragment of this document after all.
    Fragment(String),
    /// A page of this site.
    Page(Url),
}

impl Click {
    /// Reads a click.
    ///
    /// Only the browser's own navigation opens `<details>`, moves focus and sets
    /// `:target`, so a fragment of the page that is open is left to it.
    pub(super) fn of(event: &MouseEvent) -> Self {
        let Some(link) = link_of(event).filter(is_page) else { return Self::NotOurs };
        let (Ok(url), location) = (BrowserUrl::parse(&link.href()), window().location()) else {
            return Self::NotOurs;
        };
        let (Ok(path), Ok(search)) = (location.pathname(), location.search()) else { return Self::NotOurs };
        // An empty fragment is one too: the top of the page.
        if link.href().contains('#') && search == link.search() {
            if path == url.path() {
                return Self::NotOurs;
            }
            if plain(&path) == plain(url.path()) {
                return Self::Fragment(url.hash().to_owned());
            }
        }
        Self::Page(url)
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

/// Whether a link leads to a page of this site, here: a file has a dot in its name.
pub(super) fn is_page(link: &HtmlAnchorElement) -> bool {
    let mut rel = link.rel();
    rel.make_ascii_lowercase();
    matches!(&*link.target(), "" | "_self")
        && !link.has_attribute("download")
        && !rel.split_ascii_whitespace().any(|it| it == "external")
        && window().location().origin().is_ok_and(|origin| origin == link.origin())
        && !plain(&link.pathname()).rsplit('/').next().unwrap_or_default().contains('.')
}
