//! A page's file: front matter between two `---` lines, then Markdown.

use std::{
    cell::{Cell, OnceCell, RefCell},
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    rc::Rc,
};

use crate::{
    Diagnostic, Help, Icons, Mapping, Report, Severity, Source, markdown, names,
    values::Value,
    yaml::{self, Node, Step},
};

/// A link found in a file's Markdown, to be checked once all pages are known.
#[derive(Clone, Debug)]
pub struct Link {
    /// The address as it will stand in the page.
    pub target: String,
    /// Where it is in the file, from its `[`.
    pub span: Range<usize>,
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
    yaml: Range<usize>,
    body: Range<usize>,
    aliases: OnceCell<Rc<BTreeMap<String, String>>>,
    links: RefCell<Vec<Link>>,
    ids: RefCell<BTreeSet<String>>,
    failed: Cell<bool>,
}

impl<'a> Document<'a> {
    /// Splits a file and parses its front matter. `None`: what is wrong is in the report.
    pub fn parse(source: &'a Source, icons: &'a Icons, report: &'a Report) -> Option<Self> {
        let error = |span: Range<usize>, message: &str, help: &str| {
            report.push(Diagnostic::new(Severity::Error, source, span, message).help(help));
        };
        let mut lines = lines(&source.text);
        let Some(opening) = lines.next().filter(|(_, line)| *line == "---").map(|(span, _)| span) else {
            error(
                source.rest_of_line(0),
                "the front matter is missing",
                "begin the file with a line `---`, then the page's keys (`name: …`), then another line `---`",
            );
            return None;
        };
        let Some(closing) = lines.find(|(_, line)| *line == "---").map(|(span, _)| span) else {
            error(
                source.rest_of_line(0),
                "the front matter is never closed",
                "add a line `---` below the page's keys, above the text",
            );
            return None;
        };
        Self::with_yaml(source, icons, report, opening.end..closing.start, closing.end..source.text.len())
    }

    /// Parses a file that is YAML as a whole.
    pub fn parse_yaml(source: &'a Source, icons: &'a Icons, report: &'a Report) -> Option<Self> {
        let end = source.text.len();
        Self::with_yaml(source, icons, report, 0..end, end..end)
    }

    fn with_yaml(
        source: &'a Source,
        icons: &'a Icons,
        report: &'a Report,
        yaml: Range<usize>,
        body: Range<usize>,
    ) -> Option<Self> {
        match yaml::parse(&source.text[yaml.clone()]) {
            Ok(root) => Some(Self {
                source,
                icons,
                report,
                root,
                yaml,
                body,
                aliases: OnceCell::new(),
                links: RefCell::default(),
                ids: RefCell::default(),
                failed: Cell::new(false),
            }),
            Err(syntax) => {
                let start = offset(&source.text, yaml, syntax.position);
                report.push(
                    Diagnostic::new(Severity::Error, source, source.rest_of_line(start), syntax.message)
                        .help(syntax.help),
                );
                None
            }
        }
    }

    /// The front matter's keys.
    pub fn front_matter(&self) -> Option<Mapping<'_>> {
        Value::new(self, &self.root, Vec::new()).mapping()
    }

    /// The front matter's keys, silently nothing where it has none.
    pub fn front_matter_if_any(&self) -> Option<Mapping<'_>> {
        matches!(self.root, Node::Mapping(_)).then(|| self.front_matter()).flatten()
    }

    /// The Markdown body as HTML, empty when there is none.
    pub fn body(&self) -> String {
        markdown::body(self, self.body.clone())
    }

    /// Older addresses and what they stand for: links to them become links to
    /// the current ones, with a warning.
    pub fn set_aliases(&self, aliases: &Rc<BTreeMap<String, String>>) {
        // Set once, before anything with links in it is read.
        let _ = self.aliases.set(Rc::clone(aliases));
    }

    pub(crate) fn alias(&self, path: &str) -> Option<&str> {
        self.aliases.get()?.get(path).map(String::as_str)
    }

    /// An id for this page's HTML made of `words`.
    pub fn id(words: &str) -> String {
        match names::slug(words) {
            empty if empty.is_empty() => "part".to_owned(),
            slug => slug,
        }
    }

    /// An id made of `words` that no other part of the page has.
    pub fn unique_id(&self, words: &str) -> String {
        let slug = Self::id(words);
        let mut ids = self.ids.borrow_mut();
        let id = (1..)
            .map(|n| if n == 1 { slug.clone() } else { format!("{slug}-{n}") })
            .find(|id| !ids.contains(id))
            .unwrap_or_default();
        ids.insert(id.clone());
        id
    }

    /// Takes an id for one part of the page; false where another part has it.
    pub fn claim_id(&self, id: &str) -> bool {
        self.ids.borrow_mut().insert(id.to_owned())
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
        self.ids.borrow().clone()
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
        self.failed.set(true);
        self.report.push(Diagnostic::new(Severity::Error, self.source, span, message).help(help));
    }

    /// Reports a warning.
    pub fn warning(&self, span: Range<usize>, message: impl Into<String>, help: impl Into<Help>) {
        self.report.push(Diagnostic::new(Severity::Warning, self.source, span, message).help(help));
    }

    /// Remembers a link, to be checked once all pages are known.
    pub fn add_link(&self, target: String, span: Range<usize>) {
        self.links.borrow_mut().push(Link { target, span });
    }

    /// Where in the file the node (or key) at the end of `path` begins.
    pub(crate) fn start_of(&self, path: &[Step]) -> usize {
        let position = yaml::locate(&self.source.text[self.yaml.clone()], path).unwrap_or((1, 1));
        offset(&self.source.text, self.yaml.clone(), position)
    }
}

/// The lines of a text, each with its span including the line break and its
/// text without trailing white space.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = start..start + line.len();
        start = span.end;
        (span, line.trim_end())
    })
}

/// The byte offset of a line and column inside the part `within` of a text, with
/// lines as YAML 1.1 counts them: a lone carriage return and three rarer
/// characters end one too (section 5.4).
fn offset(text: &str, within: Range<usize>, (line, column): (usize, usize)) -> usize {
    let part = &text[within.clone()];
    let mut rest = part;
    for _ in 1..line {
        let Some(end) = rest.find(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) else { break };
        let length = if rest[end..].starts_with("\r\n") {
            2
        } else {
            rest[end..].chars().next().map_or(0, char::len_utf8)
        };
        rest = &rest[end + length..];
    }
    let in_line: usize = rest.chars().take(column - 1).map(char::len_utf8).sum();
    (within.start + part.len() - rest.len() + in_line).min(within.end)
}
