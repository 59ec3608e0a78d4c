//! Reading typed values out of front matter, with every mistake reported.

mod token;

use std::ops::Range;

use crate::{
    Document, Mapping, characters,
    markdown::{self, Text},
    source_map::SourceMap,
    yaml::{Data, Node, Style, quoted_line, quoted_value},
};
use report::{Help, Problem, Severity};

/// A value of the front matter.
#[derive(Clone, Debug)]
pub struct Value<'a> {
    /// The file it is in.
    pub document: &'a Document<'a>,
    pub(crate) node: &'a Node,
}

impl<'a> Value<'a> {
    pub(crate) fn new(document: &'a Document<'a>, node: &'a Node) -> Self {
        Self { document, node }
    }

    /// Whether this is all that the file's YAML holds.
    pub(crate) fn is_root(&self) -> bool {
        std::ptr::eq(&self.document.root, self.node)
    }

    /// Where the value stands: from its first character to its end, or to the end of that line.
    pub fn span(&self) -> Range<usize> {
        let span = &self.node.mark.span;
        let line = self.document.source.rest_of_line(span.start);
        if self.node.mark.style.is_some() { span.start..span.end.min(line.end).max(span.start) } else { line }
    }

    /// What stands in the file, all of it.
    fn written(&self) -> &'a str {
        &self.document.source.text[self.node.mark.span.clone()]
    }

    /// Reports an error at this value.
    pub fn error(&self, message: impl Into<String>, help: impl Into<Help>) {
        self.document.error(self.span(), message, help);
    }

    /// Reports a warning at this value.
    pub fn warning(&self, message: impl Into<String>, help: impl Into<Help>) {
        self.document.warning(self.span(), message, help);
    }

    /// All of the value, where its span is known exactly.
    pub(crate) fn exact_span(&self) -> Option<Range<usize>> {
        self.node.mark.style.map(|_| self.node.mark.span.clone())
    }

    /// What to write in place of the whole value.
    pub fn help_to_write(&self, text: &str) -> Help {
        self.drop_inexact_edit(Help::write(self.node.mark.span.clone(), text))
    }

    /// A help for this value; words alone where its span is not known exactly.
    pub(crate) fn drop_inexact_edit(&self, mut help: Help) -> Help {
        help.replacement = help.replacement.filter(|_| self.node.mark.style.is_some());
        help
    }

    /// Whether the value is left empty, as content systems write what was not filled
    /// in: `faq:`, `faq: []`, `tagline: ''`, `tagline: null`, `tagline: ~`.
    pub(crate) fn is_empty(&self) -> bool {
        match &self.node.data {
            // `Null` may be a name.
            Data::Null => matches!(self.written().trim(), "" | "null" | "~"),
            Data::List(items) => items.is_empty(),
            Data::Mapping(entries) => entries.is_empty(),
            Data::Text(text) => shows_nothing(text),
            _ => false,
        }
    }

    /// What an editor would call this value.
    fn kind(&self) -> String {
        match &self.node.data {
            Data::Null if self.is_empty() => "nothing".into(),
            Data::Null => format!("the word for nothing, `{}`", self.written()),
            Data::Bool(_) => format!("the yes-or-no value `{}`", self.written()),
            Data::Number => format!("the number `{}`", self.written()),
            Data::Text(_) => "text".into(),
            Data::List(_) => "a list".into(),
            Data::Mapping(_) => "a group of keys".into(),
        }
    }

    /// A list with at least one item, each read by `read`. `None` when any of them failed.
    pub fn list<T>(&self, read: impl Fn(Value<'a>) -> Option<T>) -> Option<Vec<T>> {
        match &self.node.data {
            Data::List(items) if !items.is_empty() => {
                let read: Vec<_> = items.iter().map(|item| read(Self::new(self.document, item))).collect();
                read.into_iter().collect()
            }
            _ if self.is_empty() => {
                self.error("this list is empty", "add an item on a line that begins with `- `");
                None
            }
            _ => {
                self.wrong_kind("a list", "begin each item on a line of its own with `- `");
                None
            }
        }
    }

    /// A value is text where lines of another kind were meant: one reason is a
    /// character that nobody sees.
    pub(crate) fn wrong_kind(&self, wanted: &str, help: &str) {
        let hidden = characters::in_yaml_lines(&self.document.source.text, self.node.mark.span.clone());
        if self.node.as_text().is_some() && !hidden.is_empty() {
            self.document.report_misplaced(&hidden, |at| at);
        } else {
            self.error(format!("this must be {wanted}, but it is {}", self.kind()), help);
        }
    }

    /// The items of a list; nothing where it is none.
    pub fn items(&self) -> impl Iterator<Item = Self> {
        let items: &[Node] = if let Data::List(items) = &self.node.data { items } else { &[] };
        items.iter().map(|item| Self::new(self.document, item))
    }

    /// From offsets in this value's `text` to the file's.
    pub(crate) fn source_map(&self, text: &str) -> SourceMap {
        SourceMap::new(&self.document.source.text, &self.node.mark, text)
    }

    /// Text as it was written, not empty.
    fn raw_text(&self) -> Option<&'a str> {
        match &self.node.data {
            Data::Text(text) if !shows_nothing(text) => Some(text),
            _ if self.is_empty() => {
                self.error("this is empty", "write its text after the colon");
                None
            }
            _ => {
                let help = match (&self.node.data, self.quoted()) {
                    (Data::Bool(_) | Data::Number | Data::Null, Some(help)) => help,
                    (_, Some(help)) => help.and("; a list or a group of keys cannot stand here"),
                    _ => "write plain text after the colon, in quotes if it contains `: `".into(),
                };
                self.error(format!("this must be text, but it is {}", self.kind()), help);
                None
            }
        }
    }

    /// How the line looks with this value in quotes, where it is one line.
    fn quoted(&self) -> Option<Help> {
        let text = &self.document.source.text;
        match self.node.data {
            Data::List(_) | Data::Mapping(_) if self.written().is_empty() => {
                let line = self.span();
                text[line.clone()].starts_with(['[', '{']).then(|| quoted_value(text, line.start)).flatten()
            }
            _ => Some(self.drop_inexact_edit(quoted_line(text, self.node.mark.span.clone()))),
        }
    }

    /// Plain text: not empty, white space folded to single spaces, but for spaces
    /// at which no line may break.
    pub fn text(&self) -> Option<String> {
        self.report_invisible(self.raw_text()?, characters::in_running_text);
        self.as_text()
    }

    /// The same, without a word about what is wrong: for rules beyond one value, which has
    /// been read.
    pub fn as_text(&self) -> Option<String> {
        let text = self.node.as_text().filter(|text| !shows_nothing(text))?;
        let folds = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}');
        Some(text.split(folds).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
    }

    /// `true` or `false`, in the same way.
    pub fn as_boolean(&self) -> Option<bool> {
        if let Data::Bool(value) = self.node.data { Some(value) } else { None }
    }

    /// A group of keys, in the same way.
    pub fn as_mapping(self) -> Option<Mapping<'a>> {
        matches!(self.node.data, Data::Mapping(_)).then(|| self.mapping()).flatten()
    }

    /// Plain text for readers, with a warning where they would see markup in it: Markdown,
    /// HTML, artifacts of other programs.
    pub fn words(&self) -> Option<String> {
        let text = self.text()?;
        markdown::plain_text(&self.source(self.raw_text()?));
        Some(text)
    }

    /// This value's text with where it stands.
    fn source<'t>(&'t self, text: &'t str) -> Text<'t> {
        Text::of_value(self.document, self.span(), text, self.source_map(text))
    }

    fn report_invisible(&self, text: &str, find: fn(&str) -> Vec<characters::Misplaced>) {
        let found = find(text);
        if !found.is_empty() {
            let source_map = self.source_map(text);
            self.document.report_misplaced(&found, |at| source_map.file_offset(at));
        }
    }

    /// What `read` makes of text with Markdown in it. Warns of lines that YAML joins.
    fn read_markdown(&self, read: impl FnOnce(&str) -> Option<String>) -> Option<String> {
        let text = self.raw_text()?;
        if self.node.mark.style != Some(Style::Literal) && self.written().contains('\n') {
            markdown::warn_of_folded_lines(self.document, &self.source_map(text));
        }
        let html = read(text);
        // What stands in a link's address has been reported as that.
        self.report_invisible(text, characters::in_markdown);
        html
    }

    /// Reports what is wrong with this value.
    pub fn report(&self, severity: Severity, problem: Problem) {
        self.document.report(severity, self.span(), self.exact_span(), problem);
    }

    /// One paragraph of inline Markdown as HTML, without a `<p>` around it.
    pub fn inline_markdown(&self) -> Option<String> {
        self.read_markdown(|text| markdown::inline(&self.source(text.trim_end())))
    }

    /// Paragraphs of inline Markdown as HTML.
    pub fn paragraphs(&self) -> Option<String> {
        self.read_markdown(|text| markdown::paragraphs(&self.source(text.trim_end())))
    }

    /// Markdown with paragraphs, lists and headings as HTML.
    pub fn markdown(&self) -> Option<String> {
        self.read_markdown(|text| markdown::section(&self.source(text)))
    }
}

fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || characters::is_invisible(c))
}
