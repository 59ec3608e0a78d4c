//! AVIF, which takes seconds: so only a release has it.

use images::{AVIF_QUALITY, AVIF_SPEED};
use pixels::Pixels;
use ravif::{Encoder, Img, RGB8};

/// As an AVIF file, with loss and without metadata.
///
/// # Errors
/// The encoder's own words.
pub fn encode(pixels: &Pixels) -> Result<Vec<u8>, String> {
    let rgb: Vec<RGB8> = pixels.rgb().chunks_exact(3).map(|it| RGB8::new(it[0], it[1], it[2])).collect();
    let encoder = Encoder::new()
        .with_quality(AVIF_QUALITY.into())
        .with_speed(AVIF_SPEED)
        // Another number of threads gives another file: all cores are for other pictures.
        .with_num_threads(Some(1));
    let picture = Img::new(&*rgb, pixels.width() as usize, pixels.height() as usize);
    encoder.encode_rgb(picture).map(|it| it.avif_file).map_err(|error| error.to_string())
}
