//! The pixels of an editor's picture: upright, in sRGB, resized, as WebP.
