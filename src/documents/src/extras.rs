//! What some pages have in their heads, and no others.

use serde::{Deserialize, Serialize};
use site::render;

use crate::{WithImages, WithSearch, WithSeldom};

/// All of it, as far as there are such pages.
#[derive(Clone, Default, Deserialize, PartialEq, Serialize)]
pub struct Extras {
    /// Of pages with sections that few pages have.
    pub seldom: Option<WithSeldom>,
    /// Of pages with pictures.
    pub images: Option<WithImages>,
    /// Of the page with the search.
    pub search: Option<WithSearch>,
}

impl Extras {
    /// The tags of their pages.
    pub fn tags(&self) -> render::Extras {
        render::Extras {
            seldom: self.seldom.as_ref().map(WithSeldom::style_tag).unwrap_or_default(),
            form: self.seldom.as_ref().map(WithSeldom::form_tag).unwrap_or_default(),
            images: self.images.as_ref().map(WithImages::tags).unwrap_or_default(),
            search: self.search.as_ref().map(WithSearch::tags).unwrap_or_default(),
        }
    }

    /// The styles that stand in pages.
    pub(crate) fn styles(&self) -> impl Iterator<Item = &str> {
        let seldom = self.seldom.iter().map(|it| &*it.style);
        let images = self.images.iter().map(|it| &*it.style);
        seldom.chain(images).chain(self.search.iter().map(|it| &*it.style))
    }

    /// The scripts that stand in pages.
    pub(crate) fn scripts(&self) -> impl Iterator<Item = String> {
        let form = self.seldom.iter().map(|it| it.form_script.clone());
        let images = self.images.iter().map(WithImages::loader);
        form.chain(images).chain(self.search.iter().map(WithSearch::loader))
    }

    /// Their files: where each is, from the site's root, and what is in it.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        let images = self.images.iter().map(|it| (&*it.address, &*it.script));
        let search = self
            .search
            .iter()
            .flat_map(|it| [(&*it.script_address, &*it.script), (&*it.records_address, &*it.records)]);
        images.chain(search)
    }
}
