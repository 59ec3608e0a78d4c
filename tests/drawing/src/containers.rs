//! Puts metadata into finished files, as programs do that never touch the pixels.

use super::{bare_png, metadata::Metadata};

/// A file with metadata in it, whichever of the three kinds it is.
pub fn with(file: &[u8], metadata: &Metadata) -> Vec<u8> {
    match file {
        [0xff, 0xd8, ..] => in_jpeg(file, metadata),
        [0x89, b'P', b'N', b'G', ..] => in_png(file, metadata),
        _ => in_webp(file, metadata),
    }
}

fn in_jpeg(file: &[u8], metadata: &Metadata) -> Vec<u8> {
    let mut out = file[..2].to_vec();
    let mut add = |marker: u8, name: &[u8], data: &[u8]| {
        let length = u16::try_from(2 + name.len() + data.len()).expect("what a segment holds");
        out.extend([&[0xff, marker], &length.to_be_bytes()[..], name, data].concat());
    };
    if let Some(exif) = metadata.exif() {
        add(0xe1, b"Exif\0\0", &exif);
    }
    if let Some(xmp) = metadata.xmp() {
        add(0xe1, b"http://ns.adobe.com/xap/1.0/\0", &xmp);
    }
    if let Some(profile) = &metadata.profile {
        // The first of one.
        add(0xe2, b"ICC_PROFILE\0\x01\x01", profile);
    }
    if let Some(iptc) = metadata.iptc() {
        add(0xed, b"", &iptc);
    }
    out.extend(&file[2..]);
    out
}

fn in_png(file: &[u8], metadata: &Metadata) -> Vec<u8> {
    let mut out = file[..bare_png::HEADER].to_vec();
    if let Some(profile) = &metadata.profile {
        out.extend(bare_png::chunk(
            b"iCCP",
            &[b"Secretive Profile\0\0".to_vec(), bare_png::deflated(|to| to.write_all(profile))].concat(),
        ));
    }
    if let Some(exif) = metadata.exif() {
        out.extend(bare_png::chunk(b"eXIf", &exif));
    }
    if let Some(xmp) = metadata.xmp() {
        out.extend(bare_png::chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0".to_vec(), xmp].concat()));
    }
    out.extend(&file[bare_png::HEADER..]);
    out
}

fn in_webp(file: &[u8], metadata: &Metadata) -> Vec<u8> {
    let mut chunks = webp_chunks(file);
    let (width, height) = webp_size(&chunks);
    let has_alpha = chunks.iter().any(|(name, data)| match name {
        b"ALPH" => true,
        // A bit behind the two sizes.
        b"VP8L" => data[4] >> 4 & 1 == 1,
        b"VP8X" => data[0] & 0x10 != 0,
        _ => false,
    });
    chunks.retain(|(name, _)| name != b"VP8X");
    let mut flags = if has_alpha { 0x10 } else { 0 };
    if let Some(profile) = &metadata.profile {
        flags |= 0x20;
        chunks.insert(0, (*b"ICCP", profile.clone()));
    }
    if let Some(exif) = metadata.exif() {
        flags |= 0x08;
        chunks.push((*b"EXIF", exif));
    }
    if let Some(xmp) = metadata.xmp() {
        flags |= 0x04;
        chunks.push((*b"XMP ", xmp));
    }
    chunks.insert(0, webp_header(flags, width, height));
    webp_file(&chunks)
}

/// A chunk's name and what is in it.
pub type Chunk = ([u8; 4], Vec<u8>);

/// The chunks of a WebP in their order (RFC 9649, 2.3).
pub fn webp_chunks(file: &[u8]) -> Vec<Chunk> {
    let mut rest = &file[12..];
    let mut chunks = Vec::new();
    while let Some((header, data)) = rest.split_first_chunk::<8>() {
        let name = [header[0], header[1], header[2], header[3]];
        let length = u32::from_le_bytes([header[4], header[5], header[6], header[7]]) as usize;
        chunks.push((name, data[..length].to_vec()));
        rest = data.get(length.next_multiple_of(2)..).unwrap_or_default();
    }
    chunks
}

/// The file that consists of these chunks.
pub fn webp_file(chunks: &[Chunk]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (name, data) in chunks {
        body.extend([&name[..], &(data.len() as u32).to_le_bytes(), data].concat());
        body.resize(body.len().next_multiple_of(2), 0);
    }
    [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat()
}

/// The chunk that says what other chunks there are.
pub fn webp_header(flags: u8, width: u32, height: u32) -> Chunk {
    let three = |it: u32| (it - 1).to_le_bytes()[..3].to_vec();
    (*b"VP8X", [vec![flags, 0, 0, 0], three(width), three(height)].concat())
}

/// Width and height, as the chunk with the pixels says.
pub fn webp_size(chunks: &[Chunk]) -> (u32, u32) {
    let of_pixels = |(name, data): &Chunk| match name {
        b"VP8 " => {
            let side = |at: usize| u32::from(u16::from_le_bytes([data[at], data[at + 1]]) & 0x3fff);
            Some((side(6), side(8)))
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes([data[1], data[2], data[3], data[4]]);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        _ => None,
    };
    chunks.iter().find_map(of_pixels).expect("pixels")
}
