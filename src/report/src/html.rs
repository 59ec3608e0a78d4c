//! The report for people who look at the page and not at a terminal.

use std::fmt::Write;

use crate::{Diagnostic, Report, Severity};

impl Report {
    /// The report as HTML: the errors, then the warnings, folded away. `link` says where a
    /// mistake's place leads to, if anywhere.
    pub fn html(&self, link: impl Fn(&Diagnostic) -> Option<String>) -> String {
        let (errors, warnings): (Vec<_>, Vec<_>) =
            self.diagnostics().into_iter().partition(|it| it.severity == Severity::Error);
        let mut html = list(&errors, &link);
        if !warnings.is_empty() {
            let title =
                if warnings.len() == 1 { "1 warning" } else { &*format!("{} warnings", warnings.len()) };
            // Writing to a string cannot fail.
            _ = write!(html, "<details><summary>{title}</summary>{}</details>", list(&warnings, &link));
        }
        html
    }
}

fn list(diagnostics: &[Diagnostic], link: &impl Fn(&Diagnostic) -> Option<String>) -> String {
    let items: String = diagnostics.iter().map(|it| item(it, link(it))).collect();
    if items.is_empty() { items } else { format!("<ol role=\"list\">{items}</ol>") }
}

fn item(it: &Diagnostic, link: Option<String>) -> String {
    let severity = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (line, column) = it.position;
    let place = format!("{}:{line}:{column}", escaped(&it.path));
    let place = match link {
        Some(link) => format!("<a href=\"{}\">{place}</a>", escaped(&link)),
        None => place,
    };
    let mut item = format!(
        "<li class=\"{severity}\"><p class=\"message\">{severity}: {}</p><p class=\"place\">{place}</p>",
        escaped(&it.message)
    );
    let [before, marked, after] = it.line_in_parts();
    if !it.line().trim().is_empty() {
        _ = write!(
            item,
            "<pre><code><span class=\"number\">{line}</span>{}<mark>{}</mark>{}</code></pre>",
            escaped(before),
            escaped(marked),
            escaped(after)
        );
    }
    if let Some(help) = &it.help {
        _ = write!(item, "<p class=\"help\">help: {}</p>", escaped(help));
    }
    item + "</li>"
}

/// Text as it stands between tags and in quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
