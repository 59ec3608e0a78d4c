//! Typed pages: what the compiler makes of editors' files, and the components draw.

use std::collections::BTreeMap;

use images::Image;

use crate::{
    Business, Fact, Folder, Html, Link, Pair, Photograph, Section, business::BOOKING, html::Heading,
    sections::faq_accordion::Question,
};

/// Everything the content folder says.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// What is around every page.
    pub frame: Frame,
    /// All pages, ordered by route.
    pub pages: Vec<Page>,
    /// Older addresses with the current ones.
    pub redirects: Vec<(String, String)>,
}

/// What all pages have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
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
    /// The route of the page with the search; `None` where there is none.
    pub search: Option<String>,
}

impl Content {
    /// The pictures of all pages, each once, by the names of their files.
    pub fn images(&self) -> BTreeMap<&str, (&Image, &str)> {
        let images = self.pages.iter().flat_map(|page| &page.images);
        images.map(|(image, path)| (&*image.hash, (image, &**path))).collect()
    }

    /// The routes of all pages, in the order in which visitors come to them: home, the
    /// folders' pages, booking, the other pages of the header and the footer, then what
    /// is in the folders, and the rest.
    pub fn most_visited_first(&self) -> Vec<&str> {
        let folders = self.frame.folders.iter().map(|item| &*item.page.href);
        let frame = self.frame.header_links.iter().chain(&self.frame.footer_links).map(|link| &*link.href);
        let children = self.frame.folders.iter().flat_map(|item| &item.children).map(|link| &*link.href);
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

/// One page.
#[derive(Clone, Debug, PartialEq)]
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
    /// What people call it, for the search.
    pub keywords: Vec<String>,
    /// The pages above, from the home page down; nothing for the home page.
    pub breadcrumbs: Vec<Link>,
    /// Whether it is in the menu, among the treatments.
    pub is_treatment: bool,
    /// Line art for the hero.
    pub art: Option<Html>,
    /// A picture in its place.
    pub image: Option<Photograph>,
    /// The facts at a glance.
    pub facts: Vec<Fact>,
    /// Before and after.
    pub pairs: Vec<Pair>,
    /// All pictures of the page, each with its path inside the content folder.
    pub images: Vec<(Image, String)>,
    /// The text between the hero and the sections.
    pub body: Html,
    /// Why this clinic.
    pub why_choose: Option<WhyChoose>,
    /// The parts below the text, in order.
    pub parts: Vec<Part>,
    /// The pages of this page's folder.
    pub cards: Vec<Card>,
    /// The other pages of the folder that this page is in.
    pub related: Vec<Card>,
    /// Everything that a search finds, where the page has one.
    pub listed: Vec<ListedFolder>,
}

impl Page {
    /// Its line art, which is drawn where it has no picture.
    pub fn drawing(&self) -> Option<&Html> {
        self.art.as_ref().filter(|_| self.image.is_none())
    }

    /// Its questions.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.parts.iter().flat_map(Part::questions)
    }

    /// The headings of its text and its sections.
    pub fn headings(&self) -> Vec<String> {
        let body = self.body.headings().into_iter().map(|Heading { text, .. }| text);
        let why_choose = self.why_choose.iter().map(|it| it.title.clone());
        let parts = self.parts.iter().flat_map(|part| part.section.headings());
        body.chain(why_choose).chain(parts).collect()
    }

    /// Whether search engines may list it, and the site's own search finds it.
    pub fn is_indexable(&self) -> bool {
        !self.unlisted && !self.draft
    }

    /// Whether it has what few pages have, whose styles stand in `style/seldom/`: home is composed in
    /// its own way.
    pub fn has_seldom(&self) -> bool {
        self.route == "/" || self.parts.iter().any(|part| part.section.is_seldom())
    }

    /// Whether it has a booking form.
    pub fn has_form(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.section, Section::BookingForm(_)))
    }

    /// Whether it has a search.
    pub fn has_search(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.section, Section::Search(_)))
    }
}

/// A section in its place on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What links to it name, where it has a heading.
    pub id: Option<String>,
    /// What it is.
    pub section: Section,
}

impl Part {
    /// Its questions.
    pub fn questions(&self) -> &[Question] {
        match &self.section {
            Section::FaqAccordion(accordion) => &accordion.items,
            _ => &[],
        }
    }
}

/// The pages of a folder, as a search lists them.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedFolder {
    /// The name of its own page.
    pub name: String,
    /// That one and all below it.
    pub pages: Vec<Listed>,
}

/// A page with its questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The page.
    pub page: Link,
    /// Its questions, each where it is answered.
    pub questions: Vec<Link>,
}

/// A paragraph of its own on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyChoose {
    /// Its heading.
    pub title: String,
    /// What links to it name.
    pub id: String,
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
    /// A part of the page's line art.
    pub mark: Option<Html>,
}
