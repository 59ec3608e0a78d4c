//! `.br` and `.gz` beside every file that compresses, for servers that send what is
//! there. No zstd: every browser that reads it reads Brotli, which is smaller.

use std::{
    fs,
    io::{Error, Write},
    path::Path,
};

use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use flate2::{Compression, write::GzEncoder};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::store::Store;

/// Endings of text files, and of the `.wasm`.
const COMPRESSED: [&str; 8] = ["css", "html", "js", "json", "txt", "wasm", "webmanifest", "xml"];

/// Compresses all files below `folder`.
pub fn all(store: &Store, folder: &Path) -> Result<(), String> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.map_err(|error| error.to_string())?;
        if COMPRESSED.iter().any(|ending| has_ending(entry.path(), ending)) {
            files.push((entry.metadata().map_err(|error| error.to_string())?.len(), entry.into_path()));
        }
    }
    // What takes longest begins first, so that nothing waits for it at the end.
    files.sort_by(|a, b| b.cmp(a));
    let error = |file: &Path, error: Error| format!("{} cannot be compressed: {error}", file.display());
    files.par_iter().try_for_each(|(_, file)| one(store, file).map_err(|it| error(file, it)))
}

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|it| it == ending)
}

/// How hard Brotli tries. For this site's documents 10 takes half the time of 11 (66 ms
/// each for 124) and 2.3 % more bytes (175,537 for 171,521), and there are as many as
/// pages. The client's files are few, and every visitor gets them.
fn quality(file: &Path) -> i32 {
    if ["wasm", "js", "json"].iter().any(|ending| has_ending(file, ending)) { 11 } else { 10 }
}

fn one(store: &Store, file: &Path) -> Result<(), Error> {
    let content = fs::read(file)?;
    let beside = |ending: &str, how: &str, compress: &dyn Fn() -> Result<Vec<u8>, Error>| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        let compress = || compress().map_err(|error| error.to_string());
        fs::write(name, store.get(how, &[&content], compress).map_err(Error::other)?)
    };
    let quality = quality(file);
    beside(".br", &format!("brotli {quality}"), &|| {
        let mut smaller = Vec::new();
        let params = BrotliEncoderParams { quality, lgwin: 24, ..Default::default() };
        BrotliCompress(&mut &*content, &mut smaller, &params)?;
        Ok(smaller)
    })?;
    beside(".gz", "gzip", &|| {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&content)?;
        gzip.finish()
    })
}
