//! Pictures as PNG: one for each page's shared links, and the icons.

use std::{fs, path::Path, sync::Arc};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};
use sha2::{Digest, Sha256};
use site::render::FONT;

use crate::store::Store;

/// Draws SVG, with the typeface that the project installs and no other: the same
/// picture on every machine.
pub struct Painter<'a> {
    options: Options<'static>,
    store: &'a Store,
    /// What tells this typeface from another version of it.
    typeface: Vec<u8>,
}

impl<'a> Painter<'a> {
    /// With the typeface installed below `source`.
    pub fn new(source: &Path, store: &'a Store) -> Result<Self, String> {
        let (mut fonts, mut typeface) = (Database::new(), Sha256::new());
        for style in ["500Medium", "500Medium_Italic"] {
            let file = source
                .join("node_modules/@expo-google-fonts/eb-garamond")
                .join(style)
                .join(format!("EBGaramond_{style}.ttf"));
            let font = fs::read(&file)
                .map_err(|error| format!("{}: {error}; run `cargo xtask setup`", file.display()))?;
            typeface.update(&font);
            fonts.load_font_data(font);
        }
        let options = Options { font_family: FONT.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Ok(Self { options, store, typeface: typeface.finalize().to_vec() })
    }

    /// Draws `svg` with this width, px, into a file.
    pub fn paint(&self, svg: &str, width: u32, file: &Path) -> Result<(), String> {
        let of = [svg.as_bytes(), &width.to_le_bytes(), &self.typeface];
        let png = self.store.get("png", &of, || self.png(svg, width));
        png.and_then(|png| fs::write(file, png).map_err(|error| error.to_string()))
            .map_err(|error| format!("{} cannot be drawn: {error}", file.display()))
    }

    fn png(&self, svg: &str, width: u32) -> Result<Vec<u8>, String> {
        self.pixels(svg, width)?.encode_png().map_err(|error| error.to_string())
    }

    /// Draws `svg` with this width, px.
    pub fn pixels(&self, svg: &str, width: u32) -> Result<Pixmap, String> {
        let tree = Tree::from_str(svg, &self.options).map_err(|error| error.to_string())?;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut pixels = Pixmap::new(width, height).ok_or("it has no size")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        Ok(pixels)
    }
}
