//! JPEG: segments and scans, ITU-T T.81, annex B.
//!
//! A picture is whole when its own end marker (EOI) is there. Nothing but a walk finds that:
//! previews inside of segments have end markers too, and behind the end many telephones put
//! a second picture (Ultra HDR, Multi-Picture Format), a film, or padding. So segments are
//! stepped over by their length; scan data runs to the next marker that is not a part of it
//! (a stuffed zero, a restart); the first EOI on that way ends the picture, and what follows
//! is not looked at. No EOI there, or the beginning of another picture before it: cut off.

use crate::{
    Fault,
    metadata::{self, Header},
};

/// Reads the structure.
///
/// # Errors
/// Cut off, damaged, or of a kind that cannot be used.
pub(crate) fn header(bytes: &[u8]) -> Result<Header<'_>, Fault> {
    let mut header = Header::default();
    let mut frame = None;
    let mut has_scan = false;
    let mut rest = &bytes[2..];
    loop {
        let marker = next_marker(&mut rest).ok_or_else(Fault::cut_off)?;
        match marker {
            // EOI.
            0xd9 => break,
            // SOI: of another picture.
            0xd8 => return Err(Fault::cut_off()),
            // TEM, RSTn: nothing follows.
            0x01 | 0xd0..=0xd7 => continue,
            _ => {}
        }
        let segment = segment(&mut rest)?;
        match marker {
            // SOFn.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf if frame.is_none() => {
                frame = Some(size(marker, segment)?);
            }
            // SOS.
            0xda => has_scan = true,
            // APP1.
            0xe1 => {
                if let Some(exif) = segment.strip_prefix(b"Exif\0\0") {
                    header.exif.get_or_insert(exif);
                } else if segment.starts_with(b"http://ns.adobe.com/x") {
                    header.xmp_has_position |= metadata::xmp_has_position(segment);
                }
            }
            _ => {}
        }
    }
    let Some((width, height)) = frame.filter(|_| has_scan) else {
        return Err(Fault::damaged("there is no picture in this JPEG"));
    };
    Ok(Header { width, height, ..header })
}

/// The next marker that stands alone or begins a segment; before it, scan data or bytes that
/// belong to nothing, which decoders step over as well.
fn next_marker(rest: &mut &[u8]) -> Option<u8> {
    loop {
        let at = rest.iter().position(|it| *it == 0xff)?;
        *rest = &rest[at..];
        // Any number of 0xff may stand before a marker.
        let at = rest.iter().position(|it| *it != 0xff)?;
        let marker = rest[at];
        *rest = &rest[at + 1..];
        if marker != 0 {
            return Some(marker);
        }
    }
}

/// What a segment holds; its length counts itself.
fn segment<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], Fault> {
    let length = rest.first_chunk().ok_or_else(Fault::cut_off)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length < 2 {
        return Err(Fault::damaged("a part of this JPEG has no length"));
    }
    let (segment, after) = rest.split_at_checked(length).ok_or_else(Fault::cut_off)?;
    *rest = after;
    Ok(&segment[2..])
}

/// Width and height.
fn size(marker: u8, frame: &[u8]) -> Result<(u32, u32), Fault> {
    let &[precision, h1, h0, w1, w0, components, ..] = frame else {
        return Err(Fault::damaged("the size of this JPEG is missing"));
    };
    match (marker, precision, components) {
        (0xc0..=0xc2, 8, 1 | 3) => {
            Ok((u16::from_be_bytes([w1, w0]).into(), u16::from_be_bytes([h1, h0]).into()))
        }
        (.., 4) => Err(Fault::new(
            "this JPEG has the colours of print (CMYK), which browsers show wrongly",
            "export it with the colours of screens: in Photoshop, File, Export, Save for Web; elsewhere, choose \
            RGB or sRGB",
        )),
        _ => Err(Fault::new(
            "this JPEG is of a rare kind (lossless, arithmetic or 12 bits), which browsers cannot show",
            "open it in an image program and export it as an ordinary JPEG",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG's structure around scan data that means nothing.
    fn jpeg(marker: u8, components: u8, segments: &[u8], scan: &[u8]) -> Vec<u8> {
        let frame = [0xff, marker, 0, 8, 8, 0, 20, 0, 30, components];
        let start: &[u8] = &[0xff, 0xda, 0, 4, 1, 0];
        [&[0xff, 0xd8], segments, &frame, start, scan].concat()
    }

    const SCAN: [u8; 9] = [1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd9];

    #[test]
    fn a_picture_ends_with_its_own_end_marker() {
        let preview = [0xff, 0xe2, 0, 6, 0xff, 0xd8, 0xff, 0xd9];
        let whole = jpeg(0xc0, 3, &preview, &SCAN);
        let read = header(&whole).unwrap();
        assert_eq!((read.width, read.height), (30, 20));
        for length in 2..whole.len() {
            assert_eq!(header(&whole[..length]).unwrap_err(), Fault::cut_off(), "{length}");
        }
        // A second picture behind the end, and zeros; but not instead of the end.
        for more in [&whole[..], &[0; 9], &whole[..20]] {
            assert!(header(&[&whole, more].concat()).is_ok());
        }
        let cut = &whole[..whole.len() - 4];
        for more in [&whole[..], &[0; 9]] {
            assert_eq!(header(&[cut, more].concat()).unwrap_err(), Fault::cut_off());
        }
    }

    #[test]
    fn several_scans_and_fill_bytes() {
        let scans = [1, 2, 0xff, 0xff, 0xda, 0, 4, 1, 0, 7, 0xff, 0xff, 0xff, 0xd9];
        assert!(header(&jpeg(0xc2, 3, &[], &scans)).is_ok());
    }

    #[test]
    fn what_browsers_cannot_show_is_told() {
        let message = |marker, components| header(&jpeg(marker, components, &[], &SCAN)).unwrap_err().message;
        assert!(message(0xc0, 4).contains("CMYK"));
        assert!(message(0xc3, 3).contains("rare kind"));
        let nothing = [0xff, 0xd8, 0xff, 0xd9];
        assert!(header(&nothing).unwrap_err().message.contains("no picture"));
        assert!(header(&[0xff, 0xd8, 0xff, 0xe0, 0, 1]).unwrap_err().message.contains("no length"));
    }

    #[test]
    fn metadata_is_found_in_its_segments() {
        let exif = b"\xff\xe1\0\x0aExif\0\0II";
        let xmp = b"\xff\xe1\0\x30http://ns.adobe.com/xap/1.0/\0exif:GPSLatitude=";
        let bytes = jpeg(0xc0, 1, &[&exif[..], xmp].concat(), &SCAN);
        let read = header(&bytes).unwrap();
        assert_eq!(read.exif, Some(&b"II"[..]));
        assert!(read.xmp_has_position);
    }
}
