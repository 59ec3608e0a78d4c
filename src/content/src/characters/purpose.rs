//! Where an invisible character has a purpose in running text, and where it has none.

use super::unicode::{is_invisible, is_of_a_joining_script, is_right_to_left, is_symbol};
use report::Severity;

/// Whether an invisible character has a purpose between these two in a line of running text.
pub fn belongs(c: char, before: Option<char>, after: Option<char>, line: &str) -> bool {
    let beside = |is_it: fn(char) -> bool| before.is_some_and(is_it) || after.is_some_and(is_it);
    match c {
        // Spaces, and where a word may be parted or not.
        '\u{a0}'
        | '\u{ad}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{2060}'
        | '\u{3000}'
        | '\u{1680}'
        | '\u{2800}' => true,
        '\u{200d}' => {
            before.is_some_and(is_symbol) && after.is_some_and(is_symbol) || beside(is_of_a_joining_script)
        }
        '\u{200b}' | '\u{200c}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{17b4}' | '\u{17b5}' => {
            beside(is_of_a_joining_script)
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => {
            line.chars().any(is_right_to_left)
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => before.is_some_and(|before| {
            !before.is_ascii() && !is_invisible(before)
                || matches!(before, '0'..='9' | '#' | '*') && after == Some('\u{20e3}')
        }),
        '\u{115f}' | '\u{1160}' => before.or(after).is_some_and(|c| ('\u{1100}'..='\u{11ff}').contains(&c)),
        // The flags of England, Scotland, Wales.
        '\u{e0020}'..='\u{e007f}' => before
            .is_some_and(|before| before == '\u{1f3f4}' || ('\u{e0020}'..='\u{e007e}').contains(&before)),
        _ => false,
    }
}

/// An invisible character where it does not belong.
#[derive(Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// Its offset in the text.
    pub at: usize,
    pub character: char,
    /// An error where something breaks by it.
    pub severity: Severity,
    /// Where it is, in words: "before `-`".
    pub location: String,
}

impl Misplaced {
    /// A character by which something breaks.
    pub fn error(at: usize, character: char, location: &str) -> Self {
        Self { at, character, severity: Severity::Error, location: location.to_owned() }
    }
}
