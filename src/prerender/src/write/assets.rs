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

use documents::{Asset, Client, headers::integrity};

const FILES: [(&str, &str); 2] = [("client", "js"), ("client_bg", "wasm")];

/// Moves the client's files in `folder` to their names.
pub fn with_hashed_names(folder: &Path) -> Result<Client, String> {
    let mut assets = FILES.map(|_| Asset::default());
    for (asset, (stem, extension)) in assets.iter_mut().zip(FILES) {
        let plain = format!("{stem}.{extension}");
        let error = |error| format!("{plain}, which Trunk builds, cannot be renamed: {error}");
        let content = fs::read(folder.join(&plain)).map_err(error)?;
        let mut hasher = DefaultHasher::new();
        hasher.write(&content);
        let name = format!("assets/{stem}-{:016x}.{extension}", hasher.finish());
        fs::create_dir_all(folder.join("assets")).map_err(error)?;
        fs::rename(folder.join(&plain), folder.join(&name)).map_err(error)?;
        *asset = Asset { address: format!("/{name}"), integrity: integrity(&content) };
    }
    let [js, wasm] = assets;
    Ok(Client { js, wasm })
}
