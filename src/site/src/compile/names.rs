//! Names of files: which are pages, which only look so, and what they should be called.

use std::collections::BTreeSet;

use deunicode::deunicode;
use unicode_normalization::UnicodeNormalization;

/// The file about the business, in the content folder.
pub const BUSINESS: &str = "site.yaml";

/// The list of what pages should not claim, in the content folder.
pub const CLAIMS: &str = "claims.yaml";

/// The list of published addresses, in the content folder.
pub const PUBLISHED: &str = "addresses.txt";

/// What a folder with pairs of pictures is called behind the name of its page.
const HERO: &str = ".hero";

/// What is said of the pairs in such a folder.
pub const PAIRS: &str = "pictures.yaml";

/// A page's extension.
const PAGE: &str = ".md";

/// Other programs' extensions for Markdown.
const MARKDOWN: [&str; 12] =
    ["md", "markdown", "mdown", "mkd", "mkdn", "mkdown", "mdwn", "mdtxt", "mdtext", "mdx", "mmd", "rmd"];

/// Texts that are written with other programs.
const DOCUMENTS: [&str; 10] = ["html", "htm", "xhtml", "doc", "docx", "odt", "rtf", "pages", "rst", "adoc"];

/// Plain text, often put behind another extension by a program that hides it.
const TEXT: [&str; 2] = ["txt", "text"];

/// YAML.
const YAML: [&str; 2] = ["yaml", "yml"];

/// Copies that programs leave.
const TEMPORARY: [&str; 11] =
    ["swp", "swo", "swx", "tmp", "temp", "bak", "orig", "rej", "part", "crdownload", "old"];

/// Paths inside the content folder.
pub type Names = BTreeSet<String>;

/// What a file is for, by its name.
pub enum Kind {
    /// A page.
    Page,
    /// The file about the business.
    Business,
    /// The list of what pages should not claim.
    Claims,
    /// The list of published addresses.
    Published,
    /// A picture.
    Image,
    /// What is said of the pairs in a folder.
    Pairs,
    /// Meant to be read, and named so that it is not.
    LookAlike {
        /// What is wrong with the name.
        message: String,
        /// What to do.
        help: String,
    },
    /// None of the build's business.
    Other,
}

/// What is kept from sight: a version control's folder, a system's notes.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

/// What editors and other programs leave beside a file while it is open, or after.
pub fn is_temporary(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
    name.starts_with("~$")
        || name.ends_with('~')
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || TEMPORARY.contains(&&*extension)
}

/// What the file at `path` is for. `begins_like_a_page` is asked where its name does
/// not say it.
pub fn kind(path: &str, taken: &Names, begins_like_a_page: impl FnOnce() -> bool) -> Kind {
    let (folder, name) = split(path);
    let (stem, extensions) = without_extensions(name);
    let means = |known: &[&str]| extensions.iter().any(|extension| known.contains(&&**extension));
    if path == BUSINESS {
        Kind::Business
    } else if path == CLAIMS {
        Kind::Claims
    } else if path == PUBLISHED {
        Kind::Published
    } else if name == PAIRS && page_of_pairs(path).is_some() {
        Kind::Pairs
    } else if content::is_image(name) {
        Kind::Image
    } else if means(&YAML) && page_of_pairs(path).is_some() {
        let message = format!("beside pairs of pictures, only a file `{PAIRS}` is read");
        Kind::LookAlike { message, help: rename(&format!("{folder}{PAIRS}"), taken) }
    } else if means(&YAML) {
        other_yaml(stem, taken)
    } else if means(&MARKDOWN) && stem.to_lowercase() == "readme" {
        readme(folder, name, taken)
    } else if name.ends_with(PAGE) {
        Kind::Page
    } else if means(&MARKDOWN) || means(&DOCUMENTS) || begins_like_a_page() {
        let wanted = slugified(&format!("{folder}{stem}{PAGE}"));
        misnamed_page(name, wanted.as_deref(), means(&DOCUMENTS) && !means(&MARKDOWN), taken)
    } else {
        Kind::Other
    }
}

/// YAML beside the file about the business.
fn other_yaml(stem: &str, taken: &Names) -> Kind {
    let message = format!(
        "of the YAML files only `{BUSINESS}` and `{CLAIMS}` are read, and `{PAIRS}` beside pairs of pictures"
    );
    let help = match stem.to_lowercase().trim_matches('_') {
        "site" => rename(BUSINESS, taken),
        _ => format!("a page's file ends in `{PAGE}`; what is said of the business belongs in `{BUSINESS}`"),
    };
    Kind::LookAlike { message, help }
}

/// The page, by its path, whose pairs of pictures are in the folder that a file is in.
pub fn page_of_pairs(path: &str) -> Option<String> {
    let (folder, _) = path.rsplit_once('/')?;
    let page = folder.strip_suffix(HERO).filter(|page| !page.is_empty() && !page.ends_with('/'))?;
    Some(format!("{page}{PAGE}"))
}

/// What is mostly about a folder, and not its page.
fn readme(folder: &str, name: &str, taken: &Names) -> Kind {
    let message = format!("`{}` is not read: it is no page", printable(name));
    let index = rename(&index_of(folder), taken);
    Kind::LookAlike { message, help: format!("if it is meant as its folder's own page, {index}") }
}

/// A page by what is in it, with another extension than a page has. `wanted` is the path
/// that it should have.
fn misnamed_page(name: &str, wanted: Option<&str>, is_document: bool, taken: &Names) -> Kind {
    let message = match name.rsplit_once('.') {
        Some((_, extension)) => format!("files that end in `.{}` are not read", printable(extension)),
        None => "files without an ending are not read".to_owned(),
    };
    let help = match wanted {
        Some(wanted) if is_document => format!("write its text in Markdown, in a file `{wanted}`"),
        Some(wanted) => format!("{}: a page's file ends in `{PAGE}`", rename(wanted, taken)),
        None => format!("rename it so that it ends in `{PAGE}`"),
    };
    Kind::LookAlike { message, help }
}

/// A name without the extensions that say what it is (`face.md.txt`), and these extensions as
/// they are meant: in small letters, without what nobody sees (a space at the end).
fn without_extensions(name: &str) -> (&str, Vec<String>) {
    let (mut stem, mut extensions) = (name, Vec::new());
    while let Some((before, extension)) = stem.rsplit_once('.').filter(|(before, _)| !before.is_empty()) {
        let extension = extension.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let known = [&TEXT[..], &MARKDOWN, &DOCUMENTS, &YAML].iter().any(|them| them.contains(&&*extension));
        // Of the extensions that nobody knows only the last is one, not every part of `v1.2`.
        if !known && !extensions.is_empty() {
            break;
        }
        stem = before;
        extensions.push(extension);
        if !known {
            break;
        }
    }
    (stem, extensions)
}

/// The folder with its `/`, and the name.
fn split(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |at| at + 1))
}

/// Whether an address may have this between two `/`.
pub fn is_segment(part: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    !part.is_empty() && part.chars().all(fits)
}

/// The path that a page's file should have, so that its address is made of segments.
/// `None` where nothing is left of one of its names.
pub fn slugified(path: &str) -> Option<String> {
    let path = path.strip_suffix(PAGE)?;
    let segment = |part: &str| {
        if is_segment(part) {
            return Some(part.to_owned());
        }
        let seen: String = part.chars().filter(|c| c.is_whitespace() || !is_unseen(*c)).collect();
        Some(content::slug(&deunicode(&seen))).filter(|slug| is_segment(slug))
    };
    let parts: Option<Vec<_>> = path.split('/').map(segment).collect();
    Some(parts?.join("/") + PAGE)
}

/// The path of its folder's own page, for a file that is named so elsewhere (`_index.md`).
pub fn index(path: &str) -> Option<String> {
    let (folder, name) = split(path);
    let stem = name.strip_suffix(PAGE)?;
    let is_meant = stem != "index" && stem.to_lowercase().trim_start_matches('_') == "index";
    is_meant.then(|| index_of(folder))
}

fn index_of(folder: &str) -> String {
    let index = format!("{folder}index{PAGE}");
    slugified(&index).unwrap_or(index)
}

/// The help to call a file `wanted`.
pub fn rename(wanted: &str, taken: &Names) -> String {
    if taken.contains(wanted) {
        format!("`{wanted}` is there already, so join the two or take another name")
    } else {
        format!("rename it to `{wanted}`")
    }
}

/// A name as systems compare it that know neither capital letters nor two ways to store
/// an accented one.
pub fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// Text with a mark instead of every character that nobody would see, or that would
/// change how the rest is printed.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if is_unseen(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

fn is_unseen(c: char) -> bool {
    c.is_control() || content::is_invisible(c)
}
