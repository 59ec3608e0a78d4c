//! Editors' files in, typed [`Content`] out.

mod address;
mod art;
mod business;
mod catalogue;
mod date;
mod links;
mod page;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs, io,
    path::{Path, PathBuf},
};

use address::Address;
use business::SiteFile;
pub use content::{Diagnostic, Report};
use content::{Document, Icons, Link, Severity, Source};

use crate::{Booking, Content, Page};

/// The file about the business, in the content folder.
const SITE_FILE: &str = "site.yaml";

/// What a build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For editors: drafts are shown, and marked.
    Debug,
    /// For visitors: drafts are left out.
    Release,
}

/// The build's inputs. Relative paths start at the project's root.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The folder of Markdown files, as reports print it.
    pub content: PathBuf,
    /// The icon set.
    pub icons: PathBuf,
    /// What the build is for.
    pub profile: Profile,
    root: PathBuf,
}

impl Inputs {
    /// `content/`, or the folder that the environment variable `CONTENT_DIR`
    /// names; for visitors, unless Trunk says that its build is for debugging.
    pub fn from_env() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let debug = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
        Self {
            content: env::var_os("CONTENT_DIR").map_or_else(|| "content".into(), PathBuf::from),
            icons: "node_modules/@iconify-json/lucide/icons.json".into(),
            profile: if debug { Profile::Debug } else { Profile::Release },
            root: root.canonicalize().unwrap_or(root),
        }
    }

    /// The content folder on this machine.
    pub fn content_dir(&self) -> PathBuf {
        self.root.join(&self.content)
    }

    /// The icon set on this machine.
    pub fn icons_file(&self) -> PathBuf {
        self.root.join(&self.icons)
    }

    fn shown(&self, inside: &Path) -> String {
        self.content.join(inside).display().to_string().replace('\\', "/")
    }
}

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
    let folder = inputs.content_dir();
    let mut files = Vec::new();
    all_files(&folder, &mut files)
        .map_err(|error| format!("The content folder {} cannot be read: {error}.", folder.display()))?;
    files.sort();

    let report = Report::default();
    for file in &files {
        warn_of_a_look_alike(file, &inputs.shown(file.strip_prefix(&folder).unwrap_or(file)), &report);
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    let sources: Vec<_> = files
        .iter()
        .map(|file| {
            let inside = file.strip_prefix(&folder).unwrap_or(file);
            read(file, inputs.shown(inside), &report)
        })
        .collect();

    // First every page's address, then the texts with the links to them.
    let (mut entries, mut apart) = (Vec::new(), Vec::new());
    for (file, (source, readable)) in files.iter().zip(&sources) {
        let document = readable.then(|| Document::parse(source, &icons, &report)).flatten();
        let inside = file.strip_prefix(&folder).unwrap_or(file);
        match address::read(inside, source, document.as_ref(), &report) {
            Some(address) => entries.push(Entry { source, document, address }),
            None => apart.push(Entry { source, document, address: Address::default() }),
        }
    }
    let (entries, second) = address::without_collisions(entries, &report);
    let aliases = address::aliases(&entries);
    // Pages without an address of their own: their texts may have mistakes as well.
    for Entry { document, address, .. } in apart.into_iter().chain(second) {
        if let Some(document) = document {
            document.set_aliases(&aliases);
            page::read(&document, &address);
        }
    }
    let mut searched = BTreeMap::new();
    let pages: Vec<_> = entries
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
        .collect();

    if !pages.iter().any(|page| page.address.route == "/") {
        let help = "add this file: a page like the others, without a folder";
        missing(&inputs.shown(Path::new("index.md")), "the site has no home page", help, &report);
    }
    warn_of_folders_without_a_page(&pages, &report);
    let business = read_business(inputs, &pages, &icons, &report);
    let elsewhere =
        business.as_ref().is_some_and(|file| matches!(file.business.booking, Booking::Elsewhere(_)));
    links::check(&pages, elsewhere, inputs.profile, &report);

    let published = pages.iter().filter(|it| inputs.profile == Profile::Debug || !it.address.draft);
    let aliases = published
        .flat_map(|it| it.address.aliases.iter().map(|(alias, _)| (alias.clone(), it.address.route.clone())))
        .collect();
    let content = match business {
        Some(business) if !report.has_errors() => catalogue::assemble(pages, business, inputs.profile),
        _ => None,
    };
    Ok(Compiled { content, aliases, report })
}

fn read_business(inputs: &Inputs, pages: &[ReadPage], icons: &Icons, report: &Report) -> Option<SiteFile> {
    let (file, shown) = (inputs.content_dir().join(SITE_FILE), inputs.shown(Path::new(SITE_FILE)));
    if !file.exists() {
        let help = "add it with the keys `name`, `url` and `email`";
        missing(&shown, "the file about the business is missing", help, report);
        return None;
    }
    let (source, readable) = read(&file, shown, report);
    let document = readable.then(|| Document::parse_yaml(&source, icons, report)).flatten()?;
    business::read(&document, &links::Routes::new(pages, inputs.profile))
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

fn all_files(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { all_files(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// A file that is meant to be a page and is named so that nobody reads it.
fn warn_of_a_look_alike(file: &Path, shown: &str, report: &Report) {
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    let wanted = match &*extension {
        "md" => return,
        other if ["md", "mdx", "markdown"].contains(&other.to_lowercase().as_str()) => "md",
        "yml" if file.with_extension("").ends_with("site") => "yaml",
        _ => return,
    };
    let message = format!("files that end in `.{extension}` are not read");
    report.push(
        Diagnostic::new(Severity::Warning, &Source::new(shown, ""), 0..0, message)
            .help(format!("rename it so that it ends in `.{wanted}`")),
    );
}

/// A file's text, and whether it could be read: one that cannot is still there
/// for the links to it.
fn read(file: &Path, shown: String, report: &Report) -> (Source, bool) {
    match Source::read(file, &shown) {
        Ok(source) => (source, true),
        Err(diagnostic) => {
            report.push(*diagnostic);
            (Source::new(shown, ""), false)
        }
    }
}

fn missing(path: &str, message: &str, help: &str, report: &Report) {
    let source = Source::new(path, "");
    report.push(Diagnostic::new(Severity::Error, &source, 0..0, message).help(help));
}
