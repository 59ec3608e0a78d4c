//! The client's files, named by what is in them.
//!
//! Trunk names the `.wasm` by what it was before wasm-bindgen and wasm-opt, so one name can
//! come to stand for two contents. Its names are switched off (`filehash` in Trunk.toml) and
//! these are given instead.

use std::hash::{DefaultHasher, Hasher};

use site::{CARDS_SCRIPT, CONTENTS_SCRIPT};

use crate::headers::integrity;

/// The client's files as Trunk names them: the stem, and the extension. JavaScript comes first.
pub const CLIENT_FILES: [(&str, &str); 2] = [("client", "js"), ("client_bg", "wasm")];

/// A file of the client's.
#[derive(Clone, PartialEq)]
pub struct Asset {
    /// From the site's root.
    pub address: String,
    /// What a browser compares it with.
    pub integrity: String,
}

/// The client, as pages name it.
#[derive(Clone, PartialEq)]
pub struct Client {
    /// Its JavaScript.
    pub js: Asset,
    /// Its `.wasm`.
    pub wasm: Asset,
}

impl Client {
    /// With these contents of [`CLIENT_FILES`].
    pub fn of([js, wasm]: [&[u8]; 2]) -> Self {
        let [js_file, wasm_file] = CLIENT_FILES;
        Self { js: asset(js_file, js), wasm: asset(wasm_file, wasm) }
    }
}

/// The client's JavaScript, which wasm-bindgen has written, with the scripts that are of use only
/// where the client runs, or once a visitor has begun to read.
pub fn with_scripts(js: &str) -> String {
    [js, CONTENTS_SCRIPT, CARDS_SCRIPT].join("\n")
}

/// A file by what is in it.
pub(crate) fn asset((stem, extension): (&str, &str), content: &[u8]) -> Asset {
    let mut hasher = DefaultHasher::new();
    hasher.write(content);
    let address = format!("/assets/{stem}-{:016x}.{extension}", hasher.finish());
    Asset { address, integrity: integrity(content) }
}
