//! The markers that make lists, headings and code of a line of Markdown: nothing but
//! ordinary spaces may stand beside them.

use std::ops::Range;

use super::{
    purpose::{Misplaced, belongs},
    unicode::is_invisible,
};
use report::Severity;

/// The marker of Markdown that a line begins with.
fn marker(line: &str) -> Option<&str> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let length = if digits > 0 {
        line[digits..].starts_with(['.', ')']).then_some(digits + 1)?
    } else {
        let first = line.chars().next().filter(|c| "#-*+>`~|=_".contains(*c))?;
        line.len() - line.trim_start_matches(first).len()
    };
    Some(&line[..length])
}

/// Invisible characters before and behind the marker that a line begins with, and in
/// lines that are markers alone.
pub fn beside_markers(line: &str) -> Vec<Misplaced> {
    let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
    let words = line.trim_start_matches(is_blank);
    let indentation = line.len() - words.len();
    let all = |range: Range<usize>, severity, location: &str| -> Vec<Misplaced> {
        let invisible = line[range.clone()].char_indices().filter(|(_, c)| is_invisible(*c));
        let misplaced = |(at, character)| Misplaced {
            at: range.start + at,
            character,
            severity,
            location: location.to_owned(),
        };
        invisible.map(misplaced).collect()
    };
    if words.is_empty() {
        return all(0..line.len(), Severity::Warning, "on a line that looks empty");
    }
    let Some(marker) = marker(words) else {
        let mut found = all(0..indentation, Severity::Warning, "at the beginning of the line");
        // A mark of direction may begin a line that is written from right to left.
        found.retain(|it| !belongs(it.character, None, None, &line[it.at..]) || it.character.is_whitespace());
        return found;
    };
    let behind = indentation + marker.len();
    let rest = &line[behind..];
    let is_number = marker.starts_with(|c: char| c.is_ascii_digit());
    let takes_a_space = marker.len() <= 6 && marker.starts_with('#') || matches!(marker, "-" | "*" | "+");
    let is_markers_alone = |rest: &str| rest.chars().all(|c| "-*_=|: `~".contains(c) || is_blank(c));
    let mut found = all(0..indentation, Severity::Error, &format!("before `{marker}`"));
    if marker.len() > 2 && marker.starts_with(['`', '~']) || is_markers_alone(rest) {
        found.extend(all(behind..line.len(), Severity::Error, &format!("behind `{marker}`")));
    } else if takes_a_space || is_number {
        let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
        // "1. May" may have its number at the beginning of a line, and no list be meant.
        let severity = if is_number { Severity::Warning } else { Severity::Error };
        found.extend(all(behind..behind + blanks, severity, &format!("behind `{marker}`")));
    }
    found
}
