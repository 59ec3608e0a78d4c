//! `cargo xtask size`: what the browser downloads, and whether it fits.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
    path::Path,
};

use crate::{
    dist::{Dist, brotli, has_ending, read},
    generate::Generated,
    run::{Fallible, root},
    tools::Tools,
    trunk,
};

/// For the `.wasm` and its JavaScript together, in bytes, Brotli 11, with the articles
/// and heads that are embedded (`EMBED_BUDGET` in src/prerender/src/draw/embed.rs).
const CLIENT: usize = 75_000;

/// For each page with its styles: what a server can send before it first waits
/// for an answer (RFC 6928: ten segments of 1,460 bytes, less the headers).
pub const PAGE: usize = 13_000;

/// For the typeface of headings, which nothing waits for.
const TYPEFACE: usize = 20_000;

/// For the heaviest page and the client together, on the first visit.
const FIRST_VISIT: usize = 86_000;

/// The same of a site with any number of pages, which embeds all that it may.
pub const FIRST_VISIT_AT_MOST: usize = 88_000;

/// What shows that a download does not grow with the site.
const LARGE: Generated = Generated { nested: false, pages: 1014 };

pub fn run() -> Fallible {
    let dist = Dist::read(&root().join("dist"))?;
    let mut over = Vec::new();
    let mut table = format!("{:>9}  {:>9}  file\n", "bytes", "Brotli 11");
    let (images, files): (Vec<_>, Vec<_>) = dist.files.iter().partition(|file| Dist::is_image(file));
    for file in files {
        let content = read(file)?;
        let (compressed, name) = (brotli(&content, 11)?, dist.name(file));
        _ = writeln!(table, "{:>9}  {compressed:>9}  {name}", content.len());
        if has_ending(file, "html") {
            over.extend(above(&name.to_string(), compressed, PAGE));
        }
        if has_ending(file, "woff2") {
            over.extend(above("the typeface", content.len(), TYPEFACE));
        }
    }
    if !images.is_empty() {
        let bytes: Vec<_> =
            images.iter().map(|file| read(file).map(|it| it.len())).collect::<Fallible<_>>()?;
        _ = writeln!(
            table,
            "{:>9}  {:>9}  in {} files of pictures",
            bytes.iter().sum::<usize>(),
            "",
            images.len()
        );
    }
    let (client, first_visit) = (dist.client()?.brotli, (dist.client()? + dist.heaviest_page()?).brotli);
    let (pages, text) = dist.embedded()?;
    _ = writeln!(
        table,
        "\nOf the .wasm, {text} bytes are the articles and heads of {pages} embedded pages: {} bytes each.\n\
         client: {client} of {CLIENT} bytes; a page: {PAGE} bytes at most; \
         first visit: {first_visit} of {FIRST_VISIT} bytes",
        text / pages.max(1)
    );
    // Whoever pipes it into `head` has seen enough.
    _ = io::stdout().write_all(table.as_bytes());
    over.extend(above("the client", client, CLIENT));
    over.extend(above("the first visit", first_visit, FIRST_VISIT));
    fits(&over)
}

/// Builds a generated site of many pages in `project`, and weighs it.
pub fn of_a_large_site(tools: &Tools, project: &Path) -> Fallible {
    LARGE.write(&project.join(LARGE.content()))?;
    trunk::release_of(tools, &LARGE.content(), &LARGE.dist())
        .folder(project)
        .env("DOCUMENTS_ONLY", "1")
        .run()?;
    let dist = Dist::read(&project.join(LARGE.dist()))?;
    let page = dist.heaviest_page()?;
    let (page, first_visit) = (page.brotli, (page + dist.client()?).brotli);
    println!(
        "{LARGE}: first visit: {first_visit} of {FIRST_VISIT_AT_MOST} bytes; a page: {page} of {PAGE} bytes"
    );
    let over = [above("a page", page, PAGE), above("the first visit", first_visit, FIRST_VISIT_AT_MOST)];
    fits(&over.into_iter().flatten().collect::<Vec<_>>())
}

fn above(what: &str, bytes: usize, budget: usize) -> Option<String> {
    (bytes > budget).then(|| format!("{what} has {bytes} of {budget} bytes"))
}

fn fits(over: &[String]) -> Fallible {
    match over {
        [] => Ok(()),
        _ => Err(format!("Over the budget in xtask/src/size.rs: {}", over.join("; "))),
    }
}
