//! How pictures are made. All of it goes into a picture's hash, so that another way to make
//! them gives files of other names.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// The widths of published files, in pixels.
pub(crate) const WIDTHS: [u32; 3] = [360, 720, MAX_WIDTH];
/// The widest published file, in pixels.
pub const MAX_WIDTH: u32 = 1080;
/// Of 100.
pub const AVIF_QUALITY: u8 = 60;
/// From 1, slowest, to 10.
pub const AVIF_SPEED: u8 = 6;
/// Of 100.
pub const WEBP_QUALITY: u8 = 75;
/// From 0, fastest, to 6.
pub const WEBP_METHOD: u8 = 4;

/// Counted up when anything else changes that is done between reading and writing.
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

static SETTINGS: LazyLock<String> = LazyLock::new(|| {
    let libraries = LIBRARIES.map(|it| versions(LOCK, it));
    format!("{PIPELINE} {WIDTHS:?} {AVIF_SPEED} {AVIF_QUALITY} {WEBP_METHOD} {WEBP_QUALITY} {libraries:?}")
});

/// 16 hexadecimal digits of what a file holds and how pictures are made.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::new().chain_update(bytes).chain_update(SETTINGS.as_bytes()).finalize();
    format!("{digest:x}")[..16].to_owned()
}

/// Every version of a library that a `Cargo.lock` names.
fn versions<'a>(lock: &'a str, library: &str) -> Vec<&'a str> {
    let name = format!("name = \"{library}\"");
    let mut lines = lock.lines();
    let mut found = Vec::new();
    while lines.any(|line| line == name) {
        found.extend(lines.next());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_library_is_found() {
        for library in LIBRARIES {
            assert!(!versions(LOCK, library).is_empty(), "{library}");
        }
    }

    #[test]
    fn all_versions_of_a_library_count_and_no_other_library() {
        let lock =
            "name = \"a\"\nversion = \"1\"\nname = \"ab\"\nversion = \"2\"\nname = \"a\"\nversion = \"3\"\n";
        assert_eq!(versions(lock, "a"), ["version = \"1\"", "version = \"3\""]);
    }
}
