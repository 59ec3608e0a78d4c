//! AVIF: the smallest form of a picture.

use images::{AVIF_QUALITY, AVIF_SPEED};
use pixels::Pixels;
use ravif::{Encoder, Img, RGB8};

/// Encodes pixels, without metadata. Always the same from the same pixels: with more threads
/// than one the encoder would cut the picture into tiles, as many as there are cores.
///
/// # Errors
/// The encoder's own words.
pub fn encode(pixels: &Pixels) -> Result<Vec<u8>, String> {
    let (colours, _) = pixels.rgb().as_chunks();
    let colours: Vec<_> = colours.iter().map(|it: &[u8; 3]| RGB8::from(*it)).collect();
    let encoder =
        Encoder::new().with_quality(AVIF_QUALITY.into()).with_speed(AVIF_SPEED).with_num_threads(Some(1));
    let image = Img::new(&*colours, pixels.width() as usize, pixels.height() as usize);
    encoder.encode_rgb(image).map(|it| it.avif_file).map_err(|error| error.to_string())
}
