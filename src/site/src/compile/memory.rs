//! What was found in pages' files, for as long as they and what they are read with stay as
//! they were: whoever compiles again and again waits for what has changed alone.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
    sync::Arc,
};

use content::{Album, Claims, ImageUse, Link};
use report::{Diagnostic, Source};

use super::{
    address::Address,
    files::{File, Files},
    images::KnownImages,
    names::Names,
    page::Keys,
};

/// What a file says that is no page's address.
#[derive(Clone, Default)]
pub struct Text {
    /// Its front matter and its text; `None` where the report tells why not.
    pub keys: Option<Keys>,
    /// Its links.
    pub links: Vec<Link>,
    /// Its pictures.
    pub images: Vec<ImageUse>,
    /// The fragments that links can have.
    pub ids: BTreeSet<String>,
    /// What search engines show of it: the key, the text, where that stands.
    pub metadata: Vec<(&'static str, String, Range<usize>)>,
}

/// All that was found in a file.
pub struct Found {
    /// The file as it was.
    pub source: Source,
    /// Where its page is.
    pub address: Option<Address>,
    /// What else it says.
    pub text: Text,
    /// What is wrong in it.
    pub diagnostics: Vec<Diagnostic>,
}

/// What else decides what is found in a file.
#[derive(Clone, Default, PartialEq)]
pub struct Circumstances {
    names: Names,
    redirects: Arc<BTreeMap<String, String>>,
    claims: Option<Arc<str>>,
    album: Arc<Album>,
}

impl Circumstances {
    /// Those of all files, with their older addresses.
    pub fn of(files: &Files, redirects: &Arc<BTreeMap<String, String>>) -> Self {
        let claims = files.claims.as_ref().map(|file| Arc::clone(&file.source.text));
        let (redirects, album) = (Arc::clone(redirects), Arc::clone(&files.album));
        Self { names: files.names.clone(), redirects, claims, album }
    }
}

/// What is known of all files.
#[derive(Default)]
pub struct Memory {
    /// In which it was found.
    pub circumstances: Circumstances,
    /// By the files' paths.
    pub found: HashMap<String, Found>,
    /// The pictures.
    pub images: KnownImages,
    /// What should not be claimed.
    pub claims: Arc<Claims>,
}

impl Memory {
    /// What was found in a file that is still the same.
    pub fn of(&self, file: &File) -> Option<&Found> {
        let found = self.found.get(&file.relative_path)?;
        (file.readable && found.source.text == file.source.text).then_some(found)
    }
}
