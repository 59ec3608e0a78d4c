//! What `cargo xtask looks` can be told.

use std::path::{Path, PathBuf};

use crate::caption;

const HELP: &str = "\
`looks` takes `--docs` (also writes the README's pictures), `--dist FOLDER` (another built site),
`--sites FOLDER` (the fixtures that were built with it, each as NAME/dist) and `--label TEXT` (what
the sheet says before the commit, or alone of another built site).";

/// What the command was told.
pub struct Options {
    /// The built site.
    pub dist: PathBuf,
    /// Where the built fixtures are, each in a folder of its name.
    pub sites: Option<PathBuf>,
    /// What the sheet says before the commit.
    pub label: Option<String>,
    /// Whether the built site is another one than this project's of today.
    is_another: bool,
    /// Whether the pictures in `docs/` are written too.
    pub docs: bool,
}

impl Options {
    /// Reads arguments; folders are looked for from the project on.
    ///
    /// # Errors
    /// One is not known, or has no value.
    pub fn read(root: &Path, args: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut dist, mut sites, mut label, mut docs) = (None, None, None, false);
        let mut args = args;
        while let Some(arg) = args.next() {
            let value = match arg.as_str() {
                "--docs" => {
                    docs = true;
                    continue;
                }
                "--dist" => &mut dist,
                "--sites" => &mut sites,
                "--label" => &mut label,
                _ => return Err(format!("`{arg}` is not known here. {HELP}")),
            };
            *value = Some(args.next().ok_or_else(|| format!("After `{arg}` something is missing. {HELP}"))?);
        }
        // Fixtures of today beside a site of yesterday would be no sheet of either.
        let of_today = dist.is_none().then(|| root.join("target/sites"));
        Ok(Self {
            is_another: dist.is_some(),
            sites: sites.map(|sites| root.join(sites)).or(of_today),
            dist: root.join(dist.as_deref().unwrap_or("dist")),
            label,
            docs,
        })
    }

    /// What the sheet says of what it shows. Which commit another built site is of, nobody knows.
    pub fn caption(&self, root: &Path) -> String {
        match (&self.label, self.is_another) {
            (None, false) => caption::of_the_commit(root),
            (Some(label), false) => format!("{label}, {}", caption::of_the_commit(root)),
            (Some(label), true) => label.clone(),
            (None, true) => format!("the site in {}", self.dist.display()),
        }
    }
}
