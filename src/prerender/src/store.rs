//! What takes long to make, kept by the hash of what it is made of: in `target/store/`,
//! outside of what is published. A build that cannot read or write there only takes longer.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

/// How long nobody must have asked for a thing until it goes.
const UNUSED: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The versions of all libraries that make things.
const LIBRARIES: &str = include_str!("../../../Cargo.lock");

/// Things that were made.
pub struct Store {
    folder: PathBuf,
    libraries: Vec<u8>,
}

impl Store {
    /// The project's store, without what has not been asked for in a week.
    pub fn open(project: &Path) -> Self {
        let folder = project.join("target/store");
        _ = fs::create_dir_all(&folder);
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let used = entry.metadata().and_then(|it| it.modified()).ok();
            if used.and_then(|it| it.elapsed().ok()).is_some_and(|it| it > UNUSED) {
                _ = fs::remove_file(entry.path());
            }
        }
        Self { folder, libraries: Sha256::digest(LIBRARIES).to_vec() }
    }

    /// What `make` makes `of` these things; `what` says how, and changes when that does.
    pub fn get<E>(
        &self,
        what: &str,
        of: &[&[u8]],
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let mut hasher = Sha256::new();
        // Each with its length, so that none can run into the next.
        for part in [&*self.libraries, what.as_bytes()].iter().chain(of) {
            hasher.update(part.len().to_le_bytes());
            hasher.update(part);
        }
        self.named(&format!("{:x}", hasher.finalize()), make)
    }

    /// What `make` makes, by a file name that says all that it is made of: the versions of
    /// the libraries that make it too.
    pub fn named<E>(&self, name: &str, make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<Vec<u8>, E> {
        let kept = self.folder.join(name);
        if let Ok(made) = fs::read(&kept) {
            self.asked_for(name);
            return Ok(made);
        }
        let made = make()?;
        // Never half of it, even if the build is ended right now.
        if let Ok(mut file) = NamedTempFile::new_in(&self.folder)
            && file.write_all(&made).is_ok()
        {
            _ = file.persist(kept);
        }
        Ok(made)
    }

    /// Counts as asking for a thing, where it is kept; gives its length in bytes.
    pub fn asked_for(&self, name: &str) -> Option<u64> {
        let file = fs::File::options().append(true).open(self.folder.join(name)).ok()?;
        _ = file.set_modified(SystemTime::now());
        file.metadata().ok().map(|it| it.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_made_once_of_the_same_and_anew_of_anything_else() {
        let project = tempfile::tempdir().unwrap();
        let get = |what: &str, of: &[&[u8]], made: &str| {
            let made = Ok::<_, String>(made.as_bytes().to_vec());
            String::from_utf8(Store::open(project.path()).get(what, of, || made).unwrap()).unwrap()
        };
        assert_eq!(get("br", &[b"ab", b"c"], "first"), "first");
        assert_eq!(get("br", &[b"ab", b"c"], "second"), "first");
        assert_eq!(get("br", &[b"a", b"bc"], "third"), "third");
        assert_eq!(get("gz", &[b"ab", b"c"], "fourth"), "fourth");
    }

    #[test]
    fn what_fails_is_not_kept() {
        let project = tempfile::tempdir().unwrap();
        let store = Store::open(project.path());
        assert_eq!(store.get("br", &[], || Err("no")), Err("no"));
        assert_eq!(store.get("br", &[], || Ok::<_, ()>(vec![1])), Ok(vec![1]));
    }

    #[test]
    fn what_nobody_asks_for_goes() {
        let project = tempfile::tempdir().unwrap();
        let store = Store::open(project.path());
        for name in ["old", "asked-for", "new"] {
            store.named(name, || Ok::<_, ()>(vec![1, 2])).unwrap();
        }
        for name in ["old", "asked-for"] {
            let old = fs::File::options().append(true).open(store.folder.join(name)).unwrap();
            old.set_modified(SystemTime::now() - UNUSED - UNUSED).unwrap();
        }
        assert_eq!(store.asked_for("asked-for"), Some(2));
        let store = Store::open(project.path());
        assert_eq!(store.asked_for("old"), None);
        assert_eq!(store.asked_for("asked-for"), Some(2));
        assert_eq!(store.asked_for("new"), Some(2));
    }

    #[test]
    fn a_folder_that_cannot_be_written_only_takes_longer() {
        let project = tempfile::tempdir().unwrap();
        fs::write(project.path().join("target"), "a file").unwrap();
        assert_eq!(Store::open(project.path()).get("br", &[], || Ok::<_, ()>(vec![1])), Ok(vec![1]));
    }
}
