//! What an editor can do about a mistake: words, and where they say exactly what
//! to write, the same as a replacement.

use std::ops::Range;

/// Text in place of a part of a file, after which the mistake is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The bytes of the file that go; empty to add text.
    pub span: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

/// The words that name what was most likely meant.
pub fn meant(name: &str) -> String {
    format!("did you mean `{name}`?")
}

/// The words that say what to write.
pub fn to_write(text: &str) -> String {
    // Code has its own backticks.
    if text.contains('`') { format!("write {text}") } else { format!("write `{text}`") }
}

/// The help of a diagnostic. Words alone are one: `"close the bracket".into()`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// What to do, in an editor's words.
    pub words: String,
    /// The same as an edit of the file, where there is one way to do it.
    pub replacement: Option<Replacement>,
}

impl Help {
    /// A known name in place of the one in `span`.
    pub fn did_you_mean(span: Range<usize>, name: &str) -> Self {
        Self::from(meant(name)).replacing(span, name)
    }

    /// What to write in place of `span`.
    pub fn write(span: Range<usize>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self::from(to_write(&text)).replacing(span, text)
    }

    /// Says what the words mean as an edit.
    #[must_use]
    pub fn replacing(mut self, span: Range<usize>, text: impl Into<String>) -> Self {
        self.replacement = Some(Replacement { span, text: text.into() });
        self
    }

    /// Further words behind these.
    #[must_use]
    pub fn and(mut self, words: &str) -> Self {
        self.words.push_str(words);
        self
    }
}

impl<T: Into<String>> From<T> for Help {
    fn from(words: T) -> Self {
        Self { words: words.into(), replacement: None }
    }
}
