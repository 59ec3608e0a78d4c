//! A copy of the project that somebody edits, and the development server on it.

use std::{
    env, fs, io,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::{process::Process, root};

/// A copy of the project.
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// With this content.
    ///
    /// # Errors
    /// A file cannot be copied, or the client has not been built.
    pub fn with(content: &Path) -> io::Result<Self> {
        let project = Self { folder: TempDir::new()? };
        for file in ["Trunk.toml", "index.html"] {
            fs::copy(root().join(file), project.path(file))?;
        }
        for folder in ["style", "src/site/src/sections/search", "target/serve/client"] {
            copy(&root().join(folder), &project.path(folder))?;
        }
        copy(content, &project.path("content"))?;
        symlink(root().join("node_modules"), project.path("node_modules"))?;
        Ok(project)
    }

    /// A path in it.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// The text of a file in it.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Saves a file in it.
    pub fn save(&self, file: &str, text: &str) {
        let path = self.path(file);
        let saved = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
        saved.unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Saves a file with this in place of that, which it has.
    pub fn replace(&self, file: &str, that: &str, this: &str) {
        let text = self.read(file);
        assert!(text.contains(that), "{file} has no {that}");
        self.save(file, &text.replacen(that, this, 1));
    }
}

/// The development server.
pub struct Serving {
    /// Ends it when dropped.
    _process: Process,
    port: u16,
}

impl Serving {
    /// Starts it on a project, on this port or, for 0, on any.
    ///
    /// # Errors
    /// It has not been built, or does not start.
    pub fn start(project: &Project, port: u16) -> io::Result<Self> {
        // Beside the folder that Cargo puts programs of tests into.
        let own = env::current_exe()?;
        let built = own.ancestors().map(|folder| folder.join("serve")).find(|it| it.is_file());
        let built = built.ok_or_else(|| io::Error::other("`cargo build --bin serve` comes first"))?;
        let mut command = Command::new(built);
        command
            .args(["--port", &port.to_string()])
            .current_dir(project.folder.path())
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("CONTENT_DIR");
        let mut process = Process::start(&mut command)?;
        let port = process
            .wait_for(|line| line.strip_prefix("http://127.0.0.1:")?.trim_end_matches('/').parse().ok())?;
        Ok(Self { _process: process, port })
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address of a path on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let there = to.join(entry.path().strip_prefix(from).map_err(io::Error::other)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(there)?;
        } else {
            fs::copy(entry.path(), there)?;
        }
    }
    Ok(())
}
