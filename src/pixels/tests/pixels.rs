//! Files are drawn, encoded and read again.

use std::thread;

use image::{
    DynamicImage, GrayAlphaImage, GrayImage, ImageEncoder, ImageFormat, RgbImage, Rgba, RgbaImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
    load_from_memory_with_format,
    metadata::Orientation,
};
use moxcms::ColorProfile;

use pixels::{PAPER, Pixels, decode};

/// A picture that is different in every corner, with edges and with something like grain.
fn drawn(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = ((x * 7919) ^ (y * 104_729)) % 23;
        let edge = if x > width / 3 && y < height / 4 { 90 } else { 0 };
        let channel = |it: u32| u8::try_from(it).unwrap();
        [channel(x * 140 / width + grain), channel(y * 140 / height + edge), channel(edge + grain)].into()
    })
    .into()
}

fn exif(turned: u8) -> Vec<u8> {
    let field = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0";
    [&field[..], &[turned, 0, 0, 0, 0, 0, 0, 0]].concat()
}

/// A file with this EXIF data and this profile.
fn with(
    mut encoder: impl ImageEncoder,
    picture: &DynamicImage,
    exif: Option<Vec<u8>>,
    profile: Option<Vec<u8>>,
) {
    if let Some(it) = exif {
        encoder.set_exif_metadata(it).unwrap();
    }
    if let Some(it) = profile {
        encoder.set_icc_profile(it).unwrap();
    }
    let colour = picture.color().into();
    encoder.write_image(picture.as_bytes(), picture.width(), picture.height(), colour).unwrap();
}

fn png(picture: impl Into<DynamicImage>, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    with(PngEncoder::new(&mut bytes), &picture.into(), None, profile);
    bytes
}

#[test]
fn eight_ways_to_turn_a_picture_give_the_same_pixels() {
    let upright = drawn(1300, 900);
    let expected = decode(&png(upright.clone(), None)).unwrap();
    assert_eq!((expected.width(), expected.height()), (1080, 748));
    for turned in 1..=8 {
        let mut stored = upright.clone();
        stored.apply_orientation(match Orientation::from_exif(turned).unwrap() {
            Orientation::Rotate90 => Orientation::Rotate270,
            Orientation::Rotate270 => Orientation::Rotate90,
            itself => itself,
        });
        let exif = Some(exif(turned));
        let (mut png, mut webp, mut jpeg) = (Vec::new(), Vec::new(), Vec::new());
        with(PngEncoder::new(&mut png), &stored, exif.clone(), None);
        with(WebPEncoder::new_lossless(&mut webp), &stored, exif.clone(), None);
        for lossless in [png, webp] {
            assert!(decode(&lossless).unwrap().rgb() == expected.rgb(), "{turned}");
        }
        with(JpegEncoder::new_with_quality(&mut jpeg, 95), &stored, exif, None);
        let jpeg = decode(&jpeg).unwrap();
        assert!(furthest(jpeg.rgb(), expected.rgb()) < 60, "{turned}");
    }
}

fn furthest(ones: &[u8], others: &[u8]) -> u8 {
    assert_eq!(ones.len(), others.len());
    ones.iter().zip(others).map(|(one, other)| one.abs_diff(*other)).max().unwrap()
}

/// Display P3 to sRGB by the definitions of both: one transfer function, two triangles.
fn srgb_of_p3(colour: [u8; 3]) -> [u8; 3] {
    let linear = colour.map(|it| {
        let it = f64::from(it) / 255.0;
        if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
    });
    let rows = [
        [1.224_940_2, -0.224_940_2, 0.0],
        [-0.042_056_9, 1.042_056_9, 0.0],
        [-0.019_637_6, -0.078_636_1, 1.098_273_7],
    ];
    rows.map(|row| {
        let it: f64 = row.iter().zip(linear).map(|(a, b)| a * b).sum();
        let it = it.clamp(0.0, 1.0);
        let it = if it <= 0.003_130_8 { it * 12.92 } else { 1.055 * it.powf(1.0 / 2.4) - 0.055 };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let it = (it * 255.0).round() as u8;
        it
    })
}

#[test]
fn a_wide_gamut_is_converted() {
    let profile = ColorProfile::new_display_p3().encode().unwrap();
    for colour in [[200, 120, 100], [230, 190, 170], [90, 60, 50], [20, 200, 90], [128, 128, 128]] {
        let expected = srgb_of_p3(colour);
        let patch = RgbImage::from_pixel(64, 64, colour.into());
        let pixels = decode(&png(patch, Some(profile.clone()))).unwrap();
        assert!(furthest(&pixels.rgb()[..3], &expected) <= 1, "{colour:?}");
        let webp = load_from_memory_with_format(&pixels.webp().unwrap(), ImageFormat::WebP).unwrap();
        assert!(furthest(&webp.to_rgb8().get_pixel(32, 32).0, &expected) <= 2, "{colour:?}");
    }
}

#[test]
fn a_profile_that_says_nothing_is_srgb() {
    let picture = drawn(60, 40);
    let grey_profile = ColorProfile::new_gray_with_gamma(1.0).encode().unwrap();
    let mut cut_off = ColorProfile::new_display_p3().encode().unwrap();
    cut_off.truncate(200);
    for profile in [b"nonsense".to_vec(), vec![0; 3000], cut_off, grey_profile] {
        let pixels = decode(&png(picture.clone(), Some(profile))).unwrap();
        assert_eq!(pixels.rgb(), picture.as_bytes());
    }
}

#[test]
fn grey_has_profiles_too() {
    let grey = GrayImage::from_pixel(4, 4, [55].into());
    let linear = ColorProfile::new_gray_with_gamma(1.0).encode().unwrap();
    let pixels = decode(&png(grey.clone(), Some(linear))).unwrap();
    assert!(furthest(&pixels.rgb()[..3], &[128; 3]) <= 1, "{:?}", &pixels.rgb()[..3]);
    assert_eq!(decode(&png(grey, None)).unwrap().rgb()[..3], [55; 3]);
}

#[test]
fn alpha_is_laid_on_paper() {
    let patch = |alpha| {
        let picture = RgbaImage::from_pixel(4, 4, Rgba([10, 20, 30, alpha]));
        decode(&png(picture, None)).unwrap().rgb()[..3].to_vec()
    };
    assert_eq!(patch(255), [10, 20, 30]);
    assert_eq!(patch(0), PAPER);
    assert_eq!(patch(51), [202, 201, 198]);
    let grey = GrayAlphaImage::from_pixel(4, 4, [10, 0].into());
    assert_eq!(decode(&png(grey, None)).unwrap().rgb()[..3], PAPER);
}

#[test]
fn what_cannot_be_seen_does_not_colour_what_can() {
    let picture =
        RgbaImage::from_fn(2160, 4, |x, _| Rgba(if x % 4 < 2 { [0, 0, 0, 0] } else { [200, 0, 0, 255] }));
    let pixels = decode(&png(picture, None)).unwrap();
    assert_eq!(pixels.width(), 1080);
    // Red, or red on paper; black that is transparent must not darken it.
    assert!(pixels.rgb().chunks(3).all(|it| it[0] >= 198));
}

#[test]
fn the_paper_is_that_of_the_pages() {
    let [r, g, b] = PAPER;
    let rule = format!("--paper: #{r:02x}{g:02x}{b:02x};");
    assert!(include_str!("../../../style/base.css").contains(&rule));
}

#[test]
fn sixteen_bits_are_eight() {
    let picture = drawn(60, 40);
    let deep = DynamicImage::ImageRgb16(picture.to_rgb16());
    let mut bytes = std::io::Cursor::new(Vec::new());
    deep.write_to(&mut bytes, ImageFormat::Png).unwrap();
    assert_eq!(decode(bytes.get_ref()).unwrap().rgb(), picture.as_bytes());
}

#[test]
fn a_palette_is_colours() {
    // Two pixels, red and half transparent white; IDAT is stored, not compressed.
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let named = [&kind[..], data].concat();
        let sum = named.iter().fold(!0_u32, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ (0xedb8_8320 * (sum & 1)))
        });
        [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &named, &(!sum).to_be_bytes()].concat()
    };
    let bytes = [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &[0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0]),
        chunk(b"PLTE", &[255, 0, 0, 255, 255, 255]),
        chunk(b"tRNS", &[255, 0]),
        chunk(b"IDAT", &[0x78, 1, 1, 3, 0, 0xfc, 0xff, 0, 0, 1, 0, 4, 0, 2]),
        chunk(b"IEND", &[]),
    ];
    assert_eq!(decode(&bytes.concat()).unwrap().rgb(), [&[255, 0, 0], &PAPER[..]].concat());
}

#[test]
fn heights_are_those_that_pages_name() {
    let picture = drawn(1999, 2677);
    let bytes = png(picture, None);
    let image = images::read(&bytes).unwrap().image;
    let pixels = decode(&bytes).unwrap();
    for width in image.widths() {
        let resized = pixels.resized(width);
        assert_eq!((resized.width(), resized.height()), (width, image.height_at(width)));
    }
    let tiny = decode(&png(drawn(1, 1), None)).unwrap();
    assert_eq!((tiny.width(), tiny.height()), (1, 1));
}

#[test]
fn the_same_on_every_thread() {
    let bytes = &png(drawn(1500, 1000), None);
    let make = || decode(bytes).map(|it| it.resized(360).webp().unwrap()).unwrap();
    let alone = make();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(make)).collect();
        assert!(threads.into_iter().all(|it| it.join().unwrap() == alone));
    });
}

#[test]
fn nothing_but_the_picture_is_in_a_webp() {
    let mut bytes = Vec::new();
    let profile = ColorProfile::new_display_p3().encode().unwrap();
    with(PngEncoder::new(&mut bytes), &drawn(40, 40), Some(exif(1)), Some(profile));
    let webp = decode(&bytes).as_ref().map(Pixels::webp).unwrap().unwrap();
    assert_eq!(&webp[8..16], b"WEBPVP8 ");
}

#[test]
fn damage_inside_is_told() {
    let mut bytes = Vec::new();
    with(WebPEncoder::new_lossless(&mut bytes), &drawn(200, 200), None, None);
    bytes[26..].fill(0xff);
    assert!(decode(&bytes).err().unwrap().message.contains("cannot be decoded"));
    assert!(decode(b"").err().unwrap().message.contains("empty"));
}
