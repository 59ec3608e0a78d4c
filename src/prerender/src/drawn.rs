//! The finished site without its client: what `draw` leaves to `write`.

use std::{fs, path::PathBuf};

use documents::Extras;
use serde::{Deserialize, Serialize};
use site::compile::{Inputs, Profile};

use crate::files;

/// Everything that does not depend on the client.
#[derive(Deserialize, Serialize)]
pub struct Drawn {
    /// Every page's.
    pub documents: Vec<Document>,
    /// For addresses without a page.
    pub not_found: Document,
    /// Files that list the site for machines: their names, and what is in them.
    pub listings: Vec<(String, String)>,
    /// Older addresses.
    pub redirects: Vec<Redirect>,
    /// What shared links show: paths, and SVG to be painted there.
    pub pictures: Vec<(String, String)>,
    /// What some pages have in their heads.
    pub extras: Extras,
    /// Where forms may be sent to, as a policy says it.
    pub form_action: String,
}

/// What is one document's own.
#[derive(Deserialize, Serialize)]
pub struct Document {
    /// The route, empty for addresses without a page.
    pub route: String,
    /// What goes into `<head>`.
    pub head: String,
    /// What goes into `<body>`.
    pub body: String,
}

/// An older address.
#[derive(Deserialize, Serialize)]
pub struct Redirect {
    /// The older route.
    pub from: String,
    /// The current one.
    pub to: String,
}

/// Where what is drawn for a profile is kept.
pub fn folder(inputs: &Inputs) -> PathBuf {
    let profile = match inputs.profile {
        Profile::Debug => "debug",
        Profile::Release => "release",
    };
    inputs.root().join("target/drawn").join(profile)
}

/// Where the files of its pictures are.
pub fn images(inputs: &Inputs) -> PathBuf {
    folder(inputs).join("images")
}

fn file(inputs: &Inputs) -> PathBuf {
    folder(inputs).join("site.json")
}

impl Drawn {
    pub fn save(&self, inputs: &Inputs) -> Result<(), String> {
        let text = serde_json::to_string(self).map_err(|error| error.to_string())?;
        files::write(&file(inputs), text)
    }

    pub fn load(inputs: &Inputs) -> Result<Self, String> {
        let file = file(inputs);
        let error = |error: String| format!("{} cannot be read: {error}", file.display());
        let text = fs::read(&file).map_err(|it| error(it.to_string()))?;
        serde_json::from_slice(&text).map_err(|it| error(it.to_string()))
    }
}
