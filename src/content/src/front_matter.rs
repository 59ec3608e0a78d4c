//! Splits a page's file: front matter between two `---` lines, then Markdown.

use std::ops::Range;

use crate::{Document, Icons, characters, conflicts, yaml};
use report::{Report, Source};

impl<'a> Document<'a> {
    /// Splits a file and parses its front matter. `None`: what is wrong is in the report.
    pub fn parse(source: &'a Source, icons: &'a Icons, report: &'a Report) -> Option<Self> {
        if conflicts::has_conflicts(source, report) {
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
            document.report_misplaced(&characters::in_delimiter(&source.text[span.clone()]), |at| {
                span.start + at
            });
        }
        document.body = closing.0.end..source.text.len();
        document
            .report_misplaced(&characters::control(&source.text, opening.0.end..closing.0.start), |at| at);
        document.read_yaml(opening.0.end..closing.0.start)
    }

    /// Parses a file that is YAML as a whole.
    pub fn parse_yaml(source: &'a Source, icons: &'a Icons, report: &'a Report) -> Option<Self> {
        if conflicts::has_conflicts(source, report) {
            return None;
        }
        let document = Self::new(source, icons, report);
        document.report_misplaced(&characters::control(&source.text, 0..source.text.len()), |at| at);
        document.read_yaml(0..source.text.len())
    }

    fn read_yaml(mut self, yaml: Range<usize>) -> Option<Self> {
        match yaml::parse(&self.source.text, yaml.clone()) {
            Ok((root, unintended)) => {
                self.root = root;
                unintended.into_iter().for_each(|it| self.error(it.span, it.message, it.help));
                Some(self)
            }
            Err(syntax) => {
                let hidden = characters::in_yaml_lines(&self.source.text, yaml);
                // A character that nobody sees is why, where there is one.
                if !hidden.is_empty() {
                    self.report_misplaced(&hidden, |at| at);
                } else if !self.has_failed() {
                    self.error(syntax.span, syntax.message, syntax.help);
                }
                None
            }
        }
    }
}

/// A line `---`, whatever nobody sees on it.
fn is_delimiter(line: &str) -> bool {
    characters::visible(line).trim_end() == "---"
}
