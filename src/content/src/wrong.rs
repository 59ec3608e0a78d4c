//! What is wrong with a piece of text, and what to write: found first, told where it
//! stands afterwards.

use std::ops::Range;

use crate::{Document, Severity};

/// What is wrong with a piece of text, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong, in an editor's words.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What to write in its place, where that is known: text to paste.
    pub instead: Option<String>,
}

impl Wrong {
    /// Something that the editor has to think about.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), instead: None }
    }

    /// Something whose right form is known.
    pub fn but(message: impl Into<String>, instead: impl Into<String>) -> Self {
        let instead = instead.into();
        // Code has its own backticks.
        let help =
            if instead.contains('`') { format!("write {instead}") } else { format!("write `{instead}`") };
        Self { message: message.into(), help, instead: Some(instead) }
    }
}

impl Document<'_> {
    /// Reports what is wrong at `span`.
    pub fn tell(&self, severity: Severity, span: Range<usize>, wrong: Wrong) {
        let Wrong { message, help, .. } = wrong;
        match severity {
            Severity::Error => self.error(span, message, help),
            Severity::Warning => self.warning(span, message, help),
        }
    }
}
