//! What a row of the table says.

/// What a pattern is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Signs that mean nothing to readers anywhere.
    Signs,
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
pub enum Help {
    /// Words that say what to do.
    Do(&'static str),
    /// What to write in its place: `$1` is what the first group of the expression found.
    Write(&'static str),
}

/// One row: what it is about; what it finds, where a group named `at` narrows that; what
/// is wrong; what is to be done.
pub type Row = (About, &'static str, &'static str, Help);
