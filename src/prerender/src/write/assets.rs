//! The client's files under their final names.

use std::{fs, path::Path};

use documents::{CLIENT_FILES, Client};

/// Moves the client's files in `folder` to their names.
pub fn with_hashed_names(folder: &Path) -> Result<Client, String> {
    let plain = CLIENT_FILES.map(|(stem, extension)| format!("{stem}.{extension}"));
    let error = |name: &str, error| format!("{name}, which Trunk builds, cannot be renamed: {error}");
    let read = |name: &str| fs::read(folder.join(name)).map_err(|it| error(name, it));
    let [js, wasm] = &plain;
    let client = Client::of([&read(js)?, &read(wasm)?]);
    fs::create_dir_all(folder.join("assets")).map_err(|it| error(js, it))?;
    for (name, asset) in [(js, &client.js), (wasm, &client.wasm)] {
        let named = folder.join(asset.address.trim_start_matches('/'));
        fs::rename(folder.join(name), named).map_err(|it| error(name, it))?;
    }
    Ok(client)
}
