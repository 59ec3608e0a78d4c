//! Whole documents: what stands around a drawn page, the headers that it is sent with, and
//! the files that list the site. All of it in memory: the prerenderer writes it into files,
//! the development server answers with it.

mod client;
mod extras;
pub mod headers;
pub mod icons;
pub mod listings;
mod script;
mod shell;
mod style;
mod typeface;
mod with_images;
mod with_search;
mod with_seldom;

pub use client::{Asset, CLIENT_FILES, Client, with_scripts};
pub use extras::Extras;
pub use script::{Esbuild, Script, in_every_page};
pub use shell::Shell;
pub use style::bundle;
pub use typeface::Typeface;
pub use with_images::WithImages;
pub use with_search::{SearchCode, WithSearch, records};
pub use with_seldom::WithSeldom;
