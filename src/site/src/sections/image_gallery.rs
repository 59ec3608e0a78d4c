//! `image-gallery`: pictures beside each other.

use content::{
    keys,
    schema::{List, Words},
};
use images::{Loading, Place};
use leptos::prelude::*;

use crate::Photograph;

keys! {
    /// Pictures beside each other.
    pub struct ImageGallery {
        /// The section's heading.
        optional title: Words = "The rooms";
        /// The pictures.
        required images: List<Photograph>;
    }
}

impl super::Rules for ImageGallery {
    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static ImageGallery) -> impl IntoView {
    let figure = |photograph: &'static Photograph| {
        let Photograph { image, words, .. } = photograph;
        let html = images::with_caption(image, words, &photograph.below(), Place::Gallery, Loading::Late);
        view! {
            <li>
                <figure inner_html=html></figure>
            </li>
        }
    };
    view! {
        <section class="image-gallery pictures">
            {section.title.as_deref().map(|title| view! { <h2>{title}</h2> })}
            <ul role="list">{section.images.iter().map(figure).collect::<Vec<_>>()}</ul>
        </section>
    }
}
