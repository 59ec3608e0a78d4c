//! What changes in the frame without a page load: attributes, each of them on an
//! element of its own.
//!
//! On the build machine they are drawn with the frame. In the browser each is
//! taken over on the element that it was drawn on, wherever that is by then
//! (`hydrate.rs` of the client): extensions, translators and proxies put nodes into a
//! page and take others out, and nothing here depends on what stands around.

use leptos::{
    attr::{Attribute, aria_current, hidden, href},
    html::inner_html,
    prelude::*,
};

use model::{Route, Text, booking_href};

/// The route being shown, changed by the router; `None` is an address without one.
pub type Shown = ReadSignal<Option<&'static Route>>;

/// What a booking button says where the page has no words for it.
pub const BOOK: &str = "Book";

/// A link's, which says so when it leads to the page being shown, or to a folder that it is in.
pub fn current(path: Text, shown: Shown) -> impl Attribute {
    aria_current(move || {
        let below = shown.get()?.path.strip_prefix(&*path)?;
        match below.as_bytes().first() {
            None => Some("page"),
            Some(b'/') => Some("true"),
            Some(_) => None,
        }
    })
}

/// A booking button's: where it leads from the page being shown.
pub fn booking(booking: Text, shown: Shown) -> impl Attribute {
    href(move || {
        let treatment = shown.get().filter(|route| route.is_treatment);
        booking_href(&booking, treatment.map(|route| &*route.path))
    })
}

/// The booking bar's, which is there on pages that have a button.
pub fn bar(shown: Shown) -> impl Attribute {
    hidden(move || shown.get().is_none_or(|route| route.cta_text.is_none()))
}

/// What the bar's button says.
pub fn words(shown: Shown) -> impl Attribute {
    inner_html(move || shown.get().and_then(|route| route.cta_text.as_deref()).unwrap_or(BOOK))
}

/// The page itself; where there is none, `otherwise`.
pub fn article(otherwise: &'static str, shown: Shown) -> impl Attribute {
    inner_html(move || shown.get().map_or(otherwise, |route| &*route.article))
}
