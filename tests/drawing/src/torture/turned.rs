//! One picture, stored in each of the eight ways in which a camera can be held.

use image::{
    RgbImage,
    imageops::{FilterType, flip_horizontal, flip_vertical, resize, rotate90, rotate180, rotate270},
};

use super::File;
use crate::{Metadata, Photograph, bare_jpeg::Planes, lossless_webp, png, with};

/// The picture as all of them are to be seen. It consists of blocks of 8 x 8 pixels, which a
/// JPEG keeps as they are, however it lies.
pub fn upright() -> RgbImage {
    let small = Photograph { subject: 200, after: false, word: "TOP", width: 90, height: 120 }.draw();
    resize(&small, 720, 960, FilterType::Nearest)
}

pub fn files() -> Vec<File> {
    let names = [
        "turned-1.jpg",
        "turned-2.jpg",
        "turned-3.jpg",
        "turned-4.jpg",
        "turned-5.jpg",
        "turned-6.jpg",
        "turned-7.jpg",
        "turned-8.jpg",
    ];
    let upright = upright();
    let jpegs = (1..).zip(names).map(|(orientation, name)| {
        let jpeg = Planes::of(&stored(&upright, orientation)).jpeg(false);
        (name, with(&jpeg, &Metadata::turned(orientation)))
    });
    let others = [
        ("turned-6.png", png(&stored(&upright, 6).into())),
        ("turned-8.webp", lossless_webp(&stored(&upright, 8).into())),
    ]
    .map(|(name, file)| {
        let orientation = if name.ends_with("png") { 6 } else { 8 };
        (name, with(&file, &Metadata::turned(orientation)))
    });
    // No number of EXIF's: as if there was none.
    let unknown = Planes::of(&upright).jpeg(false);
    let unknown = [("turned-9.jpg", with(&unknown, &Metadata::turned(9)))];
    jpegs.chain(others).chain(unknown).collect()
}

/// How a camera stores it that says `orientation` (CIPA DC-008, 4.6.5.1, tag 274).
fn stored(upright: &RgbImage, orientation: u16) -> RgbImage {
    match orientation {
        2 => flip_horizontal(upright),
        3 => rotate180(upright),
        4 => flip_vertical(upright),
        5 => flip_horizontal(&rotate90(upright)),
        6 => rotate270(upright),
        7 => flip_horizontal(&rotate270(upright)),
        8 => rotate90(upright),
        _ => upright.clone(),
    }
}
