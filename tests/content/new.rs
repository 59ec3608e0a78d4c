//! `cargo xtask new`: a page's file to begin with.

use std::fs;

use site::compile::{Profile, new_page};

use crate::{Folder, page};

#[test]
fn a_new_page_is_a_draft_that_is_fine() {
    let folder = Folder::with_home();
    folder.write("microneedling/index.md", page("", ""));
    for address in ["microneedling/neck-and-chest", "/new/", "other/new.md", "other/index"] {
        new_page(&folder.inputs(), address).unwrap_or_else(|error| panic!("{address}: {error}"));
    }
    let said = folder.said();
    assert_eq!(said, [""; 0], "not even a warning");
    let content = folder.compile(Profile::Debug).content.expect("no errors");
    let pages: Vec<_> = content.pages.iter().map(|page| (&*page.route, &*page.name, page.draft)).collect();
    assert!(pages.contains(&("/microneedling/neck-and-chest", "Neck and chest", true)), "{pages:?}");
    assert!(pages.contains(&("/other", "Other", true)), "{pages:?}");
    assert_eq!(folder.content().pages.len(), 2, "no draft is published");
}

#[test]
fn what_is_commented_out_is_fine_too() {
    let folder = Folder::with_home();
    for page in ["book", "microneedling"] {
        folder.write(
            &format!("{page}.md"),
            self::page("", "").replace("name: A\n", &format!("name: {page}\n")),
        );
    }
    new_page(&folder.inputs(), "neck").expect("a page");
    let text = fs::read_to_string(folder.path("neck.md")).expect("a page");
    // A comment that is a key or belongs to one, and no sentence.
    let is_key = |line: &str| {
        line.starts_with(' ')
            || line.split_once(':').is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_alphabetic()))
    };
    let lines = text.lines().map(|line| line.strip_prefix("# ").filter(|rest| is_key(rest)).unwrap_or(line));
    let with_all: String = lines.map(|line| format!("{line}\n")).collect();
    assert_ne!(with_all, text);
    folder.write("neck.md", with_all);
    crate::images::write_those_of_the_examples(&folder);
    // One section is shown, and it has no portrait.
    let said = folder.said();
    assert!(said.iter().all(|it| it.starts_with("images/portrait.jpg:1:1 no page uses")), "{said:#?}");
}

#[test]
fn nothing_is_overwritten() {
    let folder = Folder::with_home();
    folder.write("a.md", "mine");
    folder.write("b/index.md", "mine");
    for (address, there) in
        [("a", "a.md"), ("a/index", "a.md"), ("b", "b/index.md"), ("b/index.md", "b/index.md")]
    {
        let error = new_page(&folder.inputs(), address).expect_err(address);
        assert!(error.contains(there) && error.contains("is there already"), "{error}");
    }
    assert_eq!(fs::read_to_string(folder.path("a.md")).expect("a file"), "mine");
    assert!(!folder.path("b.md").exists() && !folder.path("a").exists());
    assert!(new_page(&folder.inputs(), "index").is_err(), "the home page is there");
}

#[test]
fn what_is_no_address_is_answered_with_one() {
    let folder = Folder::with_home();
    for (address, help) in [
        ("Microneedling/Neck & Chest", "`cargo xtask new microneedling/neck-chest`"),
        ("crème", "`cargo xtask new creme`"),
        ("../elsewhere", "`..` cannot be part of an address"),
        ("a//b", "`` cannot be part of an address"),
        ("", "cannot be part of an address"),
        ("assets/new", "is kept for the build's own files"),
        ("skin/404", "is kept for the build's own files"),
        ("index/a", "is kept for the build's own files"),
    ] {
        let error = new_page(&folder.inputs(), address).expect_err(address);
        assert!(error.contains(help), "{address}: {error}");
    }
}
