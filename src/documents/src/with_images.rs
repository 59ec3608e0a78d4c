//! What pages with pictures have beside all others: a style and a script, in their heads alone.

use std::path::Path;

use serde::{Deserialize, Serialize};
use site::IMAGES_SCRIPT;

use crate::{Esbuild, client::asset, style::bundle};

/// The style and the script.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct WithImages {
    /// It stands in the pages: they wait for nothing else before they are painted.
    pub style: String,
    /// Where the script is, from the site's root.
    pub address: String,
    /// What is in that file.
    pub script: String,
}

impl WithImages {
    /// Those of the project in `source`.
    ///
    /// # Errors
    /// A sentence for people: what is wrong in a style, or that esbuild is missing.
    pub fn new(source: &Path, esbuild: &Esbuild) -> Result<Self, String> {
        let style = bundle(&source.join("style/images"))?;
        let script = esbuild.module(IMAGES_SCRIPT)?;
        Ok(Self { style, address: asset(("images", "js"), script.as_bytes()).address, script })
    }

    /// What stands in the pages and fetches the script after the first paint. A tag with the
    /// script's address would have it fetched before, and the page painted later.
    pub fn loader(&self) -> String {
        format!("requestAnimationFrame(()=>setTimeout(()=>import(\"{}\")))", self.address)
    }

    /// Their tags. The client tells kinds of tags by attributes (`router/head.rs`).
    pub fn tags(&self) -> String {
        format!(
            "<style id=\"images_style\">{}</style><script type=\"module\">{}</script>",
            self.style,
            self.loader()
        )
    }
}
