//! What is wrong in a file, where it is, and what to do about it.
//!
//! A file is a [`Source`]. Whoever reads it pushes a [`Diagnostic`] for every mistake to
//! one [`Report`], and goes on, so that an editor sees all of them at once.

mod diagnostic;
mod help;
mod html;
mod json;
mod problem;
mod source;

pub use diagnostic::{Diagnostic, Report, Severity};
pub use help::{Help, Replacement, meant};
pub use problem::Problem;
pub use source::Source;
