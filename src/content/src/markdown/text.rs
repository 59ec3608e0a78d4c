//! Some Markdown, and where it stands in its file.

use std::ops::Range;

use crate::{Document, source_map::SourceMap};
use report::{Problem, Severity};

/// Markdown on its way to HTML.
pub struct Text<'a> {
    pub document: &'a Document<'a>,
    pub markdown: &'a str,
    origin: Origin,
    /// Where a mistake of the text as a whole is shown.
    whole: Range<usize>,
}

enum Origin {
    /// A page's body, from here on.
    Body(usize),
    /// A value, as YAML has read it.
    Value(SourceMap),
}

impl<'a> Text<'a> {
    /// A page's body: the part `range` of the file.
    pub fn of_body(document: &'a Document<'a>, range: Range<usize>) -> Self {
        let whole = document.source.rest_of_line(range.start);
        Self { document, origin: Origin::Body(range.start), markdown: &document.source.text[range], whole }
    }

    /// The text of a value, which is shown at `whole`.
    pub fn of_value(
        document: &'a Document<'a>,
        whole: Range<usize>,
        markdown: &'a str,
        source_map: SourceMap,
    ) -> Self {
        Self { document, markdown, origin: Origin::Value(source_map), whole }
    }

    /// From an offset in the Markdown to one in the file.
    pub fn at(&self, offset: usize) -> usize {
        match &self.origin {
            Origin::Body(start) => start + offset,
            Origin::Value(source_map) => source_map.file_offset(offset),
        }
    }

    /// Where in the file a part of the Markdown stands, to the end of its first line.
    pub fn span(&self, part: &Range<usize>) -> Range<usize> {
        let start = self.at(part.start);
        let line = self.document.source.rest_of_line(start);
        start..self.at(part.end).clamp(start, line.end)
    }

    /// Where in the file a part stands, if it stands there as it is: YAML folds lines
    /// and reads escapes.
    pub fn as_written(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let span = self.at(part.start)..self.at(part.end.checked_sub(1)?) + 1;
        (self.document.source.text.get(span.clone()) == self.markdown.get(part.clone())).then_some(span)
    }

    /// Reports an error of the text as a whole.
    pub fn error(&self, message: &str, help: &str) {
        self.document.error(self.whole.clone(), message, help);
    }

    /// Reports what is wrong with a part of the Markdown.
    pub fn report(&self, severity: Severity, part: &Range<usize>, problem: Problem) {
        let suggestion = problem.suggestion.as_deref().unwrap_or_default();
        let written = self.as_written(part).filter(|_| self.can_stand_here(part, suggestion));
        self.document.report(severity, self.span(part), written, problem);
    }

    /// Whether a value is read as it was with this in it: YAML has indicators of its own.
    fn can_stand_here(&self, part: &Range<usize>, suggestion: &str) -> bool {
        let begins_well = |text: &str| text.starts_with(|c: char| c.is_alphanumeric() || "<($".contains(c));
        match self.origin {
            Origin::Body(_) => true,
            Origin::Value(_) => {
                !suggestion.contains(['"', '\'', '\\'])
                    && !suggestion.contains(": ")
                    && !suggestion.contains(" #")
                    && (part.start > 0 || begins_well(suggestion))
            }
        }
    }
}
