//! `testimonials`: what people have said, in their words.

use content::{
    keys,
    schema::{List, Words},
};
use leptos::prelude::*;

keys! {
    /// What people have said, in their words.
    pub struct Testimonials {
        /// The section's heading.
        required title: Words = "What people say";
        /// The quotations.
        required items: List<Testimonial>;
    }
}

keys! {
    /// What one person said.
    pub struct Testimonial {
        /// Their words. Nobody says Markdown: it is plain text.
        required quote: Words = "I was told beforehand what to expect.";
        /// Who said it.
        required author: Words = "Somebody from Knoxville";
    }
}

impl super::Rules for Testimonials {}

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
