//! Files that go wrong where pictures are read: turned, damaged, huge, of other kinds, and
//! with names that systems write differently.

mod damaged;
mod large;
mod other_kinds;
mod turned;
mod unusual;

pub use turned::upright;
pub use unusual::WIDE_COLOURS;

use super::{Photograph, jpeg};

/// A name and what is in the file.
pub type File = (&'static str, Vec<u8>);

/// The whole set, which is 70 MB in memory; symbolic links are for the tests to make.
pub fn torture() -> Vec<File> {
    [turned::files(), unusual::files(), damaged::files(), other_kinds::files(), large::files(), names()]
        .concat()
}

/// A picture with nothing wrong about it.
fn ordinary(subject: u64) -> Photograph<'static> {
    Photograph { subject, after: false, word: "TEST", width: 720, height: 960 }
}

/// Ordinary pictures, whose names are not.
fn names() -> Vec<File> {
    let names = [
        "a name with spaces.jpg",
        // One letter, and a letter with a sign above it: two stems, as some systems take
        // both for one name.
        "h\u{fc}te-composed.jpg",
        "hu\u{308}te-decomposed.jpg",
        "UPPER-CASE.JPG",
        "two.dots.jpeg",
    ];
    let file = |(number, name): (usize, &'static str)| (name, jpeg(&ordinary(300 + number as u64).draw()));
    names.into_iter().enumerate().map(file).collect()
}
