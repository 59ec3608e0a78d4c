//! The files below the content folder: which are read, and what is said of the others.

use std::{
    collections::BTreeMap,
    fs::{self, Metadata},
    io::{self, Read},
    path::{MAIN_SEPARATOR_STR, Path, PathBuf},
    sync::Arc,
};

use content::Album;
use report::{Diagnostic, Report, Severity, Source};
use walkdir::{DirEntry, WalkDir};

use super::{
    Inputs,
    images::{self, KnownImages},
    names::{self, Kind, Names},
};

/// The longest file that is read, in bytes: several novels.
const LONGEST: u64 = 2_000_000;

/// A file with text.
#[derive(Debug)]
pub struct File {
    /// Its path inside the content folder, with `/` between the parts.
    pub relative_path: String,
    /// Its text, empty where it cannot be read.
    pub source: Source,
    /// Whether it could be read: one that could not is still there for the links to it.
    pub readable: bool,
}

/// What the content folder holds.
#[derive(Debug)]
pub struct Files {
    /// The pages' files, by path.
    pub pages: Vec<File>,
    /// The file about the business.
    pub business: Option<File>,
    /// The list of what pages should not claim.
    pub claims: Option<File>,
    /// The list of published addresses.
    pub published: Option<File>,
    /// What is said of pairs of pictures, each in the folder that they are in.
    pub pairs: Vec<File>,
    /// The pictures.
    pub album: Arc<Album>,
    /// The names of everything that is there.
    pub names: Names,
    /// The folder, as reports print it.
    folder: PathBuf,
}

impl Files {
    /// Texts that are at hand, each with its path inside the content folder.
    pub fn of(texts: &[(&str, &str)]) -> Self {
        let folder = PathBuf::from("content");
        let file = |(relative_path, text): &(&str, &str)| {
            let source = Source::new(display_path(&folder, relative_path), *text);
            File { relative_path: (*relative_path).to_owned(), source, readable: true }
        };
        let (business, pages) =
            texts.iter().map(file).partition::<Vec<_>, _>(|file| file.relative_path == names::BUSINESS);
        let names = texts.iter().map(|(relative_path, _)| (*relative_path).to_owned()).collect();
        Self { pages, business: business.into_iter().next(), ..Self::none(names, folder) }
    }

    fn none(names: Names, folder: PathBuf) -> Self {
        Self {
            pages: Vec::new(),
            business: None,
            claims: None,
            published: None,
            pairs: Vec::new(),
            album: Arc::default(),
            names,
            folder,
        }
    }

    /// Reads a file if it is meant to be read; a picture is added to `images`.
    fn take(
        &mut self,
        relative_path: String,
        path: &Path,
        images: &mut Vec<(String, PathBuf)>,
        report: &Report,
    ) {
        let display_path = display_path(&self.folder, &relative_path);
        let metadata = fs::metadata(path);
        if metadata.as_ref().is_ok_and(Metadata::is_dir) {
            let help = "put the folder itself in its place";
            return report_file(
                report,
                Severity::Warning,
                &display_path,
                "links to folders are not followed",
                help,
            );
        }
        let is_file = metadata.as_ref().is_ok_and(Metadata::is_file);
        let kind = names::kind(&relative_path, &self.names, || is_file && begins_like_a_page(path));
        if let Kind::LookAlike { message, help } = kind {
            return report_file(report, Severity::Warning, &display_path, message, help);
        }
        match kind {
            Kind::Other => return,
            Kind::Image if path.to_str().is_none() => {
                let message = "this name cannot be read everywhere: it is no UTF-8";
                let help = "rename it, best in letters from a to z, digits and hyphens: old archives store accents in this way";
                return report_file(report, Severity::Error, &display_path, message, help);
            }
            Kind::Image => return images.push((relative_path, path.to_owned())),
            _ => {}
        }
        let text = text(path, metadata, &display_path, report);
        let readable = text.is_some();
        let file =
            File { relative_path, source: text.unwrap_or_else(|| Source::new(display_path, "")), readable };
        match kind {
            Kind::Business => self.business = Some(file),
            Kind::Claims => self.claims = Some(file),
            Kind::Published => self.published = Some(file),
            Kind::Pairs => self.pairs.push(file),
            _ => self.pages.push(file),
        }
    }

    /// Reports a file that should be there.
    pub fn missing(&self, relative_path: &str, message: &str, help: &str, report: &Report) {
        self.say(Severity::Error, relative_path, message, help, report);
    }

    /// Says something of a file or a folder as a whole.
    pub fn say(
        &self,
        severity: Severity,
        relative_path: &str,
        message: impl Into<String>,
        help: impl Into<String>,
        report: &Report,
    ) {
        report_file(report, severity, &display_path(&self.folder, relative_path), message, help);
    }
}

/// Reads the files that are meant to be read, and reports those that only look so.
///
/// Hidden and temporary files are passed over. Links to folders are not followed, because
/// they may lead in circles; a link to a file is read like the file, wherever that is.
///
/// # Errors
/// A sentence for people when there is no content folder. What is wrong below it is in
/// the report instead.
pub fn read(inputs: &Inputs, known: &mut KnownImages, report: &Report) -> Result<Files, String> {
    let folder = inputs.content_dir();
    let unreadable = |error| format!("The content folder {} cannot be read: {error}.", folder.display());
    fs::read_dir(&folder).map_err(unreadable)?;

    let found = walk(&folder, &inputs.content, report);
    warn_of_name_collisions(found.iter().map(|(relative_path, _)| &**relative_path), &inputs.content, report);
    let names = found.iter().map(|(relative_path, _)| relative_path.clone()).collect();
    let mut files = Files::none(names, inputs.content.clone());
    let mut images = Vec::new();
    for (relative_path, entry) in found.into_iter().filter(|(_, entry)| !entry.file_type().is_dir()) {
        files.take(relative_path, entry.path(), &mut images, report);
    }
    files.album = Arc::new(images::read(&folder, images, known));
    Ok(files)
}

/// Everything below a folder that is neither hidden nor temporary, with its path inside.
fn walk(folder: &Path, display_folder: &Path, report: &Report) -> Vec<(String, DirEntry)> {
    let is_looked_at = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        !names::is_hidden(&name) && (entry.file_type().is_dir() || !names::is_temporary(&name))
    };
    let relative_path = |path: &Path| with_slashes(path.strip_prefix(folder).unwrap_or(path));
    let entries = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    let mut found = Vec::new();
    for entry in entries.filter_entry(is_looked_at) {
        match entry {
            Ok(entry) => found.push((relative_path(entry.path()), entry)),
            Err(error) => {
                let display_path =
                    display_path(display_folder, &relative_path(error.path().unwrap_or(folder)));
                let reason = error.io_error().map(|error| format!(": {error}")).unwrap_or_default();
                let message = format!("this folder cannot be read{reason}");
                report_file(
                    report,
                    Severity::Error,
                    &display_path,
                    message,
                    "make it readable, or remove it",
                );
            }
        }
    }
    found
}

/// A file's text. `None`: why it cannot be had is in the report.
fn text(path: &Path, metadata: io::Result<Metadata>, display_path: &str, report: &Report) -> Option<Source> {
    let (message, help) = match metadata {
        Err(_) if path.is_symlink() => {
            ("this link leads to no file".to_owned(), "put the file itself in its place, or remove the link")
        }
        // What is no file may never end: a pipe, a device.
        Ok(metadata) if !metadata.is_file() => ("this is not a file with text".to_owned(), "remove it"),
        Ok(metadata) if metadata.len() > LONGEST => (
            format!(
                "this file has {} MB, and {} MB is the most that is read",
                megabytes(metadata.len()),
                megabytes(LONGEST)
            ),
            "divide it into pages; or is it something else than text?",
        ),
        _ => match Source::read(path, display_path) {
            Ok(source) => return Some(source),
            Err(diagnostic) => {
                report.push(*diagnostic);
                return None;
            }
        },
    };
    report_file(report, Severity::Error, display_path, message, help);
    None
}

/// Bytes as megabytes, rounded up to a tenth.
fn megabytes(bytes: u64) -> f64 {
    bytes.div_ceil(100_000) as f64 / 10.0
}

/// Whether a file's first line is a page's, whatever the file is called.
fn begins_like_a_page(path: &Path) -> bool {
    let mut start = Vec::new();
    // The line is three hyphens, a byte-order mark may be before it.
    let read = fs::File::open(path).and_then(|file| file.take(8).read_to_end(&mut start));
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&start);
    read.is_ok() && (start.starts_with(b"---\n") || start.starts_with(b"---\r\n"))
}

/// Two names in one folder that are one name to other systems.
fn warn_of_name_collisions<'a>(all: impl Iterator<Item = &'a str>, folder: &Path, report: &Report) {
    let mut first = BTreeMap::new();
    for relative_path in all {
        let (parent, name) = relative_path.rsplit_once('/').unwrap_or(("", relative_path));
        if let Some(other) = first.insert((parent, names::folded(name)), relative_path) {
            let message = format!("macOS and Windows take this and `{}` for one", names::printable(other));
            let help = "the names differ in capital letters, or in how an accent is stored, and in nothing else: rename or remove one";
            report_file(report, Severity::Warning, &display_path(folder, relative_path), message, help);
        }
    }
}

/// Says something of a file or a folder as a whole.
fn report_file(
    report: &Report,
    severity: Severity,
    display_path: &str,
    message: impl Into<String>,
    help: impl Into<String>,
) {
    let source = Source::new(display_path, "");
    report.push(Diagnostic::new(severity, &source, 0..0, message).help(help));
}

/// A path inside the content folder as reports print it.
fn display_path(folder: &Path, relative_path: &str) -> String {
    names::printable(&with_slashes(&folder.join(relative_path)))
}

/// A path with `/` between its parts on every system. A backslash is a letter of a name
/// where it does not part folders.
fn with_slashes(path: &Path) -> String {
    path.display().to_string().replace(MAIN_SEPARATOR_STR, "/")
}
