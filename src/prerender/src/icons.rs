//! The icon as PNG: which sizes, and where they are.

/// Widths in pixels: what Apple's home screens and the web manifest ask for.
pub const SIZES: [u32; 3] = [180, 192, 512];

/// Where the icon of a size is.
pub fn path(size: u32) -> String {
    format!("/icon-{size}.png")
}
