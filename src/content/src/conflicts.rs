//! Merge conflicts that git left in a file.

use report::{Diagnostic, Report, Severity, Source};

/// Reports two versions of the same lines that git left in a file for somebody to choose
/// from (git-merge, "How conflicts are presented"). Nothing else can be said of such a file.
pub fn has_conflicts(source: &Source, report: &Report) -> bool {
    let mut open = false;
    let mut found = false;
    for (span, line) in source.lines(0..source.text.len()) {
        let is_marker = |c: char| {
            line.strip_prefix(&*String::from(c).repeat(7))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let message = if is_marker('<') {
            open = true;
            "two versions of the same lines begin here: a merge left them for you to choose from"
        } else if is_marker('>') && !std::mem::take(&mut open) {
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
