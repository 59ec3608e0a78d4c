//! What a file is, by what it holds: endings are often wrong.

use crate::Fault;

/// The kinds of file that are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Png,
    Webp,
}

/// How other kinds begin, what they are, and what to do with them.
const OTHERS: [(&[u8], &str, &str); 17] = [
    (b"GIF8", "a GIF, which has too few colours for a photograph", EXPORT),
    (b"II*\0", "a TIFF or a camera's raw file, which browsers cannot show", EXPORT),
    (b"MM\0*", "a TIFF or a camera's raw file, which browsers cannot show", EXPORT),
    (b"II+\0", "a TIFF, which browsers cannot show", EXPORT),
    (b"MM\0+", "a TIFF, which browsers cannot show", EXPORT),
    (b"BM", "a BMP, which is too large for the web", EXPORT),
    (b"\xff\x0a", "a JPEG XL, which most browsers cannot show yet", EXPORT),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "a JPEG XL, which most browsers cannot show yet", EXPORT),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "a JPEG 2000, which most browsers cannot show", EXPORT),
    (b"8BPS", "a Photoshop document, which browsers cannot show", EXPORT),
    (b"%PDF", "a PDF document and not a picture", "export the page that you need as JPEG or PNG"),
    (b"PK\x03\x04", "a ZIP archive or an office document and not a picture", "put the picture itself here"),
    (
        b"version https://git-lfs",
        "a placeholder of Git LFS and not the picture itself",
        "fetch the pictures with `git lfs pull`",
    ),
    (b"<!doctype html", "a web page and not a picture", SAVE),
    (b"<html", "a web page and not a picture", SAVE),
    (b"<svg", SVG, SVG_HELP),
    (b"<!doctype svg", SVG, SVG_HELP),
];

const EXPORT: &str = "open it in an image program and export it as JPEG";
const SAVE: &str = "open the picture itself in the browser, and save that";
const SVG: &str = "an SVG, which is for drawings and can carry scripts";
const SVG_HELP: &str = "export it as PNG, 2000 pixels wide";
const HEIC_HELP: &str = "export it as JPEG: on a Mac, open it in Preview and choose File, Export; on an iPhone, \
    Settings, Camera, Formats, Most Compatible takes JPEGs from then on";

/// What a file is.
///
/// # Errors
/// It is none of the kinds that are used; says which one, where that is known.
pub(crate) fn of(bytes: &[u8]) -> Result<Kind, Fault> {
    match bytes {
        [] => {
            let help = "copy the picture here once more from where it comes from";
            return Err(Fault::new("this file is empty", help));
        }
        [0xff, 0xd8, 0xff, ..] => return Ok(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => return Ok(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => return Ok(Kind::Webp),
        _ => {}
    }
    let text = text(bytes);
    let starts = |with: &[u8]| bytes.starts_with(with) || starts_with_word(text, with);
    let (what, help) = iso_media(bytes)
        .or_else(|| OTHERS.iter().find(|it| starts(it.0)).map(|it| (it.1, it.2)))
        .unwrap_or(("no picture that is known here", "put a JPEG, a PNG or a WebP here"));
    Err(Fault::new(format!("this file is {what}"), help))
}

/// ISO/IEC 14496-12: a box `ftyp` names the brands that a file keeps to, the main one first.
fn iso_media(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let length = u32::from_be_bytes(*bytes.first_chunk()?) as usize;
    let brands = bytes.get(8..length.min(bytes.len())).filter(|_| bytes[4..].starts_with(b"ftyp"))?;
    let is = |names: &[&[u8]]| brands.chunks_exact(4).any(|it| names.contains(&it));
    Some(if is(&[b"avif", b"avis"]) {
        ("an AVIF, which is what pictures become here, not what they are made of", EXPORT)
    } else if is(&[b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"]) {
        ("a HEIC picture, as iPhones take them, which most browsers cannot show", HEIC_HELP)
    } else if is(&[b"crx "]) {
        ("a camera's raw file, which browsers cannot show", EXPORT)
    } else {
        ("a video and not a picture", "export one picture of it as JPEG")
    })
}

/// Where text begins: after what XML allows before the first element.
fn text(mut bytes: &[u8]) -> &[u8] {
    bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    loop {
        bytes = bytes.trim_ascii_start();
        let end: &[u8] = match bytes {
            [b'<', b'?', ..] => b"?>",
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            _ => return bytes,
        };
        let Some(at) = bytes.windows(end.len()).position(|it| it == end) else { return bytes };
        bytes = &bytes[at + end.len()..];
    }
}

/// Whether text starts with a tag, in letters of either case.
fn starts_with_word(text: &[u8], word: &[u8]) -> bool {
    word[0] == b'<' && text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_used_is_told_by_its_name() {
        let files: [(&[u8], &str); 17] = [
            (b"", "empty"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heix", "HEIC"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "AVIF"),
            (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "video"),
            (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", "raw"),
            (b"GIF89a", "GIF"),
            (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- drawn -->\n<svg>", "SVG"),
            (b"<!DOCTYPE svg PUBLIC", "SVG"),
            (b"<!DOCTYPE html>", "web page"),
            (b"II*\0", "TIFF"),
            (b"BM\x36\0", "BMP"),
            (b"\xff\x0a\xfa", "JPEG XL"),
            (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
            (b"%PDF-1.7", "PDF"),
            (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
            (b"hello", "no picture"),
        ];
        for (bytes, word) in files {
            let fault = of(bytes).unwrap_err();
            assert!(fault.message.contains(word), "{word}: {fault:?}");
        }
    }

    #[test]
    fn no_beginning_of_a_file_is_too_short() {
        for bytes in [&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], b"\xff\xd8", b"<!-- ", b"<?", b"RIFF"] {
            for length in 0..bytes.len() {
                assert!(of(&bytes[..length]).is_err());
            }
        }
    }
}
