//! Pictures that are too large: for a phone, for a repository, for a computer's memory.

use image::{Rgb, RgbImage};

use super::{File, ordinary};
use crate::{
    bare_png::{self, Colours},
    jpeg,
    noise::Chance,
    png,
};

pub fn files() -> Vec<File> {
    // What is behind the end makes it larger than 40 MB, and is nothing.
    let mut padded = jpeg(&ordinary(231).draw());
    padded.resize(41 * 1024 * 1024, 0);
    vec![
        // Says that it has 3.6 thousand million pixels, and has none.
        ("sixty-thousand-a-side.png", bare_png::file(60_000, 60_000, Colours::Rgb, &[nothing()])),
        // 676 MB of pixels with four parts, in less than 1 MB.
        ("thirteen-thousand-a-side.png", bare_png::flat(13_000, 13_000, Colours::RgbAlpha)),
        // Below 12,000 pixels a side, and 121 million pixels.
        ("eleven-thousand-a-side.png", bare_png::flat(11_000, 11_000, Colours::Rgb)),
        ("long-and-narrow.png", bare_png::flat(12_001, 100, Colours::Rgb)),
        ("above-ten-megabytes.png", png(&snow(2000, 1800).into())),
        ("above-forty-megabytes.jpg", padded),
    ]
}

/// Pixels of a picture that has none.
fn nothing() -> Vec<u8> {
    bare_png::chunk(b"IDAT", &bare_png::deflated(|_| Ok(())))
}

/// What nothing makes smaller.
fn snow(width: u32, height: u32) -> RgbImage {
    let mut chance = Chance::new(230);
    RgbImage::from_fn(width, height, |_, _| {
        let [r, g, b, ..] = chance.next().to_le_bytes();
        Rgb([r, g, b])
    })
}
