//! Files that are to be read, although few programs write them.

use image::{DynamicImage, Rgb, RgbImage};
use moxcms::ColorProfile;

use super::{File, ordinary};
use crate::{
    Metadata, Photograph, bare_jpeg::Planes, bare_png, cut_out, grey_jpeg, jpeg, lossless_webp, png, webp,
    with,
};

/// Colours of Display P3 in the four quarters of `wide-colours.png` and `.webp` (upper left
/// and right, lower left and right), and what they are in sRGB, reckoned by hand.
pub const WIDE_COLOURS: [([u8; 3], [u8; 3]); 4] = [
    ([200, 100, 50], [215, 93, 31]),
    ([90, 180, 120], [41, 183, 114]),
    ([180, 140, 120], [188, 138, 117]),
    ([230, 60, 60], [250, 31, 49]),
];

pub fn files() -> Vec<File> {
    let image = ordinary(210).draw();
    let pixels = DynamicImage::from(image.clone());
    let alpha = DynamicImage::from(cut_out(&image));
    let [p3, grey] = [ColorProfile::new_display_p3(), ColorProfile::new_gray_with_gamma(2.2)]
        .map(|profile| profile.encode().expect("a profile"));
    let profile = |profile: &[u8]| Metadata { profile: Some(profile.to_vec()), ..Metadata::default() };
    let personal = Metadata { xmp: true, iptc: true, ..Metadata::personal() };
    let wide: DynamicImage = wide_colours().into();
    let plain = jpeg(&image);
    let small = Photograph { width: 600, height: 800, ..ordinary(211) };
    vec![
        ("wide-colours.png", with(&png(&wide), &profile(&p3))),
        ("wide-colours.webp", with(&lossless_webp(&wide), &profile(&p3))),
        ("grey-profile.jpg", with(&grey_jpeg(&image), &profile(&grey))),
        ("profile-for-other-colours.jpg", with(&plain, &profile(&grey))),
        ("profile-of-nonsense.jpg", with(&plain, &profile(b"This is no profile, and too short for one."))),
        ("personal.jpg", with(&plain, &personal)),
        ("personal.png", with(&png(&pixels), &personal)),
        ("personal.webp", with(&webp(&image, 85.0), &personal)),
        ("sixteen-bits.png", png(&pixels.to_rgb16().into())),
        ("grey.jpg", grey_jpeg(&image)),
        ("grey.png", png(&pixels.to_luma8().into())),
        ("grey-alpha.png", png(&alpha.to_luma_alpha8().into())),
        ("sixteen-bits-alpha.png", png(&alpha.to_rgba16().into())),
        ("palette.png", bare_png::palette(720, 960)),
        ("alpha.png", png(&alpha)),
        ("alpha.webp", lossless_webp(&alpha)),
        ("progressive.jpg", Planes::of(&image).jpeg(true)),
        ("small.jpg", jpeg(&small.draw())),
        ("one-pixel.png", png(&RgbImage::from_pixel(1, 1, Rgb([90, 60, 30])).into())),
    ]
}

/// The colours of [`WIDE_COLOURS`], as numbers without their profile.
fn wide_colours() -> RgbImage {
    RgbImage::from_fn(720, 720, |x, y| Rgb(WIDE_COLOURS[(y / 360 * 2 + x / 360) as usize].0))
}
