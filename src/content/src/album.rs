//! The pictures of a content folder, and how files name them.

use std::{collections::BTreeMap, ops::Range};

use images::{Facts, Fault, Image};
use percent_encoding::percent_decode_str;
use report::{Problem, Severity};
use unicode_normalization::UnicodeNormalization;

use crate::{Document, Value, addresses, nearest};

/// Endings of pictures that are read.
const ENDINGS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];

/// Endings of other pictures.
const OTHER_ENDINGS: [&str; 10] = ["heic", "heif", "gif", "svg", "tif", "tiff", "avif", "bmp", "jxl", "jfif"];

/// A picture's file.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageFile {
    /// Its path inside the content folder.
    pub path: String,
    /// What it is, or why it cannot be used.
    pub facts: Result<Facts, Fault>,
}

/// The pictures of a content folder, by their paths.
#[derive(Debug, Default, PartialEq)]
pub struct Album(BTreeMap<String, ImageFile>);

impl FromIterator<ImageFile> for Album {
    fn from_iter<T: IntoIterator<Item = ImageFile>>(files: T) -> Self {
        let mut album = BTreeMap::new();
        for file in files {
            let path = composed(&file.path);
            // Of two names that differ in how an accent is stored, always the same one.
            let rank = |file: &ImageFile| (file.path != path, file.path.clone());
            match album.get(&path) {
                Some(other) if rank(other) <= rank(&file) => {}
                _ => _ = album.insert(path, file),
            }
        }
        Self(album)
    }
}

/// A picture where a file names it.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageUse {
    /// The picture's path inside the content folder.
    pub path: String,
    /// The picture; `None` where it cannot be used.
    pub image: Option<Image>,
    /// Whose it is, where the file says so.
    pub owner: Option<Owner>,
    /// Where the file names it.
    pub span: Range<usize>,
}

/// Whose picture it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A patient's, who has agreed: the number of the record.
    Patient(String),
    /// Somebody's, who has agreed: the number of the record, or who has drawn it.
    Agreed(String),
    /// Somebody else's, in one word.
    Other(&'static str),
}

/// Whether a file is a picture by its name.
pub fn is_image(name: &str) -> bool {
    let Some((_, ending)) = name.rsplit_once('.') else { return false };
    let ending = ending.to_lowercase();
    ENDINGS.iter().chain(&OTHER_ENDINGS).any(|it| *it == ending)
}

/// What is wrong with the words that stand for a picture.
pub fn words_problem(words: &str) -> Option<Problem> {
    // What cameras call files (`IMG_1234`), and what people do: parts in a row, numbers in it.
    let one_word = !words.contains(char::is_whitespace);
    let numbered = words.contains(|c: char| c.is_ascii_digit());
    let is_name = one_word && numbered && words.contains(['-', '_']);
    let (stem, counted) = words.split_at(words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len()));
    let is_camera_s = counted.chars().all(|c| c.is_ascii_digit() || " ()".contains(c))
        && !counted.is_empty()
        && ["img", "dsc", "dscn", "dscf", "pxl", "image", "screenshot", "photo"]
            .contains(&&*stem.trim_end_matches(['_', '-', ' ', '(']).to_lowercase());
    let help = "say what there is to see, for people who do not see it";
    if words.is_empty() {
        Some(Problem::new("this picture has no words", help))
    } else if is_camera_s || is_name || is_image(words) {
        Some(names_the_file())
    } else {
        None
    }
}

/// The same with a look at the picture's own name.
pub fn words_problem_beside(words: &str, source: &str) -> Option<Problem> {
    let plain = |text: &str| {
        let letters = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' });
        composed(&letters.collect::<String>()).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let decoded = percent_decode_str(source).decode_utf8_lossy();
    let name = decoded.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = plain(name);
    let pair =
        ["before", "after"].iter().find_map(|side| stem.strip_suffix(side)).unwrap_or(&stem).trim_end();
    // `treatment-room.jpg` may well be a treatment room: only what nobody would say gives it away.
    let is_said = pair == stem && !stem.contains(|c: char| c.is_ascii_digit());
    let is_its_name = if is_said {
        words == name && name.contains(['-', '_'])
    } else {
        stem.contains(' ') && [&*stem, pair].contains(&&*plain(words))
    };
    words_problem(words).or_else(|| is_its_name.then(names_the_file))
}

fn names_the_file() -> Problem {
    let help = "say what there is to see, for people who do not see it";
    Problem::new("these words are a picture file's name", help)
}

impl Album {
    /// All of them, by path.
    pub fn files(&self) -> impl Iterator<Item = &ImageFile> {
        self.0.values()
    }

    /// The picture that the file at `from` means by `source`: a path from there, or, with a
    /// slash before it, from the content folder.
    ///
    /// # Errors
    /// Why there is none, with the nearest one.
    pub fn find(&self, source: &str, from: &str) -> Result<&ImageFile, Problem> {
        let slashes = source.replace('\\', "/");
        if addresses::scheme(source).is_some() || slashes.starts_with("//") {
            return Err(Problem::new(
                "a picture cannot come from elsewhere",
                "save it in the content folder, and write where it is: `/images/name.jpg`",
            ));
        }
        if source.is_empty() {
            return Err(Problem::new(
                "the picture's path is missing",
                "write where it is: `/images/name.jpg`",
            ));
        }
        let decoded = percent_decode_str(&slashes).decode_utf8_lossy().into_owned();
        let paths: Vec<_> = [&*slashes, &*decoded].into_iter().filter_map(|it| resolved(it, from)).collect();
        let [.., path] = &*paths else {
            return Err(Problem::new(
                "a picture cannot lie outside of the content folder",
                "put the picture into the content folder, and write where it is: `/images/name.jpg`",
            ));
        };
        match paths.iter().find_map(|path| self.0.get(path)) {
            Some(file) if slashes == source => Ok(file),
            Some(_) => Err(Problem::with_suggestion("a picture's path has no backslashes", slashes)),
            None => Err(self.missing(path)),
        }
    }

    fn missing(&self, path: &str) -> Problem {
        let folded = |path: &str| path.to_lowercase();
        let name = |path: &str| folded(path.rsplit('/').next().unwrap_or_default());
        if let Some((near, _)) = self.0.iter().find(|(it, _)| folded(it) == folded(path)) {
            let message = format!("this picture is called `{near}`: capital and small letters count");
            return Problem::with_suggestion(message, written(near));
        }
        let message = format!("there is no picture `{path}` in the content folder");
        let namesakes: Vec<_> = self.0.keys().filter(|it| name(it) == name(path)).collect();
        let near = match &*namesakes {
            [one] => Some(&***one),
            _ => nearest(path, self.0.keys().map(String::as_str)),
        };
        match near {
            Some(near) => Problem::did_you_mean(message, &written(near)),
            None => Problem::new(
                message,
                "put it there, or correct its path: it begins at this file's folder, or with `/` at the content folder",
            ),
        }
    }
}

impl Document<'_> {
    /// The picture that is named in `span`, which is at least `smallest` px wide or warned of; what
    /// is wrong with it goes to the report. `replaceable` is where its path stands as it is.
    pub fn image(
        &self,
        source: &str,
        span: Range<usize>,
        replaceable: Option<Range<usize>>,
        smallest: u32,
    ) -> Option<Image> {
        let (album, from) = self.album();
        let file = match album.find(source, from) {
            Ok(file) => file,
            Err(problem) => {
                self.report(Severity::Error, span, replaceable, problem);
                return None;
            }
        };
        let image = match &file.facts {
            Ok(facts) => {
                for (message, help) in facts.warnings(smallest) {
                    self.warning(span.clone(), message, help);
                }
                Some(facts.image.clone())
            }
            Err(Fault { message, help }) => {
                self.error(span.clone(), message, &**help);
                None
            }
        };
        self.add_image(ImageUse { path: file.path.clone(), image: image.clone(), owner: None, span });
        image
    }
}

impl Value<'_> {
    /// The picture of the content folder that this names, at least `smallest` px wide or warned of.
    pub fn image(&self, smallest: u32) -> Option<Image> {
        let source = self.text()?;
        self.document.image(&source, self.span(), self.exact_span(), smallest)
    }

    /// Words that stand for a picture.
    pub fn image_words(&self) -> Option<String> {
        let words = self.words()?;
        if let Some(Problem { message, help, .. }) = words_problem(&words) {
            self.error(message, help);
            return None;
        }
        Some(words)
    }
}

/// A path as it is compared: a letter with its accent is one (Unicode Standard Annex 15, form C).
fn composed(path: &str) -> String {
    path.nfc().collect()
}

/// A path inside the content folder; `None` where it leads out of there.
fn resolved(source: &str, from: &str) -> Option<String> {
    let (mut parts, rest): (Vec<&str>, _) = match source.strip_prefix('/') {
        Some(rest) => (Vec::new(), rest),
        None => (from.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(), source),
    };
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(composed(&parts.join("/")))
}

/// A path from the content folder, as Markdown and YAML can have it.
fn written(path: &str) -> String {
    let path = path.replace('%', "%25").replace(' ', "%20").replace('(', "%28").replace(')', "%29");
    format!("/{path}")
}
