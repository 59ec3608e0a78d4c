//! Which files are read, and what is said of the others.

#[cfg(unix)]
mod unix;

use std::fs;

use crate::{Folder, page, said_once};

/// What is said of a folder with this one file more.
fn said_of(path: &str) -> Vec<String> {
    let content = Folder::with_home();
    content.write(path, page("", ""));
    content.said()
}

#[test]
fn a_file_that_looks_like_a_page_is_told_with_the_name_that_it_should_have() {
    for (path, wanted) in [
        ("face.md.txt", "face.md"),
        ("face.MD", "face.md"),
        ("Face.Markdown", "face.md"),
        ("face.mdown", "face.md"),
        ("face.mkd", "face.md"),
        ("face.mdx", "face.md"),
        ("face.markdown.txt", "face.md"),
        ("face.md ", "face.md"),
        ("face.md.docx", "face.md"),
        ("care/index.MD", "care/index.md"),
        // Its first line says what it is.
        ("face", "face.md"),
        ("face.txt", "face.md"),
        ("face.mf", "face.md"),
        ("Für Sie.txt", "fur-sie.md"),
        // Other programs' files are written anew.
        ("face.html", "face.md"),
        ("Our Face.docx", "our-face.md"),
        ("face.rtf", "face.md"),
    ] {
        let said = said_once(said_of(path));
        assert!(said.starts_with(&format!("{path}:1:1 ")) && said.contains(" not read"), "{said}");
        assert!(said.contains(&format!("`{wanted}`")), "{said}\ndoes not name {wanted}");
    }
}

#[test]
fn other_files_are_nobody_s_business() {
    let content = Folder::with_home();
    for name in ["notes.txt", "LICENSE", "prices.pdf", "robots.txt", "data.json", "face.zip"] {
        content.write(name, "not a page\n");
    }
    assert_eq!(content.said(), [""; 0]);
}

#[test]
fn hidden_and_temporary_files_are_passed_over() {
    let content = Folder::with_home();
    for name in [
        ".face.md",
        ".#face.md",
        ".git/face.md",
        ".face.md.swp",
        "#face.md#",
        "~$face.docx",
        "face.md~",
        "face.md.bak",
        "face.md.tmp",
        "face.md.orig",
        "face.html.part",
    ] {
        content.write(name, page("taglin: A\n", ""));
    }
    assert_eq!(content.said(), [""; 0]);
    assert_eq!(content.content().pages.len(), 1);
}

#[test]
fn the_business_has_one_file() {
    for name in ["Site.yaml", "SITE.YAML", "site.yml", "site.yaml.txt", "_site.yaml", "care/site.yaml"] {
        let content = Folder::with_home();
        content.write("site.yaml", "");
        fs::remove_file(content.path("site.yaml")).expect("a file");
        content.write(name, crate::SITE);
        let said = content.said();
        assert_eq!(said.len(), 2, "{said:#?}");
        let of =
            |start: &str| said.iter().find(|it| it.starts_with(start)).unwrap_or_else(|| panic!("{said:#?}"));
        of("site.yaml:1:1 the file about the business is missing");
        assert!(of(&format!("{name}:1:1 ")).contains("(rename it to `site.yaml`)"), "{said:#?}");
    }
    let said = said_once(said_of("care/data.yaml"));
    assert!(
        said.starts_with("care/data.yaml:1:1 of the YAML files only `site.yaml` and `claims.yaml` are read"),
        "{said}"
    );
    let said = said_once(said_of("site.yml"));
    assert!(said.contains("`site.yaml` is there already"), "{said}");
}

#[test]
fn a_folder_s_own_page_is_index_md() {
    for name in ["_index.md", "Index.md", "INDEX.md", "_Index.md"] {
        let content = Folder::with_home();
        content.write(&format!("care/{name}"), page("", ""));
        let said = content.said();
        assert!(said[0].starts_with(&format!("care/{name}:1:1 ")), "{said:#?}");
        assert!(said[0].contains("(rename it to `care/index.md`)"), "{said:#?}");
        assert_eq!(said.len(), 1, "{said:#?}");
    }
    let said = said_of("Skin Care/_index.md");
    assert!(said[0].contains("(rename it to `skin-care/index.md`)"), "{said:#?}");
    let said = said_once(said_of("_index.md"));
    assert!(said.contains("`index.md` is there already"), "{said}");
    for name in ["care/README.md", "care/readme.md", "care/Readme.markdown"] {
        let said = said_once(said_of(name));
        assert!(said.contains("it is no page") && said.contains("rename it to `care/index.md`"), "{said}");
    }
}

#[test]
fn a_name_that_fits_no_address_is_told_with_the_one_that_does() {
    for (path, wanted) in [
        ("My Page.md", "my-page.md"),
        ("Face.md", "face.md"),
        ("für-männer.md", "fur-manner.md"),
        ("fu\u{308}r-ma\u{308}nner.md", "fur-manner.md"),
        ("straße.md", "strasse.md"),
        ("v1.2.md", "v1-2.md"),
        ("Skin Care/Für Sie (neu).md", "skin-care/fur-sie-neu.md"),
        ("care/лицо.md", "care/litso.md"),
        ("fa\u{200b}ce.md", "face.md"),
    ] {
        let said = said_of(path);
        let wanted = format!("(rename it to `{wanted}`: ");
        assert!(said[0].contains("cannot be part of an address") && said[0].contains(&wanted), "{said:#?}");
    }
    let said = said_once(said_of("?!.md"));
    assert!(said.contains("(rename it: "), "{said}");
    let content = Folder::with_home();
    content.write("my page.md", page("", ""));
    content.write("my-page.md", page("", ""));
    let said = said_once(content.said());
    assert!(said.contains("`my-page.md` is there already"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_name_that_nobody_can_read_is_shown_with_marks() {
    let content = Folder::with_home();
    fs::write(content.path("fa\u{202e}ce\u{1b}[31m.md"), page("", "")).expect("a file");
    let said = said_once(content.said());
    assert!(said.starts_with("fa\u{fffd}ce\u{fffd}[31m.md:1:1 `fa\u{fffd}ce\u{fffd}[31m` "), "{said}");
}

#[test]
fn a_file_longer_than_any_page_is_refused() {
    let content = Folder::with_home();
    content.write("long.md", page("", &"Word ".repeat(400_000)));
    let said = said_once(content.said());
    assert!(said.starts_with("long.md:1:1 this file has 2.1 MB, and 2 MB is the most"), "{said}");
}

#[test]
fn all_files_are_told_in_one_report() {
    let content = Folder::with_home();
    content.write("My Page.md", page("taglin: A\n", ""));
    content.write("face.md.txt", page("", ""));
    content.write("latin.md", b"---\nname: caf\xe9\n---\n");
    content.write("care/_index.md", page("colour: A\n", ""));
    let said = content.said();
    assert_eq!(said.len(), 6, "{said:#?}");
}
