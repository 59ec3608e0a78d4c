//! What is wrong with a piece of text, and what to write: found first, told where it
//! stands afterwards.

use std::ops::Range;

use crate::{Help, help};

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
        Self::new(message, help::to_write(&instead)).instead(instead)
    }

    /// A name that is not known, where one like it is.
    pub fn did_you_mean(message: impl Into<String>, name: &str) -> Self {
        Self::new(message, help::meant(name)).instead(name)
    }

    /// Says what the help means as text to paste.
    #[must_use]
    pub fn instead(mut self, text: impl Into<String>) -> Self {
        self.instead = Some(text.into());
        self
    }

    /// The same with `whole` to write, of which the text to paste so far is a part.
    #[must_use]
    pub fn within(self, whole: impl FnOnce(&str) -> String) -> Self {
        let Some(part) = &self.instead else { return self };
        let whole = whole(part);
        let help = self.help.replace(&format!("`{part}`"), &format!("`{whole}`"));
        Self { help, instead: Some(whole), ..self }
    }

    /// The help, as an edit where the bytes of the file are known that it goes in place of.
    pub fn help(self, written: Option<Range<usize>>) -> Help {
        match (written, self.instead) {
            (Some(span), Some(text)) => Help::from(self.help).replacing(span, text),
            _ => self.help.into(),
        }
    }
}
