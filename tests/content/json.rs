//! The reports for machines and for the browser say what the one in the terminal says.

use report::{Report, Severity};
use scraper::{Html, Selector};
use serde_json::json;
use site::compile::Profile;

use crate::{Folder, page};

#[test]
fn every_mistake_has_its_place_in_the_report_for_machines() {
    let content = Folder::with_home();
    content.write("a.md", page("taglin: for “fine” lines\n", "See [it](/b).\n"));
    content.write("b.md", page("", "A\u{a0}**word** that is * wrong *\n\n{{ name }}\n"));
    let report = content.compile(Profile::Release).report;
    let machine = report.json();
    assert_eq!(machine["version"], 1);
    let said = machine["diagnostics"].as_array().expect("a list");
    assert_eq!(said.len(), report.diagnostics().len());
    assert!(said.len() > 1, "{machine:#}");
    for (machine, it) in said.iter().zip(report.diagnostics()) {
        let (line, column) = it.position;
        assert_eq!(
            [&machine["file"], &machine["line"], &machine["column"], &machine["message"]],
            [&json!(it.path), &json!(line), &json!(column), &json!(it.message)]
        );
        assert_eq!(machine.get("help"), it.help.map(|help| json!(help)).as_ref());
        assert_eq!(machine.get("edit").is_some(), it.replacement.is_some());
    }
    assert_eq!(
        said[0],
        json!({
            "severity": "error",
            "file": content.path("a.md").display().to_string(),
            "line": 6, "column": 1, "endLine": 6, "endColumn": 7,
            "text": "taglin: for “fine” lines",
            "message": "the key `taglin` is not known here",
            "help": "did you mean `tagline`?",
            "edit": { "line": 6, "column": 1, "endLine": 6, "endColumn": 7, "text": "tagline" },
        })
    );
    let errors = said.iter().filter(|it| it["severity"] == "error").count();
    assert_eq!(machine["errors"], errors);
    assert_eq!(machine["warnings"], said.len() - errors);
}

/// Terminal, JSON and browser agree on what is wrong and where: asked of every folder that any
/// of these tests compiles.
#[track_caller]
pub fn assert_outputs_agree(report: &Report) {
    let (terminal, machine) = (report.render(false), report.json());
    let document = Html::parse_fragment(&report.html(|_| None));
    let all = |selector| document.select(&Selector::parse(selector).expect("a selector")).collect::<Vec<_>>();
    let text = |item: &scraper::ElementRef, part| {
        let part = item.select(&Selector::parse(part).expect("a selector")).next();
        part.map(|it| it.text().collect::<String>()).unwrap_or_default()
    };
    let (mut errors, mut warnings) =
        (all("ol > li.error").into_iter(), all("details li.warning").into_iter());
    let machine = machine["diagnostics"].as_array().expect("a list");
    let diagnostics = report.diagnostics();
    assert_eq!(machine.len(), diagnostics.len());
    for (machine, it) in machine.iter().zip(&diagnostics) {
        let ((line, column), help) = (it.position, it.help.clone().unwrap_or_default());
        let place = format!("{}:{line}:{column}", it.path);
        let (severity, shown) = match it.severity {
            Severity::Error => ("error", errors.next()),
            Severity::Warning => ("warning", warnings.next()),
        };
        assert!(terminal.contains(&format!("--> {place}\n")), "{place} is not in\n{terminal}");
        assert_eq!(
            [
                &machine["severity"],
                &machine["file"],
                &machine["line"],
                &machine["column"],
                &machine["message"]
            ],
            [&json!(severity), &json!(it.path), &json!(line), &json!(column), &json!(it.message)]
        );
        assert_eq!(machine.get("help").unwrap_or(&json!("")), &json!(help));
        let shown = shown.unwrap_or_else(|| panic!("the browser does not show {place} {}", it.message));
        assert_eq!(text(&shown, ".message"), format!("{severity}: {}", it.message));
        assert_eq!(text(&shown, ".place"), place);
        assert_eq!(text(&shown, ".help").trim_start_matches("help: "), help);
        assert!(it.line().contains(&text(&shown, "mark")) || it.line().is_empty(), "{}", it.line());
    }
    assert!(errors.next().is_none() && warnings.next().is_none(), "the browser shows more");
}
