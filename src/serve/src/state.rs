//! What is there at the moment: what answers are made of, and what open pages are told.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use documents::{Extras, Shell, Typeface};
use serde_json::json;
use site::Content;

/// A file of the client's: its type and its bytes.
pub type File = (&'static str, Arc<[u8]>);

/// All of it. Cheap to clone.
#[derive(Clone)]
pub struct State {
    /// The content as it was last without mistakes; nothing where it never was.
    pub content: Option<Arc<Content>>,
    /// Another one whenever the content changes, and for each server.
    pub version: Arc<str>,
    /// All styles.
    pub style: Arc<str>,
    /// That of headings; nothing where it could never be made.
    pub typeface: Option<Arc<Typeface>>,
    /// What stands around a page; nothing where it never could be read.
    pub shell: Option<Arc<Shell>>,
    /// What some pages have beside, as far as it could be read.
    pub extras: Arc<Extras>,
    /// Where pictures are.
    pub content_dir: Arc<Path>,
    /// Tells what stands around a page from what stood there: all but the styles.
    pub shell_version: Arc<str>,
    /// Of every answer.
    pub headers: Arc<[(&'static str, String)]>,
    /// The client's files by address; none before it has been built.
    pub client: Arc<BTreeMap<String, File>>,
    /// The icon, as SVG.
    pub icon: Arc<str>,
    /// Puts what differs in one page into another.
    pub idiomorph: Arc<str>,
    /// What is wrong, as HTML; empty where there are no errors.
    pub report: Arc<str>,
}

impl State {
    /// What open pages compare with what they have.
    pub fn message(&self) -> String {
        json!({
            "content": &*self.version,
            "style": &*self.style_version(),
            "shell": &*self.shell_version,
            "report": &*self.report,
        })
        .to_string()
    }

    /// Tells styles apart.
    pub fn style_version(&self) -> String {
        documents::headers::integrity(self.style.as_bytes())
    }
}
