//! The typeface of headings, the same as on the pictures of shared links: a file of 20 KB at
//! most, and what stands for it until it has come.
//!
//! A page is painted with the other face, whose metrics are those of this one as far as the browser
//! can match them (Safari knows `size-adjust` alone). The file is fetched after that, and takes
//! effect where nothing moves for it (`typeface.js`). Without scripts it is `font-display: optional`
//! (CSS Fonts 4, 11.1): a page that is painted before it has come keeps the other face.

use std::{fs, path::Path, process::Command};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use site::render::FONT;

use crate::{client::asset, style::minified};

/// Makes the file and computes the metrics.
const SCRIPT: &str = include_str!("typeface.mjs");

/// Fetches it, and looks whether it can take effect.
pub(crate) const SCRIPT_OF_PAGES: &str = include_str!("typeface.js");

/// Its name for scripts, which takes it whenever it comes.
const LATER: &str = "Headings";

/// The font in its npm package.
const SOURCE: &str = "node_modules/@expo-google-fonts/eb-garamond/500Medium/EBGaramond_500Medium.ttf";

/// What was made before, by what it was made with. It goes when the packages change.
const CACHE: &str = "node_modules/.cache/typeface";

/// The typeface.
pub struct Typeface {
    /// Its faces, and `--serif`, the families by which styles name it.
    pub style: String,
    /// Where its file is, from the site's root.
    pub address: String,
    /// WOFF2.
    pub font: Vec<u8>,
}

/// What the script says.
#[derive(Deserialize)]
struct Made {
    families: String,
    faces: String,
    font: String,
}

impl Typeface {
    /// That of the project in `source`.
    ///
    /// # Errors
    /// A sentence for people: Node.js or a npm package is missing.
    pub fn new(source: &Path) -> Result<Self, String> {
        let cache =
            source.join(CACHE).join(format!("{:x}.json", Sha256::digest([SCRIPT, FONT, SOURCE].concat())));
        let parse = |text: &str| serde_json::from_str::<Made>(text).ok();
        let made = match fs::read_to_string(&cache).ok().as_deref().and_then(parse) {
            Some(made) => made,
            None => {
                let text = make(source)?;
                let made = parse(&text).ok_or("the typeface of headings cannot be made: no JSON")?;
                // It is made again where it cannot be kept.
                _ = fs::create_dir_all(source.join(CACHE)).and_then(|()| fs::write(&cache, &text));
                made
            }
        };
        let Made { families, faces, font } = made;
        let font = BASE64_STANDARD.decode(font).map_err(|error| format!("the typeface: {error}"))?;
        let address = asset(("headings", "woff2"), &font).address;
        let face = |name: &str, display: &str| {
            format!(
                "@font-face{{font-family:{name};src:url({address});font-weight:500;font-display:{display}}}"
            )
        };
        // Without its own name: until it has come, nothing asks for it.
        let others = families.split_once(", ").map_or("serif", |(_, others)| others);
        let style = format!(
            "{}{}{faces}:root{{--others:{others},serif;--serif:var(--others)}}\
             [data-typeface]{{--serif:{LATER},var(--others)}}\
             @media (scripting:none){{:root{{--serif:\"{FONT}\",var(--others)}}}}",
            face(&format!("\"{FONT}\""), "optional"),
            face(LATER, "block"),
        );
        let style = minified(&style).map_err(|(message, _)| format!("the typeface: {message}"))?;
        Ok(Self { style, address, font })
    }
}

fn make(source: &Path) -> Result<String, String> {
    let error =
        |error: String| format!("the typeface of headings cannot be made: {error}; run `cargo xtask setup`");
    let node = Command::new("node")
        .args(["--input-type=module", "--eval", SCRIPT, FONT, SOURCE])
        .current_dir(source)
        .output()
        .map_err(|it| error(format!("node: {it}")))?;
    if !node.status.success() {
        let told = String::from_utf8_lossy(&node.stderr);
        let line = told.lines().find(|line| line.contains("Error")).unwrap_or("node failed");
        return Err(error(line.to_owned()));
    }
    String::from_utf8(node.stdout).map_err(|it| error(it.to_string()))
}
