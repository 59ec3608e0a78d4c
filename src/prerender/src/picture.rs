//! Pictures as PNG: one for each page's shared links, and the icons.

use std::{fs, path::Path, sync::Arc};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};
use site::render::FONT;

/// Draws SVG, with the typeface that the project installs and no other: the same
/// picture on every machine.
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// With the typeface installed below `source`.
    pub fn new(source: &Path) -> Result<Self, String> {
        let mut fonts = Database::new();
        for style in ["500Medium", "500Medium_Italic"] {
            let file = source
                .join("node_modules/@expo-google-fonts/eb-garamond")
                .join(style)
                .join(format!("EBGaramond_{style}.ttf"));
            let font = fs::read(&file)
                .map_err(|error| format!("{}: {error}; run `cargo xtask setup`", file.display()))?;
            fonts.load_font_data(font);
        }
        let options = Options { font_family: FONT.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Ok(Self { options })
    }

    /// Draws `svg` with this width, px, into a file.
    pub fn paint(&self, svg: &str, width: u32, file: &Path) -> Result<(), String> {
        let error = |error: String| format!("{} cannot be drawn: {error}", file.display());
        let tree = Tree::from_str(svg, &self.options).map_err(|it| error(it.to_string()))?;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut pixels = Pixmap::new(width, height).ok_or_else(|| error("it has no size".into()))?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        let png = pixels.encode_png().map_err(|it| error(it.to_string()))?;
        fs::write(file, png).map_err(|it| error(it.to_string()))
    }
}
