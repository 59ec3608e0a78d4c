//! The facts at a glance.

use crate::{Folder, page, said_once};

fn facts(count: usize) -> String {
    let facts: String =
        (1..=count).map(|it| format!("  - label: Fact {it}\n    value: so *it* is\n")).collect();
    format!("facts:\n{facts}")
}

#[test]
fn six_are_shown_and_found() {
    let content = Folder::with_home();
    content.write("a.md", page(&(facts(5) + "  - label: Time\n    value: an hour\n    icon: clock\n"), ""));
    let site = content.content();
    let page = site.pages.iter().find(|page| page.route == "/a").expect("the page");
    assert_eq!(page.facts.len(), 6);
    assert_eq!(page.facts[0].value.0, "so <em>it</em> is");
    assert!(page.facts[0].icon.is_none() && page.facts[5].icon.is_some());
    assert!(documents::records(&site, true).contains("hour"));
}

#[test]
fn the_seventh_is_one_too_many() {
    let content = Folder::with_home();
    content.write("a.md", page(&facts(7), ""));
    let said = said_once(content.said());
    assert!(said.contains("this is one too many: this list has 6 at most"), "{said}");
    let schema = std::fs::read_to_string(tests::root().join("docs/schema/page.json")).expect("the schema");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!(schema["properties"]["facts"]["anyOf"][0]["maxItems"], 6);
}

#[test]
fn each_needs_a_label_and_a_value() {
    let content = Folder::with_home();
    content.write("a.md", page("facts:\n  - label: Time\n", ""));
    assert!(said_once(content.said()).contains("the key `value` is missing"));
}
