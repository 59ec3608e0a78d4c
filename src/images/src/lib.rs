//! What an editor's picture file is, told from its headers and structure alone: how large,
//! how it is named once it is published, and what is wrong in it. No pixel is decoded here.
//! And its HTML.

mod fault;
mod html;
mod image;
mod jpeg;
mod kind;
mod metadata;
mod png;
mod read;
mod settings;
mod warnings;
mod webp;

pub use fault::{Fault, too_large};
pub use html::{Loading, Place, escaped, link, with_caption};
pub use image::{FOLDER, Format, Image};
pub use read::{Facts, read};
pub use settings::{AVIF_QUALITY, AVIF_SPEED, MAX_WIDTH, WEBP_METHOD, WEBP_QUALITY};
pub use warnings::{SMALLEST, Warning};
