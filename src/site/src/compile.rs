//! Editors' files in, [`Site`] out.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs, io,
    path::{Path, PathBuf},
};

use content::{Diagnostic, Document, Icons, Link, Report, Severity, Source, Value, nearest};

use crate::{BOOKING, Body, Card, FaqAccordion, Html, Page, Section, Site, sections::questions};

/// The heading of an FAQ that no section shows.
const FAQ_TITLE: &str = "Frequently asked questions";

/// The build's inputs. Relative paths start at the project's root.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The folder of Markdown files, as reports print it.
    pub content: PathBuf,
    /// The icon set.
    pub icons: PathBuf,
    root: PathBuf,
}

impl Inputs {
    /// `content/`, or the folder that the environment variable `CONTENT_DIR` names.
    pub fn from_env() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        Self {
            content: env::var_os("CONTENT_DIR").map_or_else(|| "content".into(), PathBuf::from),
            icons: "node_modules/@iconify-json/lucide/icons.json".into(),
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
}

/// What compiling gives: a site unless there were errors, and a report in any case.
#[derive(Debug)]
pub struct Compiled {
    /// `None` when the report has errors.
    pub site: Option<Site>,
    /// Errors and warnings.
    pub report: Report,
}

/// A page with what is needed to check it against the others.
struct Draft {
    source: Source,
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
    markdown_files(&folder, &mut files)
        .map_err(|error| format!("The content folder {} cannot be read: {error}.", folder.display()))?;
    files.sort();

    let report = Report::default();
    let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&folder).unwrap_or(&file);
        let shown = inputs.content.join(inside).display().to_string().replace('\\', "/");
        let (source, readable) = match Source::read(&file, &shown) {
            Ok(source) => (source, true),
            Err(diagnostic) => {
                report.push(*diagnostic);
                (Source::new(shown, ""), false)
            }
        };
        let Some(route) = route(inside, &source, &report) else { continue };
        if let Some(other) = drafts.get(&route) {
            let message = format!("this page has the same address as {}: {route}", other.source.path);
            let diagnostic = Diagnostic::new(Severity::Error, &source, source.rest_of_line(0), message);
            report.push(diagnostic.help("rename one of the two files"));
            continue;
        }
        // A page that cannot be read is still there for the links to it.
        let document = readable.then(|| Document::parse(&source, &icons, &report)).flatten();
        let (page, links, ids) = match document {
            Some(document) => (read_page(&document, &route), document.links(), document.ids()),
            None => Default::default(),
        };
        drafts.insert(route, Draft { source, page, links, ids });
    }

    if !drafts.contains_key("/") {
        let source = Source::new(inputs.content.join("index.md").display().to_string(), "");
        report.push(
            Diagnostic::new(Severity::Error, &source, 0..0, "the site has no home page")
                .help("add this file: its `name` is the name of the business"),
        );
    }
    check_links(&drafts, &report);

    let site = if report.has_errors() { None } else { assemble(drafts) };
    Ok(Compiled { site, report })
}

fn markdown_files(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            markdown_files(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
    Ok(())
}

/// A file's place under the content folder as a route.
fn route(inside: &Path, source: &Source, report: &Report) -> Option<String> {
    let path = inside.with_extension("").display().to_string().replace('\\', "/");
    for part in path.split('/') {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
        if part.is_empty() || !part.chars().all(fits) {
            let message = format!("`{part}` cannot be part of an address");
            report.push(Diagnostic::new(Severity::Error, source, source.rest_of_line(0), message).help(format!(
                "rename it to `{}`: a page's address is its file's place, in lowercase letters, digits and hyphens",
                content::slug(part)
            )));
            return None;
        }
    }
    let route =
        path.strip_suffix("index").filter(|path| path.is_empty() || path.ends_with('/')).unwrap_or(&path);
    Some(format!("/{}", route.trim_end_matches('/')))
}

/// The page's own keys. Everything is read before anything is given up, so that
/// the report is complete.
fn read_page(document: &Document, route: &str) -> Option<Page> {
    // The frame's own id, see `App`.
    document.reserve_id("main");
    let fields = document.front_matter()?;
    let required = |key| fields.required(key).and_then(|value| value.text());
    let optional = |key| fields.optional(key).map(|value| value.text());

    let name = required("name");
    let tagline = optional("tagline");
    let title = required("title");
    let meta_description = required("metaDescription");
    let short_description = required("shortDescription");
    let cta_text = fields.optional("ctaText").and_then(|value| {
        document.add_link(BOOKING.to_owned(), value.span());
        value.text()
    });
    let sections = match fields.optional("sections").filter(|value| !value.is_empty()) {
        Some(value) => value.list(Section::read),
        None => Some(Vec::new()),
    };
    let faq = fields.optional("faq").filter(|value| !value.is_empty());
    let sections = with_faq(sections, faq);
    let body = document.body();
    fields.finish();

    if document.has_failed() {
        return None;
    }
    Some(Page {
        route: route.to_owned().into(),
        name: name?.into(),
        tagline: tagline.flatten().map(Into::into),
        title: title?.into(),
        meta_description: meta_description?.into(),
        short_description: short_description?.into(),
        cta_text: cta_text.map(Into::into),
        body: Body(Html(body.into())),
        sections: sections?.into(),
        cards: Default::default(),
    })
}

/// Joins the page's `faq` with its sections: shown as one more section where no
/// accordion shows it, compared where one does.
fn with_faq(sections: Option<Vec<Section>>, faq: Option<Value>) -> Option<Vec<Section>> {
    let Some(faq) = faq else { return sections };
    let mut sections = match sections {
        Some(sections) => sections,
        None => {
            // What is wrong in the questions belongs in the same report.
            questions(&faq);
            return None;
        }
    };
    let shown: Vec<_> = sections
        .iter()
        .filter_map(|section| match section {
            Section::FaqAccordion(accordion) => Some(accordion.items.iter()),
            _ => None,
        })
        .flatten()
        .map(|item| (item.question.clone(), item.answer.clone()))
        .collect();
    if shown.is_empty() {
        let items = questions(&faq)?;
        sections.push(Section::FaqAccordion(FaqAccordion { title: FAQ_TITLE.into(), items: items.into() }));
        return Some(sections);
    }
    let items = faq.document.without_ids(|| questions(&faq))?;
    let differs = |at: usize| match (items.get(at), shown.get(at)) {
        (Some(a), Some((question, answer))) => a.question != *question || a.answer != *answer,
        (None, None) => false,
        _ => true,
    };
    if let Some(at) = (0..items.len().max(shown.len())).find(|at| differs(*at)) {
        let message = match (items.get(at), shown.get(at)) {
            (Some(a), Some((question, _))) if a.question != *question => {
                format!("question {} of `faq` is “{}”, but the page shows “{question}”", at + 1, a.question)
            }
            (Some(a), Some(_)) => format!("`faq` answers “{}” differently from the page", a.question),
            (Some(a), None) => format!("`faq` asks “{}”, which the page does not show", a.question),
            (None, _) => format!("`faq` leaves out “{}”, which the page shows", shown[at].0),
        };
        faq.item(at).unwrap_or(faq).warning(
            message,
            "the page shows the questions of its `faq-accordion`: make the two agree, or remove `faq`",
        );
    }
    Some(sections)
}

/// Every internal link must lead to a page, and its fragment to a place there.
fn check_links(drafts: &BTreeMap<String, Draft>, report: &Report) {
    for (route, draft) in drafts {
        let error = |span, message: String, help: String| {
            report.push(Diagnostic::new(Severity::Error, &draft.source, span, message).help(help));
        };
        for link in &draft.links {
            if !link.target.starts_with(['/', '#']) {
                continue;
            }
            let (address, fragment) = match link.target.split_once('#') {
                Some((address, fragment)) => (address, Some(fragment)),
                None => (link.target.as_str(), None),
            };
            let target = match address.split('?').next().unwrap_or_default() {
                "" => route,
                path => path,
            };
            let Some(page) = drafts.get(target) else {
                let help = match nearest(target, drafts.keys().map(String::as_str)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("add a page there, or link to one of: {}", listed(drafts.keys())),
                };
                error(link.span.clone(), format!("there is no page at `{target}`"), help);
                continue;
            };
            if let Some(fragment) =
                fragment.filter(|it| !it.is_empty() && page.page.is_some() && !page.ids.contains(*it))
            {
                let help = match nearest(fragment, page.ids.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean `#{near}`?"),
                    None => "link to the page as a whole: leave the part from `#` out".into(),
                };
                error(
                    link.span.clone(),
                    format!("the page `{target}` has no place named `{fragment}`"),
                    help,
                );
            }
        }
    }
}

/// At most ten names, for a help that stays readable.
fn listed<'a>(names: impl ExactSizeIterator<Item = &'a String>) -> String {
    let more = if names.len() > 10 { ", …" } else { "" };
    names.take(10).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ") + more
}

/// The parts that need all pages: the cards of each folder.
fn assemble(drafts: BTreeMap<String, Draft>) -> Option<Site> {
    let mut pages: Vec<Page> = drafts.into_values().map(|draft| draft.page).collect::<Option<_>>()?;
    pages.sort_by(|a, b| a.route.cmp(&b.route));
    let cards: Vec<Vec<Card>> = pages.iter().map(|page| children(page, &pages)).collect();
    for (page, cards) in pages.iter_mut().zip(cards) {
        page.cards = cards.into();
    }
    let name = pages.iter().find(|page| page.route == "/")?.name.clone();
    Some(Site { name, pages: pages.into() })
}

/// Cards for the pages one folder below a page, by name.
fn children(parent: &Page, pages: &[Page]) -> Vec<Card> {
    let folder = format!("{}/", parent.route.trim_end_matches('/'));
    let mut cards: Vec<_> = pages
        .iter()
        .filter(|page| {
            page.route.strip_prefix(&folder).is_some_and(|rest| !rest.is_empty() && !rest.contains('/'))
                && page.route != BOOKING
        })
        .map(|page| Card {
            route: page.route.clone(),
            name: page.name.clone(),
            text: page.short_description.clone(),
        })
        .collect();
    cards.sort_by(|a, b| a.name.cmp(&b.name));
    cards
}
