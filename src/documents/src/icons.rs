//! Where the icon is: in every page's head, and as files.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Widths in pixels: what Apple's home screens and the web manifest ask for.
pub const SIZES: [u32; 3] = [180, 192, 512];

/// What cannot stand in an address, or not in an attribute.
const ENCODED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'<').add(b'>');

/// Where the icon of a size is.
pub fn path(size: u32) -> String {
    format!("/icon-{size}.png")
}

/// The icon as part of the page that names it: as a file it would be asked for in the very
/// moment of the first paint.
pub fn link(svg: &str) -> String {
    let on_one_line = svg.split_whitespace().collect::<Vec<_>>().join(" ").replace("> <", "><");
    let svg = utf8_percent_encode(&on_one_line, ENCODED);
    format!("<link rel=\"icon\" href=\"data:image/svg+xml,{svg}\">")
}
