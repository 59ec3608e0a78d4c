//! Reading and writing whole files, with messages for people.

use std::{fs, path::Path};

/// A file's text.
pub fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// Writes a file and the folders that it is in.
pub fn write(file: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(file, content))
        .map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// Writes the content of a file to another one, and the folders that it is in.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let folder = to.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::copy(from, to))
        .map(drop)
        .map_err(|error| format!("{} cannot be written: {error}", to.display()))
}

/// Writes a file unless it is the same already: Cargo compiles what is newer.
pub fn write_if_changed(file: &Path, content: &str) -> Result<(), String> {
    if fs::read(file).is_ok_and(|it| it == content.as_bytes()) { Ok(()) } else { write(file, content) }
}
