//! To sRGB without alpha.

use image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// The page's paper where it is light, on which alpha is laid: #faf6f0, as `style/base.css`
/// has it.
pub const PAPER: [u8; 3] = [0xfa, 0xf6, 0xf0];

/// By the embedded profile. One that cannot be read or does not fit the picture says nothing:
/// then the colours are sRGB already, as browsers take them too.
pub(crate) fn to_srgb(picture: DynamicImage, profile: Option<&[u8]>) -> RgbImage {
    let converted = profile.and_then(|it| converted(&picture, it));
    on_paper(&converted.unwrap_or_else(|| picture.into_rgba8()))
}

fn converted(picture: &DynamicImage, profile: &[u8]) -> Option<RgbaImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    let (layout, from) = match profile.color_space {
        DataColorSpace::Rgb => (Layout::Rgba, picture.to_rgba8().into_raw()),
        DataColorSpace::Gray if !picture.color().has_color() => {
            (Layout::GrayAlpha, picture.to_luma_alpha8().into_raw())
        }
        _ => return None,
    };
    let srgb = ColorProfile::new_srgb();
    let transform =
        profile.create_transform_8bit(layout, &srgb, Layout::Rgba, TransformOptions::default()).ok()?;
    let mut to = RgbaImage::new(picture.width(), picture.height());
    transform.transform(&from, &mut to).ok()?;
    Some(to)
}

fn on_paper(picture: &RgbaImage) -> RgbImage {
    let mut laid = RgbImage::new(picture.width(), picture.height());
    for (to, from) in laid.pixels_mut().zip(picture.pixels()) {
        let [colour @ .., alpha] = from.0;
        let alpha = u32::from(alpha);
        for ((to, colour), paper) in to.0.iter_mut().zip(colour).zip(PAPER) {
            let sum = u32::from(colour) * alpha + u32::from(paper) * (255 - alpha);
            *to = u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX);
        }
    }
    laid
}
