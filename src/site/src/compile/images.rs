//! The pictures of the content folder: what they are, and what pages do with them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use content::{Album, ImageFile, Owner};
use images::Fault;
use rayon::prelude::*;
use report::{Diagnostic, Report, Severity};

use super::{files::Files, names::page_of_pairs, pages::PageFile, pairs::InFolder};

/// What was found in pictures, by their paths, for as long as their files stay as they were.
pub type KnownImages = HashMap<String, (Stamp, ImageFile)>;

/// What tells a file from what it was: its length in bytes, and when it was written.
pub type Stamp = (u64, Option<SystemTime>);

/// Looks at all pictures of a content folder that are not known yet.
pub fn read(folder: &Path, files: Vec<(String, PathBuf)>, known: &mut KnownImages) -> Album {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let read = |(path, file): (String, PathBuf)| {
        let metadata = fs::metadata(&file);
        let stamp = metadata.as_ref().map_or((0, None), |it| (it.len(), it.modified().ok()));
        // What was wrong may be no more without the file's being written, and so with a link's.
        if let Some((as_it_was, image)) = known.get(&path)
            && *as_it_was == stamp
            && image.facts.is_ok()
            && !file.is_symlink()
        {
            return (path, (stamp, image.clone()));
        }
        let facts = if metadata.is_err() {
            Err(Fault::new("this link leads to no file", "put the picture itself in its place"))
        } else if !file.canonicalize().is_ok_and(|file| file.starts_with(&folder)) {
            Err(Fault::new(
                "this picture is a link that leads out of the content folder",
                "put the picture itself in its place",
            ))
        } else if !metadata.is_ok_and(|it| it.is_file()) {
            Err(Fault::new("this is not a file", "remove it, or put the picture in its place"))
        } else {
            match images::too_large(stamp.0) {
                Some(fault) => Err(fault),
                None => fs::read(&file)
                    .map_err(|error| {
                        Fault::new(format!("this picture cannot be read: {error}"), "make it readable")
                    })
                    .and_then(|bytes| images::read(&bytes)),
            }
        };
        (path.clone(), (stamp, ImageFile { path, facts }))
    };
    *known = files.into_par_iter().map(read).collect();
    known.values().map(|(_, image)| image.clone()).collect()
}

/// Reports pictures that no page uses, and those that are said to be of two people.
pub fn check(files: &Files, pages: &[PageFile], in_folders: &[InFolder], report: &Report) {
    let used: BTreeSet<&str> = pages.iter().flat_map(|page| &page.images).map(|image| &*image.path).collect();
    // What a page with mistakes shows is not known.
    let all_known = files.pages.len() == pages.len() && pages.iter().all(|page| page.keys.is_some());
    for file in files.album.files().filter(|_| all_known) {
        if !used.contains(&*file.path) {
            let help = match page_of_pairs(&file.path) {
                Some(_) => {
                    "a pair's two pictures are called like `neck-001-before.jpg` and `neck-001-after.jpg`; a page with `heroImages` shows those"
                }
                None => "name it where it belongs, or remove it: what is not there cannot get out",
            };
            files.say(Severity::Warning, &file.path, "no page uses this picture", help, report);
            // It is in the repository all the same.
            for (message, help) in file.facts.iter().flat_map(|facts| facts.warnings(0)) {
                files.say(Severity::Warning, &file.path, message, help, report);
            }
        }
    }

    let of_pages = pages.iter().flat_map(|page| {
        let owned =
            page.images.iter().filter_map(|it| Some((it.image.as_ref()?, it.owner.as_ref()?, &it.span)));
        owned.map(|owned| (page.source, owned))
    });
    let of_folders = in_folders.iter().flat_map(|folder| {
        folder.owners.iter().map(|(image, owner, span)| (folder.notes, (image, owner, span)))
    });
    // Of each picture the first that says whose it is, and where.
    let mut first: BTreeMap<&str, (&Owner, String)> = BTreeMap::new();
    for (source, (image, owner, span)) in of_pages.chain(of_folders) {
        let place = format!("{}, line {}", source.path, source.position(span.start).0);
        let (other, there) = first.entry(&image.hash).or_insert((owner, place));
        let message = match (&**other, owner) {
            (other, owner) if other == owner => continue,
            // Who has agreed to be seen may be anybody, or nobody: a drawing.
            (Owner::Agreed(_), Owner::Other(_)) | (Owner::Other(_), Owner::Agreed(_)) => continue,
            (Owner::Patient(one) | Owner::Agreed(one), Owner::Patient(another) | Owner::Agreed(another))
                if one == another =>
            {
                continue;
            }
            (Owner::Patient(_) | Owner::Agreed(_), Owner::Patient(_) | Owner::Agreed(_)) => format!(
                "the same picture is another patient's in {there}: the numbers of their records differ"
            ),
            _ => format!("the same picture is somebody else's in {there}: `source` differs"),
        };
        let help = "a picture shows one person: correct one of the two";
        report.push(Diagnostic::new(Severity::Error, source, span.clone(), message).help(help));
    }
}
