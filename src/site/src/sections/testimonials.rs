//! `testimonials`: what people have said, in their words.

use leptos::prelude::*;

/// Titled quotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Testimonials {
    /// The section's heading.
    pub title: String,
    /// At least one.
    pub items: Vec<Testimonial>,
}

/// What one person said.
#[derive(Clone, Debug, PartialEq)]
pub struct Testimonial {
    /// Plain text: nobody says Markdown.
    pub quote: String,
    /// Who said it.
    pub author: String,
}

impl super::Schema for Testimonials {
    fn read(fields: &content::Mapping) -> Option<Self> {
        let title = fields.required("title").and_then(|value| value.words());
        let items = fields.required("items").and_then(|value| value.list(testimonial));
        Some(Self { title: title?, items: items? })
    }
}

fn testimonial(value: content::Value) -> Option<Testimonial> {
    let fields = value.mapping()?;
    let quote = fields.required("quote").and_then(|value| value.words());
    let author = fields.required("author").and_then(|value| value.words());
    fields.finish();
    Some(Testimonial { quote: quote?, author: author? })
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static Testimonials) -> impl IntoView {
    let testimonial = |item: &'static Testimonial| {
        view! {
            <li>
                <figure>
                    <blockquote>
                        <p>{&*item.quote}</p>
                    </blockquote>
                    <figcaption>{&*item.author}</figcaption>
                </figure>
            </li>
        }
    };
    view! {
        <section class="testimonials">
            <h2>{&*section.title}</h2>
            <ul role="list">{section.items.iter().map(testimonial).collect::<Vec<_>>()}</ul>
        </section>
    }
}
