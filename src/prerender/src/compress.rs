//! `.br`, `.gz` and `.zst` beside every file that compresses, for servers that send
//! what is there.

use std::{fs, io::Write, path::Path};

use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use flate2::{Compression, write::GzEncoder};

/// Endings of text files, and of the `.wasm`.
const COMPRESSED: [&str; 8] = ["css", "html", "js", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Compresses all files below `folder`.
pub fn all(folder: &Path) -> Result<(), String> {
    let error = |error| format!("{} cannot be compressed: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(error)? {
        let path = entry.map_err(error)?.path();
        if path.is_dir() {
            all(&path)?;
        } else if path.extension().is_some_and(|it| COMPRESSED.iter().any(|ending| it == *ending)) {
            one(&path).map_err(|error| format!("{} cannot be compressed: {error}", path.display()))?;
        }
    }
    Ok(())
}

fn one(file: &Path) -> std::io::Result<()> {
    let content = fs::read(file)?;
    let beside = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        name
    };
    let mut smaller = Vec::new();
    let params = BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    BrotliCompress(&mut &*content, &mut smaller, &params)?;
    fs::write(beside(".br"), smaller)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&content)?;
    fs::write(beside(".gz"), gzip.finish()?)?;
    // Browsers refuse windows above 8 MB (RFC 9659); level 19 stays at that.
    fs::write(beside(".zst"), zstd::encode_all(&*content, 19)?)
}
