//! `features-grid`: what a treatment offers, a few words and an icon each.

#[cfg(any(feature = "ssr", feature = "hydrate"))]
use leptos::prelude::*;

use crate::{Html, List, Text};

/// A titled grid of features.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site::sections::features_grid))]
pub struct FeaturesGrid {
    /// The section's heading.
    pub title: Text,
    /// At least one.
    pub items: List<Feature>,
}

/// One feature.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site::sections::features_grid))]
pub struct Feature {
    /// A word or two.
    pub title: Text,
    /// One line of inline Markdown.
    pub description: Html,
    /// The shapes of a Lucide icon.
    pub icon: Option<Html>,
}

#[cfg(feature = "compile")]
impl super::Schema for FeaturesGrid {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.text());
        let items = fields.required("items").and_then(|value| value.list(feature));
        Some(Self { title: title?.into(), items: items?.into() })
    }
}

#[cfg(feature = "compile")]
fn feature(value: content::Value) -> Option<Feature> {
    let fields = value.mapping()?;
    let title = fields.required("title").and_then(|value| value.text());
    let description = fields.required("description").and_then(|value| value.inline_markdown());
    let icon = fields.optional("icon").map(|value| value.icon());
    fields.finish();
    Some(Feature {
        title: title?.into(),
        description: Html(description?.into()),
        icon: match icon {
            Some(shapes) => Some(Html(shapes?.into())),
            None => None,
        },
    })
}

/// The section as it is drawn.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
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
