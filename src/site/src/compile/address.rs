//! Where each page is: its file's place, or what its front matter says instead.

use std::{
    collections::{BTreeMap, btree_map::Entry as Place},
    ops::Range,
    rc::Rc,
};

use content::{Diagnostic, Document, Report, Severity, Value};

use super::{
    Entry,
    files::File,
    names::{self, Names, is_segment},
};

/// A page's addresses.
#[derive(Clone, Debug, Default)]
pub struct Address {
    /// The address that links use.
    pub route: String,
    /// The file's place as a route: where the page stands in the hierarchy.
    pub place: String,
    /// Whether it is its folder's own page.
    pub is_folder: bool,
    /// Older addresses, each with its place in the file.
    pub aliases: Vec<(String, Range<usize>)>,
    /// Kept out of the release profile.
    pub draft: bool,
}

/// Reads a page's address from its file's name and its front matter.
pub fn read(file: &File, document: Option<&Document>, taken: &Names, report: &Report) -> Option<Address> {
    let (place, is_folder) = place(file, taken, report)?;
    let mut address = Address { route: place.clone(), place, is_folder, aliases: Vec::new(), draft: false };
    // What is wrong in the front matter as a whole is told when the page is read.
    let Some(fields) = document.and_then(Document::front_matter_if_any) else { return Some(address) };
    if let Some(path) = fields.optional("path").and_then(|value| route_text(&value)) {
        address.route = path;
    }
    if let Some(aliases) = fields.optional("aliases") {
        let read = aliases.list(|value| Some((route_text(&value)?, value.span())));
        address.aliases = read.unwrap_or_default();
    }
    address.draft = fields.optional("draft").and_then(|value| value.boolean()).unwrap_or_default();
    Some(address)
}

/// A file's place under the content folder as a route, and whether it is a folder's.
fn place(file: &File, taken: &Names, report: &Report) -> Option<(String, bool)> {
    let path = file.inside.strip_suffix(".md").unwrap_or(&file.inside);
    let error = |message, help| {
        let span = file.source.rest_of_line(0);
        report.push(Diagnostic::new(Severity::Error, &file.source, span, message).help(help));
    };
    if let Some(index) = names::index(&file.inside) {
        let name = names::visible(file.inside.rsplit('/').next().unwrap_or_default());
        error(format!("`{name}` is not how a folder's own page is named"), names::rename(&index, taken));
        return None;
    }
    if let Some(part) = path.split('/').find(|part| !is_segment(part)) {
        let example = names::fitting(&file.inside).map(|fitting| names::rename(&fitting, taken));
        let help = format!(
            "{}: a page's address is its file's place, in lowercase letters, digits and hyphens",
            example.unwrap_or_else(|| "rename it".to_owned())
        );
        error(format!("`{}` cannot be part of an address", names::visible(part)), help);
        return None;
    }
    Some(match path.strip_suffix("index").filter(|path| path.is_empty() || path.ends_with('/')) {
        Some(folder) => (format!("/{}", folder.trim_end_matches('/')), true),
        None => (format!("/{path}"), false),
    })
}

/// Where the build puts its own files: `assets/`, and what hosts read (`_headers`).
fn is_the_build_s(route: &str) -> bool {
    let first = route.split('/').nth(1).unwrap_or_default();
    first == "assets" || first.starts_with('_')
}

/// An address that an editor wrote: `/a/b`.
fn route_text(value: &Value) -> Option<String> {
    let is_route = |text: &str| {
        text.strip_prefix('/').is_some_and(|rest| rest.trim_end_matches('/').split('/').all(is_segment))
    };
    let text = value.text_that(
        is_route,
        "this is not an address of this site",
        "write it like `/folder/page`, in lowercase letters, digits and hyphens",
    )?;
    Some(text.trim_end_matches('/').to_owned())
}

/// Two pages with one address are an error that names both files. The second of
/// them comes back apart.
pub fn without_collisions<'a>(entries: Vec<Entry<'a>>, report: &Report) -> (Vec<Entry<'a>>, Vec<Entry<'a>>) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let (mut kept, mut second) = (Vec::new(), Vec::new());
    for entry in entries {
        match taken.entry(entry.address.route.clone()) {
            Place::Vacant(place) => {
                place.insert(entry.source.path.clone());
                kept.push(entry);
            }
            Place::Occupied(other) => {
                let message =
                    format!("this page has the same address as {}: {}", other.get(), entry.address.route);
                let span = entry.source.rest_of_line(0);
                report.push(
                    Diagnostic::new(Severity::Error, entry.source, span, message)
                        .help("rename one of the two files, or change its `path`"),
                );
                second.push(entry);
            }
        }
    }
    for entry in &kept {
        let Address { route, aliases, .. } = &entry.address;
        let own = (route, &entry.source.rest_of_line(0));
        for (route, span) in aliases.iter().map(|(route, span)| (route, span)).chain([own]) {
            if is_the_build_s(route) {
                let message = format!("the address {route} is kept for the build's own files");
                report.push(
                    Diagnostic::new(Severity::Error, entry.source, span.clone(), message)
                        .help("take another first word than `assets`, without an underscore at its start"),
                );
            }
        }
    }
    for entry in &kept {
        for (alias, span) in &entry.address.aliases {
            let other = match taken.entry(alias.clone()) {
                Place::Vacant(place) => {
                    place.insert(entry.source.path.clone());
                    continue;
                }
                Place::Occupied(other) => other,
            };
            report.push(
                Diagnostic::new(
                    Severity::Error,
                    entry.source,
                    span.clone(),
                    format!("the address {alias} is taken by {}", other.get()),
                )
                .help("an older address leads to one page and stands in one place: remove it here or there"),
            );
        }
    }
    (kept, second)
}

/// Older addresses with the current ones.
pub fn aliases(entries: &[Entry]) -> Rc<BTreeMap<String, String>> {
    let pairs = entries.iter().flat_map(|entry| {
        entry.address.aliases.iter().map(|(alias, _)| (alias.clone(), entry.address.route.clone()))
    });
    Rc::new(pairs.collect())
}
