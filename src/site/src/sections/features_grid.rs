//! `features-grid`: what a treatment offers, a few words and an icon each.

use leptos::prelude::*;

use crate::Html;

/// A titled grid of features.
#[derive(Clone, Debug, PartialEq)]
pub struct FeaturesGrid {
    /// The section's heading.
    pub title: String,
    /// At least one.
    pub items: Vec<Feature>,
}

/// One feature.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// A word or two.
    pub title: String,
    /// One line of inline Markdown.
    pub description: Html,
    /// The shapes of a Lucide icon.
    pub icon: Option<Html>,
}

impl super::Schema for FeaturesGrid {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.words());
        let items = fields.required("items").and_then(|value| value.list(feature));
        Some(Self { title: title?, items: items? })
    }
}

fn feature(value: content::Value) -> Option<Feature> {
    let fields = value.mapping()?;
    let title = fields.required("title").and_then(|value| value.words());
    let description = fields.required("description").and_then(|value| value.inline_markdown());
    let icon = fields.optional("icon").map(|value| value.icon());
    fields.finish();
    Some(Feature {
        title: title?,
        description: Html(description?),
        icon: match icon {
            Some(shapes) => Some(Html(shapes?)),
            None => None,
        },
    })
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
            <ul role="list">{section.items.iter().map(feature).collect::<Vec<_>>()}</ul>
        </section>
    }
}
