//! What a built folder weighs for a visitor.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use memchr::memmem;
use walkdir::{DirEntry, WalkDir};

use crate::run::Fallible;

/// How many of the documents that look heaviest are compressed as well as can be.
const CANDIDATES: usize = 8;

/// What something takes on its way to the browser, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Brotli 11.
    pub brotli: usize,
    /// Gzip 9, which is all that some hosts send.
    pub gzip: usize,
}

impl Weight {
    fn of(content: &[u8]) -> Fallible<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        let gzip =
            gzip.write_all(content).and_then(|()| gzip.finish()).map_err(|it| format!("gzip: {it}"))?;
        Ok(Self { brotli: brotli(content, 11)?, gzip: gzip.len() })
    }
}

impl std::ops::Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { brotli: self.brotli + other.brotli, gzip: self.gzip + other.gzip }
    }
}

/// A built site.
pub struct Dist {
    folder: PathBuf,
    /// All files but the compressed ones and pages' second forms, sorted.
    pub files: Vec<PathBuf>,
}

impl Dist {
    pub fn read(folder: &Path) -> Fallible<Self> {
        let found = WalkDir::new(folder).sort_by_file_name().into_iter().collect::<Result<Vec<_>, _>>();
        let found =
            found.map_err(|_| format!("There is no {} yet: run `cargo xtask build`.", folder.display()))?;
        let files = found.into_iter().filter(|it| it.file_type().is_file()).map(DirEntry::into_path);
        // What is compressed already is the same again.
        let is_compressed = |file: &Path| ["br", "gz"].iter().any(|it| has_ending(file, it));
        // `a.html` is `a/index.html`.
        let is_second_form =
            |file: &Path| has_ending(file, "html") && file.with_extension("").join("index.html").exists();
        let files = files.filter(|it| !is_compressed(it) && !is_second_form(it)).collect();
        Ok(Self { folder: folder.to_owned(), files })
    }

    /// A file's name from the folder on.
    pub fn name<'a>(&self, file: &'a Path) -> std::path::Display<'a> {
        file.strip_prefix(&self.folder).unwrap_or(file).display()
    }

    /// The `.wasm` and its JavaScript.
    pub fn client(&self) -> Fallible<Weight> {
        let is_client = |file: &&PathBuf| {
            file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("client"))
        };
        let files = self.files.iter().filter(is_client);
        files.map(|file| Weight::of(&read(file)?)).try_fold(Weight::default(), |sum, it| Ok(sum + it?))
    }

    /// The heaviest document, which is not a folder's own page: those list all that is in
    /// the folder. The home page lists folders alone.
    pub fn heaviest_page(&self) -> Fallible<Weight> {
        let mut pages = Vec::new();
        for file in self.files.iter().filter(|it| has_ending(it, "html") && !self.is_a_folders_own(it)) {
            let content = read(file)?;
            pages.push((brotli(&content, 5)?, content));
        }
        pages.sort_by_key(|(looks, _)| std::cmp::Reverse(*looks));
        let weights = pages.iter().take(CANDIDATES).map(|(_, content)| Weight::of(content));
        let weights = weights.collect::<Fallible<Vec<_>>>()?;
        weights.into_iter().max_by_key(|it| it.brotli).ok_or("There is no page in it.".into())
    }

    /// The pictures that pages show, which are compressed by what they are.
    pub fn is_image(file: &Path) -> bool {
        has_ending(file, "avif") || has_ending(file, "webp")
    }

    fn is_a_folders_own(&self, file: &Path) -> bool {
        let below = file.parent().filter(|folder| *folder != self.folder);
        below
            .and_then(|folder| fs::read_dir(folder).ok())
            .is_some_and(|entries| entries.flatten().any(|entry| entry.path().join("index.html").is_file()))
    }

    /// How many pages the `.wasm` has, and what their heads and articles take in it,
    /// bytes, Brotli 11. They are looked for in its bytes, where they stand as in their
    /// documents.
    pub fn embedded(&self) -> Fallible<(usize, usize)> {
        let wasm = self.files.iter().find(|file| has_ending(file, "wasm")).ok_or("There is no .wasm.")?;
        let wasm = read(wasm)?;
        let (mut count, mut texts) = (0, String::new());
        for file in self.files.iter().filter(|it| has_ending(it, "html")) {
            let html = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
            let Some((head, article)) = head_and_article(&html) else { continue };
            if [head, article].iter().all(|text| memmem::find(&wasm, text.as_bytes()).is_some()) {
                count += 1;
                texts += head;
                texts += article;
            }
        }
        Ok((count, brotli(texts.as_bytes(), 11)?))
    }
}

/// What a navigation takes from a document: the tags from the title to the one that
/// names the route, and the article.
fn head_and_article(html: &str) -> Option<(&str, &str)> {
    let head = &html[html.find("<title>")?..];
    let route = head.find("<meta name=\"route\" ")?;
    let head = &head[..route + head[route..].find('>')? + 1];
    let (_, article) = html.split_once("<article>")?;
    Some((head, article.split_once("</article>")?.0))
}

pub fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|it| it == ending)
}

pub fn read(file: &Path) -> Fallible<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// What `content` takes, bytes.
pub fn brotli(content: &[u8], quality: i32) -> Fallible<usize> {
    let mut compressed = Vec::new();
    let params = BrotliEncoderParams { quality, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut compressed, &params).map_err(|it| format!("Brotli: {it}"))?;
    Ok(compressed.len())
}
