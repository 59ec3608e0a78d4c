//! From a file to pixels.

use std::{
    io::Cursor,
    sync::{Mutex, PoisonError},
};

use image::{DynamicImage, ImageDecoder, ImageReader, ImageResult, metadata::Orientation};
use images::{Facts, Fault, MAX_WIDTH};

use crate::{Pixels, colours, resized};

/// From so many pixels on, only one picture is decoded at a time: the largest that are read
/// take most of a gigabyte meanwhile.
const LARGE: u64 = 16_000_000;
static ALONE: Mutex<()> = Mutex::new(());

/// Decodes a picture file, whatever it was asked before.
///
/// # Errors
/// What is wrong with the file, for the person who put it there.
pub fn decode(bytes: &[u8]) -> Result<Pixels, Fault> {
    let facts = images::read(bytes)?;
    let (shrunk, profile) = shrunk(bytes, &facts)?;
    let pixels = colours::to_srgb(shrunk, profile.as_deref());
    Ok(Pixels { image: facts.image, pixels })
}

/// Upright, at most as wide as the widest published file, in the profile's colours. Turned
/// first, so that a picture is the same however it was stored.
fn shrunk(bytes: &[u8], facts: &Facts) -> Result<(DynamicImage, Option<Vec<u8>>), Fault> {
    let image = &facts.image;
    let large = u64::from(image.width) * u64::from(image.height) > LARGE;
    let _alone = large.then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner));
    let (stored, profile) =
        stored(bytes, facts).map_err(|error| Fault::damaged(&format!("it cannot be decoded ({error})")))?;
    let mut picture = eight_bits(stored);
    picture.apply_orientation(Orientation::from_exif(facts.turned).unwrap_or(Orientation::NoTransforms));
    if (picture.width(), picture.height()) != (image.width, image.height) {
        return Err(Fault::damaged("it has two sizes"));
    }
    let width = image.width.min(MAX_WIDTH);
    Ok((resized(picture, width, image.height_at(width)), profile))
}

/// As the file has it, and its profile.
fn stored(bytes: &[u8], facts: &Facts) -> ImageResult<(DynamicImage, Option<Vec<u8>>)> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = image::Limits::default();
    // Never more than was told, if the decoder reads another size than the walk did.
    let side = facts.image.width.max(facts.image.height);
    (limits.max_image_width, limits.max_image_height) = (Some(side), Some(side));
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let profile = decoder.icc_profile().ok().flatten();
    Ok((DynamicImage::from_decoder(decoder)?, profile))
}

fn eight_bits(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageLuma16(_) => picture.into_luma8().into(),
        DynamicImage::ImageLumaA16(_) => picture.into_luma_alpha8().into(),
        DynamicImage::ImageRgb16(_) => picture.into_rgb8().into(),
        DynamicImage::ImageRgba16(_) => picture.into_rgba8().into(),
        _ => picture,
    }
}
