//! What is no JPEG, PNG or WebP with one picture for a screen, as its first bytes say.

use image::{Rgb, RgbImage};

use super::{File, ordinary};
use crate::{
    bare_jpeg::Planes,
    bare_png,
    containers::{Chunk, webp_chunks, webp_file, webp_header},
    jpeg, lossless_webp, png,
};

pub fn files() -> Vec<File> {
    let image = ordinary(240).draw();
    let heic = container(b"heic", &[b"mif1", b"heic"]);
    vec![
        // Read, with a warning or without: the name's ending is another one.
        ("png-by-another-name.jpg", png(&image.clone().into())),
        ("jpeg-by-another-name.webp", jpeg(&image)),
        ("from-a-telephone.heic", heic.clone()),
        ("from-a-telephone.jpg", heic),
        ("picture.avif", container(b"avif", &[b"mif1", b"miaf"])),
        ("picture.gif", GIF.to_vec()),
        ("drawing.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>\n".to_vec()),
        ("scan.tiff", b"II\x2a\0\x08\0\0\0\0\0\0\0\0\0".to_vec()),
        ("scan-of-another-order.tif", b"MM\0\x2a\0\0\0\x08\0\0\0\0\0\0".to_vec()),
        ("picture.bmp", [b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".as_slice(), &[0; 52]].concat()),
        ("letter.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec()),
        ("picture.jxl", b"\xff\x0a\xfa\x1f\x41\x90\x08\x06\x01\0".to_vec()),
        ("moving.png", bare_png::animated(720, 720)),
        ("moving.webp", moving_webp(720, 720)),
        ("for-print.jpg", Planes::of_print(&image, 0).jpeg(false)),
        ("for-print-otherwise.jpg", Planes::of_print(&image, 2).jpeg(false)),
    ]
}

/// The first box of a file in the ISO base media file format, which says its kind.
fn container(kind: &[u8; 4], others: &[&[u8; 4]]) -> Vec<u8> {
    let others: Vec<u8> = others.iter().flat_map(|it| it.iter().copied()).collect();
    let length = (16 + others.len() as u32).to_be_bytes();
    // An empty box with data follows.
    [&length, b"ftyp", &kind[..], &[0; 4], &others, &[0, 0, 0, 8], b"mdat"].concat()
}

/// One pixel.
const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// Two pictures one after the other (RFC 9649, 2.7.1.1 and 2.7.1.2).
fn moving_webp(width: u32, height: u32) -> Vec<u8> {
    let three = |it: u32| it.to_le_bytes()[..3].to_vec();
    let frame = |colour: u8| -> Chunk {
        let picture = RgbImage::from_pixel(width, height, Rgb([colour; 3]));
        let place = [three(0), three(0), three(width - 1), three(height - 1)].concat();
        let still = webp_file(&webp_chunks(&lossless_webp(&picture.into())));
        // Half a second; the chunks alone, without the file's header.
        (*b"ANMF", [place, three(500), vec![0], still[12..].to_vec()].concat())
    };
    let all = (*b"ANIM", vec![255, 255, 255, 255, 0, 0]);
    webp_file(&[webp_header(0x02, width, height), all, frame(90), frame(200)])
}
