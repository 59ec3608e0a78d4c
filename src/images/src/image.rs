//! A picture as pages name it: in which widths it is published, and where.

use crate::settings::WIDTHS;

/// A picture of an editor's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// 16 hexadecimal digits of what the file holds and how pictures are made.
    pub hash: String,
    /// In pixels, upright, as the picture is shown.
    pub width: u32,
    /// In pixels, upright, as the picture is shown.
    pub height: u32,
}

/// Where pictures are published, from the site's root.
pub const FOLDER: &str = "/assets/images/";

/// What a picture is published as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Smallest, for browsers since 2023.
    Avif,
    /// For all others.
    Webp,
}

impl Image {
    /// The widths it is published in, ascending. Never wider than the original, and in the
    /// original's own width only if that shows more than the one before it.
    #[must_use]
    pub fn widths(&self) -> Vec<u32> {
        let mut widths: Vec<_> = WIDTHS.into_iter().filter(|it| *it <= self.width).collect();
        let widest = widths.last().copied().unwrap_or_default();
        if self.width <= WIDTHS[WIDTHS.len() - 1] && u64::from(self.width) * 5 >= u64::from(widest) * 6 {
            widths.push(self.width);
        }
        widths
    }

    /// How high it is in such a width.
    #[must_use]
    pub fn height_at(&self, width: u32) -> u32 {
        let own = u64::from(self.width.max(1));
        let height = (u64::from(self.height) * u64::from(width) + own / 2) / own;
        u32::try_from(height).unwrap_or(u32::MAX).max(1)
    }

    /// Where it is published in such a width.
    #[must_use]
    pub fn address(&self, width: u32, format: Format) -> String {
        format!("{FOLDER}{}", self.file(width, format))
    }

    /// The published file's name.
    #[must_use]
    pub fn file(&self, width: u32, format: Format) -> String {
        format!("{}-{width}.{}", self.hash, format.ending())
    }
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Avif, Self::Webp];

    /// Of its files, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::Webp => "webp",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(width: u32, height: u32) -> Image {
        Image { hash: "0123456789abcdef".into(), width, height }
    }

    #[test]
    fn never_wider_than_the_original_and_nothing_twice() {
        let widths = [
            (1, vec![1]),
            (300, vec![300]),
            (360, vec![360]),
            (431, vec![360]),
            (432, vec![360, 432]),
            (720, vec![360, 720]),
            (740, vec![360, 720]),
            (1000, vec![360, 720, 1000]),
            (1080, vec![360, 720, 1080]),
            (2000, vec![360, 720, 1080]),
        ];
        for (width, expected) in widths {
            assert_eq!(image(width, 100).widths(), expected);
        }
    }

    #[test]
    fn heights_are_rounded_and_at_least_one_pixel() {
        assert_eq!(image(740, 987).height_at(360), 480);
        assert_eq!(image(740, 987).height_at(740), 987);
        assert_eq!(image(12_000, 1).height_at(360), 1);
    }

    #[test]
    fn an_address_names_hash_width_and_format() {
        let address = image(740, 987).address(360, Format::Avif);
        assert_eq!(address, "/assets/images/0123456789abcdef-360.avif");
    }
}
