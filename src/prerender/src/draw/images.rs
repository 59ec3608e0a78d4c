//! The files of pictures: every width in both formats, made on all cores, each of them once.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use images::{Fault, Format, Image};
use pixels::{Pixels, decode};
use rayon::prelude::*;
use site::compile::Profile;

use super::avif;
use crate::{files, store::Store};

/// A picture, and the file that it is in.
pub type Source = (Image, PathBuf);

/// Makes the files of all pictures in `folder`, where nothing else is left. What is wrong with a
/// picture is given back with its place among `images`.
///
/// While somebody writes, one WebP stands for all files of a picture: browsers look at what they
/// get, and nobody waits for an AVIF.
///
/// # Errors
/// A sentence for people when a file cannot be written.
pub fn make(
    images: &[Source],
    store: &Store,
    profile: Profile,
    folder: &Path,
) -> Result<Vec<(usize, Fault)>, String> {
    let mut made = images.iter().enumerate().collect::<Vec<_>>();
    // What takes longest begins first, so that nothing waits for it at the end.
    made.sort_by_key(|(_, (image, _))| std::cmp::Reverse((image.width.min(images::MAX_WIDTH), image.height)));
    let make = |(at, source): (usize, &Source)| match all_of(source, store, profile) {
        Ok(all) => all
            .into_iter()
            .try_for_each(|(name, bytes)| files::write(&folder.join(name), bytes))
            .map(|()| None),
        Err(fault) => Ok(Some((at, fault))),
    };
    let faults = made.into_par_iter().map(make).collect::<Result<Vec<_>, _>>()?;
    let names: BTreeSet<_> = images.iter().flat_map(|(image, _)| published(image)).map(|it| it.2).collect();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if !names.contains(&*entry.file_name().to_string_lossy()) {
            _ = fs::remove_file(entry.path());
        }
    }
    Ok(faults.into_iter().flatten().collect())
}

/// All files of a picture: width in pixels, format, name.
fn published(image: &Image) -> impl Iterator<Item = (u32, Format, String)> {
    let widths = image.widths().into_iter().rev();
    widths.flat_map(|width| Format::ALL.map(|format| (width, format, image.file(width, format))))
}

/// The files of a picture, which is decoded only where one of them is not kept.
fn all_of((image, file): &Source, store: &Store, profile: Profile) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let mut decoded: Option<Pixels> = None;
    let mut get = |width, format| {
        // The name says what is in it.
        store.get_named(&image.file(width, format), || {
            let pixels = match decoded.take() {
                Some(pixels) => pixels,
                None => {
                    let unreadable = |error| {
                        Fault::new(format!("this picture cannot be read: {error}"), "make it readable")
                    };
                    decode(&fs::read(file).map_err(unreadable)?)?
                }
            };
            let made = encode(&pixels.resized(width), format);
            decoded = Some(pixels);
            made.map_err(|error| {
                Fault::new(format!("this picture cannot be encoded: {error}"), "export it anew as JPEG")
            })
        })
    };
    match profile {
        Profile::Release => {
            published(image).map(|(width, format, name)| Ok((name, get(width, format)?))).collect()
        }
        Profile::Debug => {
            let widest = image.widths().last().copied().unwrap_or(image.width);
            let webp = get(widest, Format::Webp)?;
            Ok(published(image).map(|(.., name)| (name, webp.clone())).collect())
        }
    }
}

fn encode(pixels: &Pixels, format: Format) -> Result<Vec<u8>, String> {
    match format {
        Format::Avif => avif::encode(pixels),
        Format::Webp => pixels.webp(),
    }
}
