//! A picture as HTML: the same wherever it stands on a page, without scripts and without styles
//! of its own.

use std::fmt::Write;

use crate::{Format, Image};

/// Where on a page a picture stands. It says how wide it is shown there (see `style/images/`),
/// so that a browser takes the smallest file that is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In running text.
    Text,
    /// One half of a pair.
    Half,
    /// In a gallery.
    Gallery,
    /// Beside the page's name.
    Hero,
    /// Beside what somebody has said.
    Portrait,
}

impl Place {
    /// HTML, 4.8.2, `sizes`.
    const fn sizes(self) -> &'static str {
        match self {
            Self::Text => "(min-width: 42rem) 38rem, calc(100vw - 2.5rem)",
            Self::Half => "(min-width: 66rem) 14.75rem, (min-width: 45rem) 22vw, calc(50vw - 1.5rem)",
            Self::Gallery => "(min-width: 66rem) 30rem, (min-width: 45rem) 45vw, calc(100vw - 2.5rem)",
            Self::Hero => "(min-width: 40rem) min(22rem, 32vw), 11rem",
            Self::Portrait => "6rem",
        }
    }
}

/// When a picture is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// At once, before all others: a page has one.
    First,
    /// At once.
    Early,
    /// When it is about to be seen.
    Late,
}

/// A picture that leads to its large version. `words` say what there is to see.
pub fn link(image: &Image, words: &str, place: Place, loading: Loading) -> String {
    let widths = image.widths();
    let set = |format| {
        let files = widths.iter().map(|width| format!("{} {width}w", image.address(*width, format)));
        files.collect::<Vec<_>>().join(", ")
    };
    let (sizes, words) = (place.sizes(), escaped(words));
    let loading = match loading {
        Loading::First => r#" fetchpriority="high""#,
        Loading::Early => "",
        Loading::Late => r#" loading="lazy""#,
    };
    let largest = widths.last().copied().unwrap_or(image.width);
    // What browsers take that know neither `srcset` nor AVIF.
    let middle = widths.get(1).copied().unwrap_or(largest);
    let mut html = String::new();
    // Writing to a string cannot fail.
    _ = write!(
        html,
        r#"<a class="image" href="{}"><picture><source type="image/avif" srcset="{}" sizes="{sizes}">"#,
        image.address(largest, Format::Webp),
        set(Format::Avif),
    );
    _ = write!(
        html,
        r#"<img src="{}" srcset="{}" sizes="{sizes}" width="{largest}" height="{}" alt="{words}"{loading} decoding="async"></picture></a>"#,
        image.address(middle, Format::Webp),
        set(Format::Webp),
        image.height_at(largest),
    );
    html
}

/// A picture with words below it, where there are any: what stands inside of a figure.
pub fn with_caption(image: &Image, words: &str, caption: &str, place: Place, loading: Loading) -> String {
    let caption = match caption {
        "" => String::new(),
        caption => format!("<figcaption>{}</figcaption>", escaped(caption)),
    };
    link(image, words, place, loading) + &caption
}

/// Text as it stands between tags and in quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
