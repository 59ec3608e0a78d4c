//! The icon in all its forms: in every page's head, and as files.

use ico::{IconDir, IconDirEntry, IconImage, ResourceType};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use resvg::tiny_skia::Pixmap;

/// Widths in pixels: what Apple's home screens and the web manifest ask for.
pub const SIZES: [u32; 3] = [180, 192, 512];

/// Width in pixels of `favicon.ico`: search engines want a multiple of 48.
pub const ICO_SIZE: u32 = 48;

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

/// `favicon.ico`, for whoever looks for an icon without reading a page, and for browsers
/// that read no SVG there.
pub fn ico(pixels: &Pixmap) -> Result<Vec<u8>, String> {
    let rgba = pixels.pixels().iter().flat_map(|pixel| {
        let color = pixel.demultiply();
        [color.red(), color.green(), color.blue(), color.alpha()]
    });
    let image = IconImage::from_rgba_data(pixels.width(), pixels.height(), rgba.collect());
    let error = |error| format!("favicon.ico: {error}");
    let mut icon = IconDir::new(ResourceType::Icon);
    icon.add_entry(IconDirEntry::encode_as_png(&image).map_err(error)?);
    let mut bytes = Vec::new();
    icon.write(&mut bytes).map_err(error)?;
    Ok(bytes)
}
