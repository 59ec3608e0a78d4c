//! The picture that a shared link shows: the page's name and its line art.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::{Business, Page, html::escaped};

/// Width in pixels, as the networks ask for it.
pub const WIDTH: u32 = 1200;
/// Height in pixels.
pub const HEIGHT: u32 = 630;

/// The typeface of the words; what draws the SVG must have it.
pub const FONT: &str = "EB Garamond";

/// Room for the words beside the drawing, in pixels.
const COLUMN: usize = 640;

/// A picture to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Where it will be: a name made of what is on it.
    pub path: String,
    /// What it shows, in words.
    pub alt: String,
    /// It, as SVG with text.
    pub svg: String,
}

/// The picture of a page.
pub fn picture(business: &Business, page: &Page) -> Picture {
    // The largest letters with which the name has three lines at most.
    let sizes = [96, 84, 72, 60, 48];
    let fits = |size: &usize| {
        let lines = lines(&page.name, *size);
        lines.len() <= 3 && lines.iter().all(|line| line.chars().count() <= room(*size))
    };
    let size = sizes.into_iter().find(fits).unwrap_or(48);
    let name = lines(&page.name, size);
    let tagline = page.tagline.as_deref().map(|tagline| lines(tagline, 38)).unwrap_or_default();

    let mut words = String::new();
    let mut y = 130.0;
    let mut line = |text: &str, size: usize, gap: f64, colour: &str, style: &str| {
        y += gap + size as f64 * 1.1;
        words += &format!(
            r#"<text x="80" y="{y:.0}" font-size="{size}" fill="{colour}" {style}>{}</text>"#,
            escaped(text)
        );
    };
    name.iter().for_each(|text| line(text, size, 0.0, "#241d18", ""));
    // Above the name of the business: a tagline that does not fit is left out.
    let height = name.len() as f64 * size as f64 * 1.1 + 24.0 + tagline.len() as f64 * 38.0 * 1.1;
    let tagline = if height <= 380.0 { &*tagline } else { &[] };
    for (at, text) in tagline.iter().enumerate() {
        let gap = if at == 0 { 24.0 } else { 0.0 };
        line(text, 38, gap, "#675b51", r#"font-style="italic""#);
    }
    let art = page.art.as_ref().map_or("", |art| &*art.0);
    let svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{FONT}">
<rect width="100%" height="100%" fill="#faf6f0"/><rect width="100%" height="12" fill="#7b2d3b"/>
<g transform="translate(720 115)" fill="none" stroke="#7b2d3b" stroke-width="2" stroke-linecap="round">{art}</g>
{words}<text x="80" y="570" font-size="34" fill="#7b2d3b">{}</text></svg>"##,
        escaped(&business.name)
    );
    let mut hasher = DefaultHasher::new();
    svg.hash(&mut hasher);
    Picture {
        path: format!("/assets/picture-{:016x}.png", hasher.finish()),
        alt: match art {
            "" => format!("{}, {}", page.name, business.name),
            _ => format!("{}, {}, beside a line drawing", page.name, business.name),
        },
        svg,
    }
}

/// Letters in a line as wide as the column, each being 0.45 of its size wide.
fn room(size: usize) -> usize {
    COLUMN * 20 / (size * 9)
}

/// Words in lines as wide as the column.
fn lines(text: &str, size: usize) -> Vec<String> {
    let room = room(size);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
