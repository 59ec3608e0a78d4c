//! Drawings that weigh what photographs do: soft light, edges, unevenness, grain.

use image::{Rgb, RgbImage};

use super::{
    letters::Letters,
    noise::{Chance, Noise},
};

/// One picture of a made-up thing.
#[derive(Clone, Copy, Debug)]
pub struct Photograph<'a> {
    /// What is shown: the same number draws the same thing.
    pub subject: u64,
    /// Whether its spots have faded: a before and an after of one subject are alike.
    pub after: bool,
    /// What is written on it, in capitals and digits.
    pub word: &'a str,
    /// In pixels, as the height.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

type Colour = [f32; 3];

struct Spot {
    at: (f32, f32),
    radius: f32,
    /// How much of its colour it has.
    strength: f32,
}

impl Photograph<'_> {
    /// Its pixels, the same on every machine.
    pub fn draw(&self) -> RgbImage {
        let mut chance = Chance::new(self.subject);
        let hue = chance.part();
        let (top, bottom) = (colour(hue, 0.25, 0.80), colour(hue + 0.08, 0.35, 0.45));
        let (surface, shade) = (colour(hue + 0.45, 0.40, 0.72), colour(hue + 0.5, 0.55, 0.38));
        let middle = (chance.between(0.42, 0.58), chance.between(0.50, 0.60));
        let spots: Vec<_> = (0..9).map(|_| Spot::new(&mut chance, middle, self.after)).collect();
        let mark = colour(hue + 0.35, 0.65, 0.45);
        let unevenness = Noise::new(self.subject);
        // What is seen of a surface grows with the picture; the grain is that of the film, and
        // two photographs of one thing never have the same.
        let size = self.width as f32 / 740.0;
        let grain = Noise::new(!(self.subject * 2 + u64::from(self.after)));
        let letters = Letters::new(self.word);
        // At the top in the middle: a fourteenth of the height, or as wide as there is room for.
        let wide = letters.width().max(1) as u32;
        let unit = (self.height / 100).min(self.width * 7 / 10 / wide).max(1);
        let (left, above) = (self.width.saturating_sub(wide * unit) / 2, self.height / 12);

        RgbImage::from_fn(self.width, self.height, |x, y| {
            let (across, down) = (x as f32 / self.width as f32, y as f32 / self.height as f32);
            let letter = x >= left
                && y >= above
                && letters.is_filled(((x - left) / unit) as usize, ((y - above) / unit) as usize);
            if letter {
                return rgb(colour(hue, 0.2, 0.12), grain.grain(x, y) * 0.02);
            }
            let coarse = unevenness.spots(x, y, 23.0 * size);
            let mut pixel = mix(top, bottom, down + 0.06 * coarse);
            let (dx, dy) = ((across - middle.0) / 0.36, (down - middle.1) / 0.34);
            let distance = dx * dx + dy * dy;
            let inside = smooth((1.0 - distance) * self.width as f32 / 12.0);
            if inside > 0.0 {
                // Light falls from the upper left.
                let lit = 0.5 + 0.45 * (dx + dy) + 0.10 * coarse;
                let mut body = mix(surface, shade, lit);
                for spot in &spots {
                    body = mix(body, mark, spot.at(across, down));
                }
                pixel = mix(pixel, body, inside);
            }
            let uneven =
                0.06 * unevenness.spots(x, y, 7.0 * size) + 0.05 * unevenness.spots(x, y, 3.0 * size);
            rgb(pixel, uneven + 0.020 * grain.grain(x, y))
        })
    }
}

impl Spot {
    fn new(chance: &mut Chance, middle: (f32, f32), after: bool) -> Self {
        let at = (middle.0 + chance.between(-0.22, 0.22), middle.1 + chance.between(-0.20, 0.20));
        let (radius, strength) = (chance.between(0.02, 0.06), chance.between(0.5, 0.9));
        Self { at, radius, strength: if after { strength * 0.2 } else { strength } }
    }

    /// How much of it is at a place.
    fn at(&self, across: f32, down: f32) -> f32 {
        let (dx, dy) = ((across - self.at.0) / self.radius, (down - self.at.1) / self.radius);
        self.strength * smooth(3.0 * (1.0 - dx * dx - dy * dy))
    }
}

/// From 0 to 1 without a corner, as the number goes from 0 to 1.
fn smooth(it: f32) -> f32 {
    let it = it.clamp(0.0, 1.0);
    it * it * (3.0 - 2.0 * it)
}

fn mix(a: Colour, b: Colour, part: f32) -> Colour {
    let part = part.clamp(0.0, 1.0);
    std::array::from_fn(|at| a[at] + (b[at] - a[at]) * part)
}

/// A hue from 0 to 1 around the circle, how strong, and how light.
fn colour(hue: f32, strength: f32, light: f32) -> Colour {
    std::array::from_fn(|at| {
        let around = (hue + at as f32 / 3.0).fract() * 6.0 - 3.0;
        let part = (around.abs() - 1.0).clamp(0.0, 1.0) - 0.5;
        (light + part * strength * 0.6).clamp(0.0, 1.0)
    })
}

fn rgb(colour: Colour, lighter: f32) -> Rgb<u8> {
    Rgb(colour.map(|part| ((part + lighter) * 255.0 + 0.5) as u8))
}
