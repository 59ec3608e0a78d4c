//! Lines that stand where they mean nothing: what a merge left behind, and front matter
//! below its end.

use std::ops::Range;

use crate::Document;
use report::{Diagnostic, Report, Severity, Source};

/// Reports two versions of the same lines that git left in a file for somebody to choose
/// from (git-merge, "How conflicts are presented"). Nothing else can be said of such a file.
pub fn has_conflicts(source: &Source, report: &Report) -> bool {
    let mut open = false;
    let mut found = false;
    for (span, line) in source.lines(0..source.text.len()) {
        let marks = |sign: char| {
            line.strip_prefix(&*String::from(sign).repeat(7))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let message = if marks('<') {
            open = true;
            "two versions of the same lines begin here: a merge left them for you to choose from"
        } else if marks('>') && !std::mem::take(&mut open) {
            "this line was left behind by a merge"
        } else {
            continue;
        };
        found = true;
        report.push(Diagnostic::new(Severity::Error, source, span.start..span.start + line.len(), message).help(
            "keep what is right of the lines around it, and remove the lines that begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`",
        ));
    }
    found
}

/// Reports lines at the beginning of a page's text that are `known` keys: readers would see them.
pub fn keys_in_the_text(document: &Document, body: Range<usize>, known: &[&str]) {
    let mut told = false;
    for (span, line) in document.source.lines(body) {
        let key = line.split_once(':').filter(|(_, rest)| rest.is_empty() || rest.starts_with([' ', '\t']));
        match key {
            Some((key, _)) if known.contains(&key) => {
                document.warning(
                    span.start..span.start + line.len(),
                    format!("readers see this line: the key `{key}` stands below the line `---` that ends the keys"),
                    "move it above that line",
                );
                told = true;
            }
            // What belongs to the key above, or is between two of them.
            _ if line.is_empty() || line == "---" || told && line.starts_with([' ', '-']) => {}
            _ => return,
        }
    }
}
