//! The sections that a page can have, one file each.
//!
//! A section's file holds all of it: the data, the keys an editor writes, and
//! the component. A new type is a new file here, its two lines in this one (the
//! module and the name that editors write), and its style in `style/`
//! (in `style/seldom/` where few pages have it, which its file says).

use content::{
    Mapping, Value,
    schema::{Keys, Kind, Read, ReadKeys, Shape, Type},
};

use crate::Part;

/// Stands for the target of a booking button among a page's links, until
/// `site.yaml` has told what that is.
pub(crate) const BOOKING_BUTTON: &str = "booking:";

/// What the compiler asks of a section beside its keys.
pub(crate) trait Rules: Keys {
    /// Whether a page may have one, and no more.
    const ONCE: bool = false;

    /// What it stands on, if its neighbours allow it.
    const GROUND: Ground = Ground::Paper;

    /// Whether few pages have one: its style is then in `style/seldom/`, and not in every page.
    const SELDOM: bool = false;

    /// Reports what is wrong beyond one value.
    fn check(_: &Mapping) {}

    /// Its heading, by which the page's contents list it.
    fn title(&self) -> Option<&str>;

    /// The headings by which a search finds it.
    fn headings(&self) -> Vec<String> {
        self.title().into_iter().map(str::to_owned).collect()
    }
}

/// What a part of a page stands on, see `article/rhythm.rs`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ground {
    /// That of the page.
    Paper,
    /// A tint, from edge to edge.
    Tint,
    /// The deepest colour, from edge to edge: what is to be seen in any case.
    Deep,
}

/// A group with `ctaText` has a button, which needs somewhere to lead.
pub(crate) fn expect_booking(fields: &Mapping) {
    if let Some(button) = fields.optional("ctaText") {
        fields.document().add_link(BOOKING_BUTTON.to_owned(), button.span(), None);
    }
}

pub mod booking_form;
pub mod cta_banner;
pub mod faq_accordion;
pub mod features_grid;
pub mod image_gallery;
pub mod places;
pub mod question_links;
pub mod search;
pub mod steps;
pub mod testimonials;
pub mod text_block;

macro_rules! sections {
    ($($name:literal => $module:ident::$type:ident,)*) => {
        /// A part of a page, of one of the types that editors know by name.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Section {
            $(
                #[doc = concat!("`type: ", $name, "`")]
                $type($module::$type),
            )*
        }

        $(
            impl $module::$type {
                /// What editors call it.
                pub const TYPE: &'static str = $name;
            }
        )*

        impl Kind for Section {
            type Value = Self;

            fn shape() -> Shape {
                Shape::Typed(vec![$(Type {
                    name: $name,
                    help: $module::$type::HELP,
                    group: $module::$type::keys().into(),
                    once: $module::$type::ONCE,
                }),*])
            }
        }

        impl Read for Section {
            fn read(value: Value, context: &()) -> Option<Self> {
                let fields = value.mapping()?;
                let kind = fields.required("type")?.one_of("type of section", &[$($name),*])?;
                let (section, known) = match kind {
                    $($name => {
                        let section = $module::$type::read_keys(&fields, context);
                        $module::$type::check(&fields);
                        (section.map(Self::$type), $module::$type::NAMES)
                    })*
                    _ => (None, &[][..]),
                };
                fields.finish(&[&["type"], known].concat());
                section
            }
        }

        impl Section {
            /// The headings by which a search finds it.
            pub fn headings(&self) -> Vec<String> {
                match self {
                    $(Self::$type(section) => section.headings(),)*
                }
            }

            /// Whether few pages have one.
            pub(crate) fn is_seldom(&self) -> bool {
                match self {
                    $(Self::$type(_) => $module::$type::SELDOM,)*
                }
            }

            /// Its heading.
            pub(crate) fn title(&self) -> Option<&str> {
                match self {
                    $(Self::$type(section) => section.title(),)*
                }
            }

            /// What it stands on, if its neighbours allow it.
            pub(crate) fn ground(&self) -> Ground {
                match self {
                    $(Self::$type(_) => $module::$type::GROUND,)*
                }
            }
        }

        /// Draws a section, with its id, on this ground.
        pub(crate) fn draw(
            Part { id, section }: &'static Part,
            ground: Option<&'static str>,
        ) -> leptos::prelude::AnyView {
            use leptos::prelude::*;
            let id = id.as_deref();
            match section {
                $(Section::$type(section) => {
                    view! { <$module::View section attr:id=id attr:data-ground=ground /> }.into_any()
                })*
            }
        }
    };
}

sections! {
    "features-grid" => features_grid::FeaturesGrid,
    "image-gallery" => image_gallery::ImageGallery,
    "faq-accordion" => faq_accordion::FaqAccordion,
    "text-block" => text_block::TextBlock,
    "steps" => steps::Steps,
    "cta-banner" => cta_banner::CtaBanner,
    "testimonials" => testimonials::Testimonials,
    "booking-form" => booking_form::BookingForm,
    "places" => places::Places,
    "question-links" => question_links::QuestionLinks,
    "search" => search::Search,
}
