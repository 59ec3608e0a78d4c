//! Copies of the project, built beside it.

#[cfg(unix)]
use std::os::unix::fs::symlink as link_folder;
#[cfg(windows)]
use std::os::windows::fs::symlink_dir as link_folder;
use std::{fs, path::Path};

use crate::run::{Fallible, command, root};

/// Makes `copy` the project's files as they are, with what is installed linked.
pub fn bring_up_to_date(copy: &Path) -> Fallible {
    let error = |error: std::io::Error| format!("{}: {error}", copy.display());
    let files = command("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]).output();
    let files = files.ok_or("git lists the files to be copied")?;
    for file in files.lines().filter(|file| root().join(file).is_file()) {
        let to = copy.join(file);
        fs::create_dir_all(to.parent().unwrap_or(copy)).map_err(error)?;
        let content = fs::read(root().join(file)).map_err(error)?;
        // A file that stays the same keeps its time, and is not built again.
        if !fs::read(&to).is_ok_and(|old| old == content) {
            fs::write(&to, content).map_err(error)?;
        }
    }
    // What was copied before and is gone now is no part of the site any more.
    let list = copy.join("target/copied.txt");
    for old in fs::read_to_string(&list).unwrap_or_default().lines() {
        if !files.lines().any(|file| file == old) && copy.join(old).is_file() {
            fs::remove_file(copy.join(old)).map_err(error)?;
        }
    }
    fs::create_dir_all(copy.join("target")).map_err(error)?;
    fs::write(list, &files).map_err(error)?;
    // Not `target/` too: Cargo cannot tell two copies of a workspace apart.
    for installed in [".tools", "node_modules", "tests/node_modules"] {
        let (from, link) = (root().join(installed), copy.join(installed));
        if from.exists() && !link.exists() {
            link_folder(from, link).map_err(error)?;
        }
    }
    Ok(())
}
