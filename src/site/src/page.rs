//! What a site and its pages are: plain data, made by the compiler, drawn by
//! the components.
//!
//! Built from files at hand it owns its texts; embedded in the `.wasm` it
//! borrows them from the binary. Components cannot tell, and get a `&'static`
//! page either way.

use std::borrow::Cow;

use crate::{Business, Section};

/// The route of the page that booking buttons lead to.
pub const BOOKING: &str = "/book";

/// Plain text.
pub type Text = Cow<'static, str>;
/// Any number of things.
pub type List<T> = Cow<'static, [T]>;

/// The whole site.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Site {
    /// What `site.yaml` says.
    pub business: Business,
    /// The header's menu: the folders, with what is in them.
    pub menu: List<MenuItem>,
    /// Further links of the header.
    pub header_links: List<Link>,
    /// The footer's links.
    pub footer_links: List<Link>,
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
    /// When the text was last looked over.
    pub updated: Option<Date>,
    /// Not ready: in the debug profile alone, and marked.
    pub draft: bool,
    /// In no menu and no list, and not for search engines.
    pub unlisted: bool,
    /// Its place among its neighbours: these first, the lightest before the others.
    pub weight: Option<i64>,
    /// The folders above, from the home page down; nothing for the home page.
    pub breadcrumbs: List<Link>,
    /// Line art for the hero: the shapes inside an `<svg>`.
    pub art: Option<Html>,
    /// The text between the hero and the sections.
    pub body: Body,
    /// Why this clinic.
    pub why_choose: Option<WhyChoose>,
    /// The parts below the text, in order.
    pub sections: List<Section>,
    /// The pages of this page's folder.
    pub cards: List<Card>,
    /// The other pages of the folder that this page is in.
    pub related: List<Card>,
}

/// A paragraph of its own on a page.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct WhyChoose {
    /// Its heading.
    pub title: Text,
    /// Inline Markdown.
    pub text: Html,
}

/// A date.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Date {
    /// As machines read it: `2026-03-04`.
    pub iso: Text,
    /// As people read it: `March 4, 2026`.
    pub words: Text,
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
    /// The page's line art.
    pub art: Option<Html>,
}

/// A link to a page, or to another site.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Link {
    /// Where it leads.
    pub href: Text,
    /// What it says.
    pub name: Text,
}

/// A folder in the menu.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct MenuItem {
    /// The folder's own page.
    pub page: Link,
    /// The pages in it.
    pub children: List<Link>,
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

    /// Where a booking button on the page `from` leads.
    pub fn booking_href(&self, from: &str) -> Text {
        match &self.business.booking {
            crate::Booking::Elsewhere(url) => url.clone(),
            _ if self.is_treatment(from) => format!("{BOOKING}?treatment={from}").into(),
            _ => BOOKING.into(),
        }
    }

    fn is_treatment(&self, route: &str) -> bool {
        self.menu
            .iter()
            .any(|item| item.page.href == route || item.children.iter().any(|child| child.href == route))
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
