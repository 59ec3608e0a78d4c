//! What a page is: plain data, made by the compiler, drawn by the components.
//!
//! Built from files at hand it owns its texts; embedded in the `.wasm` it
//! borrows them from the binary. Components cannot tell, and get a `&'static`
//! page either way.

use std::borrow::Cow;

use crate::Section;

/// Where the booking button leads.
pub const BOOKING: &str = "/book";

/// Plain text.
pub type Text = Cow<'static, str>;
/// Any number of things.
pub type List<T> = Cow<'static, [T]>;

/// The whole site.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Site {
    /// The name of the business: the home page's `name`.
    pub name: Text,
    /// All pages, ordered by route.
    pub pages: List<Page>,
}

/// One page.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Page {
    /// Its path, `/` for the home page, else without a trailing slash.
    pub route: Text,
    /// The page's only `h1`.
    pub name: Text,
    /// A line below the name.
    pub tagline: Option<Text>,
    /// `<title>`.
    pub title: Text,
    /// `<meta name="description">`.
    pub meta_description: Text,
    /// What a card that leads here says.
    pub short_description: Text,
    /// What the booking button says; without one there is no button.
    pub cta_text: Option<Text>,
    /// The text between the hero and the sections.
    pub body: Body,
    /// The parts below the text, in order.
    pub sections: List<Section>,
    /// The pages of this page's folder.
    pub cards: List<Card>,
}

/// A card that leads to a page.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Card {
    /// Where it leads.
    pub route: Text,
    /// The page's name.
    pub name: Text,
    /// The page's short description.
    pub text: Text,
}

/// HTML that the compiler made and checked. Nothing else may become one.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Html(pub Text);

/// A page's text as HTML, a file of its own in the build (see [`Body::file`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Body(pub Html);

impl Site {
    /// The page of a path, in any of its forms: `/a`, `/a/`, `/a/index.html`.
    pub fn page(&self, path: &str) -> Option<&Page> {
        let path = path.strip_suffix("/index.html").unwrap_or(path);
        let route = match path.trim_end_matches('/') {
            "" => "/",
            route => route,
        };
        self.pages.binary_search_by(|page| (*page.route).cmp(route)).ok().map(|at| &self.pages[at])
    }
}

#[cfg(feature = "compile")]
impl Body {
    /// The file that holds this text in the client's build, named by what is in it.
    pub fn file(&self) -> String {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.0.0.hash(&mut hasher);
        format!("{:016x}.html", hasher.finish())
    }
}

#[cfg(feature = "compile")]
impl databake::Bake for Body {
    fn bake(&self, env: &databake::CrateEnv) -> databake::TokenStream {
        env.insert("site");
        env.insert("alloc");
        let file = format!("/{}", self.file());
        databake::quote! {
            site::Body(site::Html(alloc::borrow::Cow::Borrowed(
                include_str!(concat!(env!("OUT_DIR"), #file))
            )))
        }
    }
}

#[cfg(feature = "compile")]
impl databake::BakeSize for Body {
    fn borrows_size(&self) -> usize {
        self.0.borrows_size()
    }
}
