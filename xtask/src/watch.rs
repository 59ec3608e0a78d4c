//! Says when files are saved.

use std::{
    path::Path,
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use notify_debouncer_full::{DebounceEventResult, new_debouncer, notify::RecursiveMode};

use crate::run::Fallible;

/// Saves of files below a folder.
pub struct Saves {
    saved: Receiver<()>,
    /// Watches for as long as it is kept.
    _watcher: Box<dyn std::any::Any>,
}

impl Saves {
    /// Waits for the next one; all that come with it are one.
    pub fn next(&self) -> Fallible {
        self.saved.recv().map_err(|error| format!("nobody watches the files any more: {error}"))?;
        while self.saved.try_recv().is_ok() {}
        Ok(())
    }
}

/// Begins to watch a folder for files that are `meant`. What editor programs do when they save
/// is over when nothing has happened for the time `quiet`.
pub fn start(
    folder: &Path,
    quiet: Duration,
    meant: impl Fn(&Path) -> bool + Send + 'static,
) -> Fallible<Saves> {
    let error = |error| format!("{} cannot be watched: {error}", folder.display());
    let (tell, saved) = channel();
    let tell = move |events: DebounceEventResult| {
        // That a file is read is an event too.
        let mut events = events.into_iter().flatten().filter(|event| !event.kind.is_access());
        // Where there was more than a system can tell, it may have been any file.
        if events.any(|event| event.need_rescan() || event.paths.iter().any(|path| meant(path))) {
            // Nobody listens any more where the program ends.
            _ = tell.send(());
        }
    };
    let mut watcher = new_debouncer(quiet, None, tell).map_err(error)?;
    watcher.watch(folder, RecursiveMode::Recursive).map_err(error)?;
    Ok(Saves { saved, _watcher: Box::new(watcher) })
}
