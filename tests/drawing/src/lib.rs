//! The pictures of the tests, all of them drawn here: no photograph of a person is taken
//! or made. What is drawn is the same on every machine.

mod bare_jpeg;
mod bare_png;
mod clinic;
mod containers;
mod encode;
mod letters;
mod metadata;
mod noise;
mod photograph;
mod site;
mod torture;

pub use clinic::write_clinic;
pub use containers::{Chunk, webp_chunks, webp_size, with};
pub use encode::{cut_out, grey_jpeg, jpeg, lossless_webp, png, webp};
pub use metadata::{ARTIST, CAMERA, Metadata, POSITION};
pub use photograph::Photograph;
pub use site::draw as draw_site;
pub use torture::{WIDE_COLOURS, torture, upright};
