//! The report for machines.

use serde_json::{Value, json};

use crate::{Diagnostic, Report, Severity};

/// The number of the shape below: it grows where something goes or changes its meaning,
/// and stays where something is added.
const VERSION: u32 = 1;

impl Report {
    /// The report as JSON: `version`, `errors` and `warnings` (how many), and `diagnostics`
    /// by file and position.
    ///
    /// Each has `severity` (`error` or `warning`), `file` (as reports print it), `line`,
    /// `column`, `endLine`, `endColumn` (counted from 1, columns in characters, the end behind
    /// the last one), `text` (the line in which it begins), `message`, and where there is one
    /// `help`, and with it `edit`: the same places, and the `text` to put there.
    pub fn json(&self) -> Value {
        json!({
            "version": VERSION,
            "errors": self.count(Severity::Error),
            "warnings": self.count(Severity::Warning),
            "diagnostics": self.diagnostics().iter().map(diagnostic).collect::<Vec<_>>(),
        })
    }
}

fn diagnostic(it: &Diagnostic) -> Value {
    let mut value = place(it.position, it.end());
    value["severity"] = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
    .into();
    value["file"] = it.path.clone().into();
    value["text"] = it.line().into();
    value["message"] = it.message.clone().into();
    if let Some(help) = &it.help {
        value["help"] = help.clone().into();
    }
    if let (Some(replacement), Some([start, end])) = (&it.replacement, it.edit()) {
        value["edit"] = place(start, end);
        value["edit"]["text"] = replacement.text.clone().into();
    }
    value
}

fn place((line, column): (usize, usize), (end_line, end_column): (usize, usize)) -> Value {
    json!({ "line": line, "column": column, "endLine": end_line, "endColumn": end_column })
}
