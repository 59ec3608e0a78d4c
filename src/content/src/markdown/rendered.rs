//! Rendered text: what readers see of a block, and where it stands in the Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Stands for what is no text or is meant literally: code, `\*`, `&lt;`.
const OPAQUE: char = '\u{1}';

/// The text of one block as readers see it, and where its pieces stand in the Markdown.
#[derive(Default)]
pub struct Rendered {
    pub text: String,
    /// Where in `text` a piece begins, and its span in the Markdown.
    pieces: Vec<(usize, Range<usize>)>,
    /// The parts of `text` that are words of links.
    links: Vec<Range<usize>>,
    open_link: usize,
}

impl Rendered {
    /// Adds what an event shows; `span` is where it stands in `markdown`.
    pub fn add(&mut self, event: &Event, span: &Range<usize>, markdown: &str) {
        match event {
            Event::Text(text) => self.add_text(text, span, markdown),
            Event::Code(_) | Event::InlineHtml(_) => self.add_piece(&OPAQUE.to_string(), span.clone()),
            Event::SoftBreak | Event::HardBreak => self.add_piece("\n", span.clone()),
            Event::Start(Tag::Link { .. }) => self.open_link = self.text.len(),
            Event::End(TagEnd::Link) => self.links.push(self.open_link..self.text.len()),
            _ => {}
        }
    }

    /// Adds what an event shows, whatever stands for it: code and escaped signs too.
    pub fn add_shown(&mut self, event: &Event, span: &Range<usize>, markdown: &str) {
        match event {
            Event::Text(text) => self.add_piece(text, span.clone()),
            Event::Code(code) => {
                let start = span.start + markdown[span.clone()].find(&**code).unwrap_or_default();
                self.add_piece(code, start..(start + code.len()).min(span.end));
            }
            Event::SoftBreak | Event::HardBreak => self.add_piece("\n", span.clone()),
            _ => {}
        }
    }

    fn add_text(&mut self, text: &str, span: &Range<usize>, markdown: &str) {
        let written = &markdown[span.clone()];
        if is_escaped(self.end(), span, markdown) {
            let first = text.chars().next().map_or(0, char::len_utf8);
            self.add_piece(&OPAQUE.to_string(), span.start..span.start + first);
            self.add_piece(&text[first..], span.start + first..span.end);
        } else if written == text || text == "&" {
            // `&amp;nbsp;` is an entity that was escaped twice.
            self.add_piece(text, span.clone());
        } else {
            self.add_piece(&OPAQUE.to_string(), span.clone());
        }
    }

    fn add_piece(&mut self, shown: &str, span: Range<usize>) {
        self.pieces.push((self.text.len(), span));
        self.text.push_str(shown);
    }

    /// Where the last piece ends in the Markdown.
    pub fn end(&self) -> usize {
        self.pieces.last().map_or(0, |(_, span)| span.end)
    }

    /// Whether a part of the text is in the words of one link.
    pub fn is_in_a_link(&self, part: &Range<usize>) -> bool {
        let index = self.links.partition_point(|link| link.end < part.end);
        self.links.get(index).is_some_and(|link| link.start <= part.start)
    }

    /// Whether a link ends in a part of the text.
    pub fn holds_a_link(&self, part: &Range<usize>) -> bool {
        let index = self.links.partition_point(|link| link.end <= part.start);
        self.links.get(index).is_some_and(|link| link.end < part.end)
    }

    /// Where in the Markdown a part of the text stands.
    pub fn span(&self, part: &Range<usize>) -> Range<usize> {
        let piece = |at: usize| self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        let offset = |index: usize, at: usize| {
            let (start, span) = &self.pieces[index];
            (span.start + at - start).min(span.end)
        };
        let start = offset(piece(part.start), part.start);
        let last = piece(part.end.saturating_sub(1).max(part.start));
        let after_last = self.pieces.get(last + 1).map_or(self.text.len(), |(start, _)| *start);
        let end = if part.end == after_last { self.pieces[last].1.end } else { offset(last, part.end) };
        start..end.max(start)
    }
}

/// Whether a piece of text begins with a character that a backslash before it escapes:
/// the backslash itself is in no piece.
pub fn is_escaped(end_of_last: usize, span: &Range<usize>, markdown: &str) -> bool {
    span.start > end_of_last && markdown[..span.start].ends_with('\\')
}
