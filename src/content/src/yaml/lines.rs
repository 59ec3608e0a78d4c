//! The lines of a file, by offsets.

use std::ops::Range;

/// Where the line of an offset begins.
pub fn line_start(file: &str, offset: usize) -> usize {
    file[..offset].rfind('\n').map_or(0, |at| at + 1)
}

/// From an offset to the end of its line, without trailing white space.
pub fn rest_of_line(file: &str, start: usize) -> Range<usize> {
    let line = file[start..].split('\n').next().unwrap_or_default();
    start..start + line.trim_end().len()
}

/// The lines from an offset on, each with where it begins.
pub fn lines_from(file: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut next = start;
    file[start..].split_inclusive('\n').map(move |line| {
        let at = next;
        next += line.len();
        (at, line.trim_end())
    })
}
