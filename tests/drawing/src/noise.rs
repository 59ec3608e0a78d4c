//! Noise that is the same on every machine: grain of a film, and the unevenness of surfaces.

/// A row of numbers that look like chance (SplitMix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to 1.
    pub fn part(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    pub fn between(&mut self, least: f32, most: f32) -> f32 {
        least + (most - least) * self.part()
    }
}

/// Pixels a side of the noise that a picture is covered with again and again.
const SIDE: usize = 512;

/// Noise around 0, mostly between -1 and 1.
pub struct Noise(Vec<f32>);

impl Noise {
    pub fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let raw: Vec<f32> = (0..SIDE * SIDE).map(|_| chance.part() + chance.part() - 1.0).collect();
        let at = |x: usize, y: usize| raw[(y % SIDE) * SIDE + x % SIDE];
        // Grains of a film lie over more than one pixel.
        let soft = |x, y| 0.7 * at(x, y) + 0.4 * (at(x + 1, y) + at(x, y + 1)) + 0.3 * at(x + 1, y + 1);
        Self((0..SIDE * SIDE).map(|at| soft(at % SIDE, at / SIDE)).collect())
    }

    pub fn grain(&self, x: u32, y: u32) -> f32 {
        self.0[(y as usize % SIDE) * SIDE + x as usize % SIDE]
    }

    /// The same noise with spots `size` pixels wide.
    pub fn spots(&self, x: u32, y: u32, size: f32) -> f32 {
        let (x, y) = (x as f32 / size, y as f32 / size);
        let (left, top) = (x as u32, y as u32);
        let (across, down) = (x - left as f32, y - top as f32);
        let line = |y| self.grain(left, y) * (1.0 - across) + self.grain(left + 1, y) * across;
        line(top) * (1.0 - down) + line(top + 1) * down
    }
}
