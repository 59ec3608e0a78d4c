//! Says what has been saved.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use documents::CLIENT_FILES;
use notify_debouncer_full::{
    DebounceEventResult, Debouncer, RecommendedCache, new_debouncer,
    notify::{RecommendedWatcher, RecursiveMode},
};
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
    /// A folder as a whole: it is another one, and has to be watched anew.
    replaced: bool,
}

impl Changed {
    /// Everything.
    pub const ALL: Self = Self { content: true, style: true, shell: true, client: true, replaced: false };

    fn or(self, other: Self) -> Self {
        Self {
            content: self.content || other.content,
            style: self.style || other.style,
            shell: self.shell || other.shell,
            client: self.client || other.client,
            replaced: self.replaced || other.replaced,
        }
    }
}

/// The changes, each as soon as the last one has been taken.
pub struct Changes {
    saved: Receiver<Changed>,
    watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
    watched: Vec<(PathBuf, RecursiveMode)>,
}

impl Changes {
    /// Waits for a change; with it come all that have been saved since the last one.
    ///
    /// # Errors
    /// Nobody watches any more.
    pub fn recv(&mut self) -> Result<Changed, std::sync::mpsc::RecvError> {
        let first = self.saved.recv()?;
        let changed = self.saved.try_iter().fold(first, Changed::or);
        if !changed.replaced {
            return Ok(changed);
        }
        for (folder, mode) in &self.watched {
            // One that is not there at the moment is watched when it comes back.
            _ = self.watcher.unwatch(folder);
            _ = self.watcher.watch(folder, *mode);
        }
        Ok(Changed::ALL)
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
    let mut watched = Vec::new();
    for (folder, _) in &folders {
        // A folder that is exchanged, and a file that is written by renaming, are others: what
        // they are in stays.
        if let Some(parent) = folder.parent() {
            watched.push((parent.to_owned(), RecursiveMode::NonRecursive));
        }
        if folder.is_dir() {
            watched.push((folder.clone(), RecursiveMode::Recursive));
        }
    }
    watched.sort_by(|(a, _), (b, _)| a.cmp(b));
    watched.dedup_by(|(a, _), (b, _)| a == b);
    let what = move |path: &Path| {
        let inside = folders.iter().filter(|(folder, changed)| {
            // Trunk's other files there come and go while it works.
            path.starts_with(folder) && (!changed.client || path == folder || is_of_the_client(path))
        });
        let changed = inside.fold(Changed::default(), |changed, (_, it)| changed.or(*it));
        Changed { replaced: folders.iter().any(|(folder, it)| path == folder && !it.shell), ..changed }
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
    for (folder, mode) in &watched {
        watcher.watch(folder, *mode).map_err(|it| error(folder, it))?;
    }
    Ok(Changes { saved, watcher, watched })
}

fn is_of_the_client(file: &Path) -> bool {
    CLIENT_FILES.iter().any(|(stem, extension)| file.ends_with(format!("{stem}.{extension}")))
}
