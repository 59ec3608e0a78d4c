//! Files that are not whole, or have more than they should.

use super::{File, ordinary};
use crate::{Metadata, Photograph, jpeg, lossless_webp, png, webp};

pub fn files() -> Vec<File> {
    let image = ordinary(220).draw();
    let jpeg = jpeg(&image);
    let png = png(&image.clone().into());
    let half = |file: &[u8]| file[..file.len() / 2].to_vec();
    vec![
        ("cut-in-the-middle.jpg", half(&jpeg)),
        ("cut-before-its-end.jpg", jpeg[..jpeg.len() - 2].to_vec()),
        // A small picture within EXIF has an end of its own.
        ("cut-with-a-preview.jpg", half(&with_preview(&jpeg))),
        ("preview.jpg", with_preview(&jpeg)),
        // Both are whole: programs add what they like behind the end.
        ("bytes-behind-the-end.jpg", [&jpeg[..], &[0; 300], b"behind the end"].concat()),
        ("picture-behind-the-end.jpg", [&jpeg[..], &jpeg].concat()),
        ("cut.png", half(&png)),
        ("cut.webp", half(&lossless_webp(&image.clone().into()))),
        ("cut-lossy.webp", half(&webp(&image, 85.0))),
        ("broken-sum.png", broken_sum(png)),
        ("empty.jpg", Vec::new()),
        ("three-bytes.jpg", jpeg[..3].to_vec()),
        ("text.jpg", b"This is a text, whatever its name says.\n".to_vec()),
    ]
}

/// With a small picture in EXIF, as cameras have it for their own screens.
fn with_preview(file: &[u8]) -> Vec<u8> {
    let small = jpeg(&Photograph { width: 120, height: 160, ..ordinary(221) }.draw());
    let exif = Metadata::turned(1).exif().expect("EXIF");
    let data = [b"Exif\0\0", &exif[..], &small].concat();
    let length = (data.len() as u16 + 2).to_be_bytes();
    [&file[..2], &[0xff, 0xe1], &length, &data, &file[2..]].concat()
}

/// The check sum of the pixels does not fit to them.
fn broken_sum(mut png: Vec<u8>) -> Vec<u8> {
    let name = png.windows(4).position(|it| it == b"IDAT").expect("pixels");
    let length = u32::from_be_bytes([png[name - 4], png[name - 3], png[name - 2], png[name - 1]]) as usize;
    png[name + 4 + length] ^= 1;
    png
}
