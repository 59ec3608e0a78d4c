//! A project is where its folder is, not where its programs were built.

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

/// A project with these programs' inputs alone, whose one page has a key of this name.
fn project(folder: &Path, key: &str) {
    let this = site::compile::root().expect("the project's folder");
    let icons = "node_modules/@iconify-json/lucide/icons.json";
    for file in ["Trunk.toml", "package-lock.json", "node_modules/.installed-lock.json", icons] {
        let copy = folder.join(file);
        fs::create_dir_all(copy.parent().expect("a folder")).expect("folders");
        fs::copy(this.join(file), copy).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    fs::create_dir_all(folder.join("content/care")).expect("folders");
    fs::write(folder.join("content/index.md"), format!("---\n{key}: A\n---\n")).expect("a page");
}

/// `cargo xtask check` in a folder, by a program that was built elsewhere.
fn check(folder: &Path, package: Option<&Path>) -> String {
    let mut check = Command::new(env!("CARGO_BIN_EXE_xtask"));
    check.arg("check").current_dir(folder).env_remove("CARGO_MANIFEST_DIR").env_remove("CONTENT_DIR");
    let Output { status, stderr, .. } =
        check.envs(package.map(|package| ("CARGO_MANIFEST_DIR", package))).output().expect("xtask");
    assert!(!status.success());
    String::from_utf8(stderr).expect("text")
}

#[test]
fn a_copied_and_a_renamed_project_are_themselves() {
    let folder = tempfile::tempdir().expect("a folder");
    let [one, two, renamed] = ["one", "two", "renamed"].map(|name| folder.path().join(name));
    project(&one, "first");
    project(&two, "second");
    for (project, key) in [(&one, "`first`"), (&two, "`second`")] {
        assert!(check(project, None).contains(key));
        assert!(check(&project.join("content/care"), None).contains(key), "from a folder below");
        assert!(check(folder.path(), Some(&project.join("xtask"))).contains(key), "as Cargo says");
    }
    fs::rename(&two, &renamed).expect("renamed");
    assert!(check(&renamed, None).contains("`second`"));
}

#[test]
fn outside_of_a_project_it_is_said_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let said = check(folder.path(), None);
    assert!(said.contains("This is not the project's folder") && said.contains("Trunk.toml"), "{said}");
}
