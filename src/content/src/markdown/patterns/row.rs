//! What a row of the table says.

/// What a pattern is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What means nothing to readers anywhere.
    Artifact,
    /// Markdown that failed. In plain text it could not work either.
    Markdown,
    /// Markdown's links.
    Link,
    /// Tables and lists that failed. Plain text has such lines and means them.
    Block,
    /// Addresses that are to be links; in plain text they cannot be.
    Address,
}

/// What is to be done about it.
#[derive(Clone, Copy)]
pub enum Fix {
    /// Words that say what to do.
    Advice(&'static str),
    /// What to write instead: `$1` is what the first group of the expression found.
    Template(&'static str),
}

/// One row: what it is about; what it finds, where a group named `at` narrows that; what
/// is wrong; what is to be done.
pub type Row = (About, &'static str, &'static str, Fix);
