//! Reads editors' files and explains what is wrong in them.
//!
//! A file is a [`Source`](report::Source); [`Document`] splits it into front matter and a
//! Markdown body. A [`schema`] says what keys a [`Mapping`] has, and reads them; every mistake on
//! the way lands in one [`Report`](report::Report) with its position in the file, and reading goes
//! on, so that an editor sees all of them at once.
//!
//! This crate knows neither pages nor components: what keys a page has is the
//! `site` crate's business.

pub mod addresses;
mod album;
mod characters;
mod claims;
mod conflicts;
mod document;
mod equivalents;
mod front_matter;
mod icons;
mod ids;
mod mapping;
mod markdown;
mod names;
pub mod schema;
mod source_map;
mod value;
mod yaml;

pub use album::{Album, ImageFile, ImageUse, Owner, is_image, words_problem, words_problem_beside};
pub use characters::is_invisible;
pub use claims::{Claims, ClaimsFile};
pub use document::{Document, Link};
pub use icons::Icons;
pub use mapping::Mapping;
pub use names::{nearest, slug};
pub use value::Value;
