//! The published files of editors' pictures. Their names tell what they hold, so what was
//! made once is not made again.

use std::{
    cell::LazyCell,
    cmp::Reverse,
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use images::{Fault, Format, Image};
use pixels::Pixels;
use rayon::prelude::*;
use site::compile::Profile;

use crate::{avif, files, store::Store};

/// Makes the files of all pictures, each of which is there once, from its file, in `folder`. For
/// editors, one WebP of each stands under all of its names: browsers look at what a file holds,
/// and a saved word waits for no AVIF.
///
/// # Errors
/// What is wrong with each picture that cannot be made, with its index.
pub fn make(
    images: &[(Image, PathBuf)],
    store: &Store,
    profile: Profile,
    folder: &Path,
) -> Result<(), Vec<(usize, Fault)>> {
    let mut images: Vec<_> = images.iter().enumerate().collect();
    // The longest first, so that no core waits for another one's last picture.
    images.sort_by_cached_key(|(index, (image, _))| (Reverse(pixels_to_make(image)), *index));
    // One by one in this order, which slices are not taken in.
    let faults = images.into_iter().par_bridge().filter_map(|(index, (image, file))| {
        let made = make_one(image, file, store, profile, folder);
        made.err().map(|fault| (index, fault))
    });
    let mut faults: Vec<_> = faults.collect();
    faults.sort_by_key(|(index, _)| *index);
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Removes what is in `folder` and not of these pictures: one that was taken back must not
/// stay published.
///
/// # Errors
/// A sentence for people.
pub fn prune(images: &[(Image, PathBuf)], folder: &Path) -> Result<(), String> {
    let names: BTreeSet<_> =
        images.iter().flat_map(|it| files(&it.0).map(|(width, format)| it.0.file(width, format))).collect();
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries,
    };
    let removed = entries.and_then(|mut entries| {
        entries.try_for_each(|entry| {
            let entry = entry?;
            let is_known = entry.file_name().to_str().is_some_and(|it| names.contains(it));
            if is_known { Ok(()) } else { fs::remove_file(entry.path()) }
        })
    });
    removed.map_err(|error| format!("old pictures in {} cannot be removed: {error}", folder.display()))
}

/// Every width in every format.
fn files(image: &Image) -> impl Iterator<Item = (u32, Format)> + use<> {
    image.widths().into_iter().flat_map(|width| Format::ALL.map(|format| (width, format)))
}

fn pixels_to_make(image: &Image) -> u64 {
    image.widths().into_iter().map(|it| u64::from(it) * u64::from(image.height_at(it))).sum()
}

fn make_one(image: &Image, file: &Path, store: &Store, profile: Profile, folder: &Path) -> Result<(), Fault> {
    let pixels = LazyCell::new(|| pixels(image, file));
    let widest = image.widths().last().copied().unwrap_or_default();
    for (width, format) in files(image) {
        let to = folder.join(image.file(width, format));
        let (width, format) = match profile {
            Profile::Debug => (widest, Format::Webp),
            Profile::Release => (width, format),
        };
        let name = image.file(width, format);
        // The length is asked for because of a build that was ended.
        let kept = store.asked_for(&name);
        if kept.is_some() && fs::metadata(&to).ok().map(|it| it.len()) == kept {
            continue;
        }
        let made = store.named(&name, || {
            let pixels = pixels.as_ref().map_err(Fault::clone)?.resized(width);
            let made = match format {
                Format::Avif => avif::encode(&pixels),
                Format::Webp => pixels.webp(),
            };
            made.map_err(|error| {
                let message = format!("this picture cannot be made into a file for the web: {error}");
                Fault::new(message, "open it in an image program and export it as JPEG")
            })
        })?;
        files::write(&to, made).map_err(|error| {
            Fault::new(error, "see that there is room, and that files can be written there")
        })?;
    }
    Ok(())
}

/// The picture's pixels, if its file is still the one that was read.
fn pixels(image: &Image, file: &Path) -> Result<Pixels, Fault> {
    let bytes = fs::read(file)
        .map_err(|error| Fault::new(format!("this picture cannot be read: {error}"), "build again"))?;
    let pixels = pixels::decode(&bytes)?;
    if pixels.image() == image {
        Ok(pixels)
    } else {
        Err(Fault::new("this picture was changed while the site was built", "build again"))
    }
}

#[cfg(test)]
mod tests;
