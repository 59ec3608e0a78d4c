//! A page's file: front matter between two `---` lines, then Markdown.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use crate::{
    Icons, Mapping, Value, characters,
    ids::{self, Ids},
    markdown, misplaced,
    yaml::{self, Data, Mark, Node},
};
use report::{Diagnostic, Help, Report, Severity, Source, Wrong};

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
    root: Node,
    body: Range<usize>,
    redirects: Arc<BTreeMap<String, String>>,
    links: RefCell<Vec<Link>>,
    ids: RefCell<Ids>,
    /// Where characters stand that nobody sees and that were told: once, by who knows best.
    pub(crate) told_characters: RefCell<BTreeSet<usize>>,
    failed: Cell<bool>,
}

impl<'a> Document<'a> {
    /// Splits a file and parses its front matter. `None`: what is wrong is in the report.
    pub fn parse(source: &'a Source, icons: &'a Icons, report: &'a Report) -> Option<Self> {
        if misplaced::has_conflicts(source, report) {
            return None;
        }
        let mut document = Self::new(source, icons, report);
        let mut lines = source.lines(0..source.text.len());
        let Some(opening) = lines.next().filter(|(_, line)| is_delimiter(line)) else {
            document.error(
                source.rest_of_line(0),
                "the front matter is missing",
                "begin the file with a line `---`, then the page's keys (`name: …`), then another line `---`",
            );
            return None;
        };
        let Some(closing) = lines.find(|(_, line)| is_delimiter(line)) else {
            document.error(
                source.rest_of_line(0),
                "the front matter is never closed",
                "add a line `---` below the page's keys, above the text",
            );
            return None;
        };
        for (span, _) in [&opening, &closing] {
            document
                .tell_misplaced(&characters::in_delimiter(&source.text[span.clone()]), |at| span.start + at);
        }
        document.body = closing.0.end..source.text.len();
        document.tell_misplaced(&characters::control(&source.text, opening.0.end..closing.0.start), |at| at);
        document.read_yaml(opening.0.end..closing.0.start)
    }

    /// Parses a file that is YAML as a whole.
    pub fn parse_yaml(source: &'a Source, icons: &'a Icons, report: &'a Report) -> Option<Self> {
        if misplaced::has_conflicts(source, report) {
            return None;
        }
        let document = Self::new(source, icons, report);
        document.tell_misplaced(&characters::control(&source.text, 0..source.text.len()), |at| at);
        document.read_yaml(0..source.text.len())
    }

    fn new(source: &'a Source, icons: &'a Icons, report: &'a Report) -> Self {
        let end = source.text.len();
        Self {
            source,
            icons,
            report,
            root: Node { data: Data::Null, mark: Mark::at(0) },
            body: end..end,
            redirects: Arc::default(),
            links: RefCell::default(),
            ids: RefCell::default(),
            told_characters: RefCell::default(),
            failed: Cell::new(false),
        }
    }

    fn read_yaml(mut self, yaml: Range<usize>) -> Option<Self> {
        match yaml::parse(&self.source.text, yaml.clone()) {
            Ok((root, lost)) => {
                self.root = root;
                lost.into_iter().for_each(|it| self.error(it.span, it.message, it.help));
                Some(self)
            }
            Err(syntax) => {
                let hidden = characters::in_yaml_lines(&self.source.text, yaml);
                // A character that nobody sees is why, where there is one.
                if !hidden.is_empty() {
                    self.tell_misplaced(&hidden, |at| at);
                } else if !self.has_failed() {
                    self.error(syntax.span, syntax.message, syntax.help);
                }
                None
            }
        }
    }

    /// The front matter's keys.
    pub fn front_matter(&self) -> Option<Mapping<'_>> {
        Value::new(self, &self.root).mapping()
    }

    /// The front matter's keys, silently nothing where it has none.
    pub fn front_matter_if_any(&self) -> Option<Mapping<'_>> {
        matches!(self.root.data, Data::Mapping(_)).then(|| self.front_matter()).flatten()
    }

    pub(crate) fn is_root(&self, node: &Node) -> bool {
        std::ptr::eq(&self.root, node)
    }

    /// Reports keys that stand in the body, where readers see them.
    pub(crate) fn find_keys_in_the_text(&self, known: &[&str]) {
        misplaced::keys_in_the_text(self, self.body.clone(), known);
    }

    /// The Markdown body as HTML, empty when there is none.
    pub fn body(&self) -> String {
        let html = markdown::body(self, self.body.clone());
        let misplaced = characters::in_markdown(&self.source.text[self.body.clone()]);
        self.tell_misplaced(&misplaced, |at| self.body.start + at);
        html
    }

    /// With older addresses and what they stand for: links to them become links to the
    /// current ones, with a warning.
    #[must_use]
    pub fn with_redirects(self, redirects: Arc<BTreeMap<String, String>>) -> Self {
        Self { redirects, ..self }
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

    /// Reports what is wrong at `span` with the text in `written`, where its place is known.
    pub fn tell(&self, severity: Severity, span: Range<usize>, written: Option<Range<usize>>, wrong: Wrong) {
        let message = wrong.message.clone();
        self.push(severity, span, message, wrong.help(written));
    }

    /// Remembers a link, to be checked once all pages are known.
    pub fn add_link(&self, target: String, span: Range<usize>, address: Option<Range<usize>>) {
        self.links.borrow_mut().push(Link { target, span, address });
    }
}

/// A line `---`, whatever nobody sees on it.
fn is_delimiter(line: &str) -> bool {
    characters::visible(line).trim_end() == "---"
}
