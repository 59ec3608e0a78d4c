//! Typed pages: what the compiler makes of editors' files, and the components draw.

use crate::{Business, Section, Text};

/// The route of the page that booking buttons lead to.
pub const BOOKING: &str = "/book";

/// Everything the content folder says.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// What `site.yaml` says.
    pub business: Business,
    /// The folders right below the home page: the treatments, in the menu's order.
    pub folders: Vec<Folder>,
    /// Further links of the header.
    pub header_links: Vec<Link>,
    /// The footer's links.
    pub footer_links: Vec<Link>,
    /// Where booking buttons lead; `None` where there is nowhere to book.
    pub booking: Option<String>,
    /// All pages, ordered by route.
    pub pages: Vec<Page>,
}

impl Content {
    /// The routes of all pages, in the order in which visitors come to them: home, the
    /// folders' pages, booking, the other pages of the header and the footer, then what
    /// is in the folders, and the rest.
    pub fn most_visited_first(&self) -> Vec<&str> {
        let folders = self.folders.iter().map(|item| &*item.page.href);
        let frame = self.header_links.iter().chain(&self.footer_links).map(|link| &*link.href);
        let children = self.folders.iter().flat_map(|item| &item.children).map(|link| &*link.href);
        let mut rest: Vec<&Page> = self.pages.iter().collect();
        rest.sort_by_key(|page| page.unlisted);
        let mut seen = std::collections::HashSet::new();
        ["/"]
            .into_iter()
            .chain(folders)
            .chain([BOOKING])
            .chain(frame)
            .chain(children)
            .chain(rest.into_iter().map(|page| &*page.route))
            .filter(|path| seen.insert(*path))
            .collect()
    }
}

/// A link to a page, or to another site.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub href: Text,
    /// What it says.
    pub name: Text,
}

/// A folder with a page of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Folder {
    /// Its own page.
    pub page: Link,
    /// The pages right in it.
    pub children: Vec<Link>,
    /// All pages below it, a folder before what is in it.
    pub below: Vec<Link>,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its path, `/` for the home page, else without a trailing slash.
    pub route: String,
    /// The page's only `h1`.
    pub name: String,
    /// A line below the name.
    pub tagline: Option<String>,
    /// `<title>`.
    pub title: String,
    /// `<meta name="description">`.
    pub meta_description: String,
    /// What a card that leads here says.
    pub short_description: String,
    /// What the booking button says; without one there is no button.
    pub cta_text: Option<String>,
    /// When the text was last looked over.
    pub updated: Option<Date>,
    /// Not ready: in the debug profile alone, and marked.
    pub draft: bool,
    /// In no menu and no list, and not for search engines.
    pub unlisted: bool,
    /// Its place among its neighbours: these first, the lightest before the others.
    pub weight: Option<i64>,
    /// The pages above, from the home page down; nothing for the home page.
    pub breadcrumbs: Vec<Link>,
    /// Whether it is in the menu, among the treatments.
    pub is_treatment: bool,
    /// Line art for the hero.
    pub art: Option<Html>,
    /// The text between the hero and the sections.
    pub body: Html,
    /// Why this clinic.
    pub why_choose: Option<WhyChoose>,
    /// The parts below the text, in order.
    pub sections: Vec<Section>,
    /// The pages of this page's folder.
    pub cards: Vec<Card>,
    /// The other pages of the folder that this page is in.
    pub related: Vec<Card>,
}

/// A paragraph of its own on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyChoose {
    /// Its heading.
    pub title: String,
    /// Inline Markdown.
    pub text: Html,
}

/// A date.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// As machines read it: `2026-03-04`.
    pub iso: String,
    /// As people read it: `March 4, 2026`.
    pub words: String,
}

/// A card that leads to a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Where it leads.
    pub route: String,
    /// The page's name.
    pub name: String,
    /// The page's short description.
    pub text: String,
}

/// HTML (or the inside of an `<svg>`) that the compiler made and checked.
/// Nothing else may become one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Html(pub String);

impl Html {
    /// What a reader reads: the text without its tags.
    pub fn text(&self) -> String {
        let (mut text, mut in_tag) = (String::with_capacity(self.0.len()), false);
        for c in self.0.chars() {
            match c {
                '<' => in_tag = true,
                '>' if in_tag => in_tag = false,
                c if !in_tag => text.push(c),
                _ => {}
            }
        }
        // The last one is `&amp;`: what it stood for must not be read again.
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
        entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c)).trim().to_owned()
    }
}
