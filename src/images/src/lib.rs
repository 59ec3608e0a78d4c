//! What an editor's picture file is, told from its headers and structure alone: how large,
//! how it is named once it is published, and what is wrong in it. No pixel is decoded here.

mod html;
mod image;
mod read;
mod settings;
mod warnings;

pub use html::{Loading, Place, figure, link};
pub use image::{FOLDER, Format, Image};
pub use read::{Facts, Fault, read, too_large};
pub use settings::{AVIF_QUALITY, AVIF_SPEED, MAX_PIXELS, MAX_SIDE, MAX_WIDTH, WEBP_METHOD, WEBP_QUALITY};
pub use warnings::{SMALLEST, Warning};
