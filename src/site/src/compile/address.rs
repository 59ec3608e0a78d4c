//! Where each page is: its file's path, or what its front matter says instead.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    ops::Range,
};

use content::{
    Document, Value, keys,
    schema::{Boolean, Kind, List, Read, ReadKeys, Shape, Token},
};
use report::{Diagnostic, Help, Report, Severity, Source};

use super::{
    files::File,
    names::{self, Names, is_segment},
};

/// A page's addresses.
#[derive(Clone, Debug)]
pub struct Address {
    /// The address that links use.
    pub route: String,
    /// The file's path as a route: where the page is in the tree of folders.
    pub tree_path: String,
    /// Whether it is its folder's own page.
    pub is_folder: bool,
    /// Older addresses, each with where it stands in the file.
    pub redirects: Vec<(String, Range<usize>)>,
    /// Kept out of the release profile.
    pub draft: bool,
}

keys! {
    /// What a page says of its address.
    pub struct Keys {
        /// Another address than the file's place.
        optional path: Route = "/offers/glow";
        /// Older addresses, which lead to the current one.
        default aliases: List<Route> = "/old/address";
        /// `true` while the page is not ready: `serve` shows it, and marks it; the release leaves it out.
        default draft: Boolean = "true";
    }
}

/// Reads a page's address from its file's name and its front matter.
pub fn read(file: &File, document: Option<&Document>, taken: &Names, report: &Report) -> Option<Address> {
    let (tree_path, is_folder) = tree_path(file, taken, report)?;
    // What is wrong in the front matter as a whole is reported when the page is read.
    let fields = document.and_then(Document::front_matter_if_any);
    let keys = fields.and_then(|fields| Keys::read_keys(&fields, &()));
    let (path, aliases, draft) = keys.map(|it| (it.path, it.aliases, it.draft)).unwrap_or_default();
    Some(Address {
        route: path.map_or_else(|| tree_path.clone(), |path| path.route),
        tree_path,
        is_folder,
        redirects: aliases.into_iter().map(|older| (older.route, older.span)).collect(),
        draft,
    })
}

/// A file's path under the content folder as a route, and whether it is a folder's.
fn tree_path(file: &File, taken: &Names, report: &Report) -> Option<(String, bool)> {
    let path = file.relative_path.strip_suffix(".md").unwrap_or(&file.relative_path);
    let error = |message, help| {
        let span = file.source.rest_of_line(0);
        report.push(Diagnostic::new(Severity::Error, &file.source, span, message).help(help));
    };
    if let Some(index) = names::index(&file.relative_path) {
        let name = names::printable(file.relative_path.rsplit('/').next().unwrap_or_default());
        error(format!("`{name}` is not how a folder's own page is named"), names::rename(&index, taken));
        return None;
    }
    if let Some(part) = path.split('/').find(|part| !is_segment(part)) {
        let example = names::slugified(&file.relative_path).map(|slugified| names::rename(&slugified, taken));
        let help = format!(
            "{}: a page's address is its file's place, in lowercase letters, digits and hyphens",
            example.unwrap_or_else(|| "rename it".to_owned())
        );
        error(format!("`{}` cannot be part of an address", names::printable(part)), help);
        return None;
    }
    Some(match path.strip_suffix("index").filter(|path| path.is_empty() || path.ends_with('/')) {
        Some(folder) => (format!("/{}", folder.trim_end_matches('/')), true),
        None => (format!("/{path}"), false),
    })
}

/// What to do about an address whose files would lie where others do; `None` where they
/// do not. Every page is `a/index.html` and `a.html`.
pub fn reserved(route: &str) -> Option<&'static str> {
    let mut parts = route.split('/').skip(1);
    let first = parts.next().unwrap_or_default();
    // What hosts read is named so: `_headers`.
    if first == "assets" || first.starts_with('_') {
        Some("take another first word than `assets`, without an underscore at its start")
    } else if first == "index" || parts.any(|part| part == "index") {
        Some("take another word than `index`, which names the file of every page")
    } else if route.ends_with("/404") {
        // Some hosts look for the nearest `404.html`, from the address that is missing on.
        Some("take another last word than `404`, which names the page for missing addresses")
    } else {
        None
    }
}

/// Whether a page can be there: `/a/b`, or the home page's `/`.
pub fn is_address(text: &str) -> bool {
    text == "/" || text.strip_prefix('/').is_some_and(|rest| rest.split('/').all(is_segment))
}

/// An address that an editor wrote, and where: `/a/b`.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    route: String,
    span: Range<usize>,
}

impl Kind for Route {
    type Value = Self;

    fn shape() -> Shape {
        // Without those that are `reserved`.
        let reserved = "/assets(?:/|$)|/_|.*/index(?:/|$)|.*/404/*$";
        let pattern = format!("(?!{reserved})(?:/[a-z0-9_-]+)+/*");
        Shape::Token(Token { called: "an address of this site", pattern, least_number: None })
    }
}

impl<C> Read<C> for Route {
    fn read(value: Value, _: &C) -> Option<Self> {
        let text = value.text_that(
            |text| text != "/" && is_address(text.trim_end_matches('/')),
            "this is not an address of this site",
            "write it like `/folder/page`, in lowercase letters, digits and hyphens",
        )?;
        Some(Self { route: text.trim_end_matches('/').to_owned(), span: value.span() })
    }
}

/// Which of the pages have an address that a page before them has; and everything else
/// that is wrong between addresses. Two pages with one address are an error that names
/// both files.
pub fn collisions(pages: &[(&Source, Option<&Address>)], report: &Report) -> Vec<bool> {
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    let is_taken: Vec<bool> = pages
        .iter()
        .map(|(source, address)| {
            let Some(address) = address else { return false };
            let Some(other) = claim(&mut taken, &address.route, source) else { return false };
            let message = format!("this page has the same address as {other}: {}", address.route);
            let help = "rename one of the two files, or change its `path`";
            error(source, source.rest_of_line(0), message, help, report);
            true
        })
        .collect();
    let kept = pages.iter().zip(&is_taken).filter(|(_, is_taken)| !**is_taken);
    for ((source, address), _) in kept {
        let Some(Address { route, redirects, .. }) = address else { continue };
        let own = (route, source.rest_of_line(0));
        let redirected = redirects.iter().map(|(route, span)| (route, span.clone()));
        for (route, span) in redirected.chain([own]) {
            if let Some(help) = reserved(route) {
                let message = format!("the address {route} is kept for the build's own files");
                error(source, span, message, help, report);
            }
        }
        for (older, span) in redirects {
            if let Some(other) = claim(&mut taken, older, source) {
                let message = format!("the address {older} is taken by {other}");
                let help =
                    "an older address leads to one page and stands in one place: remove it here or there";
                error(source, span.clone(), message, help, report);
            }
        }
    }
    is_taken
}

/// Claims an address for a file, or says which file has it.
fn claim<'a>(taken: &mut BTreeMap<&'a str, &'a str>, route: &'a str, by: &'a Source) -> Option<&'a str> {
    match taken.entry(route) {
        Entry::Vacant(entry) => {
            entry.insert(&by.path);
            None
        }
        Entry::Occupied(other) => Some(other.get()),
    }
}

fn error(source: &Source, span: Range<usize>, message: String, help: impl Into<Help>, report: &Report) {
    report.push(Diagnostic::new(Severity::Error, source, span, message).help(help));
}

/// Older addresses with the current ones.
pub fn redirects(pages: &[(&Source, Option<&Address>)], is_taken: &[bool]) -> BTreeMap<String, String> {
    let kept = pages.iter().zip(is_taken).filter(|(_, is_taken)| !**is_taken);
    let addresses = kept.filter_map(|((_, address), _)| *address);
    let of_page = |address: &Address| {
        let route = address.route.clone();
        address.redirects.iter().map(move |(older, _)| (older.clone(), route.clone())).collect::<Vec<_>>()
    };
    addresses.flat_map(of_page).collect()
}
