//! A file while it is being read: what is wrong in it, its links and its ids.

mod invisible;

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use crate::{
    Album, Claims, Icons, ImageUse, Owner,
    ids::{self, Ids},
    yaml::{Data, Mark, Node},
};
use report::{Diagnostic, Help, Problem, Report, Severity, Source};

/// A link found in a file's Markdown, to be checked once all pages are known.
#[derive(Clone, Debug)]
pub struct Link {
    /// The address as it will stand in the page.
    pub target: String,
    /// Where it is in the file, from its `[`.
    pub span: Range<usize>,
    /// Where its address is, if it stands there as it is.
    pub address: Option<Range<usize>>,
}

/// A file with front matter, while it is being read.
#[derive(Debug)]
pub struct Document<'a> {
    /// The file.
    pub source: &'a Source,
    /// The icons that the file may name.
    pub icons: &'a Icons,
    report: &'a Report,
    /// The front matter.
    pub(crate) root: Node,
    /// Where the Markdown is.
    pub(crate) body: Range<usize>,
    redirects: Arc<BTreeMap<String, String>>,
    /// What it should not claim, and its route.
    claims: (Arc<Claims>, String),
    /// The pictures that it may name, and its path among them.
    album: (Arc<Album>, String),
    images: RefCell<Vec<ImageUse>>,
    links: RefCell<Vec<Link>>,
    ids: RefCell<Ids>,
    /// Where invisible characters were reported: once, by who knows best.
    reported_characters: RefCell<BTreeSet<usize>>,
    failed: Cell<bool>,
}

impl<'a> Document<'a> {
    /// A file of which nothing has been read.
    pub(crate) fn new(source: &'a Source, icons: &'a Icons, report: &'a Report) -> Self {
        let end = source.text.len();
        Self {
            source,
            icons,
            report,
            root: Node { data: Data::Null, mark: Mark::at(0) },
            body: end..end,
            redirects: Arc::default(),
            claims: Default::default(),
            album: Default::default(),
            images: RefCell::default(),
            links: RefCell::default(),
            ids: RefCell::default(),
            reported_characters: RefCell::default(),
            failed: Cell::new(false),
        }
    }

    /// With older addresses and what they stand for: links to them become links to the
    /// current ones, with a warning.
    #[must_use]
    pub fn with_redirects(self, redirects: Arc<BTreeMap<String, String>>) -> Self {
        Self { redirects, ..self }
    }

    /// With what the page at `route` should not claim: each is a warning.
    #[must_use]
    pub fn with_claims(self, claims: Arc<Claims>, route: &str) -> Self {
        Self { claims: (claims, route.to_owned()), ..self }
    }

    /// With the pictures of the content folder, in which the file is at `path`.
    #[must_use]
    pub fn with_album(self, album: Arc<Album>, path: &str) -> Self {
        Self { album: (album, path.to_owned()), ..self }
    }

    pub(crate) fn album(&self) -> (&Album, &str) {
        (&self.album.0, &self.album.1)
    }

    /// Remembers where a picture is named.
    pub(crate) fn add_image(&self, image: ImageUse) {
        self.images.borrow_mut().push(image);
    }

    /// All pictures named so far.
    pub fn images(&self) -> Vec<ImageUse> {
        self.images.borrow().clone()
    }

    /// Says whose the picture is that is named in `span`.
    pub fn set_owner(&self, span: &Range<usize>, owner: &Owner) {
        for image in self.images.borrow_mut().iter_mut().filter(|it| it.span == *span) {
            image.owner = Some(owner.clone());
        }
    }

    /// Whether there is anything that it should not claim.
    pub(crate) fn looks_for_claims(&self) -> bool {
        !self.claims.0.is_empty()
    }

    /// What a text for readers claims and should not.
    pub(crate) fn claims(&self, text: &str) -> Vec<(Range<usize>, Problem)> {
        self.claims.0.find(text, &self.claims.1)
    }

    pub(crate) fn redirect(&self, path: &str) -> Option<&str> {
        self.redirects.get(path).map(String::as_str)
    }

    /// An id for this page's HTML made of `words`.
    pub fn id(words: &str) -> String {
        ids::id(words)
    }

    /// An id made of `words` that no other part of the page has, for the heading in `span`.
    pub fn unique_id(&self, words: &str, span: &Range<usize>) -> String {
        self.ids.borrow_mut().unique(words, self.owner("heading", span))
    }

    /// Takes an id for one part of the page, which is a `what` at `span`.
    ///
    /// # Errors
    /// What other part has it, in words.
    pub fn claim_id(&self, id: &str, what: &str, span: &Range<usize>) -> Result<(), String> {
        self.ids.borrow_mut().claim(id, self.owner(what, span))
    }

    /// Takes an id for what every page has.
    pub fn reserve_id(&self, id: &str) {
        // It is the first to ask.
        let _ = self.ids.borrow_mut().claim(id, "a part of every page".to_owned());
    }

    fn owner(&self, what: &str, span: &Range<usize>) -> String {
        format!("the {what} in line {}", self.source.position(span.start).0)
    }

    /// Reads something that will not be shown: it takes no ids of the page's.
    pub fn without_ids<T>(&self, read: impl FnOnce() -> T) -> T {
        let ids = self.ids.take();
        let result = read();
        self.ids.replace(ids);
        result
    }

    /// All ids given so far.
    pub fn ids(&self) -> BTreeSet<String> {
        self.ids.borrow().all()
    }

    /// All links found so far.
    pub fn links(&self) -> Vec<Link> {
        self.links.borrow().clone()
    }

    /// Whether an error was reported for this file since it was parsed.
    pub fn has_failed(&self) -> bool {
        self.failed.get()
    }

    /// Reports an error.
    pub fn error(&self, span: Range<usize>, message: impl Into<String>, help: impl Into<Help>) {
        self.push(Severity::Error, span, message.into(), help.into());
    }

    /// Reports a warning.
    pub fn warning(&self, span: Range<usize>, message: impl Into<String>, help: impl Into<Help>) {
        self.push(Severity::Warning, span, message.into(), help.into());
    }

    pub(crate) fn push(&self, severity: Severity, span: Range<usize>, message: String, help: Help) {
        self.failed.set(self.failed.get() || severity == Severity::Error);
        self.report.push(Diagnostic::new(severity, self.source, span, message).help(help));
    }

    /// Reports a problem at `span`; what it suggests goes in place of `replaceable`, where that is known.
    pub fn report(
        &self,
        severity: Severity,
        span: Range<usize>,
        replaceable: Option<Range<usize>>,
        problem: Problem,
    ) {
        let message = problem.message.clone();
        self.push(severity, span, message, problem.help(replaceable));
    }

    /// Remembers a link, to be checked once all pages are known.
    pub fn add_link(&self, target: String, span: Range<usize>, address: Option<Range<usize>>) {
        self.links.borrow_mut().push(Link { target, span, address });
    }
}
