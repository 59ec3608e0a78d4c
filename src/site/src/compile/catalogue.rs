//! The catalogue: what folders say about pages. Menu, cards, breadcrumbs, neighbours.

use super::{Profile, ReadPage, address::Address, business::SiteFile};
use crate::{BOOKING, Booking, Card, Content, Link, MenuItem, Page};

/// A page and where it stands.
struct Placed {
    address: Address,
    page: Page,
}

impl Placed {
    /// The folder it is in, as a place; `None` for the home page.
    fn parent(&self) -> Option<&str> {
        let place = &*self.address.place;
        let (parent, _) = place.rsplit_once('/').filter(|_| place != "/")?;
        Some(if parent.is_empty() { "/" } else { parent })
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
            art: self.page.art.clone(),
        }
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

    let folders: Vec<&Placed> = children("/", &pages).filter(|page| page.address.is_folder).collect();
    let menu: Vec<_> = folders
        .iter()
        .map(|folder| MenuItem {
            page: folder.link(),
            children: children(&folder.address.place, &pages).map(Placed::link).collect(),
        })
        .collect();
    let is_treatment = |placed: &Placed| {
        folders.iter().any(|folder| {
            let below = placed.address.place.strip_prefix(&*folder.address.place);
            below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
        })
    };

    let mut joined: Vec<_> = pages
        .iter()
        .map(|placed| Page {
            breadcrumbs: breadcrumbs(placed, &pages),
            is_treatment: is_treatment(placed),
            // Pages beside the folders (contact, privacy) are plain: a drawing means a treatment.
            art: placed.page.art.clone().filter(|_| is_treatment(placed) || placed.address.place == "/"),
            cards: cards(placed, &pages),
            related: related(placed, &pages),
            ..placed.page.clone()
        })
        .collect();
    joined.sort_by(|a, b| a.route.cmp(&b.route));
    let booking = match &file.business.booking {
        Booking::Elsewhere(url) => Some(url.clone()),
        _ => joined.iter().any(|page| page.route == BOOKING).then(|| BOOKING.to_owned()),
    };
    Some(Content {
        business: file.business,
        menu,
        header_links: file.header_links,
        footer_links: file.footer_links,
        booking,
        pages: joined,
    })
}

/// The listed pages right below a place.
fn children<'a>(place: &'a str, pages: &'a [Placed]) -> impl Iterator<Item = &'a Placed> {
    pages.iter().filter(move |page| page.parent() == Some(place) && !page.page.unlisted)
}

/// The home page shows the folders, a folder all that is in it.
fn cards(placed: &Placed, pages: &[Placed]) -> Vec<Card> {
    let home = placed.address.place == "/";
    children(&placed.address.place, pages)
        .filter(|page| !home || page.address.is_folder)
        .map(Placed::card)
        .collect()
}

/// The other pages of the folder; the home page's are no treatments.
fn related(placed: &Placed, pages: &[Placed]) -> Vec<Card> {
    match placed.parent() {
        Some(folder) if folder != "/" && !placed.page.unlisted => children(folder, pages)
            .filter(|page| page.address.place != placed.address.place)
            .map(Placed::card)
            .collect(),
        _ => Vec::new(),
    }
}

/// What breadcrumbs call the page with the whole site's name.
const HOME: &str = "Home";

/// The pages above, as far as folders have one.
fn breadcrumbs(placed: &Placed, pages: &[Placed]) -> Vec<Link> {
    let mut trail = Vec::new();
    let mut parent = placed.parent().map(str::to_owned);
    while let Some(place) = parent {
        if let Some(page) = pages.iter().find(|page| page.address.place == place) {
            trail.push(if place == "/" { Link { name: HOME.into(), ..page.link() } } else { page.link() });
        }
        parent = match place.rsplit_once('/') {
            _ if place == "/" => None,
            Some(("", _)) => Some("/".to_owned()),
            Some((above, _)) => Some(above.to_owned()),
            None => None,
        };
    }
    trail.reverse();
    trail
}
