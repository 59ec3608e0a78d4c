//! Pictures: of each one file is made, when somebody asks for it, and answers all of its addresses.

use std::{
    collections::HashMap,
    fs,
    sync::{Arc, Mutex, PoisonError},
};

use images::FOLDER;
use site::Content;

use crate::state::State;

/// Pictures that were asked for, as WebP, by the names of their files.
#[derive(Default)]
pub struct Pictures(Mutex<HashMap<String, Arc<[u8]>>>);

/// Whether a path is a picture's.
pub fn is_one(path: &str) -> bool {
    path.starts_with(FOLDER)
}

impl Pictures {
    /// The picture at a path: of every width the widest, and no AVIF, which takes seconds. Browsers
    /// look at what they get.
    ///
    /// # Errors
    /// A sentence for people: why there is none.
    pub fn get(&self, state: &State, path: &str) -> Result<Arc<[u8]>, String> {
        let name = path.strip_prefix(FOLDER).unwrap_or_default();
        let hash = name.split_once('-').map_or("", |(hash, _)| hash);
        let images = state.content.as_deref().map(Content::images).unwrap_or_default();
        let (_, file) = images.get(hash).ok_or("no page has this picture")?;
        // What is kept is whole between two of its uses.
        if let Some(made) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(hash) {
            return Ok(Arc::clone(made));
        }
        let made: Arc<[u8]> = make(state, file, hash)?.into();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(hash.to_owned(), Arc::clone(&made));
        Ok(made)
    }
}

fn make(state: &State, path: &str, hash: &str) -> Result<Vec<u8>, String> {
    let bytes = fs::read(state.content_dir.join(path)).map_err(|error| format!("{path}: {error}"))?;
    let pixels = pixels::decode(&bytes).map_err(|fault| format!("{path}: {}", fault.message))?;
    // It has been saved since: the page that names it as it is now is on its way.
    if pixels.image().hash != hash {
        return Err(format!("{path} is another picture by now"));
    }
    pixels.webp().map_err(|error| format!("{path}: {error}"))
}
