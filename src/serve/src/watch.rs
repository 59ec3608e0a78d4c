//! Says what has been saved.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use notify_debouncer_full::{DebounceEventResult, new_debouncer, notify::RecursiveMode};
use site::compile::Inputs;

/// What editor programs do when they save is over by then.
const QUIET: Duration = Duration::from_millis(25);

/// Where `cargo xtask serve` lets Trunk put the client, from the project's root.
pub const CLIENT: &str = "target/serve/client";

/// What has been saved, perhaps several things at once.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Changed {
    /// Something in the content folder.
    pub content: bool,
    /// Something in `style/`.
    pub style: bool,
    /// `index.html`.
    pub shell: bool,
    /// What Trunk builds.
    pub client: bool,
}

impl Changed {
    /// Everything.
    pub const ALL: Self = Self { content: true, style: true, shell: true, client: true };

    fn or(self, other: Self) -> Self {
        Self {
            content: self.content || other.content,
            style: self.style || other.style,
            shell: self.shell || other.shell,
            client: self.client || other.client,
        }
    }
}

/// The changes, each as soon as the last one has been taken.
pub struct Changes {
    saved: Receiver<Changed>,
    /// Watches for as long as it is kept.
    _watcher: Box<dyn std::any::Any + Send>,
}

impl Changes {
    /// Waits for a change; with it come all that have been saved since the last one.
    ///
    /// # Errors
    /// Nobody watches any more.
    pub fn recv(&self) -> Result<Changed, std::sync::mpsc::RecvError> {
        let first = self.saved.recv()?;
        Ok(self.saved.try_iter().fold(first, Changed::or))
    }
}

/// Begins to watch.
///
/// # Errors
/// A sentence for people where a folder cannot be watched.
pub fn start(inputs: &Inputs) -> Result<Changes, String> {
    let client = inputs.root().join(CLIENT);
    std::fs::create_dir_all(&client).map_err(|error| format!("{}: {error}", client.display()))?;
    let root = inputs.root().to_owned();
    let folders = [
        (inputs.content_dir(), Changed { content: true, ..Changed::default() }),
        (root.join("style"), Changed { style: true, ..Changed::default() }),
        (client, Changed { client: true, ..Changed::default() }),
        (root.join("index.html"), Changed { shell: true, ..Changed::default() }),
    ];
    let folders = folders.map(|(folder, changed)| (folder.canonicalize().unwrap_or(folder), changed));
    let all: Vec<PathBuf> = folders.iter().map(|(folder, _)| folder.clone()).collect();
    let what = move |path: &Path| {
        let inside = folders.iter().filter(|(folder, _)| path.starts_with(folder));
        inside.fold(Changed::default(), |changed, (_, it)| changed.or(*it))
    };
    let (tell, saved) = channel();
    let tell = move |events: DebounceEventResult| {
        // That a file is read is an event too.
        let events = events.into_iter().flatten().filter(|event| !event.kind.is_access());
        let changed = events.fold(Changed::default(), |changed, event| {
            // There was more than a system can tell.
            let missed = if event.need_rescan() { Changed::ALL } else { Changed::default() };
            event.paths.iter().fold(changed.or(missed), |changed, path| changed.or(what(path)))
        });
        if changed != Changed::default() {
            // Nobody listens any more where the program ends.
            _ = tell.send(changed);
        }
    };
    let error = |folder: &Path, error| format!("{} cannot be watched: {error}", folder.display());
    let mut watcher = new_debouncer(QUIET, Some(QUIET / 5), tell).map_err(|it| error(&root, it))?;
    for folder in &all {
        // A file that is written by renaming is another one: the folder that it is in stays.
        let (folder, mode) = match folder.parent() {
            Some(parent) if folder.is_file() => (parent, RecursiveMode::NonRecursive),
            _ => (&**folder, RecursiveMode::Recursive),
        };
        watcher.watch(folder, mode).map_err(|it| error(folder, it))?;
    }
    Ok(Changes { saved, _watcher: Box::new(watcher) })
}
