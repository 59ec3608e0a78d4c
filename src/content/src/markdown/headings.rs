//! Headings: their levels, and the ids that links lead to.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::writer::Writer;

/// What is known of the headings so far.
pub struct Headings {
    /// The last one's level: the page's name is its `h1`.
    level: HeadingLevel,
    /// The one that is being read: where its event is, and its words.
    open: Option<(usize, String)>,
}

impl Headings {
    pub fn below(level: HeadingLevel) -> Self {
        Self { level, open: None }
    }

    /// Words of a heading, if one is being read.
    pub fn add(&mut self, event: &Event) {
        if let (Some((_, words)), Event::Text(text) | Event::Code(text)) = (&mut self.open, event) {
            words.push_str(text);
        }
    }
}

impl<'e> Writer<'_, 'e> {
    /// Begins a heading of `level`.
    pub fn open_heading(&mut self, heading: Tag<'e>, level: HeadingLevel, span: &Range<usize>) {
        self.check_heading(level, span);
        self.headings.open = Some((self.events.len(), String::new()));
        self.events.push(Event::Start(heading));
    }

    /// Ends a heading: its words make its id.
    pub fn close_heading(&mut self, span: &Range<usize>) {
        let Some((start, words)) = self.headings.open.take() else { return };
        let span = self.text.span(span);
        if words.trim().is_empty() {
            let help = "write its words on the same line, or remove it";
            self.text.document.error(span.clone(), "this heading is empty", help);
        }
        if let Event::Start(Tag::Heading { id, .. }) = &mut self.events[start] {
            *id = Some(self.text.document.unique_id(&words, &span).into());
        }
    }

    fn check_heading(&mut self, level: HeadingLevel, span: &Range<usize>) {
        if level == HeadingLevel::H1 {
            self.text.document.error(
                self.text.span(span),
                "this is a heading of the first level, and a page has only one: its `name`",
                "begin the heading with `##`",
            );
        } else if level as usize > self.headings.level as usize + 1 {
            self.text.document.warning(
                self.text.span(span),
                format!("this heading skips a level: {level} follows {}", self.headings.level),
                format!(
                    "begin it with {} for readers who navigate by headings",
                    "#".repeat(self.headings.level as usize + 1)
                ),
            );
        }
        self.headings.level = level;
    }
}
