//! Line art for a page, drawn from its path: always the same for the same page.
//!
//! A folder has a motif, a page its own variation of it. Whole numbers in a
//! square of 400 keep a drawing at some hundred bytes.

use std::{f64::consts::TAU, fmt::Write};

/// How many strokes a mark has at most.
const STROKES: usize = 9;

/// The shapes inside `<svg viewBox="0 0 400 400">`.
pub fn draw(tree_path: &str) -> String {
    format!("<path d=\"{}\"/>", path(tree_path))
}

/// As much of the same as a small picture shows.
pub fn mark(tree_path: &str) -> String {
    let path = path(tree_path);
    let every = path.matches('M').count().div_ceil(STROKES);
    let some = path.split('M').skip(1).step_by(every).flat_map(|stroke| ["M", stroke]);
    format!("<path d=\"{}\"/>", some.collect::<String>())
}

/// The strokes, each of which begins with `M`.
fn path(tree_path: &str) -> String {
    let folder = tree_path.split('/').nth(1).unwrap_or_default();
    let mut random = Random(hash(tree_path));
    let motif = [strands, waves, ripples, needles, petals][(hash(folder) % 5) as usize];
    let mut path = String::new();
    motif(&mut random, &mut path);
    path
}

/// Fine strands that rise from the skin and lean together.
fn strands(random: &mut Random, path: &mut String) {
    let (lean, sway) = (random.between(-60.0, 60.0), random.between(20.0, 60.0));
    let count = 17 + random.below(5);
    for index in 0..count {
        let along = f64::from(index) / f64::from(count - 1);
        let x = 40.0 + 320.0 * along + random.between(-6.0, 6.0);
        let y = 345.0 - 40.0 * (along * TAU / 2.0).sin();
        let height = random.between(170.0, 290.0);
        let bend = lean + random.between(-25.0, 25.0);
        write_path(path, 'M', &[x, y]);
        write_path(path, 'c', &[sway, -height * 0.35, bend - sway, -height * 0.7, bend, -height]);
        // Its root, below the surface.
        write_path(path, 'M', &[x, y]);
        write_path(path, 'q', &[-4.0, 14.0, random.between(-8.0, 2.0), 26.0]);
    }
    write_path(path, 'M', &[10.0, 352.0]);
    write_path(path, 'Q', &[200.0, 258.0, 390.0, 352.0]);
}

/// Waves of light that pass through one another.
fn waves(random: &mut Random, path: &mut String) {
    let (drift, swell) = (random.between(6.0, 16.0), random.between(28.0, 64.0));
    let turn = random.between(0.0, TAU);
    for index in 0..13 {
        let at = f64::from(index);
        let height = swell * (turn + at * 0.42).sin();
        write_path(path, 'M', &[at * 2.0, 80.0 + at * 20.0]);
        write_path(path, 'q', &[50.0, -height, 100.0, drift - 8.0]);
        write_path(path, 't', &[100.0, -drift, 100.0, drift, 80.0, 0.0]);
    }
}

/// Rings that spread from a point off the middle.
fn ripples(random: &mut Random, path: &mut String) {
    let (mut x, mut y) = (random.between(130.0, 270.0), random.between(130.0, 270.0));
    let (dx, dy) = ((200.0 - x) / 11.0, (200.0 - y) / 11.0);
    let flat = random.between(0.78, 1.0);
    for index in 1..=11 {
        let radius = 6.0 + f64::from(index) * 15.5;
        write_path(path, 'M', &[x - radius, y]);
        for direction in [2.0, -2.0] {
            write_path(path, 'a', &[radius, radius * flat, 0.0, 1.0, 1.0, direction * radius, 0.0]);
        }
        x += dx;
        y += dy;
    }
}

/// Needles above a soft surface, each as deep as the next one lets it.
fn needles(random: &mut Random, path: &mut String) {
    let (phase, swell) = (random.between(0.0, TAU), random.between(24.0, 56.0));
    for index in 0..23 {
        let x = 24.0 + f64::from(index) * 16.0;
        let surface = 230.0 + swell * (phase + x / 62.0).sin();
        let depth = random.between(14.0, 62.0);
        write_path(path, 'M', &[x, surface - random.between(90.0, 150.0)]);
        write_path(path, 'V', &[surface + depth]);
        write_path(path, 'm', &[-3.0, 8.0]);
        write_path(path, 'h', &[6.0]);
    }
    for level in 0..3 {
        let y = 240.0 + f64::from(level) * 44.0;
        write_path(path, 'M', &[8.0, y + swell * phase.sin()]);
        write_path(path, 'q', &[96.0, swell, 192.0, 0.0]);
        write_path(path, 't', &[192.0, 0.0]);
    }
}

/// Thin petals around a middle.
fn petals(random: &mut Random, path: &mut String) {
    let count = 14 + random.below(8);
    let (turn, wide) = (random.between(0.0, TAU), random.between(0.16, 0.34));
    for index in 0..count {
        let angle = turn + TAU * f64::from(index) / f64::from(count);
        let reach = random.between(135.0, 185.0);
        let point = |angle: f64, far: f64| (200.0 + far * angle.cos(), 200.0 + far * angle.sin());
        let (start, tip) = (point(angle, 26.0), point(angle, reach));
        let (left, right) = (point(angle - wide, reach * 0.6), point(angle + wide, reach * 0.6));
        write_path(path, 'M', &[start.0, start.1]);
        write_path(path, 'Q', &[left.0, left.1, tip.0, tip.1]);
        write_path(path, 'Q', &[right.0, right.1, start.0, start.1]);
    }
}

/// A command with its numbers, rounded, with no more separators than needed.
fn write_path(path: &mut String, command: char, numbers: &[f64]) {
    path.push(command);
    for (index, number) in numbers.iter().enumerate() {
        let rounded = number.round() as i64;
        let space = if index > 0 && rounded >= 0 { " " } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(path, "{space}{rounded}");
    }
}

/// FNV-1a, which will be the same in every build to come.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Random numbers that come the same way each time (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u32) -> u32 {
        (self.next() % u64::from(limit)) as u32
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_s_art_is_its_own_and_stays() {
        assert_eq!(draw("/a/b"), draw("/a/b"));
        assert_ne!(draw("/a/b"), draw("/a/c"));
    }

    #[test]
    fn art_is_light_enough_to_inline() {
        for path in ["/", "/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h"] {
            let size = draw(path).len();
            assert!((200..1800).contains(&size), "{path}: {size} bytes");
        }
    }
}
