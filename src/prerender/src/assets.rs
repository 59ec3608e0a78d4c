//! The client's files, named by what is in them.
//!
//! Trunk names the `.wasm` by what it was before wasm-bindgen and wasm-opt, so
//! one name can come to stand for two contents. Its names are switched off
//! (`filehash` in Trunk.toml) and these are given instead.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::Path,
};

const FILES: [(&str, &str); 2] = [("client", "js"), ("client_bg", "wasm")];

/// Renames the client's files in `folder`; returns the new names, JavaScript first.
pub fn with_hashed_names(folder: &Path) -> Result<[String; 2], String> {
    let mut names = FILES.map(|_| String::new());
    for (name, (stem, extension)) in names.iter_mut().zip(FILES) {
        let plain = format!("{stem}.{extension}");
        let error = |error| format!("{plain}, which Trunk builds, cannot be renamed: {error}");
        let content = fs::read(folder.join(&plain)).map_err(error)?;
        let mut hasher = DefaultHasher::new();
        hasher.write(&content);
        *name = format!("{stem}-{:016x}.{extension}", hasher.finish());
        fs::rename(folder.join(&plain), folder.join(&*name)).map_err(error)?;
    }
    Ok(names)
}
