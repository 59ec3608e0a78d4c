//! What a build starts from: the project's folder, its content, its icons, what it is for.

use std::{
    env,
    path::{Path, PathBuf},
};

/// What a build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For editors: drafts are shown, and marked.
    Debug,
    /// For visitors: drafts are left out.
    Release,
}

/// The file that a project has in its root, and nowhere else.
const ROOT_MARKER: &str = "Trunk.toml";

/// The project's root: the folder with `Trunk.toml` that holds the package which Cargo
/// runs, or the current folder where a program runs without Cargo.
///
/// Asked for while a program runs: a project that was copied or renamed is itself, and
/// not the one in which its programs were once built.
///
/// # Errors
/// A sentence for people when there is no such folder.
pub fn root() -> Result<PathBuf, String> {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let inside = package.into_iter().chain(env::current_dir());
    let root = |inside: PathBuf| {
        inside.ancestors().find(|folder| folder.join(ROOT_MARKER).is_file()).map(Path::to_owned)
    };
    inside.filter_map(root).next().ok_or_else(|| {
        format!("This is not the project's folder: neither it nor a folder above has a {ROOT_MARKER}. Change into the project's folder and try again.")
    })
}

/// The build's inputs. Relative paths start at the project's root.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The folder of Markdown files, as reports print it.
    pub content: PathBuf,
    /// The icon set.
    pub icons: PathBuf,
    /// What the build is for.
    pub profile: Profile,
    root: PathBuf,
}

impl Inputs {
    /// `content/`, or the folder that the environment variable `CONTENT_DIR`
    /// names; for visitors, unless Trunk says that its build is for debugging.
    ///
    /// # Errors
    /// A sentence for people when the project's root is not found.
    pub fn from_env() -> Result<Self, String> {
        let debug = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
        let content = env::var_os("CONTENT_DIR").filter(|folder| !folder.is_empty());
        Ok(Self {
            content: content.map_or_else(|| "content".into(), PathBuf::from),
            icons: "node_modules/@iconify-json/lucide/icons.json".into(),
            profile: if debug { Profile::Debug } else { Profile::Release },
            root: root()?,
        })
    }

    /// The project's root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The content folder on this machine.
    pub fn content_dir(&self) -> PathBuf {
        self.root.join(&self.content)
    }

    /// The icon set on this machine.
    pub fn icons_file(&self) -> PathBuf {
        self.root.join(&self.icons)
    }
}
