//! Pairs of pictures that are found by their names, in the folder beside a page's file
//! (`neck.hero/` for `neck.md`), and what a file `pictures.yaml` there says of them.

mod named;
mod notes;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use content::{
    Claims, Document, Icons, ImageFile, ImageUse, Owner, nearest,
    schema::{Keys, ReadKeys},
};
use images::{Image, SMALLEST};
use report::{Report, Severity, Source};

use named::{SIDES, half, key, last, several};
pub use notes::group;
use notes::{Note, Notes};

use super::{
    files::Files,
    names::{self, PAIRS, page_of_pairs},
    pages::PageFile,
};
use crate::{
    Origin, Pair,
    article::RESULTS,
    photographs::{CUT_ALIKE, DIFFERENT, NOT_ALIKE, NOT_SAME, SAME},
};

/// What a folder says of its pairs.
pub struct InFolder<'a> {
    /// Its `pictures.yaml`.
    pub notes: &'a Source,
    /// Whose a picture is, and where that is said.
    pub owners: Vec<(Image, Owner, Range<usize>)>,
}

/// The two halves of a pair.
type Halves<'a> = [Option<&'a ImageFile>; 2];

/// Gives every page without `heroImages` the pairs in the folder beside its file.
pub fn read<'a>(
    files: &'a Files,
    pages: &mut [PageFile],
    claims: &Arc<Claims>,
    icons: &Icons,
    report: &Report,
) -> Vec<InFolder<'a>> {
    let mut folders: BTreeMap<String, Vec<&ImageFile>> = BTreeMap::new();
    for file in files.album.files() {
        if let Some(page) = page_of_pairs(&file.path) {
            folders.entry(page).or_default().push(file);
        }
    }
    for notes in &files.pairs {
        folders.entry(page_of_pairs(&notes.relative_path).unwrap_or_default()).or_default();
    }
    let (mut found, mut shown) = (Vec::new(), BTreeMap::new());
    for (page_path, images) in folders {
        let folder = page_path.trim_end_matches(".md").to_owned() + ".hero";
        let notes = files.pairs.iter().find(|it| it.relative_path == format!("{folder}/{PAIRS}"));
        if !files.names.contains(&page_path) {
            let pages = files.pages.iter().map(|it| &*it.relative_path);
            let of_its_folder = format!("{}/index.md", page_path.trim_end_matches(".md"));
            let near = Some(&*of_its_folder).filter(|it| files.names.contains(*it));
            let help = match near.or_else(|| nearest(&page_path, pages)) {
                Some(near) => {
                    format!("rename it to `{}.hero` if it is that page's", near.trim_end_matches(".md"))
                }
                None => format!("it would be the page's at `{page_path}`"),
            };
            files.say(Severity::Warning, &folder, "this folder of pairs belongs to no page", help, report);
            continue;
        }
        let Some(page) = pages.iter_mut().find(|it| it.path == page_path) else { continue };
        let Some(keys) = &mut page.keys else { continue };
        if keys.pairs.is_some() {
            if let Some(notes) = notes {
                let help = "say it there, or take the key out of the page";
                let message = "this is not read: the page has `heroImages`";
                files.say(Severity::Warning, &notes.relative_path, message, help, report);
            }
            continue;
        }
        let notes = notes.filter(|it| it.readable).map(|it| &it.source);
        let mut reader = Folder { files, path: &folder, report, owners: Vec::new(), shown: &mut shown };
        let said = notes.map(|notes| {
            let document = Document::parse_yaml(notes, icons, report)?;
            let document = document.with_claims(Arc::clone(claims), &page.address.route);
            let fields = document.front_matter()?;
            let read = Notes::read_keys(&fields, &());
            fields.finish(Notes::NAMES);
            Some(read?.pairs)
        });
        let halves = reader.halves(&images);
        // What a file with mistakes says is not known.
        let said = said.unwrap_or_else(|| Some(Vec::new()));
        let pairs = reader.pairs(&halves, &keys.name, said.as_deref(), notes);
        page.images.extend(halves.values().flatten().flatten().map(|file| ImageUse {
            path: file.path.clone(),
            image: file.facts.as_ref().ok().map(|facts| facts.image.clone()),
            owner: None,
            span: 0..0,
        }));
        keys.pairs = Some(pairs);
        if let Some(notes) = notes {
            found.push(InFolder { notes, owners: reader.owners });
        }
    }
    for page in pages {
        let pairs = page.keys.as_ref().and_then(|keys| keys.pairs.as_ref());
        if pairs.is_some_and(|pairs| !pairs.is_empty()) {
            page.ids.insert(RESULTS.0.to_owned());
        }
    }
    found
}

/// A folder of pairs.
struct Folder<'a> {
    files: &'a Files,
    path: &'a str,
    report: &'a Report,
    owners: Vec<(Image, Owner, Range<usize>)>,
    shown: &'a mut Shown,
}

/// Where a picture stands of which nothing says whose it is, by its hash: the path, and the
/// hashes of the pair.
type Shown = BTreeMap<String, (String, [String; 2])>;

impl<'a> Folder<'a> {
    fn say(&self, severity: Severity, file: &str, message: impl Into<String>, help: impl Into<String>) {
        self.files.say(severity, file, message, help, self.report);
    }

    /// The pictures whose names say what they are, by number and name.
    fn halves(&self, images: &[&'a ImageFile]) -> BTreeMap<(u64, String), Halves<'a>> {
        let mut halves: BTreeMap<_, Halves> = BTreeMap::new();
        for file in images {
            let Some((number, pair, side)) = half(&file.path) else { continue };
            let entry = &mut halves.entry((number, pair)).or_default()[side];
            match entry {
                Some(other) => {
                    let message =
                        format!("`{}` is the same half of the pair", names::printable(last(&other.path)));
                    self.say(Severity::Error, &file.path, message, "keep one of the two");
                }
                None => *entry = Some(file),
            }
        }
        halves
    }

    fn pairs(
        &mut self,
        halves: &BTreeMap<(u64, String), Halves<'a>>,
        page: &str,
        said: Option<&[Note]>,
        notes: Option<&Source>,
    ) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let (mut unlike, mut unknown) = (Vec::new(), Vec::new());
        for ((number, name), both) in halves {
            let [Some(before), Some(after)] = both else {
                let side = SIDES[usize::from(both[0].is_some())];
                for there in both.iter().flatten() {
                    let message = format!("the picture from {side} the treatment is missing");
                    let help = format!("add `{name}-{side}…` beside it, or remove this one");
                    self.say(Severity::Error, &there.path, message, help);
                }
                continue;
            };
            let note = said.into_iter().flatten().find(|it| key(&it.written.name) == *name);
            if note.is_none() && said.is_some() {
                unknown.push(name.as_str());
            }
            let ok = |file: &ImageFile| file.facts.as_ref().ok().map(|facts| facts.image.clone());
            let (Some(before_image), Some(after_image)) = (ok(before), ok(after)) else { continue };
            if before_image.hash == after_image.hash {
                self.say(Severity::Error, &after.path, SAME, NOT_SAME);
            } else if before_image.differs_in_shape(&after_image, DIFFERENT) {
                unlike.push(last(&after.path));
            }
            if !self.add_owner(note, [&before_image, &after_image]) {
                self.expect_shown_once([before, after], [&before_image, &after_image]);
            }
            let written = note.map(|it| &it.written);
            pairs.push(Pair {
                before: before_image,
                after: after_image,
                words: written
                    .and_then(|it| it.alt.clone())
                    .unwrap_or_else(|| format!("{page}, result {number}")),
                caption: written.and_then(|it| it.caption.clone()),
                // Without a record nothing may be said of a permission.
                source: written.and_then(|it| {
                    it.source.filter(|source| *source != Origin::Patient || it.consent.is_some())
                }),
            });
        }
        self.say_of_all(halves, &unlike, &unknown, notes);
        self.say_of_nobody(said.unwrap_or_default(), halves, notes);
        pairs
    }

    /// Remembers whose a pair is; false where nothing says so.
    fn add_owner(&mut self, note: Option<&Note>, images: [&Image; 2]) -> bool {
        let Some(Note { written, span }) = note else { return false };
        let Some(owner) = written.source.and_then(|it| it.owner(written.consent.clone())) else {
            return false;
        };
        self.owners.extend(images.map(|image| (image.clone(), owner.clone(), span.clone())));
        true
    }

    /// Reports a picture that another pair has too: it may be of somebody else. Other folders may
    /// have the whole pair.
    fn expect_shown_once(&mut self, files: [&ImageFile; 2], images: [&Image; 2]) {
        let pair = images.map(|image| image.hash.clone());
        for (file, hash) in files.into_iter().zip(&pair) {
            let here = (file.path.clone(), pair.clone());
            let Some((there, other)) = self.shown.insert(hash.clone(), here) else { continue };
            let is_of_this_pair = files.iter().any(|it| it.path == there);
            let is_here = there.rsplit_once('/').is_some_and(|(folder, _)| folder == self.path);
            if is_of_this_pair || (other == pair && !is_here) {
                continue;
            }
            let message = format!("`{}` in another pair is the same picture", names::printable(&there));
            let help = format!(
                "a picture shows one person: correct one of the two; where both pairs are one person's, say so with `source` and `consent` in `{PAIRS}`"
            );
            self.say(Severity::Warning, &file.path, message, help);
            return;
        }
    }

    /// What is wrong with many pictures alike is said once.
    fn say_of_all(
        &self,
        halves: &BTreeMap<(u64, String), Halves>,
        unlike: &[&str],
        unknown: &[&str],
        notes: Option<&Source>,
    ) {
        let mut warnings: BTreeMap<_, Vec<&str>> = BTreeMap::new();
        for file in halves.values().flatten().flatten() {
            match &file.facts {
                Ok(facts) => {
                    for warning in facts.warnings(SMALLEST) {
                        warnings.entry(warning).or_default().push(last(&file.path));
                    }
                }
                Err(fault) => self.say(Severity::Error, &file.path, &*fault.message, &*fault.help),
            }
        }
        if !unlike.is_empty() {
            warnings.insert((NOT_ALIKE, CUT_ALIKE), unlike.to_vec());
        }
        for ((message, help), names) in warnings {
            self.say(Severity::Warning, self.path, format!("{}: {message}", several(&names)), help);
        }
        if let Some(first) = unknown.first() {
            let message = format!(
                "{}: nothing says what there is to see, whose pictures these are, and that patients have agreed",
                several(unknown)
            );
            let how = format!(
                "`pairs:` and below it for each `- name: {first}` with `alt`, `source` and `consent`"
            );
            let (file, help) = match notes {
                Some(_) => (format!("{}/{PAIRS}", self.path), format!("add them here: {how}")),
                None => (self.path.to_owned(), format!("add a file `{PAIRS}` to this folder: {how}")),
            };
            self.say(Severity::Warning, &file, message, help);
        }
    }

    /// Names that no pair has.
    fn say_of_nobody(&self, said: &[Note], halves: &BTreeMap<(u64, String), Halves>, notes: Option<&Source>) {
        let Some(notes) = notes else { return };
        let mut seen = BTreeSet::new();
        for Note { written, span } in said {
            let name = key(&written.name);
            let message = match halves.keys().any(|(_, pair)| *pair == name) {
                true if seen.insert(name) => continue,
                true => "this pair stands here twice".to_owned(),
                false => format!("there are no pictures `{}` in this folder", written.name),
            };
            let help = match nearest(&written.name, halves.keys().map(|(_, pair)| &**pair)) {
                Some(near) if near != written.name => format!("did you mean `{near}`?"),
                _ => "correct the name, or take it out".to_owned(),
            };
            self.report
                .push(report::Diagnostic::new(Severity::Error, notes, span.clone(), message).help(help));
        }
    }
}
