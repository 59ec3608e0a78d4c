//! What an editor should know of a picture that can be used.

use crate::{Facts, Image};

/// How wide a picture should be at least, in pixels: half a screen of a phone, as sharp as the
/// screen is.
pub const SMALLEST: u32 = 720;

/// The largest file that passes without a word, in bytes: it stays in the repository for ever.
const LARGE: u64 = 10_000_000;

/// What is said, and what to do.
pub type Warning = (&'static str, &'static str);

impl Facts {
    /// What is to be said of a picture that should be `smallest` px wide.
    #[must_use]
    pub fn warnings(&self, smallest: u32) -> Vec<Warning> {
        let small = match smallest {
            SMALLEST => ("the picture is narrower than 720 px, and looks blurred", SMALL_HELP),
            _ => ("the picture is too small for its place, and looks blurred", SMALL_HELP),
        };
        let position = (
            "the file says where it was taken (GPS)",
            "what is published does not, but the repository has it: save the picture without its position, before it is committed",
        );
        let large = (
            "the file has more than 10 MB",
            "everybody who works on the site downloads it: save it smaller, 2,000 px are plenty",
        );
        let all = [
            (self.image.width < smallest, small),
            (self.has_position, position),
            (self.bytes > LARGE, large),
        ];
        all.into_iter().filter(|(applies, _)| *applies).map(|(_, warning)| warning).collect()
    }
}

const SMALL_HELP: &str = "take the original, not a copy from a website or a message";

impl Image {
    /// Whether two pictures differ in shape by more than `limit`, a part of the width at the same
    /// height.
    #[must_use]
    pub fn differs_in_shape(&self, other: &Self, limit: f64) -> bool {
        let shape = |image: &Self| f64::from(image.width) / f64::from(image.height.max(1));
        let (a, b) = (shape(self), shape(other));
        (a - b).abs() > limit * a.max(b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(width: u32, height: u32) -> Facts {
        Facts {
            image: Image { hash: String::new(), width, height },
            bytes: 1,
            has_position: false,
            turned: 1,
        }
    }

    #[test]
    fn each_thing_is_said_where_it_applies() {
        assert_eq!(facts(720, 10).warnings(SMALLEST), []);
        assert_eq!(facts(719, 10).warnings(SMALLEST).len(), 1);
        assert_eq!(facts(192, 10).warnings(192), []);
        let all = Facts { bytes: LARGE + 1, has_position: true, ..facts(1, 1) };
        assert_eq!(all.warnings(SMALLEST).len(), 3);
    }

    #[test]
    fn shapes_are_compared_at_one_height() {
        let differ = |a: (u32, u32), b: (u32, u32), limit| {
            facts(a.0, a.1).image.differs_in_shape(&facts(b.0, b.1).image, limit)
        };
        assert!(!differ((300, 400), (600, 800), 0.0));
        assert!(!differ((1000, 1000), (991, 1000), 0.01));
        assert!(differ((1000, 1000), (989, 1000), 0.01));
    }
}
