//! Lucide's icons by name, from the npm package of the set.

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;

/// The icon set: names and aliases to SVG markup.
#[derive(Debug, Default, Deserialize)]
pub struct Icons {
    icons: BTreeMap<String, Icon>,
    #[serde(default)]
    aliases: BTreeMap<String, Alias>,
}

#[derive(Debug, Deserialize)]
struct Icon {
    body: String,
}

#[derive(Debug, Deserialize)]
struct Alias {
    parent: String,
}

/// What the drawn `<svg class="icon">` sets once for all of its shapes
/// (style/base.css), and the package repeats on each.
const REPEATED: [&str; 5] = [
    r#" fill="none""#,
    r#" stroke="currentColor""#,
    r#" stroke-linecap="round""#,
    r#" stroke-linejoin="round""#,
    r#" stroke-width="2""#,
];

impl Icons {
    /// Reads `icons.json` of the package `@iconify-json/lucide`.
    ///
    /// # Errors
    /// A sentence for people, when the file is missing or is not the package's.
    pub fn load(file: &Path) -> Result<Self, String> {
        let json = fs::read(file).map_err(|_| {
            format!("The icon set is not installed ({} is missing): run `cargo xtask setup`.", file.display())
        })?;
        serde_json::from_slice(&json)
            .map_err(|error| format!("{} is not an icon set: {error}", file.display()))
    }

    /// The shapes of an icon: what goes inside `<svg viewBox="0 0 24 24">`.
    pub fn shapes(&self, name: &str) -> Option<String> {
        // An alias may name another alias; real chains are one or two long.
        let mut name = name;
        for _ in 0..8 {
            if let Some(icon) = self.icons.get(name) {
                return Some(
                    REPEATED.iter().fold(icon.body.clone(), |body, attribute| body.replace(attribute, "")),
                );
            }
            name = &self.aliases.get(name)?.parent;
        }
        None
    }

    /// Every name that an editor may write.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.icons.keys().chain(self.aliases.keys()).map(String::as_str)
    }
}
