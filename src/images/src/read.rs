//! From a file's bytes to what is known about it.

use crate::{
    Fault, Image,
    fault::SMALLER,
    jpeg,
    kind::{self, Kind},
    png, settings, too_large, webp,
};

/// What is known about a picture file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The picture, as pages name it.
    pub image: Image,
    /// The file's length.
    pub bytes: u64,
    /// Whether the file tells where the picture was taken: a latitude in its EXIF or XMP data.
    pub has_position: bool,
    /// How the stored picture is turned and mirrored, from 1 (not at all) to 8, as in EXIF.
    pub turned: u8,
}

/// The most pixels a side.
const MAX_SIDE: u32 = 12_000;
/// The most pixels in all.
const MAX_PIXELS: u64 = 60_000_000;

/// Reads headers and structure; pixels are not decoded.
///
/// # Errors
/// What is wrong with the file, for the person who put it there.
pub fn read(bytes: &[u8]) -> Result<Facts, Fault> {
    let length = bytes.len() as u64;
    if let Some(fault) = too_large(length) {
        return Err(fault);
    }
    let header = match kind::of(bytes)? {
        Kind::Jpeg => jpeg::header(bytes),
        Kind::Png => png::header(bytes),
        Kind::Webp => webp::header(bytes),
    }?;
    let (width, height) = (header.width, header.height);
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(Fault::damaged(&format!("its size is {width} by {height} pixels")));
    }
    if width.max(height) > MAX_SIDE {
        let message = format!("this picture has {width} by {height} pixels, and 12,000 a side are the most");
        return Err(Fault::new(message, SMALLER));
    }
    if pixels > MAX_PIXELS {
        let message = format!(
            "this picture has {width} by {height} pixels, which are {} million; 60 million are the most",
            pixels.div_ceil(1_000_000)
        );
        return Err(Fault::new(message, SMALLER));
    }
    let (turned, has_position) = header.turned_and_has_position();
    // From 5 on, the picture lies on its side.
    let (width, height) = if turned < 5 { (width, height) } else { (height, width) };
    let image = Image { hash: settings::hash(bytes), width, height };
    Ok(Facts { image, bytes: length, has_position, turned })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lossless(width: u32, height: u32) -> Vec<u8> {
        let [b0, b1, b2, b3] = ((width - 1) | (height - 1) << 14).to_le_bytes();
        let data = [0x2f, b0, b1, b2, b3, 0];
        [&b"RIFF\x12\0\0\0WEBPVP8L\x05\0\0\0"[..], &data].concat()
    }

    /// With EXIF data that has one field: the orientation.
    fn turned(by: u8) -> Vec<u8> {
        let exif =
            [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", &[by, 0, 0, 0, 0, 0, 0, 0][..]].concat();
        let mut bytes = [&lossless(30, 20), &b"EXIF\x1a\0\0\0"[..], &exif].concat();
        bytes[4] = u8::try_from(bytes.len() - 8).unwrap();
        bytes
    }

    #[test]
    fn sizes_are_told_upright() {
        for by in 1..=8 {
            let facts = read(&turned(by)).unwrap();
            let expected = if by < 5 { (30, 20) } else { (20, 30) };
            assert_eq!((facts.turned, facts.image.width, facts.image.height), (by, expected.0, expected.1));
        }
    }

    #[test]
    fn too_many_pixels_are_refused_before_they_are_decoded() {
        assert!(read(&lossless(12_000, 5_000)).is_ok());
        assert!(read(&lossless(12_001, 1)).unwrap_err().message.contains("12001 by 1"));
        assert!(read(&lossless(12_000, 5_001)).unwrap_err().message.contains("61 million"));
    }

    #[test]
    fn too_many_bytes_are_refused() {
        assert_eq!(too_large(40_000_000), None);
        assert!(too_large(40_000_001).unwrap().message.contains("41 MB"));
    }

    #[test]
    fn a_name_is_what_the_file_holds() {
        let hash = |bytes: &[u8]| read(bytes).unwrap().image.hash;
        assert_eq!(hash(&turned(1)), hash(&turned(1)));
        assert_ne!(hash(&turned(1)), hash(&turned(2)));
        assert_eq!(hash(&turned(1)).len(), 16);
    }
}
