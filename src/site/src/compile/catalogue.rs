//! The catalogue: what folders say about pages. Menu, cards, breadcrumbs, neighbours.

use std::collections::{BTreeMap, HashMap};

use images::Image;
use rayon::prelude::*;

use super::{Profile, address::Address, art, asked, business::SiteFile, page::Keys, pages::PageFile};
use crate::{
    BOOKING, Booking, Card, Content, Folder, Frame, Html, Link, Listed, ListedFolder, Page,
    sections::faq_accordion::Question,
};

/// How many pages of its folder a page is followed by.
const RELATED: usize = 6;

/// How many cards beside each other have a mark.
const MARKED: usize = 8;

/// What a search calls the pages that are in no folder.
const BESIDE: &str = "This site";

/// What breadcrumbs call the page with the whole site's name.
const HOME: &str = "Home";

/// What a page's file says, and where the page is.
struct Node {
    address: Address,
    keys: Keys,
    images: Vec<(Image, String)>,
}

impl Node {
    /// The folder it is in; `None` for the home page.
    fn parent(&self) -> Option<&str> {
        parent(&self.address.tree_path)
    }

    /// What its neighbours are ordered by: weight, the lightest first, then name.
    fn order(&self) -> (bool, i64, &str) {
        (self.keys.weight.is_none(), self.keys.weight.unwrap_or_default(), &self.keys.name)
    }

    fn link(&self) -> Link {
        Link { href: self.address.route.clone().into(), name: self.keys.name.clone().into() }
    }

    fn card(&self, mark: bool) -> Card {
        Card {
            mark: mark.then(|| Html(art::mark(&self.address.tree_path))),
            route: self.address.route.clone(),
            name: self.keys.name.clone(),
            text: self.keys.short_description.clone(),
        }
    }
}

fn parent(path: &str) -> Option<&str> {
    let (parent, _) = path.rsplit_once('/').filter(|_| path != "/")?;
    Some(if parent.is_empty() { "/" } else { parent })
}

/// All pages by where they are.
struct Catalogue<'a> {
    by_tree_path: HashMap<&'a str, &'a Node>,
    /// The listed pages right below a path, in order.
    children: HashMap<&'a str, Vec<&'a Node>>,
}

impl<'a> Catalogue<'a> {
    /// `nodes` are in their order.
    fn new(nodes: &'a [Node]) -> Self {
        let mut children: HashMap<&str, Vec<&Node>> = HashMap::new();
        for node in nodes.iter().filter(|it| !it.keys.unlisted) {
            if let Some(parent) = node.parent() {
                children.entry(parent).or_default().push(node);
            }
        }
        Self { by_tree_path: nodes.iter().map(|it| (&*it.address.tree_path, it)).collect(), children }
    }

    fn children(&self, path: &str) -> &[&'a Node] {
        self.children.get(path).map_or(&[], Vec::as_slice)
    }

    /// The folders right below the home page, which are the site's treatments.
    fn folders(&self) -> Vec<Folder> {
        let folders = self.children("/").iter().filter(|it| it.address.is_folder);
        folders
            .map(|folder| {
                let mut below = Vec::new();
                self.walk(&folder.address.tree_path, &mut below);
                let children = self.children(&folder.address.tree_path);
                Folder { page: folder.link(), children: children.iter().map(|it| it.link()).collect(), below }
            })
            .collect()
    }

    /// Everything below a path, a folder before what is in it.
    fn walk(&self, path: &str, below: &mut Vec<Link>) {
        for page in self.children(path) {
            below.push(page.link());
            self.walk(&page.address.tree_path, below);
        }
    }

    /// Whether a page is in one of the folders of the menu, or is its page.
    fn is_treatment(&self, node: &Node) -> bool {
        let first = node.address.tree_path.split('/').nth(1).unwrap_or_default();
        let folder = self.by_tree_path.get(&*format!("/{first}"));
        folder.is_some_and(|it| it.address.is_folder && !it.keys.unlisted && it.parent() == Some("/"))
    }

    /// The home page shows the folders, a folder all that is in it.
    fn cards(&self, node: &Node) -> Vec<Card> {
        let home = node.address.tree_path == "/";
        let shown = self.children(&node.address.tree_path).iter().filter(|it| !home || it.address.is_folder);
        cards(shown.copied())
    }

    /// The nearest other pages of the folder, in its order: half of them before the
    /// page, half of them behind. What the home page has beside it is no treatment.
    fn related(&self, node: &Node) -> Vec<Card> {
        let Some(folder) = node.parent().filter(|it| *it != "/" && !node.keys.unlisted) else {
            return Vec::new();
        };
        let all = self.children(folder);
        // In the order of all pages, as they are sorted.
        let at = all.partition_point(|it| it.order() < node.order());
        let at =
            (at..all.len()).find(|at| all[*at].address.tree_path == node.address.tree_path).unwrap_or(at);
        let first = at.saturating_sub(RELATED / 2).min(all.len().saturating_sub(RELATED + 1));
        let near = all.iter().skip(first).take(RELATED + 1);
        cards(near.filter(|it| it.address.tree_path != node.address.tree_path).copied())
    }

    /// The pages above, as far as folders have one.
    fn breadcrumbs(&self, node: &Node) -> Vec<Link> {
        let mut trail = Vec::new();
        let mut above = node.parent();
        while let Some(path) = above {
            if let Some(page) = self.by_tree_path.get(path) {
                let link = page.link();
                trail.push(if path == "/" { Link { name: HOME.into(), ..link } } else { link });
            }
            above = parent(path);
        }
        trail.reverse();
        trail
    }

    /// What the tree says about a page.
    fn around(&self, node: &Node) -> Around {
        let is_treatment = self.is_treatment(node);
        Around {
            breadcrumbs: self.breadcrumbs(node),
            is_treatment,
            // Pages beside the folders (contact, privacy) are plain: a drawing means a treatment.
            art: (is_treatment || node.address.tree_path == "/")
                .then(|| Html(art::draw(&node.address.tree_path))),
            cards: self.cards(node),
            related: self.related(node),
        }
    }
}

/// Cards that lead to these pages, with marks where there are few: each is a drawing.
fn cards<'a>(nodes: impl Iterator<Item = &'a Node>) -> Vec<Card> {
    let nodes: Vec<_> = nodes.collect();
    nodes.iter().map(|it| it.card(nodes.len() <= MARKED)).collect()
}

/// What the tree says about a page.
struct Around {
    breadcrumbs: Vec<Link>,
    is_treatment: bool,
    art: Option<Html>,
    cards: Vec<Card>,
    related: Vec<Card>,
}

fn page(Node { address, keys, images }: Node, around: Around) -> Page {
    Page {
        route: address.route,
        name: keys.name,
        tagline: keys.tagline,
        title: keys.title,
        meta_description: keys.meta_description,
        short_description: keys.short_description,
        cta_text: keys.cta_text,
        updated: keys.updated,
        draft: address.draft,
        unlisted: keys.unlisted,
        keywords: keys.keywords,
        breadcrumbs: around.breadcrumbs,
        is_treatment: around.is_treatment,
        art: around.art,
        image: keys.image,
        facts: keys.facts,
        pairs: keys.pairs.unwrap_or_default(),
        images,
        body: keys.body,
        why_choose: keys.why_choose,
        parts: keys.parts,
        cards: around.cards,
        related: around.related,
        listed: Vec::new(),
    }
}

/// Joins the pages. `None` only where a page failed, which the report tells.
pub fn assemble(files: Vec<PageFile>, site: SiteFile, profile: Profile) -> Option<Content> {
    let mut nodes: Vec<Node> = files
        .into_iter()
        .filter(|file| profile == Profile::Debug || !file.address.draft)
        .map(|file| {
            let images = file.images.into_iter().filter_map(|it| Some((it.image?, it.path)));
            Some(Node { keys: file.keys?, address: file.address, images: images.collect() })
        })
        .collect::<Option<_>>()?;
    nodes.sort_by(|a, b| a.order().cmp(&b.order()));
    let redirects = nodes.iter().flat_map(|Node { address, .. }| {
        address.redirects.iter().map(|(older, _)| (older.clone(), address.route.clone()))
    });
    let mut redirects: Vec<_> = redirects.collect();
    redirects.sort();
    let catalogue = Catalogue::new(&nodes);
    let folders = catalogue.folders();
    let around: Vec<_> = nodes.par_iter().map(|node| catalogue.around(node)).collect();
    let mut pages: Vec<_> = nodes.into_iter().zip(around).map(|(node, around)| page(node, around)).collect();
    pages.sort_by(|a, b| a.route.cmp(&b.route));
    asked::fill_in(&mut pages, &redirects);
    let booking = match &site.business.booking {
        Booking::Elsewhere(url) => Some(url.clone()),
        _ => pages.iter().any(|page| page.route == BOOKING).then(|| BOOKING.to_owned()),
    };
    let search = pages.iter().find(|page| page.has_search()).map(|page| page.route.clone());
    if search.is_some() {
        let listed = listed(&folders, &pages);
        pages.iter_mut().filter(|page| page.has_search()).for_each(|page| page.listed = listed.clone());
    }
    let frame = Frame {
        business: site.business,
        folders,
        header_links: site.header_links,
        footer_links: site.footer_links,
        booking,
        search,
    };
    Some(Content { frame, pages, redirects })
}

/// What a search lists: the folders with what is in them, in the menu's order, then the pages
/// beside them.
fn listed(folders: &[Folder], pages: &[Page]) -> Vec<ListedFolder> {
    let mut rest: BTreeMap<&str, &Page> =
        pages.iter().filter(|page| page.is_indexable()).map(|page| (&*page.route, page)).collect();
    let one = |page: &Page| {
        let question = |it: &Question| Link {
            href: format!("{}#{}", page.route, it.id).into(),
            name: it.question.clone().into(),
        };
        Listed {
            page: Link { href: page.route.clone().into(), name: page.name.clone().into() },
            questions: page.questions().map(question).collect(),
        }
    };
    let mut listed: Vec<_> = folders
        .iter()
        .map(|folder| {
            let links = [&folder.page].into_iter().chain(&folder.below);
            let pages = links.filter_map(|link| rest.remove(&*link.href)).map(one).collect();
            ListedFolder { name: folder.page.name.to_string(), pages }
        })
        .collect();
    if !rest.is_empty() {
        listed.push(ListedFolder { name: BESIDE.to_owned(), pages: rest.into_values().map(one).collect() });
    }
    listed
}
