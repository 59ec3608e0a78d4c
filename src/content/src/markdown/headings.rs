//! Headings: their levels, and the ids that links lead to.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel};

use super::text::Text;

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

    /// Begins a heading of `level`, whose event is the one at `event`.
    pub fn open(&mut self, text: &Text, level: HeadingLevel, span: &Range<usize>, event: usize) {
        self.check_level(text, level, span);
        self.level = level;
        self.open = Some((event, String::new()));
    }

    /// Ends a heading. Its words make its id, which goes to the event that began it.
    pub fn close(&mut self, text: &Text, span: &Range<usize>) -> Option<(usize, String)> {
        let (event, words) = self.open.take()?;
        let span = text.span(span);
        if words.trim().is_empty() {
            let help = "write its words on the same line, or remove it";
            text.document.error(span.clone(), "this heading is empty", help);
        }
        Some((event, text.document.unique_id(&words, &span)))
    }

    fn check_level(&self, text: &Text, level: HeadingLevel, span: &Range<usize>) {
        if level == HeadingLevel::H1 {
            text.document.error(
                text.span(span),
                "this is a heading of the first level, and a page has only one: its `name`",
                "begin the heading with `##`",
            );
        } else if level as usize > self.level as usize + 1 {
            text.document.warning(
                text.span(span),
                format!("this heading skips a level: {level} follows {}", self.level),
                format!(
                    "begin it with {} for readers who navigate by headings",
                    "#".repeat(self.level as usize + 1)
                ),
            );
        }
    }
}
