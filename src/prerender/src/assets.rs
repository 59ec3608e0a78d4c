//! The client's files, named by what is in them.
//!
//! Trunk names the `.wasm` by what it was before wasm-bindgen and wasm-opt, so
//! one name can come to stand for two contents. Its names are switched off
//! (`filehash` in Trunk.toml) and these are given instead.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::Path,
    process::Command,
};

const FILES: [(&str, &str); 2] = [("client", "js"), ("client_bg", "wasm")];

/// Renames the client's files in `folder`, and in `html`, which names them.
pub fn with_hashed_names(folder: &Path, html: &str) -> Result<String, String> {
    let mut html = html.to_owned();
    for (stem, extension) in FILES {
        let plain = format!("{stem}.{extension}");
        let error = |error| format!("{plain}, which Trunk builds, cannot be renamed: {error}");
        let content = fs::read(folder.join(&plain)).map_err(error)?;
        let mut hasher = DefaultHasher::new();
        hasher.write(&content);
        let hashed = format!("{stem}-{:016x}.{extension}", hasher.finish());
        fs::rename(folder.join(&plain), folder.join(&hashed)).map_err(error)?;
        html = html.replace(&plain, &hashed);
    }
    Ok(html)
}

/// Shortens wasm-bindgen's JavaScript, which comes with comments and long names.
pub fn minify(folder: &Path, source: &Path) -> Result<(), String> {
    let script = folder.join("client.js");
    let esbuild = source.join("node_modules/.bin/esbuild");
    let status = Command::new(&esbuild)
        .args(["--minify", "--log-level=warning", "--allow-overwrite"])
        .arg(&script)
        .arg(format!("--outfile={}", script.display()))
        .status()
        .map_err(|error| {
            format!("{} cannot be started: {error}; run `cargo xtask setup`", esbuild.display())
        })?;
    if status.success() { Ok(()) } else { Err("esbuild could not minify client.js".into()) }
}
