//! The table of what readers should never see, as regular expressions on finished text.

mod malformed;
mod other_programs;
mod row;

use std::{ops::Range, sync::LazyLock};

use regex::{Captures, Regex, RegexSet};
use row::{About, Fix, Row};

use report::Problem;

/// A row, ready to be looked for.
pub struct Pattern {
    regex: Regex,
    row: &'static Row,
}

/// A word ends where ASCII says so (`(?-u:\b)`): by Unicode's rules the expressions are
/// searched ten times slower in every text with a letter that is not ASCII.
///
/// In this order: what an earlier row has found is not reported again.
fn rows() -> impl Iterator<Item = &'static Row> {
    other_programs::ROWS.iter().chain(malformed::ROWS)
}

/// The table, and all of its expressions as one.
static TABLE: LazyLock<(Vec<Pattern>, RegexSet)> = LazyLock::new(|| {
    // A row that is no expression finds nothing; a test compiles them all.
    let patterns: Vec<_> =
        rows().filter_map(|row| Some(Pattern { regex: Regex::new(row.1).ok()?, row })).collect();
    let set = RegexSet::new(patterns.iter().map(|pattern| pattern.row.1)).unwrap_or_default();
    (patterns, set)
});

/// The rows that find something in a text.
pub fn patterns(text: &str) -> impl Iterator<Item = &'static Pattern> {
    let (patterns, set) = &*TABLE;
    set.matches(text).into_iter().map(|index| &patterns[index])
}

impl Pattern {
    pub fn in_plain_text(&self) -> bool {
        !matches!(self.row.0, About::Address | About::Block)
    }

    pub fn is_address(&self) -> bool {
        self.row.0 == About::Address
    }

    pub fn is_link(&self) -> bool {
        self.row.0 == About::Link
    }

    /// All that it finds in a block's text, where `source` is what was written for a part of it.
    pub fn find(
        &self,
        text: &str,
        plain: bool,
        source: impl Fn(Range<usize>) -> String,
    ) -> impl Iterator<Item = (Range<usize>, Problem)> {
        self.regex.captures_iter(text).filter_map(move |captures| {
            let span = captures.name("at").or_else(|| captures.get(0))?.range();
            Some((span, self.problem(&captures, plain, &source)))
        })
    }

    fn problem(&self, captures: &Captures, plain: bool, source: impl Fn(Range<usize>) -> String) -> Problem {
        let (about, _, message, fix) = *self.row;
        if plain && about != About::Artifact {
            return Problem::new(
                "this is shown as it stands: only plain words fit here, without Markdown",
                "write the words alone",
            );
        }
        let template = match fix {
            Fix::Advice(help) => return Problem::new(message, help),
            Fix::Template(template) => template,
        };
        let mut parts = template.split('$');
        let mut written = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (group, rest) = part.split_at(1);
            let found = group.parse().ok().and_then(|group: usize| captures.get(group));
            written.push_str(&found.map(|found| source(found.range())).unwrap_or_default());
            written.push_str(rest);
        }
        Problem::with_suggestion(message, written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_an_expression() {
        assert_eq!((TABLE.0.len(), TABLE.1.len()), (rows().count(), rows().count()));
    }
}
