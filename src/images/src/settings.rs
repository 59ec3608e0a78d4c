//! How pictures are made. All of it goes into a picture's hash, so that what is changed here
//! gives files of other names.

use sha2::{Digest, Sha256};

/// The widths of published files, in pixels.
pub(crate) const WIDTHS: [u32; 3] = [360, 720, 1080];
/// The widest published file.
pub const MAX_WIDTH: u32 = 1080;
/// The most pixels a side, as the camera saved it.
pub const MAX_SIDE: u32 = 12_000;
/// The most pixels in all.
pub const MAX_PIXELS: u64 = 60_000_000;
/// Of 100.
pub const AVIF_QUALITY: u8 = 60;
/// From 1, slowest, to 10.
pub const AVIF_SPEED: u8 = 6;
/// Of 100.
pub const WEBP_QUALITY: u8 = 75;
/// From 0, fastest, to 6.
pub const WEBP_METHOD: u8 = 4;

/// Counted up when what is done between decoding and encoding changes.
const PIPELINE: u32 = 1;
/// The libraries that published files depend on.
const LIBRARIES: [&str; 10] = [
    "fast_image_resize",
    "image",
    "image-webp",
    "libwebp-sys",
    "moxcms",
    "png",
    "rav1e",
    "ravif",
    "webp",
    "zune-jpeg",
];
const LOCK: &str = include_str!("../../../Cargo.lock");

/// 16 hexadecimal digits of what a file holds and how pictures are made.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let settings = format!(
        "{PIPELINE} {WIDTHS:?} avif {AVIF_SPEED} {AVIF_QUALITY} webp {WEBP_METHOD} {WEBP_QUALITY} {:?}",
        LIBRARIES.map(|it| versions(LOCK, it))
    );
    let digest = Sha256::new().chain_update(Sha256::digest(settings)).chain_update(bytes).finalize();
    format!("{digest:x}")[..16].to_owned()
}

/// Every version of a library that `Cargo.lock` names.
fn versions<'a>(lock: &'a str, library: &str) -> Vec<&'a str> {
    let name = format!("name = \"{library}\"");
    let mut lines = lock.lines();
    let mut found = Vec::new();
    while lines.any(|line| line == name) {
        found.extend(lines.next());
    }
    found
}
