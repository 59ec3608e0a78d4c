//! The pixels of an editor's picture: upright, in sRGB, without alpha, no wider than the
//! widest published file.

mod colours;
mod decode;
#[cfg(test)]
mod tests;

pub use colours::PAPER;
pub use decode::decode;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, RgbImage};
use images::{Image, WEBP_METHOD, WEBP_QUALITY};
use webp::{Encoder, WebPConfig};

/// RGB, 8 bits, sRGB, upright.
#[derive(Clone)]
pub struct Pixels {
    /// The picture that they are of: its size decides how high they are in every width.
    image: Image,
    pixels: RgbImage,
}

impl Pixels {
    /// The picture that these are the pixels of.
    #[must_use]
    pub fn image(&self) -> &Image {
        &self.image
    }

    /// In pixels.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.pixels.width()
    }

    /// In pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.pixels.height()
    }

    /// Row by row, three bytes each.
    #[must_use]
    pub fn rgb(&self) -> &[u8] {
        &self.pixels
    }

    /// The same picture in another width, with the height that pages name.
    #[must_use]
    pub fn resized(&self, width: u32) -> Self {
        let pixels = resized(self.pixels.clone().into(), width, self.image.height_at(width)).into_rgb8();
        Self { image: self.image.clone(), pixels }
    }

    /// As a WebP file, with loss and without metadata.
    ///
    /// # Errors
    /// The encoder's own words: it has no memory left, or a side is longer than 16,383 pixels.
    pub fn webp(&self) -> Result<Vec<u8>, String> {
        let mut config = WebPConfig::new().map_err(|()| "the WebP encoder has another version")?;
        config.quality = WEBP_QUALITY.into();
        config.method = WEBP_METHOD.into();
        let encoder = Encoder::from_rgb(self.rgb(), self.width(), self.height());
        let encoded = encoder.encode_advanced(&config).map_err(|error| format!("{error:?}"))?;
        Ok(encoded.to_vec())
    }
}

/// With alpha, colours are weighed by it.
fn resized(from: DynamicImage, width: u32, height: u32) -> DynamicImage {
    if (from.width(), from.height()) == (width, height) {
        return from;
    }
    let mut to = DynamicImage::new(width, height, from.color());
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&from, &mut to, &options).expect("both have the same kind of pixels, and some");
    to
}
