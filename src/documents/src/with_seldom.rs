//! What pages with sections that few pages have carry in their heads: the styles of those sections,
//! and the booking form's script.

use std::path::Path;

use serde::{Deserialize, Serialize};
use site::sections::booking_form::SCRIPT;

use crate::{Esbuild, style::bundle};

/// The styles and the script.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct WithSeldom {
    /// Of all such sections together.
    pub style: String,
    /// For pages with a booking form. It stands in them: where no script runs they say something
    /// else, and nothing may change once they are painted.
    pub form_script: String,
}

impl WithSeldom {
    /// Those of the project in `source`.
    ///
    /// # Errors
    /// A sentence for people: what is wrong in a style, or that esbuild is missing.
    pub fn new(source: &Path, esbuild: &Esbuild) -> Result<Self, String> {
        Ok(Self { style: bundle(&source.join("style/seldom"))?, form_script: esbuild.inline(SCRIPT, &[])? })
    }

    /// The tag of the styles. The client tells kinds of tags by attributes (`router/head.rs`).
    pub fn style_tag(&self) -> String {
        format!("<style id=\"seldom_style\">{}</style>", self.style)
    }

    /// The tag of the booking form's script.
    pub fn form_tag(&self) -> String {
        format!("<script id=\"form_script\">{}</script>", self.form_script)
    }
}
