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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use resvg::tiny_skia::{Color, Pixmap};

    use super::*;

    /// Three pictures in a folder, the last of which is damaged.
    fn pictures(folder: &Path) -> Vec<Source> {
        let picture = |number: u32| {
            let mut pixels = Pixmap::new(400 + 20 * number, 300).expect("it has a size");
            pixels.fill(Color::from_rgba8(200, 40 * number as u8, 90, 255));
            let mut png = pixels.encode_png().expect("PNG");
            let image = images::read(&png).unwrap_or_else(|fault| panic!("{}", fault.message)).image;
            if number == 3 {
                png.truncate(png.len() / 2);
            }
            let file = folder.join(format!("{number}.png"));
            fs::write(&file, png).expect("a file");
            (image, file)
        };
        [1, 2, 3].map(picture).into()
    }

    fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let name = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        entries.map(|entry| (name(&entry), fs::read(entry.path()).expect("a file"))).collect()
    }

    #[test]
    fn the_files_are_the_same_whatever_the_number_of_threads() {
        let project = tempfile::tempdir().expect("a folder");
        let pictures = pictures(project.path());
        let made = [1, 8].map(|threads| {
            let (store, folder) = (project.path().join(format!("{threads}")), project.path().join("made"));
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            let make = || make(&pictures, &Store::open(&store), Profile::Release, &folder);
            let faults = pool.install(make).expect("it can be written");
            assert_eq!(faults.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [2]);
            files(&folder)
        });
        // 360 and 420 px wide, 360 and 440 px, in both formats.
        assert_eq!(made[0].len(), 6, "{:?}", made[0].keys());
        assert!(made[0] == made[1]);
    }

    #[test]
    fn while_somebody_writes_one_webp_stands_for_all_files() {
        let project = tempfile::tempdir().expect("a folder");
        let mut pictures = pictures(project.path());
        pictures.truncate(1);
        let folder = project.path().join("made");
        let make = |pictures: &[Source]| {
            make(pictures, &Store::open(project.path()), Profile::Debug, &folder).expect("it can be written")
        };
        assert!(make(&pictures).is_empty());
        let all = files(&folder);
        assert!(all.keys().any(|name| name.ends_with(".avif")));
        assert!(all.values().all(|bytes| bytes.starts_with(b"RIFF") && Some(bytes) == all.values().next()));
        assert!(make(&[]).is_empty());
        assert_eq!(files(&folder).len(), 0, "what no page shows goes");
    }
}
