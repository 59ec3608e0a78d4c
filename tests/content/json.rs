//! The report for machines says what the one for people says.

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
