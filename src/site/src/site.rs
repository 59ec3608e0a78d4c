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
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Site {
    /// Where booking buttons lead; `None` where there is nowhere to book.
    pub booking: Option<Text>,
    /// Routes, ordered by path: all of them, or those that the `.wasm` has.
    pub routes: List<Route>,
}

/// One route.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
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
    /// The page itself.
    pub article: Article,
}

/// A page's HTML as the components drew it, a file of its own in the client's build.
#[derive(Clone, Debug, PartialEq)]
pub struct Article(pub Text);

impl Site {
    /// The route of a path, in any of its forms.
    pub fn route(&self, path: &str) -> Option<&Route> {
        let path = plain(path);
        self.routes.binary_search_by(|route| (*route.path).cmp(path)).ok().map(|at| &self.routes[at])
    }
}

/// A path as routes have it: `/a` for `/a`, `/a/` and `/a/index.html`.
pub(crate) fn plain(path: &str) -> &str {
    match path.strip_suffix("/index.html").unwrap_or(path).trim_end_matches('/') {
        "" => "/",
        path => path,
    }
}

/// Where a booking button on the page `from` leads, if booking is at `booking`:
/// a page of this site is told which treatment the visitor has read about.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub(crate) fn booking_href(booking: &str, from: Option<&str>) -> String {
    match from {
        Some(from) if booking.starts_with('/') => format!("{booking}?treatment={from}"),
        _ => booking.to_owned(),
    }
}

#[cfg(feature = "compile")]
impl Article {
    /// The file that holds this text in the client's build, named by what is in it.
    pub fn file(&self) -> String {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        format!("{:016x}.html", hasher.finish())
    }
}

#[cfg(feature = "compile")]
impl databake::Bake for Article {
    fn bake(&self, env: &databake::CrateEnv) -> databake::TokenStream {
        env.insert("site");
        env.insert("alloc");
        let file = format!("/{}", self.file());
        databake::quote! {
            site::Article(alloc::borrow::Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), #file))))
        }
    }
}

#[cfg(feature = "compile")]
impl databake::BakeSize for Article {
    fn borrows_size(&self) -> usize {
        self.0.len()
    }
}
