//! JPEGs that the encoders at hand do not write: progressive ones, ones of four colours, and
//! ones whose flat blocks of 8 x 8 pixels come out as they went in, whichever way they lie.
//! Every code has the same length, which is large and simple (ITU-T T.81).

use std::f32::consts::PI;

use image::RgbImage;

/// Parts of a colour, each for all pixels.
pub struct Planes {
    parts: Vec<Vec<u8>>,
    width: usize,
    height: usize,
    /// What Adobe's marker says: 0 for CMYK, 2 for its relative of one light and three others.
    adobe: Option<u8>,
}

/// What every coefficient is divided by: the same across as down.
const STEP: f32 = 4.0;

/// Bits of the differences of the first coefficients, and how long their codes are.
const FIRST: (u8, u32) = (12, 4);
/// How long the codes of the others are.
const OTHERS: u32 = 8;

impl Planes {
    /// As nearly all JPEGs have them (BT.601).
    pub fn of(image: &RgbImage) -> Self {
        let part = |factors: [f32; 3], zero: f32| {
            let value = |rgb: [u8; 3]| zero + (0..3).map(|at| factors[at] * f32::from(rgb[at])).sum::<f32>();
            image.pixels().map(|pixel| value(pixel.0).round() as u8).collect()
        };
        let parts = vec![
            part([0.299, 0.587, 0.114], 0.0),
            part([-0.168_736, -0.331_264, 0.5], 128.0),
            part([0.5, -0.418_688, -0.081_312], 128.0),
        ];
        Self { parts, width: image.width() as usize, height: image.height() as usize, adobe: None }
    }

    /// For printing, without black; `transform` as Adobe's marker numbers it.
    pub fn of_print(image: &RgbImage, transform: u8) -> Self {
        // Adobe's programs write them the other way round: much is little.
        let ink = |at: usize| image.pixels().map(|pixel| pixel.0[at]).collect();
        let black = vec![255; image.pixels().len()];
        let parts = vec![ink(0), ink(1), ink(2), black];
        let (width, height) = (image.width() as usize, image.height() as usize);
        Self { parts, width, height, adobe: Some(transform) }
    }

    /// The file; a progressive one comes first without details.
    pub fn jpeg(&self, progressive: bool) -> Vec<u8> {
        let blocks: Vec<_> = self.parts.iter().map(|part| self.blocks(part)).collect();
        let mut file = vec![0xff, 0xd8];
        if let Some(transform) = self.adobe {
            file.extend(segment(0xee, &[b"Adobe\0\x64\0\0\0\0".as_slice(), &[transform]].concat()));
        }
        file.extend(segment(0xdb, &[&[0][..], &[STEP as u8; 64]].concat()));
        file.extend(segment(if progressive { 0xc2 } else { 0xc0 }, &self.frame()));
        file.extend(segment(0xc4, &codes(0x00, FIRST.1, &(0..FIRST.0).collect::<Vec<_>>())));
        file.extend(segment(0xc4, &codes(0x10, OTHERS, &pairs())));
        let all: Vec<_> = (0..self.parts.len()).collect();
        if progressive {
            scan(&mut file, &blocks, &all, 0, 0);
            all.iter().for_each(|part| scan(&mut file, &blocks, &[*part], 1, 63));
        } else {
            scan(&mut file, &blocks, &all, 0, 63);
        }
        file.extend([0xff, 0xd9]);
        file
    }

    fn frame(&self) -> Vec<u8> {
        let mut frame = vec![8];
        frame.extend((self.height as u16).to_be_bytes());
        frame.extend((self.width as u16).to_be_bytes());
        frame.push(self.parts.len() as u8);
        // As many pixels for each, and the first table of steps.
        frame.extend((0..self.parts.len()).flat_map(|part| [part as u8 + 1, 0x11, 0]));
        frame
    }

    /// The coefficients of each block, in the order in which they are written.
    fn blocks(&self, part: &[u8]) -> Vec<[i32; 64]> {
        let cosine = |at: usize, wave: usize| ((2 * at + 1) as f32 * wave as f32 * PI / 16.0).cos();
        let scale = |wave: usize| if wave == 0 { 0.5f32.sqrt() / 2.0 } else { 0.5 };
        let waves: [[f32; 8]; 8] =
            std::array::from_fn(|wave| std::array::from_fn(|at| scale(wave) * cosine(at, wave)));
        let one = |left: usize, top: usize| {
            let pixel = |x: usize, y: usize| {
                let (x, y) = ((left + x).min(self.width - 1), (top + y).min(self.height - 1));
                f32::from(part[y * self.width + x]) - 128.0
            };
            // Rows first, then columns.
            let rows: [[f32; 8]; 8] = std::array::from_fn(|y| {
                std::array::from_fn(|wave| (0..8).map(|x| waves[wave][x] * pixel(x, y)).sum())
            });
            let coefficient =
                |u: usize, v: usize| -> f32 { (0..8).map(|y| waves[v][y] * rows[y][u]).sum::<f32>() / STEP };
            ZIGZAG.map(|at| coefficient(at % 8, at / 8).round() as i32)
        };
        let tops = (0..self.height).step_by(8);
        tops.flat_map(|top| (0..self.width).step_by(8).map(move |left| (left, top)))
            .map(|(left, top)| one(left, top))
            .collect()
    }
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, marker], &(data.len() as u16 + 2).to_be_bytes()[..], data].concat()
}

/// Codes of one length for these symbols.
fn codes(table: u8, length: u32, symbols: &[u8]) -> Vec<u8> {
    let counts = (1..=16).map(|it| if it == length { symbols.len() as u8 } else { 0 });
    [table].into_iter().chain(counts).chain(symbols.iter().copied()).collect()
}

/// How many zeros come first, and how many bits the number behind them has; the end, and
/// sixteen zeros.
fn pairs() -> Vec<u8> {
    let pairs = (0..16).flat_map(|zeros| (1..=10).map(move |bits| zeros << 4 | bits));
    [0x00, 0xf0].into_iter().chain(pairs).collect()
}

/// The coefficients from `first` to `last` of some parts.
fn scan(file: &mut Vec<u8>, blocks: &[Vec<[i32; 64]>], parts: &[usize], first: u8, last: u8) {
    let mut header = vec![parts.len() as u8];
    header.extend(parts.iter().flat_map(|part| [*part as u8 + 1, 0]));
    header.extend([first, last, 0]);
    file.extend(segment(0xda, &header));
    let mut bits = Bits { file, waiting: 0, count: 0, symbols: pairs() };
    let mut before = vec![0; parts.len()];
    // A block of each in turn.
    let turns = (0..blocks[parts[0]].len()).flat_map(|at| (0..parts.len()).map(move |turn| (at, turn)));
    for (at, turn) in turns {
        let block = &blocks[parts[turn]][at];
        if first == 0 {
            let difference = block[0] - before[turn];
            before[turn] = block[0];
            bits.write(length(difference), FIRST.1);
            bits.number(difference);
        }
        bits.others(&block[1..=usize::from(last)]);
    }
    // The rest of the last byte is ones.
    bits.write(0x7f, 7);
}

/// How many bits a number needs.
fn length(number: i32) -> u32 {
    32 - number.unsigned_abs().leading_zeros()
}

struct Bits<'a> {
    file: &'a mut Vec<u8>,
    waiting: u32,
    count: u32,
    symbols: Vec<u8>,
}

impl Bits<'_> {
    fn write(&mut self, value: u32, count: u32) {
        self.waiting = self.waiting << count | value;
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            let byte = (self.waiting >> self.count) as u8;
            self.file.push(byte);
            if byte == 0xff {
                self.file.push(0);
            }
        }
        self.waiting &= (1 << self.count) - 1;
    }

    /// The coefficients behind the first one.
    fn others(&mut self, coefficients: &[i32]) {
        let mut zeros = 0;
        for coefficient in coefficients {
            if *coefficient == 0 {
                zeros += 1;
                continue;
            }
            while zeros > 15 {
                self.symbol(0xf0);
                zeros -= 16;
            }
            self.symbol(zeros << 4 | length(*coefficient) as u8);
            self.number(*coefficient);
            zeros = 0;
        }
        if zeros > 0 {
            self.symbol(0x00);
        }
    }

    fn symbol(&mut self, symbol: u8) {
        let code = self.symbols.iter().position(|known| *known == symbol).expect("a symbol");
        self.write(code as u32, OTHERS);
    }

    /// Negative ones as one less than they are.
    fn number(&mut self, number: i32) {
        let bits = length(number);
        let value = if number < 0 { number - 1 } else { number };
        self.write(value as u32 & ((1 << bits) - 1), bits);
    }
}

/// From the upper left corner to the lower right one.
#[rustfmt::skip]
const ZIGZAG: [usize; 64] = [
     0,  1,  8, 16,  9,  2,  3, 10, 17, 24, 32, 25, 18, 11,  4,  5,
    12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13,  6,  7, 14, 21, 28,
    35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
    58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];
