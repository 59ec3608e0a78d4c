//! The torture set: what is said of each file, as it is printed, and what becomes of those that
//! can be used.

use std::fmt::Write;

use drawing::torture;
use expect_test::expect_file;

use crate::{Folder, page};

#[test]
fn every_file_of_the_torture_set_is_told_or_used() {
    let content = Folder::with_home();
    let mut body = String::new();
    for (name, bytes) in torture() {
        content.write(&format!("torture/{name}"), bytes);
        _ = writeln!(body, "![A drawing](</torture/{name}>)\n");
    }
    content.write("torture/index.md", page("", &body));
    expect_file!["torture.txt"].assert_eq(&content.report());
}

#[test]
fn a_picture_is_named_by_what_is_in_it_and_not_by_its_name() {
    let mut names: Vec<_> = torture()
        .into_iter()
        .filter_map(|(_, bytes)| images::read(&bytes).ok())
        .map(|facts| facts.image.hash)
        .collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(names.iter().all(|it| it.len() == 16 && it.bytes().all(|b| b.is_ascii_hexdigit())));
}
