//! Characters that nobody sees: their names, and where they belong.
//!
//! In running text some of them have a purpose; where machines read
//! (keys, addresses, dates, Markdown's markers) none of them has.

mod markers;
mod purpose;
mod search;
mod unicode;

pub use purpose::Misplaced;
pub use search::{control, in_delimiter, in_markdown, in_running_text, in_yaml_lines};
pub use unicode::{invisible, is_invisible, is_space, name, visible};
