//! All pages' files: first every address, then the texts with the links to them.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    ops::Range,
    sync::Arc,
};

use content::{Claims, Document, Icons, ImageUse, Link};
use rayon::prelude::*;
use report::{Diagnostic, Report, Severity, Source};

use super::{
    address::{self, Address},
    files::{File, Files},
    memory::{Circumstances, Found, Memory, Text},
    page::{self, Keys},
};

/// A page's file, read.
pub struct PageFile<'a> {
    /// The file.
    pub source: &'a Source,
    /// Where the page is.
    pub address: Address,
    /// What its front matter and its text say; `None` where the report tells why not.
    pub keys: Option<Keys>,
    /// Its links, to be checked once all pages are known.
    pub links: Vec<Link>,
    /// Its pictures.
    pub images: Vec<ImageUse>,
    /// The path of its file inside the content folder.
    pub path: &'a str,
    /// The fragments that links can have.
    pub ids: BTreeSet<String>,
    /// What search engines show of it: the key, the text, where that stands.
    metadata: Vec<(&'static str, String, Range<usize>)>,
}

/// A page's file whose text has not been read.
struct Parsed<'a> {
    file: &'a File,
    report: &'a Report,
    document: Option<Document<'a>>,
    address: Option<Address>,
}

/// Reads all pages that have an address of their own. The others' texts may have mistakes
/// as well, which are reported.
pub fn read<'a>(files: &'a Files, icons: &Icons, report: &Report, memory: &mut Memory) -> Vec<PageFile<'a>> {
    // What is remembered was found in other circumstances: only the second time is nothing.
    let pages = read_with(files, icons, report, memory).or_else(|| {
        memory.found.clear();
        read_with(files, icons, report, memory)
    });
    let pages = pages.unwrap_or_default();
    if !pages.iter().any(|page| page.address.route == "/") {
        let help = "add this file: a page like the others, without a folder";
        files.missing("index.md", "the site has no home page", help, report);
    }
    warn_of_duplicate_metadata(&pages, report);
    warn_of_folders_without_a_page(&pages, report);
    pages
}

/// Reads what is not remembered; nothing where what is remembered is of no use any more.
fn read_with<'a>(
    files: &'a Files,
    icons: &Icons,
    report: &Report,
    memory: &mut Memory,
) -> Option<Vec<PageFile<'a>>> {
    let reports: Vec<_> = files.pages.iter().map(|_| Report::default()).collect();
    let parse = |(file, report): (&'a File, _)| {
        if let Some(found) = memory.of(file) {
            return Parsed { file, report, document: None, address: found.address.clone() };
        }
        let document = file.readable.then(|| Document::parse(&file.source, icons, report)).flatten();
        let address = address::read(file, document.as_ref(), &files.names, report);
        Parsed { file, report, document, address }
    };
    let parsed: Vec<_> = files.pages.par_iter().zip(&reports).map(parse).collect();
    let addresses: Vec<_> = parsed.iter().map(|it| (&it.file.source, it.address.as_ref())).collect();
    let of_all = Report::default();
    let is_taken = address::collisions(&addresses, &of_all);
    let redirects = Arc::new(address::redirects(&addresses, &is_taken));
    let circumstances = Circumstances::of(files, &redirects);
    if !memory.found.is_empty() && circumstances != memory.circumstances {
        return None;
    }
    let claims = Arc::new(read_claims(files, &addresses, icons, &of_all));
    let read = |Parsed { file, report, document, address }: Parsed| {
        if let Some(found) = memory.of(file) {
            found.diagnostics.iter().for_each(|it| report.push(it.clone()));
            return (address, found.text.clone());
        }
        let route = address.as_ref().map_or("", |address| &address.route);
        let document = document.map(|it| {
            it.with_redirects(Arc::clone(&redirects))
                .with_claims(Arc::clone(&claims), route)
                .with_album(Arc::clone(&files.album), &file.relative_path)
        });
        let keys = document.as_ref().and_then(page::read);
        let text = text(keys, document.as_ref(), address.as_ref());
        (address, text)
    };
    let read: Vec<_> = parsed.into_par_iter().map(read).collect();
    let of_each: Vec<_> = reports.iter().map(Report::diagnostics).collect();
    of_all.diagnostics().into_iter().chain(of_each.iter().flatten().cloned()).for_each(|it| report.push(it));

    let found = files.pages.iter().zip(&read).zip(of_each).filter(|((file, _), _)| file.readable);
    let found = found.map(|((file, (address, text)), diagnostics)| {
        let (source, address, text) = (file.source.clone(), address.clone(), text.clone());
        (file.relative_path.clone(), Found { source, address, text, diagnostics })
    });
    (memory.circumstances, memory.found, memory.claims) = (circumstances, found.collect(), claims);
    let pages = files.pages.iter().zip(read).zip(is_taken);
    Some(
        pages
            .filter_map(|((file, (address, text)), is_taken)| {
                let Text { keys, links, images, ids, metadata } = text;
                let address = address.filter(|_| !is_taken)?;
                let (source, path) = (&file.source, &*file.relative_path);
                Some(PageFile { source, path, address, keys, links, images, ids, metadata })
            })
            .collect(),
    )
}

/// What pages should not claim; nothing where there is no list, or where it has mistakes.
fn read_claims(
    files: &Files,
    addresses: &[(&Source, Option<&Address>)],
    icons: &Icons,
    report: &Report,
) -> Claims {
    let routes: BTreeSet<&str> = addresses.iter().filter_map(|(_, it)| Some(&*it.as_ref()?.route)).collect();
    let file = files.claims.as_ref().filter(|file| file.readable);
    let document = file.and_then(|file| Document::parse_yaml(&file.source, icons, report));
    document.and_then(|document| Claims::read(&document, |route| routes.contains(route))).unwrap_or_default()
}

/// What a file says besides its page's address.
fn text(keys: Option<Keys>, document: Option<&Document>, address: Option<&Address>) -> Text {
    let (links, images, ids) = document.map(|it| (it.links(), it.images(), it.ids())).unwrap_or_default();
    let fields = document.and_then(Document::front_matter_if_any);
    let metadata = match (&keys, fields, address) {
        (Some(keys), Some(fields), Some(address)) if !keys.unlisted && !address.draft => {
            let texts = [("title", &keys.title), ("metaDescription", &keys.meta_description)];
            let of = |(key, text): (&'static str, &String)| {
                Some((key, text.clone(), fields.optional(key)?.span()))
            };
            texts.into_iter().filter_map(of).collect()
        }
        _ => Vec::new(),
    };
    Text { keys, links, images, ids, metadata }
}

/// What search engines show is each page's own.
fn warn_of_duplicate_metadata(pages: &[PageFile], report: &Report) {
    let mut known = BTreeMap::new();
    for page in pages {
        for (key, text, span) in &page.metadata {
            match known.entry((key, text)) {
                Entry::Vacant(entry) => _ = entry.insert(&page.source.path),
                Entry::Occupied(other) => {
                    let message = format!("{} has the same `{key}`", other.get());
                    report.push(
                        Diagnostic::new(Severity::Warning, page.source, span.clone(), message)
                            .help("say what only this page is about: search results tell pages apart by it"),
                    );
                }
            }
        }
    }
}

/// Only a folder with a page of its own is in the menu, and with it what it holds.
fn warn_of_folders_without_a_page(pages: &[PageFile], report: &Report) {
    let known: BTreeSet<&str> = pages.iter().map(|page| &*page.address.tree_path).collect();
    let mut reported = BTreeSet::new();
    for page in pages {
        let Some((folder, _)) =
            page.address.tree_path.rsplit_once('/').filter(|(folder, _)| !folder.is_empty())
        else {
            continue;
        };
        if !known.contains(folder) && reported.insert(folder) {
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
