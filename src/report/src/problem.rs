//! What is wrong with a piece of text, and what to write: a diagnostic that does not
//! know yet where the text stands.

use std::ops::Range;

use crate::{Help, help};

/// What is wrong with a piece of text, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong, in an editor's words.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What to write instead, where that is known: text to paste.
    pub suggestion: Option<String>,
}

impl Problem {
    /// Something that the editor has to think about.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), suggestion: None }
    }

    /// Something whose right form is known.
    pub fn with_suggestion(message: impl Into<String>, suggestion: impl Into<String>) -> Self {
        let suggestion = suggestion.into();
        Self::new(message, help::to_write(&suggestion)).suggest(suggestion)
    }

    /// A name that is not known, where one like it is.
    pub fn did_you_mean(message: impl Into<String>, name: &str) -> Self {
        Self::new(message, help::meant(name)).suggest(name)
    }

    /// Says what the help means as text to paste.
    #[must_use]
    pub fn suggest(mut self, text: impl Into<String>) -> Self {
        self.suggestion = Some(text.into());
        self
    }

    /// The same with `whole` to write, of which the text to paste so far is a part.
    #[must_use]
    pub fn map_suggestion(self, whole: impl FnOnce(&str) -> String) -> Self {
        let Some(part) = &self.suggestion else { return self };
        let whole = whole(part);
        let help = self.help.replace(&format!("`{part}`"), &format!("`{whole}`"));
        Self { help, suggestion: Some(whole), ..self }
    }

    /// The help, as an edit where the bytes of the file are known that it replaces.
    pub fn help(self, replaceable: Option<Range<usize>>) -> Help {
        match (replaceable, self.suggestion) {
            (Some(span), Some(text)) => Help::from(self.help).replacing(span, text),
            _ => self.help.into(),
        }
    }
}
