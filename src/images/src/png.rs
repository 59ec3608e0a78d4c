//! PNG: chunks, each with a checksum; W3C, "Portable Network Graphics (PNG) Specification".

use crate::{
    Fault,
    metadata::{self, Header},
};

/// Reads the structure.
///
/// # Errors
/// Cut off, damaged or animated.
pub(crate) fn header(bytes: &[u8]) -> Result<Header<'_>, Fault> {
    let mut header = Header::default();
    let mut rest = &bytes[8..];
    let (mut has_size, mut has_data) = (false, false);
    loop {
        let (kind, data) = chunk(&mut rest)?;
        match kind {
            b"IHDR" => {
                let &[w3, w2, w1, w0, h3, h2, h1, h0, ..] = data else {
                    return Err(Fault::damaged("the size of this PNG is missing"));
                };
                header.width = u32::from_be_bytes([w3, w2, w1, w0]);
                header.height = u32::from_be_bytes([h3, h2, h1, h0]);
                has_size = true;
            }
            b"acTL" => return Err(animated()),
            b"IDAT" => has_data = true,
            b"eXIf" => header.exif = Some(data),
            b"iTXt" if data.starts_with(b"XML:com.adobe.xmp\0") => {
                header.xmp_has_position |= metadata::xmp_has_position(data);
            }
            b"IEND" => break,
            _ => {}
        }
    }
    if has_size && has_data { Ok(header) } else { Err(Fault::damaged("there is no picture in this PNG")) }
}

/// Kind and data of the next chunk.
fn chunk<'a>(rest: &mut &'a [u8]) -> Result<(&'a [u8; 4], &'a [u8]), Fault> {
    let length = rest.first_chunk().ok_or_else(Fault::cut_off)?;
    let length = u32::from_be_bytes(*length) as usize;
    let (named, after) = rest[4..].split_at_checked(4 + length).ok_or_else(Fault::cut_off)?;
    let (sum, after) = after.split_first_chunk().ok_or_else(Fault::cut_off)?;
    if crc32fast::hash(named) != u32::from_be_bytes(*sum) {
        return Err(Fault::damaged("a checksum in this PNG is wrong"));
    }
    *rest = after;
    named.split_first_chunk().ok_or_else(Fault::cut_off)
}

/// Also of WebP.
pub(crate) fn animated() -> Fault {
    Fault::new(
        "this picture is animated, and nothing moves by itself on these pages",
        "export one of its pictures as JPEG",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, data) in chunks {
            let named = [&kind[..], data].concat();
            bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
            bytes.extend(&named);
            bytes.extend(crc32fast::hash(&named).to_be_bytes());
        }
        bytes
    }

    const SIZE: (&[u8; 4], &[u8]) = (b"IHDR", &[0, 0, 0, 30, 0, 0, 0, 20, 8, 2, 0, 0, 0]);
    const DATA: (&[u8; 4], &[u8]) = (b"IDAT", &[1, 2, 3]);
    const END: (&[u8; 4], &[u8]) = (b"IEND", &[]);

    #[test]
    fn every_byte_up_to_the_end_counts() {
        let whole = png(&[SIZE, (b"eXIf", b"MM"), DATA, END]);
        let read = header(&whole).unwrap();
        assert_eq!((read.width, read.height, read.exif), (30, 20, Some(&b"MM"[..])));
        assert!(header(&[&whole[..], b"more"].concat()).is_ok());
        for length in 8..whole.len() {
            assert_eq!(header(&whole[..length]).unwrap_err(), Fault::cut_off(), "{length}");
        }
        let damaged = whole.len() - 17;
        let bytes: Vec<_> = whole.iter().enumerate().map(|(at, it)| it ^ u8::from(at == damaged)).collect();
        assert!(header(&bytes).unwrap_err().message.contains("checksum"));
    }

    #[test]
    fn a_picture_must_be_there_and_must_not_move() {
        assert!(header(&png(&[SIZE, END])).unwrap_err().message.contains("no picture"));
        assert!(header(&png(&[DATA, END])).unwrap_err().message.contains("no picture"));
        assert_eq!(header(&png(&[SIZE, (b"acTL", &[0; 8]), DATA, END])).unwrap_err(), animated());
    }

    #[test]
    fn a_position_is_found_in_xmp() {
        let xmp = b"XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude='1'/>";
        assert!(header(&png(&[SIZE, (b"iTXt", xmp), DATA, END])).unwrap().xmp_has_position);
    }
}
