//! WebP: a RIFF container with one bitstream, VP8 or VP8L; RFC 9649.

use crate::{
    Fault,
    metadata::{self, Header},
    png::animated,
};

/// Reads the structure.
///
/// # Errors
/// Cut off, damaged or animated.
pub(crate) fn header(bytes: &[u8]) -> Result<Header<'_>, Fault> {
    let length = u32::from_le_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]);
    // What follows is not a part of the picture.
    let mut rest = bytes.get(8..8 + length as usize).ok_or_else(Fault::cut_off)?;
    rest = rest.get(4..).unwrap_or_default();
    let mut header = Header::default();
    let mut size = None;
    while !rest.is_empty() {
        let (kind, data) =
            chunk(&mut rest).ok_or_else(|| Fault::damaged("a part of this WebP is too long"))?;
        match kind {
            b"VP8X" if data.first().is_some_and(|flags| flags & 2 != 0) => return Err(animated()),
            b"ANIM" | b"ANMF" => return Err(animated()),
            b"VP8 " | b"VP8L" if size.is_none() => {
                let read = if kind == b"VP8 " { lossy(data) } else { lossless(data) };
                size = Some(read.ok_or_else(|| Fault::damaged("the size of this WebP is missing"))?);
            }
            b"EXIF" => header.exif = Some(data.strip_prefix(b"Exif\0\0").unwrap_or(data)),
            b"XMP " => header.xmp_has_position |= metadata::xmp_has_position(data),
            _ => {}
        }
    }
    let (width, height) = size.ok_or_else(|| Fault::damaged("there is no picture in this WebP"))?;
    Ok(Header { width, height, ..header })
}

/// Kind and data of the next chunk; after an odd number of bytes there is one more.
fn chunk<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8; 4], &'a [u8])> {
    let (kind, after) = rest.split_first_chunk()?;
    let (length, after) = after.split_first_chunk()?;
    let (data, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = after.get(data.len() % 2..).unwrap_or_default();
    Some((kind, data))
}

/// RFC 6386, 9.1: a key frame's start code, then 14 bits each, with two for scaling.
fn lossy(data: &[u8]) -> Option<(u32, u32)> {
    let &[_, _, _, 0x9d, 0x01, 0x2a, w0, w1, h0, h1, ..] = data else { return None };
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
    Some((side(w0, w1), side(h0, h1)))
}

/// RFC 9649, 3.4: a signature, then 14 bits each, less one.
fn lossless(data: &[u8]) -> Option<(u32, u32)> {
    let &[0x2f, b0, b1, b2, b3, ..] = data else { return None };
    let bits = u32::from_le_bytes([b0, b1, b2, b3]);
    Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn webp(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut body = b"WEBP".to_vec();
        for (kind, data) in chunks {
            body.extend(&kind[..]);
            body.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
            body.extend(*data);
            body.extend(&[0][..data.len() % 2]);
        }
        [&b"RIFF"[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), &body].concat()
    }

    const LOSSY: (&[u8; 4], &[u8]) = (b"VP8 ", &[0, 0, 0, 0x9d, 0x01, 0x2a, 30, 0x40, 20, 0, 9]);
    const LOSSLESS: (&[u8; 4], &[u8]) = (b"VP8L", &[0x2f, 29, 0xc0, 4, 0]);

    #[test]
    fn both_bitstreams_tell_their_size() {
        for bitstream in [LOSSY, LOSSLESS] {
            let whole = webp(&[(b"VP8X", &[0x08; 10]), bitstream, (b"EXIF", b"Exif\0\0II")]);
            let read = header(&whole).unwrap();
            assert_eq!((read.width, read.height, read.exif), (30, 20, Some(&b"II"[..])));
            assert!(header(&[&whole[..], b"more"].concat()).is_ok());
            for length in 12..whole.len() {
                assert_eq!(header(&whole[..length]).unwrap_err(), Fault::cut_off(), "{length}");
            }
        }
    }

    #[test]
    fn a_picture_must_be_there_and_must_not_move() {
        let message = |chunks: &[(&[u8; 4], &[u8])]| header(&webp(chunks)).unwrap_err().message;
        assert!(message(&[]).contains("no picture"));
        assert!(message(&[(b"VP8 ", &[0; 10])]).contains("size"));
        assert_eq!(message(&[(b"VP8X", &[2; 10])]), animated().message);
        let mut long = webp(&[LOSSY]);
        long[16] = 200;
        assert!(header(&long).unwrap_err().message.contains("too long"));
        assert!(header(b"RIFF\0\0\0\0WEBP").unwrap_err().message.contains("no picture"));
    }

    #[test]
    fn a_position_is_found_in_xmp() {
        let xmp = b"<exif:GPSLatitude>52,0N</exif:GPSLatitude>";
        assert!(header(&webp(&[LOSSY, (b"XMP ", xmp)])).unwrap().xmp_has_position);
    }
}
