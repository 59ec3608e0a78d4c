//! What pages with pictures have beside all others: a style and a script, in their heads alone.

use std::path::Path;

use site::IMAGES_SCRIPT;

use crate::{Asset, Esbuild, client::asset, style::bundle};

/// The style and the script.
#[derive(Clone, PartialEq)]
pub struct WithImages {
    /// It stands in the pages: they wait for nothing else before they are painted.
    pub style: String,
    /// It is a file, and comes after the first paint.
    pub script: Asset,
    /// What is in that file.
    pub text: String,
}

impl WithImages {
    /// Those of the project in `source`.
    ///
    /// # Errors
    /// A sentence for people: what is wrong in a style, or that esbuild is missing.
    pub fn new(source: &Path, esbuild: &Esbuild) -> Result<Self, String> {
        let style = bundle(&source.join("style/images"))?;
        let text = esbuild.module(IMAGES_SCRIPT)?;
        Ok(Self { style, script: asset(("images", "js"), text.as_bytes()), text })
    }

    /// Their tags. The client puts tags where the last page had those of their kind, and tells
    /// kinds by attributes (`router/head.rs`): so the style has one, which says nothing else.
    pub fn tags(&self) -> String {
        let Self { style, script: Asset { address, integrity }, .. } = self;
        format!(
            "<style media=\"all\">{style}</style>\
             <script type=\"module\" src=\"{address}\" integrity=\"{integrity}\"></script>"
        )
    }
}
