//! The catalogue: what folders say about pages. Menu, cards, breadcrumbs, neighbours.

use std::collections::HashMap;

use super::{Profile, ReadPage, address::Address, business::SiteFile};
use crate::{BOOKING, Booking, Card, Content, Folder, Link, Page};

/// How many pages of its folder a page is followed by.
const RELATED: usize = 6;

/// What breadcrumbs call the page with the whole site's name.
const HOME: &str = "Home";

/// A page and where it stands.
struct Placed {
    address: Address,
    page: Page,
}

impl Placed {
    /// The folder it is in, as a place; `None` for the home page.
    fn parent(&self) -> Option<&str> {
        parent(&self.address.place)
    }

    /// Its place among its neighbours: by weight, then by name.
    fn order(&self) -> (bool, i64, &str) {
        (self.page.weight.is_none(), self.page.weight.unwrap_or_default(), &self.page.name)
    }

    fn link(&self) -> Link {
        Link { href: self.page.route.clone().into(), name: self.page.name.clone().into() }
    }

    fn card(&self) -> Card {
        Card {
            route: self.page.route.clone(),
            name: self.page.name.clone(),
            text: self.page.short_description.clone(),
        }
    }
}

fn parent(place: &str) -> Option<&str> {
    let (parent, _) = place.rsplit_once('/').filter(|_| place != "/")?;
    Some(if parent.is_empty() { "/" } else { parent })
}

/// All pages by where they stand.
struct Catalogue<'a> {
    pages: &'a [Placed],
    by_place: HashMap<&'a str, &'a Placed>,
    /// The listed pages right below a place, in order.
    children: HashMap<&'a str, Vec<&'a Placed>>,
}

impl<'a> Catalogue<'a> {
    /// `pages` are in their order.
    fn new(pages: &'a [Placed]) -> Self {
        let mut children: HashMap<&str, Vec<&Placed>> = HashMap::new();
        for page in pages.iter().filter(|it| !it.page.unlisted) {
            if let Some(parent) = page.parent() {
                children.entry(parent).or_default().push(page);
            }
        }
        Self { pages, by_place: pages.iter().map(|it| (&*it.address.place, it)).collect(), children }
    }

    fn children(&self, place: &str) -> &[&'a Placed] {
        self.children.get(place).map_or(&[], Vec::as_slice)
    }

    /// The folders right below the home page, which are the site's treatments.
    fn folders(&self) -> Vec<Folder> {
        let folders = self.children("/").iter().filter(|it| it.address.is_folder);
        folders
            .map(|folder| {
                let mut below = Vec::new();
                self.walk(&folder.address.place, &mut below);
                let children = self.children(&folder.address.place);
                Folder { page: folder.link(), children: children.iter().map(|it| it.link()).collect(), below }
            })
            .collect()
    }

    /// Everything below a place, a folder before what is in it.
    fn walk(&self, place: &str, below: &mut Vec<Link>) {
        for page in self.children(place) {
            below.push(page.link());
            self.walk(&page.address.place, below);
        }
    }

    /// Whether a page is in one of the folders of the menu, or is its page.
    fn is_treatment(&self, placed: &Placed) -> bool {
        let first = placed.address.place.split('/').nth(1).unwrap_or_default();
        let folder = self.by_place.get(&*format!("/{first}"));
        folder.is_some_and(|it| it.address.is_folder && !it.page.unlisted && it.parent() == Some("/"))
    }

    /// The home page shows the folders, a folder all that is in it.
    fn cards(&self, placed: &Placed) -> Vec<Card> {
        let home = placed.address.place == "/";
        let shown = self.children(&placed.address.place).iter().filter(|it| !home || it.address.is_folder);
        shown.map(|it| it.card()).collect()
    }

    /// The nearest other pages of the folder, in its order: half of them before the
    /// page, half of them behind. What the home page has beside it is no treatment.
    fn related(&self, placed: &Placed) -> Vec<Card> {
        let Some(folder) = placed.parent().filter(|it| *it != "/" && !placed.page.unlisted) else {
            return Vec::new();
        };
        let all = self.children(folder);
        // In the order of all pages, as they are sorted.
        let at = all.partition_point(|it| it.order() < placed.order());
        let at = (at..all.len()).find(|at| all[*at].address.place == placed.address.place).unwrap_or(at);
        let first = at.saturating_sub(RELATED / 2).min(all.len().saturating_sub(RELATED + 1));
        let near = all.iter().skip(first).take(RELATED + 1);
        near.filter(|it| it.address.place != placed.address.place).map(|it| it.card()).collect()
    }

    /// The pages above, as far as folders have one.
    fn breadcrumbs(&self, placed: &Placed) -> Vec<Link> {
        let mut trail = Vec::new();
        let mut above = placed.parent();
        while let Some(place) = above {
            if let Some(page) = self.by_place.get(place) {
                let link = page.link();
                trail.push(if place == "/" { Link { name: HOME.into(), ..link } } else { link });
            }
            above = parent(place);
        }
        trail.reverse();
        trail
    }

    fn joined(&self) -> Vec<Page> {
        let join = |placed: &Placed| {
            let is_treatment = self.is_treatment(placed);
            Page {
                breadcrumbs: self.breadcrumbs(placed),
                is_treatment,
                // Pages beside the folders (contact, privacy) are plain: a drawing means a treatment.
                art: placed.page.art.clone().filter(|_| is_treatment || placed.address.place == "/"),
                cards: self.cards(placed),
                related: self.related(placed),
                ..placed.page.clone()
            }
        };
        let mut joined: Vec<_> = self.pages.iter().map(join).collect();
        joined.sort_by(|a, b| a.route.cmp(&b.route));
        joined
    }
}

/// Joins the pages. `None` only where a page failed, which the report tells.
pub fn assemble(drafts: Vec<ReadPage>, file: SiteFile, profile: Profile) -> Option<Content> {
    let mut pages: Vec<Placed> = drafts
        .into_iter()
        .filter(|draft| profile == Profile::Debug || !draft.address.draft)
        .map(|draft| Some(Placed { page: draft.page?, address: draft.address }))
        .collect::<Option<_>>()?;
    pages.sort_by(|a, b| a.order().cmp(&b.order()));
    let catalogue = Catalogue::new(&pages);
    let (folders, joined) = (catalogue.folders(), catalogue.joined());
    let booking = match &file.business.booking {
        Booking::Elsewhere(url) => Some(url.clone()),
        _ => joined.iter().any(|page| page.route == BOOKING).then(|| BOOKING.to_owned()),
    };
    Some(Content {
        business: file.business,
        folders,
        header_links: file.header_links,
        footer_links: file.footer_links,
        booking,
        pages: joined,
    })
}
