//! The list of published addresses: none of them dies by accident.

use report::Severity;
use site::compile::{Inputs, Profile, Published};

use crate::{Folder, page, said_once};

/// A home page, a folder with a page, and the list with all of them.
fn folder() -> Folder {
    let content = Folder::with_home();
    content.write("care/index.md", page("", ""));
    content.write("care/peel.md", page("", ""));
    content.write("addresses.txt", "/\n/care\n/care/peel\n");
    content
}

fn expected(content: &Folder) -> String {
    let mut inputs = Inputs::from_env().expect("the project's folder");
    inputs.content = content.path("");
    Published::of(&inputs, &content.content()).expect("the list").expected
}

#[test]
fn without_a_list_nothing_is_said() {
    assert_eq!(Folder::with_home().said(), [""; 0]);
    assert_eq!(folder().said(), [""; 0]);
}

#[test]
fn an_address_that_dies_is_an_error_with_the_line_to_paste() {
    // Moved to another folder, with its name.
    let content = folder();
    content.remove("care/peel.md");
    content.write("skin/index.md", page("", ""));
    content.write("skin/peel.md", page("", ""));
    let said = content.said();
    assert_eq!(
        said[1],
        format!(
            "addresses.txt:3:1 /care/peel was published, and no page is there any more (add the line \
             `aliases: [/care/peel]` to {}, if that page is meant now)",
            content.path("skin/peel.md").display()
        )
    );
    assert!(
        said[0].starts_with(
            "addresses.txt:1:1 new addresses: `/skin`, `/skin/peel` (`cargo xtask check --accept`"
        )
    );
    content.write("skin/peel.md", page("aliases: [/care/peel]\n", ""));
    assert!(said_once(content.said()).contains("new addresses"));

    // Renamed.
    let content = folder();
    content.remove("care/peel.md");
    content.write("care/peels.md", page("aliases: [/other]\n", ""));
    let said = content.said();
    assert!(
        said[1].contains("(add /care/peel to `aliases` in ") && said[1].contains("care/peels.md"),
        "{said:#?}"
    );

    // Gone.
    let content = folder();
    content.write("car/index.md", page("", ""));
    content.write("addresses.txt", "/\n/car\n/care\n/care/peel\n");
    content.remove("care/peel.md");
    let said = said_once(content.said());
    assert!(said.contains("to ") && said.contains("care/index.md, if that page is meant now"), "{said}");
    assert!(content.compile(Profile::Release).content.is_none(), "it fails the build");
    // Who is writing may put it right later.
    let report = content.compile(Profile::Debug).report;
    assert_eq!(report.diagnostics()[0].severity, Severity::Warning);
}

#[test]
fn a_published_page_does_not_become_a_draft_unseen() {
    let content = folder();
    content.write("care/peel.md", page("draft: true\n", ""));
    assert!(said_once(content.said()).contains("(take `draft: true` out of "));
}

#[test]
fn a_line_that_is_no_address_is_said() {
    let content = folder();
    content.write("addresses.txt", "\n/\n  /care \n/care/peel\nCare/Peel\n/care/\n");
    let said = content.said();
    assert!(said[0].starts_with("addresses.txt:5:1 this is not an address of this site"), "{said:#?}");
    assert!(said[1].starts_with("addresses.txt:6:1 this is not an address of this site"), "{said:#?}");
    assert_eq!(said.len(), 2);
}

#[test]
fn the_list_grows_and_is_sorted() {
    let content = folder();
    content.write("addresses.txt", "/care\n/\n\n/care/peel\n/care\n");
    content.write("skin.md", page("aliases: [/older]\n", ""));
    content.write("later.md", page("draft: true\n", ""));
    assert_eq!(expected(&content), "/\n/care\n/care/peel\n/older\n/skin\n");
    content.write("addresses.txt", expected(&content));
    assert_eq!(content.said(), [""; 0]);
    // What has been an address stays one.
    content.write("care/peel.md", page("path: /peel\naliases: [/care/peel]\n", ""));
    assert_eq!(expected(&content), "/\n/care\n/care/peel\n/older\n/peel\n/skin\n");
}
