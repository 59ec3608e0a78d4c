//! Whole documents: what stands around a drawn page, the headers that it is sent with, and
//! the files that list the site. All of it in memory: the prerenderer writes it into files,
//! the development server answers with it.

mod client;
pub mod headers;
pub mod icons;
pub mod listings;
mod script;
mod shell;
mod style;
mod with_images;

pub use client::{Asset, CLIENT_FILES, Client};
pub use script::{Esbuild, Script, in_every_page};
pub use shell::Shell;
pub use style::bundle;
pub use with_images::WithImages;
