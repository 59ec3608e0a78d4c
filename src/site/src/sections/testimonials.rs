//! `testimonials`: what people have said, in their words.

use content::{
    Owner, Value, keys,
    schema::{Group, Keys, Kind, List, Read, ReadKeys, Shape, Text, Words},
};
use images::{Image, Loading, Place};
use leptos::prelude::*;

use crate::kinds::Picture;

/// How wide a portrait is on a page at most, in the pixels of a dense screen.
const PORTRAIT: u32 = 192;

keys! {
    /// What people have said, in their words.
    pub struct Testimonials {
        /// The section's heading.
        required title: Words = "What people say";
        /// The quotations.
        required items: List<Testimonial>;
    }
}

/// What one person said.
#[derive(Clone, Debug, PartialEq)]
pub struct Testimonial {
    /// Their words.
    pub quote: String,
    /// Who said it.
    pub author: String,
    /// Who that is.
    pub portrait: Option<Image>,
}

keys! {
    /// What one person said.
    struct Written {
        /// Their words. Nobody says Markdown: it is plain text.
        required quote: Words = "I was told beforehand what to expect.";
        /// Who said it.
        required author: Words = "Somebody from Knoxville";
        /// A picture of the author: a path that begins at this file's folder or, with a `/` before
        /// it, at the content folder. The author's name stands for it.
        optional portrait: Picture<PORTRAIT> = "/images/portrait.jpg";
        /// With a portrait: the number of the record in which its person agrees, or who has drawn it.
        /// It is never published.
        optional consent: Text = "C-0142";
    }
}

/// A key that needs another one: whoever is shown has agreed.
const CONSENT: (&str, &str) = ("portrait", "consent");

impl Kind for Testimonial {
    type Value = Self;

    fn shape() -> Shape {
        Shape::Group(Group { needs: vec![CONSENT], ..Written::keys().into() })
    }
}

impl<C> Read<C> for Testimonial {
    fn read(value: Value, context: &C) -> Option<Self> {
        let fields = value.mapping()?;
        let written = Written::read_keys(&fields, context);
        fields.finish(Written::NAMES);
        let [portrait, consent] = [CONSENT.0, CONSENT.1].map(|key| fields.optional(key));
        match (portrait, consent.map(|consent| consent.as_text())) {
            (Some(portrait), None) => portrait.error(
                "nothing says that the person of this portrait has agreed",
                "add a line `consent: …` with the number of the record; without a written permission, take the portrait out",
            ),
            (Some(portrait), Some(Some(number))) => {
                fields.document().set_owner(&portrait.span(), &Owner::Agreed(number));
            }
            // What stands there and is no text has been told where it was read.
            _ => {}
        }
        let Written { quote, author, portrait, .. } = written?;
        Some(Self { quote, author, portrait })
    }
}

impl super::Rules for Testimonials {
    const GROUND: super::Ground = super::Ground::Tint;
    const SELDOM: bool = true;

    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static Testimonials) -> impl IntoView {
    let testimonial = |item: &'static Testimonial| {
        let portrait = item.portrait.as_ref().map(|image| {
            let words = format!("Portrait of {}", item.author);
            let html = images::link(image, &words, Place::Portrait, Loading::Late);
            view! { <div inner_html=html></div> }
        });
        view! {
            <li>
                <figure>
                    {portrait}
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
            <ul role="list" class="fill">{section.items.iter().map(testimonial).collect::<Vec<_>>()}</ul>
        </section>
    }
}
