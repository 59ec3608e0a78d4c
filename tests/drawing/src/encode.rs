//! Files of the three kinds that are read, from pixels in memory.

use image::{
    ColorType, DynamicImage, ExtendedColorType, ImageEncoder, RgbImage, RgbaImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};

/// As cameras of telephones write it.
pub fn jpeg(image: &RgbImage) -> Vec<u8> {
    jpeg_of(image, image.width(), image.height(), ExtendedColorType::Rgb8)
}

/// A JPEG without colours.
pub fn grey_jpeg(image: &RgbImage) -> Vec<u8> {
    let grey = DynamicImage::from(image.clone()).into_luma8();
    jpeg_of(&grey, grey.width(), grey.height(), ExtendedColorType::L8)
}

fn jpeg_of(pixels: &[u8], width: u32, height: u32, colours: ExtendedColorType) -> Vec<u8> {
    let mut file = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut file, 88);
    encoder.write_image(pixels, width, height, colours).expect("a JPEG");
    file
}

/// A PNG of any colour type that the library writes.
pub fn png(image: &DynamicImage) -> Vec<u8> {
    let mut file = Vec::new();
    image.write_with_encoder(PngEncoder::new(&mut file)).expect("a PNG");
    file
}

/// A WebP that keeps every pixel.
pub fn lossless_webp(image: &DynamicImage) -> Vec<u8> {
    assert!(matches!(image.color(), ColorType::Rgb8 | ColorType::Rgba8), "what WebP knows");
    let mut file = Vec::new();
    image.write_with_encoder(WebPEncoder::new_lossless(&mut file)).expect("a WebP");
    file
}

/// A WebP as clinics have them; `quality` from 0 to 100.
pub fn webp(image: &RgbImage, quality: f32) -> Vec<u8> {
    webp::Encoder::from_rgb(image, image.width(), image.height()).encode(quality).to_vec()
}

/// The picture in an ellipse, with nothing around it.
pub fn cut_out(image: &RgbImage) -> RgbaImage {
    let (width, height) = (image.width() as f32, image.height() as f32);
    RgbaImage::from_fn(image.width(), image.height(), |x, y| {
        let (dx, dy) = (2.0 * x as f32 / width - 1.0, 2.0 * y as f32 / height - 1.0);
        let alpha = ((1.05 - dx * dx - dy * dy) * 40.0).clamp(0.0, 1.0);
        let [r, g, b] = image.get_pixel(x, y).0;
        image::Rgba([r, g, b, (alpha * 255.0) as u8])
    })
}
