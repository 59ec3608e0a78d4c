//! The report: every mistake with its position, drawn like a good compiler's.

use std::{
    ops::Range,
    sync::{Mutex, MutexGuard, PoisonError},
};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::{Help, Replacement, Source};

/// Whether a diagnostic fails the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Shown, and fails nothing.
    Warning,
    /// Fails the build.
    Error,
}

/// One thing that is wrong, where it is, and what to do about it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Whether it fails the build.
    pub severity: Severity,
    /// The file's path as printed.
    pub path: String,
    /// Line and column, counted from 1, columns in characters.
    pub position: (usize, usize),
    /// What is wrong, in an editor's words.
    pub message: String,
    /// What to do, in words.
    pub help: Option<String>,
    /// The same as an edit of the file, where there is one way to do it.
    pub replacement: Option<Replacement>,
    source: Source,
    span: Range<usize>,
}

impl Diagnostic {
    /// A diagnostic about the bytes `span` of `source`.
    pub fn new(severity: Severity, source: &Source, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity,
            path: source.path.clone(),
            position: source.position(span.start),
            message: message.into(),
            help: None,
            replacement: None,
            source: source.clone(),
            span,
        }
    }

    /// Adds what the editor can do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Help>) -> Self {
        let Help { words, replacement } = help.into();
        self.help = Some(words);
        self.replacement = replacement;
        self
    }

    /// Where it ends: line and column as in `position`, the column behind the last character.
    pub fn end(&self) -> (usize, usize) {
        self.source.position(self.span.end)
    }

    /// What the help replaces: where it begins and ends, as in `position`, and the text that
    /// stands there afterwards.
    pub fn edit(&self) -> Option<[(usize, usize); 2]> {
        let span = &self.replacement.as_ref()?.span;
        Some([span.start, span.end].map(|offset| self.source.position(offset)))
    }

    /// The line in which it begins.
    pub fn line(&self) -> &str {
        self.source.text.lines().nth(self.position.0 - 1).unwrap_or_default()
    }

    /// That line before, in, and behind what is wrong, as much of a very long one as the
    /// report shows.
    pub fn line_in_parts(&self) -> [&str; 3] {
        let shown = self.source.around(&self.span);
        let text = &self.source.text[..shown.end];
        let from = self.span.start.min(text.len());
        let end = text[from..].find(['\n', '\r']).map_or(text.len(), |at| from + at);
        let to = self.span.end.clamp(from, end);
        [&text[shown.start..from], &text[from..to], &text[to..end]]
    }

    /// The file's text after the help was followed, where that is an edit.
    pub fn mended(&self) -> Option<String> {
        let Replacement { span, text } = self.replacement.as_ref()?;
        let before = self.source.text.get(..span.start)?;
        Some([before, text, self.source.text.get(span.end..)?].concat())
    }

    fn render(&self, renderer: &Renderer) -> String {
        // What is shown, not the whole file: drawing takes as long as what it is given.
        let shown = self.source.around(&self.span);
        let (line, column) = self.position;
        let column_there = self.source.text[shown.start..self.span.start].chars().count() + 1;
        let drawn = renderer.render(&[self.group(shown)]);
        // Of a very long line only a part is shown, and columns are counted in that.
        let location = |column| format!("{}:{line}:{column}", self.path);
        drawn.replacen(&location(column_there), &location(column), 1)
    }

    fn group(&self, shown: Range<usize>) -> Group<'_> {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let span = self.span.start - shown.start..self.span.end.min(shown.end) - shown.start;
        let group = level.primary_title(&self.message).element(
            Snippet::source(&self.source.text[shown])
                .line_start(self.position.0)
                .path(&self.path)
                .annotation(AnnotationKind::Primary.span(span)),
        );
        match &self.help {
            Some(help) => group.element(Level::HELP.message(help)),
            None => group,
        }
    }
}

/// Collects diagnostics while files are read, on all cores.
#[derive(Debug, Default)]
pub struct Report {
    diagnostics: Mutex<Vec<Diagnostic>>,
}

impl Report {
    /// Adds one diagnostic.
    pub fn push(&self, diagnostic: Diagnostic) {
        self.all().push(diagnostic);
    }

    fn all(&self) -> MutexGuard<'_, Vec<Diagnostic>> {
        // A list is whole between two of its uses.
        self.diagnostics.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All diagnostics so far, by file and position.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut all = self.all().clone();
        all.sort_by(|a, b| (&a.path, a.position).cmp(&(&b.path, b.position)));
        all
    }

    /// How many diagnostics have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.all().iter().filter(|it| it.severity == severity).count()
    }

    /// Whether the build must stop.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// The report as text, empty when there is nothing to say. `styled` adds a
    /// terminal's colours.
    pub fn render(&self, styled: bool) -> String {
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        let mut out = String::new();
        for diagnostic in self.diagnostics() {
            out.push_str(&diagnostic.render(&renderer));
            out.push_str("\n\n");
        }
        let totals = self.totals();
        if !totals.is_empty() {
            out.push_str(&format!("content: {totals}\n"));
        }
        out
    }

    /// How much is wrong, in words: `2 errors, 1 warning`; empty when nothing is.
    pub fn totals(&self) -> String {
        let count = |severity, one: &str| match self.count(severity) {
            0 => None,
            1 => Some(format!("1 {one}")),
            n => Some(format!("{n} {one}s")),
        };
        let all = [count(Severity::Error, "error"), count(Severity::Warning, "warning")];
        all.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
