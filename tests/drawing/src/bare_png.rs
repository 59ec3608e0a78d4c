//! PNGs that the encoder at hand does not write: of a palette, of two pictures, and of sizes
//! that no computer should take into its memory.

use std::io::{self, Write};

use flate2::{Compression, Crc, write::ZlibEncoder};

/// What every PNG begins with.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Signature and header, which everything else follows.
pub const HEADER: usize = SIGNATURE.len() + 25;

/// Colour types of a PNG (its specification, 11.2.1), of 8 bits.
#[derive(Clone, Copy)]
pub enum Colours {
    Rgb = 2,
    Palette = 3,
    RgbAlpha = 6,
}

/// A chunk (its specification, 5.3).
pub fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(name);
    crc.update(data);
    [&(data.len() as u32).to_be_bytes(), &name[..], data, &crc.sum().to_be_bytes()].concat()
}

/// As the chunks with pixels, profiles and texts are.
pub fn deflated(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    write(&mut encoder).expect("memory");
    encoder.finish().expect("memory")
}

/// The whole file: its chunks stand between its header and its end.
pub fn file(width: u32, height: u32, colours: Colours, chunks: &[Vec<u8>]) -> Vec<u8> {
    let sizes = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let header = chunk(b"IHDR", &[&sizes[..], &[8, colours as u8, 0, 0, 0]].concat());
    [SIGNATURE.to_vec(), header, chunks.concat(), chunk(b"IEND", &[])].concat()
}

/// Black, or nothing at all where it can be; written line by line, and small.
pub fn flat(width: u32, height: u32, colours: Colours) -> Vec<u8> {
    let channels = if matches!(colours, Colours::RgbAlpha) { 4 } else { 3 };
    // Before each line stands how it was filtered.
    let line = vec![0; 1 + width as usize * channels];
    let pixels = deflated(|to| (0..height).try_for_each(|_| to.write_all(&line)));
    file(width, height, colours, &[chunk(b"IDAT", &pixels)])
}

/// A picture of a few colours.
pub fn palette(width: u32, height: u32) -> Vec<u8> {
    let colours = [[230, 220, 200], [180, 90, 80], [60, 90, 140], [40, 50, 40]].concat();
    let line = |y: u32| (0..width).map(move |x| ((x / 90 + y / 90) % 4) as u8);
    let pixels = deflated(|to| {
        (0..height).try_for_each(|y| to.write_all(&[0].into_iter().chain(line(y)).collect::<Vec<_>>()))
    });
    file(width, height, Colours::Palette, &[chunk(b"PLTE", &colours), chunk(b"IDAT", &pixels)])
}

/// Two pictures one after the other (its specification, third edition, 11.3.6).
pub fn animated(width: u32, height: u32) -> Vec<u8> {
    let line = |colour: u8| [&[0][..], &vec![colour; width as usize * 3]].concat();
    let pixels = |colour| deflated(|to| (0..height).try_for_each(|_| to.write_all(&line(colour))));
    let numbers = |numbers: &[u32]| numbers.iter().flat_map(|it| it.to_be_bytes()).collect::<Vec<_>>();
    // A second each; nothing is kept, nothing is mixed.
    let frame = |number: u32| {
        chunk(b"fcTL", &[numbers(&[number, width, height, 0, 0]), vec![0, 1, 0, 1, 0, 0]].concat())
    };
    let chunks = [
        chunk(b"acTL", &numbers(&[2, 0])),
        frame(0),
        chunk(b"IDAT", &pixels(90)),
        frame(1),
        chunk(b"fdAT", &[numbers(&[2]), pixels(200)].concat()),
    ];
    file(width, height, Colours::Rgb, &chunks)
}
