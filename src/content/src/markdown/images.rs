//! Pictures in Markdown: each stands in a paragraph of its own, and becomes a figure.

use std::ops::Range;

use images::{Loading, Place};
use pulldown_cmark::{CowStr, Event, Tag};
use report::{Problem, Severity};

use super::{lint, text::Text};
use crate::album::words_problem_beside;

/// The pictures of some Markdown, while it is being read.
pub struct Images {
    /// Running text has none.
    allowed: bool,
    open: Option<Open>,
    paragraph: Option<Paragraph>,
}

/// A picture whose words are being read.
struct Open {
    source: String,
    /// Where that stands in the Markdown.
    source_span: Option<Range<usize>>,
    caption: String,
    words: String,
    in_a_link: bool,
}

/// The paragraph that is being read.
struct Paragraph {
    /// The event that begins it.
    start: usize,
    /// Its pictures, by where they stand.
    images: Vec<Range<usize>>,
}

impl Images {
    /// For text that may have pictures.
    pub fn in_paragraphs() -> Self {
        Self { allowed: true, open: None, paragraph: None }
    }

    /// For running text.
    pub fn none() -> Self {
        Self { allowed: false, ..Self::in_paragraphs() }
    }

    /// Begins a picture.
    pub fn open(
        &mut self,
        text: &Text,
        source: CowStr,
        caption: CowStr,
        span: &Range<usize>,
        source_span: Option<Range<usize>>,
        in_a_link: bool,
    ) {
        if !self.allowed {
            let help = "only running text fits: take the picture out; its words can stay as text";
            text.document.error(text.span(span), "a picture cannot stand here", help);
        }
        if self.open.is_some() {
            let help = "write the two pictures one after the other";
            text.document.error(text.span(span), "a picture cannot stand in another picture's words", help);
        }
        self.open = Some(Open {
            source: source.into_string(),
            source_span,
            caption: caption.trim().to_owned(),
            words: String::new(),
            in_a_link,
        });
    }

    /// Whether what is read now are a picture's words.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Adds to the words of the picture: they are plain text.
    pub fn add_words(&mut self, event: &Event) {
        let Some(open) = &mut self.open else { return };
        match event {
            Event::Text(words) | Event::Code(words) => open.words += words,
            Event::SoftBreak | Event::HardBreak => open.words.push(' '),
            _ => {}
        }
    }

    /// Ends a picture, and gives what is shown for it.
    pub fn close<'e>(&mut self, text: &Text, span: &Range<usize>) -> Option<Event<'e>> {
        let open = self.open.take().filter(|_| self.allowed)?;
        if open.in_a_link {
            let help = "take the link away: a picture leads to its large version";
            text.document.error(text.span(span), "a picture cannot be a link", help);
            // The link has its words.
            return Some(Event::Text(open.words.into()));
        }
        let Some(paragraph) = &mut self.paragraph else {
            text.document.error(text.span(span), MISPLACED, HOW_TO_PLACE);
            return None;
        };
        paragraph.images.push(span.clone());
        let words = open.words.trim();
        if let Some(problem) = words_problem_beside(words, &open.source) {
            let problem = match words {
                "" => Problem::new(
                    problem.message,
                    "write them in the square brackets: `![words](picture.jpg)`",
                ),
                _ => problem,
            };
            text.report(Severity::Error, span, problem);
        }
        // The caption is read like any other text, and where it stands is not told.
        let found = lint::in_plain_text(&open.caption).into_iter().map(|finding| finding.problem);
        let claims = text.document.claims(&open.caption).into_iter().map(|(_, problem)| problem);
        for problem in found.chain(claims) {
            text.document.report(Severity::Warning, text.span(span), None, problem);
        }
        let in_the_file = open.source_span.as_ref().and_then(|part| text.as_written(part));
        let shown = open.source_span.map_or_else(|| text.span(span), |part| text.span(&part));
        let image = text.document.image(&open.source, shown, in_the_file, images::SMALLEST)?;
        let inside = images::with_caption(&image, words, &open.caption, Place::Text, Loading::Late);
        Some(Event::Html(format!("<figure class=\"image-with-caption\">{inside}</figure>\n").into()))
    }

    /// Begins a paragraph, with the event number `start`.
    pub fn open_paragraph(&mut self, start: usize) {
        self.paragraph = Some(Paragraph { start, images: Vec::new() });
    }

    /// Ends a paragraph, whose end is the last event: of one with pictures alone the pictures
    /// are left.
    pub fn close_paragraph(&mut self, text: &Text, events: &mut Vec<Event>) {
        let Some(Paragraph { start, images }) = self.paragraph.take() else { return };
        let Some(first) = images.first() else { return };
        let inside = events.split_off(start);
        let is_between = |event: &Event| {
            matches!(event, Event::SoftBreak | Event::HardBreak)
                || matches!(event, Event::Start(Tag::Paragraph))
                || matches!(event, Event::End(pulldown_cmark::TagEnd::Paragraph))
        };
        if inside.iter().all(|event| is_between(event) || matches!(event, Event::Html(_))) {
            events.extend(inside.into_iter().filter(|event| !is_between(event)));
        } else {
            text.document.error(text.span(first), MISPLACED, HOW_TO_PLACE);
        }
    }
}

const MISPLACED: &str = "a picture stands in a paragraph of its own";

const HOW_TO_PLACE: &str = "put an empty line before and after it, outside of lists, tables and headings";
