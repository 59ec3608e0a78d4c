//! What is wrong in a YAML text.

use std::ops::Range;

use report::Help;

/// A mistake in YAML: where, what is wrong, what to do.
#[derive(Debug)]
pub struct SyntaxError {
    /// In the file.
    pub span: Range<usize>,
    pub message: String,
    pub help: Help,
}
