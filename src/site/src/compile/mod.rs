//! Editors' files in, typed [`Content`] out.

mod address;
mod art;
mod business;
mod catalogue;
mod date;
mod files;
mod inputs;
mod links;
mod names;
mod page;
mod routes;

use std::collections::{BTreeMap, BTreeSet};

use address::Address;
use business::SiteFile;
pub use content::{Diagnostic, Icons, Report};
use content::{Document, Link, Severity, Source};
use files::Files;
pub use inputs::{Inputs, Profile, root};
use routes::Routes;

use crate::{Booking, Content, Page};

/// What compiling gives: content unless there were errors, and a report in any case.
#[derive(Debug)]
pub struct Compiled {
    /// `None` when the report has errors.
    pub content: Option<Content>,
    /// Older addresses with the current ones.
    pub aliases: Vec<(String, String)>,
    /// Errors and warnings.
    pub report: Report,
}

/// A page's file on its way to a page.
struct Entry<'a> {
    source: &'a Source,
    document: Option<Document<'a>>,
    address: Address,
}

/// A page with what is needed to join it with the others.
struct ReadPage<'a> {
    source: &'a Source,
    address: Address,
    page: Option<Page>,
    links: Vec<Link>,
    ids: BTreeSet<String>,
}

/// Compiles all files of the content folder.
///
/// # Errors
/// A sentence for people when an input as a whole is missing. What is wrong in
/// the files is in the report instead.
pub fn compile(inputs: &Inputs) -> Result<Compiled, String> {
    let icons = Icons::load(&inputs.icons_file())?;
    let report = Report::default();
    let files = files::read(inputs, &report)?;
    Ok(join(&files, &icons, inputs.profile, report))
}

/// Compiles texts that are at hand, each with its path inside a content folder.
pub fn compile_texts(texts: &[(&str, &str)], icons: &Icons, profile: Profile) -> Compiled {
    join(&Files::of(texts), icons, profile, Report::default())
}

fn join(files: &Files, icons: &Icons, profile: Profile, report: Report) -> Compiled {
    let pages = read_pages(files, icons, &report);
    if !pages.iter().any(|page| page.address.route == "/") {
        let help = "add this file: a page like the others, without a folder";
        files.missing("index.md", "the site has no home page", help, &report);
    }
    warn_of_folders_without_a_page(&pages, &report);
    let routes = Routes::new(&pages, profile);
    let business = read_business(files, &routes, icons, &report);
    let elsewhere =
        business.as_ref().is_some_and(|file| matches!(file.business.booking, Booking::Elsewhere(_)));
    links::check(&pages, &routes, elsewhere, &report);

    let published = pages.iter().filter(|it| profile == Profile::Debug || !it.address.draft);
    let aliases = published
        .flat_map(|it| it.address.aliases.iter().map(|(alias, _)| (alias.clone(), it.address.route.clone())))
        .collect();
    let content = match business {
        Some(business) if !report.has_errors() => catalogue::assemble(pages, business, profile),
        _ => None,
    };
    Compiled { content, aliases, report }
}

/// First every page's address, then the texts with the links to them.
fn read_pages<'a>(files: &'a Files, icons: &'a Icons, report: &'a Report) -> Vec<ReadPage<'a>> {
    let (mut entries, mut apart) = (Vec::new(), Vec::new());
    for file in &files.pages {
        let source = &file.source;
        let document = file.readable.then(|| Document::parse(source, icons, report)).flatten();
        match address::read(file, document.as_ref(), &files.names, report) {
            Some(address) => entries.push(Entry { source, document, address }),
            None => apart.push(Entry { source, document, address: Address::default() }),
        }
    }
    let (entries, second) = address::without_collisions(entries, report);
    let aliases = address::aliases(&entries);
    // Pages without an address of their own: their texts may have mistakes as well.
    for Entry { document, address, .. } in apart.into_iter().chain(second) {
        if let Some(document) = document {
            document.set_aliases(&aliases);
            page::read(&document, &address);
        }
    }
    let mut searched = BTreeMap::new();
    entries
        .into_iter()
        .map(|Entry { source, document, address }| {
            let page = document.as_ref().and_then(|document| {
                document.set_aliases(&aliases);
                let page = page::read(document, &address)?;
                page::warn_of_a_double(document, &page, &mut searched);
                Some(page)
            });
            let (links, ids) = document.map(|it| (it.links(), it.ids())).unwrap_or_default();
            ReadPage { source, address, page, links, ids }
        })
        .collect()
}

fn read_business(files: &Files, routes: &Routes, icons: &Icons, report: &Report) -> Option<SiteFile> {
    let Some(file) = &files.business else {
        let help = "add it with the keys `name`, `url` and `email`";
        files.missing(names::BUSINESS, "the file about the business is missing", help, report);
        return None;
    };
    let document = file.readable.then(|| Document::parse_yaml(&file.source, icons, report)).flatten()?;
    business::read(&document, routes)
}

/// Only a folder with a page of its own is in the menu, and with it what it holds.
fn warn_of_folders_without_a_page(pages: &[ReadPage], report: &Report) {
    let places: BTreeSet<&str> = pages.iter().map(|page| &*page.address.place).collect();
    let mut told = BTreeSet::new();
    for page in pages {
        let Some((folder, _)) = page.address.place.rsplit_once('/').filter(|(folder, _)| !folder.is_empty())
        else {
            continue;
        };
        if !places.contains(folder) && told.insert(folder) {
            let message = format!("the folder of this page has no page of its own at `{folder}`");
            let help = format!(
                "add {}/index.md: without it, menus and overviews leave the folder out",
                &folder[1..]
            );
            let span = page.source.rest_of_line(0);
            report.push(Diagnostic::new(Severity::Warning, page.source, span, message).help(help));
        }
    }
}
