//! The icon as files.

use std::path::Path;

use documents::icons::{SIZES, path};
use ico::{IconDir, IconDirEntry, IconImage, ResourceType};
use resvg::tiny_skia::Pixmap;

use super::picture::Painter;
use crate::files::write;

/// Width in pixels of `favicon.ico`: search engines want a multiple of 48.
const ICO_SIZE: u32 = 48;

/// Writes all of them into the staging folder.
pub fn write_all(painter: &Painter, icon: &str, staging: &Path) -> Result<(), String> {
    write(&staging.join("favicon.ico"), ico(&painter.pixels(icon, ICO_SIZE)?)?)?;
    SIZES
        .iter()
        .try_for_each(|size| painter.paint(icon, *size, &staging.join(path(*size).trim_start_matches('/'))))
}

/// `favicon.ico`, for whoever looks for an icon without reading a page, and for browsers
/// that read no SVG there.
fn ico(pixels: &Pixmap) -> Result<Vec<u8>, String> {
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
