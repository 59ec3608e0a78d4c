//! What becomes of the pixels of the torture set.

use std::sync::LazyLock;

use drawing::{WIDE_COLOURS, torture, upright};
use images::Facts;
use pixels::{Pixels, decode};

/// The torture set, which takes its time to draw.
static TORTURE: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(torture);

fn decoded(name: &str) -> Pixels {
    let (_, bytes) = TORTURE.iter().find(|(it, _)| *it == name).expect("a file");
    decode(bytes).unwrap_or_else(|fault| panic!("{name}: {}", fault.message))
}

fn furthest(ones: &[u8], others: &[u8]) -> u8 {
    assert_eq!(ones.len(), others.len());
    ones.iter().zip(others).map(|(one, other)| one.abs_diff(*other)).max().unwrap_or_default()
}

#[test]
fn a_picture_is_upright_however_the_camera_was_held() {
    let upright = upright();
    let first = decoded("turned-1.jpg");
    // Blocks of one colour: a JPEG has them but for rounding.
    assert!(furthest(first.rgb(), &upright) <= 4);
    for orientation in 2..=8 {
        let turned = decoded(&format!("turned-{orientation}.jpg"));
        assert_eq!((turned.width(), turned.height()), (720, 960));
        assert!(turned.rgb() == first.rgb(), "{orientation}");
    }
    for name in ["turned-6.png", "turned-8.webp"] {
        assert!(decoded(name).rgb() == &*upright, "{name}");
    }
}

#[test]
fn everything_that_passes_the_check_is_decoded_or_told() {
    for (name, bytes) in &*TORTURE {
        let Ok(Facts { image, .. }) = images::read(bytes) else { continue };
        match decode(bytes) {
            Ok(pixels) => {
                let width = image.width.min(images::MAX_WIDTH);
                assert_eq!((pixels.width(), pixels.height()), (width, image.height_at(width)), "{name}");
            }
            Err(fault) => panic!("{name}: {}", fault.message),
        }
    }
}

#[test]
fn colours_of_newer_telephones_are_those_of_all_screens() {
    for name in ["wide-colours.png", "wide-colours.webp"] {
        let pixels = decoded(name);
        let as_published = pixels.webp().expect("WebP");
        let webp = image::load_from_memory(&as_published).expect("WebP").into_rgb8();
        for (quarter, (_, expected)) in (0..).zip(WIDE_COLOURS) {
            let (x, y) = (quarter % 2 * 360 + 180, quarter / 2 * 360 + 180);
            let at = (y * pixels.width() + x) as usize * 3;
            assert!(furthest(&pixels.rgb()[at..at + 3], &expected) <= 1, "{name}, {quarter}");
            assert!(
                furthest(&webp.get_pixel(x, y).0, &expected) <= 2,
                "{name}, {quarter}: {:?}",
                webp.get_pixel(x, y)
            );
        }
    }
}
