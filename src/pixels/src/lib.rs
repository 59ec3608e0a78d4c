//! The pixels of an editor's picture: upright, in sRGB, without alpha, no wider than the
//! widest published file.

mod colours;
mod decode;

pub use colours::PAPER;
pub use decode::decode;
use fast_image_resize::{
    FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer,
    images::{TypedImage, TypedImageRef},
    pixels::{U8x3, U8x4},
};
use image::{DynamicImage, ImageBuffer, Pixel, RgbImage};
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
    let color = from.color();
    let to: DynamicImage = match color.has_alpha() {
        true => resized_as::<U8x4, _>(&from.into_rgba8(), width, height).into(),
        false => resized_as::<U8x3, _>(&from.into_rgb8(), width, height).into(),
    };
    // Grey stays grey: a profile for grey asks for it.
    match (color.has_color(), color.has_alpha()) {
        (true, _) => to,
        (false, true) => to.into_luma_alpha8().into(),
        (false, false) => to.into_luma8().into(),
    }
}

/// For pixels of one kind: compiling each that is used takes long.
fn resized_as<K, P>(from: &ImageBuffer<P, Vec<u8>>, width: u32, height: u32) -> ImageBuffer<P, Vec<u8>>
where
    K: PixelTrait,
    P: Pixel<Subpixel = u8>,
{
    let mut to = ImageBuffer::new(width, height);
    let view = TypedImageRef::<K>::from_buffer(from.width(), from.height(), from);
    let view_of_new = TypedImage::<K>::from_buffer(width, height, &mut to);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    let (view, mut view_of_new) = view.ok().zip(view_of_new.ok()).expect("both have pixels of that kind");
    Resizer::new().resize_typed(&view, &mut view_of_new, &options).expect("both have some pixels");
    to
}
