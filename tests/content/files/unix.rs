//! Files as only Unix has them, or has them otherwise.

use std::{
    ffi::OsStr,
    fs,
    os::unix::{ffi::OsStrExt, fs::symlink, net::UnixListener},
    process::Command,
};

use site::compile::{Inputs, compile};

use super::*;

#[test]
fn links_to_folders_are_not_followed() {
    let content = Folder::with_home();
    content.write("care/index.md", page("", ""));
    for name in ["up", "up-too", "care/up"] {
        symlink("..", content.path(name)).expect("a link");
    }
    symlink("care", content.path("also-care")).expect("a link");
    let said = content.said();
    assert_eq!(said.len(), 4, "{said:#?}");
    for said in said {
        assert!(said.contains(":1:1 links to folders are not followed"), "{said}");
    }
    assert_eq!(content.content().pages.len(), 2);
}

#[test]
fn a_content_folder_may_be_a_link() {
    let (content, link) = (Folder::with_home(), Folder::with_home());
    symlink(content.path(""), link.path("content")).expect("a link");
    let mut inputs = Inputs::from_env().expect("the project's folder");
    inputs.content = link.path("content");
    let content = compile(&inputs).expect("the icon set is installed").content.expect("no errors");
    assert_eq!(content.pages.len(), 1);
}

#[test]
fn a_link_to_a_file_is_read_like_the_file() {
    let (content, elsewhere) = (Folder::with_home(), Folder::with_home());
    elsewhere.write("page.txt", page("taglin: A\n", ""));
    symlink(elsewhere.path("page.txt"), content.path("face.md")).expect("a link");
    assert!(said_once(content.said()).starts_with("face.md:6:1 the key `taglin`"));
}

#[test]
fn a_link_that_leads_nowhere_is_told_with_the_others() {
    let content = Folder::with_home();
    symlink("nowhere.md", content.path("gone.md")).expect("a link");
    symlink("itself.md", content.path("itself.md")).expect("a link");
    symlink("nowhere.pdf", content.path("gone.pdf")).expect("a link");
    content.write("a.md", page("taglin: A\n", "See [it](/gone).\n"));
    let said = content.said();
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(said[1].starts_with("gone.md:1:1 this link leads to no file"), "{said:#?}");
    assert!(said[2].starts_with("itself.md:1:1 this link leads to no file"), "{said:#?}");
}

/// They would be waited for without end.
#[test]
fn what_is_no_file_is_not_read() {
    let content = Folder::with_home();
    let made = Command::new("mkfifo").arg(content.path("pipe.md")).status();
    assert!(made.expect("mkfifo").success());
    assert!(Command::new("mkfifo").arg(content.path("pipe")).status().expect("mkfifo").success());
    let _socket = UnixListener::bind(content.path("socket.md")).expect("a socket");
    symlink("/dev/zero", content.path("zero.md")).expect("a link");
    let said = content.said();
    assert_eq!(said.len(), 3, "{said:#?}");
    for (said, name) in said.iter().zip(["pipe", "socket", "zero"]) {
        assert!(said.starts_with(&format!("{name}.md:1:1 this is not a file with text")), "{said}");
    }
}

#[test]
fn a_backslash_in_a_name_is_no_folder() {
    let said = said_once(said_of("care\\face.md"));
    assert!(said.starts_with("care\\face.md:1:1 `care\\face` cannot be part of an address"), "{said}");
    assert!(said.contains("rename it to `care-face.md`"), "{said}");
}

#[test]
fn a_name_that_is_not_utf_8_is_told() {
    let content = Folder::with_home();
    let name = OsStr::from_bytes(b"caf\xe9.md");
    if fs::write(content.path("").join(name), page("", "")).is_err() {
        // macOS has no such names.
        return;
    }
    fs::create_dir(content.path("").join(OsStr::from_bytes(b"\xff"))).expect("a folder");
    fs::write(content.path("").join(OsStr::from_bytes(b"\xff/a.md")), page("", "")).expect("a file");
    let said = content.said();
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said[0].starts_with("caf\u{fffd}.md:1:1 `caf\u{fffd}` cannot be part"), "{said:#?}");
    assert!(said[0].contains("rename it to `caf.md`"), "{said:#?}");
}

#[test]
fn names_that_other_systems_take_for_one_are_told() {
    let content = Folder::with_home();
    for path in ["care/index.md", "face.md", "Face.md", "Care/a.md", "ü.jpg", "u\u{308}.jpg"] {
        content.write(path, page("", ""));
    }
    if fs::read_dir(content.path("")).expect("a folder").count() < 8 {
        // This system is such a one.
        return;
    }
    let said = content.said();
    let twins: Vec<_> = said.iter().filter(|it| it.contains("for one")).collect();
    assert_eq!(twins.len(), 3, "{said:#?}");
    assert!(twins[0].starts_with("care:1:1 macOS and Windows take this and `Care` for one"), "{said:#?}");
    assert!(twins[1].starts_with("face.md:1:1 macOS and Windows take this and `Face.md` for"), "{said:#?}");
    assert!(said.iter().any(|it| it.contains("`face.md` is there already")), "{said:#?}");
}

/// One that is too deep for the system: whoever tests as root may read all others.
#[test]
fn a_folder_that_cannot_be_read_is_told_with_the_others() {
    let content = Folder::with_home();
    content.write("z.md", page("taglin: A\n", ""));
    let deep = ["x"; 12].map(|x| x.repeat(240)).join("/");
    for half in ["a", "b"] {
        fs::create_dir_all(content.path(half).join(&deep)).expect("folders");
    }
    fs::rename(content.path("b"), content.path("a").join(&deep).join("b")).expect("moved");
    let said = content.said();
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said[0].contains(":1:1 this folder cannot be read"), "{said:#?}");
    assert!(said[1].starts_with("z.md:6:1 the key `taglin`"), "{said:#?}");
}
