//! `features-grid`: what a treatment offers, a few words and an icon each.

use content::{
    keys,
    schema::{List, Words},
};
use leptos::prelude::*;

use crate::kinds::{Icon, Inline};

keys! {
    /// What a treatment offers, in a grid: a few words and an icon each.
    pub struct FeaturesGrid {
        /// The section's heading.
        required title: Words = "What people come for";
        /// The features.
        required items: List<Feature>;
    }
}

keys! {
    /// One feature.
    pub struct Feature {
        /// A word or two.
        required title: Words = "Texture";
        /// What it is about, in a sentence.
        required description: Inline = "Rough or *uneven* skin.";
        /// A small drawing before the title: a name from lucide.dev/icons.
        optional icon: Icon = "waves";
    }
}

impl super::Rules for FeaturesGrid {
    const GROUND: super::Ground = super::Ground::Tint;

    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn headings(&self) -> Vec<String> {
        [&self.title].into_iter().chain(self.items.iter().map(|it| &it.title)).cloned().collect()
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static FeaturesGrid) -> impl IntoView {
    let feature = |feature: &'static Feature| {
        view! {
            <li>
                {feature.icon.as_ref().map(|icon| view! { <crate::components::Icon shapes=icon /> })}
                <h3>{&*feature.title}</h3>
                <p inner_html=&*feature.description.0></p>
            </li>
        }
    };
    view! {
        <section class="features-grid">
            <h2>{&*section.title}</h2>
            <ul role="list" class="fill">{section.items.iter().map(feature).collect::<Vec<_>>()}</ul>
        </section>
    }
}
