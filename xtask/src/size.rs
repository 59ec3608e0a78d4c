//! `cargo xtask size`: what the browser downloads, and whether it fits.

use std::{
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::run::{Fallible, root};

/// For the `.wasm` and its JavaScript together, in bytes, Brotli 11. The pages'
/// articles and heads are in it: about a kilobyte each.
const CLIENT: usize = 75_000;

/// For each page with its styles: what a server can send before it first waits
/// for an answer (RFC 6928: ten segments of 1,460 bytes, less the headers).
const PAGE: usize = 13_000;

pub fn run() -> Fallible {
    let dist = root().join("dist");
    let mut files = Vec::new();
    collect(&dist, &mut files).map_err(|_| "There is no dist/ yet: run `cargo xtask build`.".to_owned())?;
    // What is compressed already is the same again.
    files.retain(|file| file.extension().is_none_or(|it| !["br", "gz", "zst"].iter().any(|end| it == *end)));
    files.sort();

    let mut client = 0;
    let mut articles = Vec::new();
    let mut over = Vec::new();
    let mut table = format!("{:>9}  {:>9}  file\n", "bytes", "Brotli 11");
    for file in &files {
        let content = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let compressed = compressed(&content)?;
        let name = file.strip_prefix(&dist).unwrap_or(file).display().to_string();
        _ = writeln!(table, "{:>9}  {compressed:>9}  {name}", content.len());
        articles.extend(article(&content).map(<[u8]>::to_vec));
        match file.extension().and_then(|it| it.to_str()) {
            Some("wasm" | "js") => client += compressed,
            Some("html") if compressed > PAGE => {
                over.push(format!("{name} has {compressed} of {PAGE} bytes"))
            }
            _ => {}
        }
    }
    let text = compressed(&articles.concat())?;
    _ = writeln!(
        table,
        "\nOf the .wasm, {text} bytes are the articles of {} pages: {} bytes each.\n\
         client: {client} of {CLIENT} bytes; a page: {PAGE} bytes at most",
        articles.len(),
        text / articles.len().max(1)
    );
    // Whoever pipes it into `head` has seen enough.
    _ = io::stdout().write_all(table.as_bytes());
    if client > CLIENT {
        over.push(format!("the client has {client} of {CLIENT} bytes"));
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("Over the budget in xtask/src/size.rs: {}", over.join("; ")))
    }
}

/// What a page's article adds to the `.wasm`: it is in there as it is in the page.
fn article(page: &[u8]) -> Option<&[u8]> {
    let html = std::str::from_utf8(page).ok().filter(|html| html.contains("<meta name=\"route\" "))?;
    let (_, from) = html.split_once("<article>")?;
    from.split_once("</article>").map(|(article, _)| article.as_bytes())
}

/// Every file below a folder.
pub fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn compressed(content: &[u8]) -> Fallible<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    writer.write_all(content).and_then(|()| writer.flush()).map_err(|error| format!("Brotli: {error}"))?;
    Ok(writer.into_inner().len())
}
