//! What the browser gets: every route with its finished article. The frame around
//! them is in the document.
//!
//! Made at build time it owns its texts; embedded in the `.wasm` it borrows them
//! from the binary.

use std::borrow::Cow;

/// Plain text.
pub type Text = Cow<'static, str>;
/// Any number of things.
pub type List<T> = Cow<'static, [T]>;

/// The site as the browser knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Routes, ordered by path: all of them, or those that the `.wasm` has.
    pub routes: List<Route>,
}

/// One route.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// `/` for the home page, else without a trailing slash.
    pub path: Text,
    /// The tags of `<head>` that a navigation changes, from `<title>` to the one that
    /// names the route: title, description, robots, canonical address.
    pub head: Text,
    /// What the booking button says, as HTML; without it there is no button.
    pub cta_text: Option<Text>,
    /// Whether a booking button on this page asks for its treatment.
    pub is_treatment: bool,
    /// The HTML inside `<article>`.
    pub article: Text,
}

impl Site {
    /// The route of a path, in any of its forms.
    pub fn route(&self, path: &str) -> Option<&Route> {
        let path = plain(path);
        self.routes.binary_search_by(|route| (*route.path).cmp(path)).ok().map(|at| &self.routes[at])
    }
}

/// A path as routes have it: `/a` for `/a`, `/a/`, `/a.html` and `/a/index.html`.
pub fn plain(path: &str) -> &str {
    let path =
        path.strip_suffix(".html").map(|path| path.strip_suffix("/index").unwrap_or(path)).unwrap_or(path);
    match path.trim_end_matches('/') {
        "" => "/",
        path => path,
    }
}

/// Where a booking button on the page `from` leads, if booking is at `booking`:
/// a page of this site is told which treatment the visitor has read about.
pub fn booking_href(booking: &str, from: Option<&str>) -> String {
    match from {
        Some(from) if booking.starts_with('/') => format!("{booking}?treatment={from}"),
        _ => booking.to_owned(),
    }
}
