//! The sections that a page can have, one file each.
//!
//! A section's file holds all of it: the data, the keys an editor writes, and
//! the component. A new type is a new file here, its two lines in this one (the
//! module and the name that editors write), and its style in `style/`.

use content::{Mapping, Value};

/// Stands for the target of a booking button among a page's links, until
/// `site.yaml` has told what that is.
pub(crate) const BOOKING_BUTTON: &str = "booking:";

/// What the compiler asks of a section.
pub(crate) trait Schema: Sized {
    /// Reads the section's keys; what is wrong goes to the report.
    fn read(fields: &Mapping) -> Option<Self>;
}

pub mod booking_form;
pub mod cta_banner;
pub mod faq_accordion;
pub mod features_grid;
pub mod places;
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

        impl Section {
            /// Reads one item of `sections`.
            pub(crate) fn read(value: Value) -> Option<Self> {
                let fields = value.mapping()?;
                let section = match fields.required("type")?.one_of("type of section", &[$($name),*])? {
                    $($name => $module::$type::read(&fields).map(Self::$type),)*
                    _ => None,
                };
                fields.finish();
                section
            }
        }

        /// Draws a section.
                pub(crate) fn draw(section: &'static Section) -> leptos::prelude::AnyView {
            use leptos::prelude::*;
            match section {
                $(Section::$type(section) => view! { <$module::View section /> }.into_any(),)*
            }
        }
    };
}

sections! {
    "features-grid" => features_grid::FeaturesGrid,
    "faq-accordion" => faq_accordion::FaqAccordion,
    "text-block" => text_block::TextBlock,
    "steps" => steps::Steps,
    "cta-banner" => cta_banner::CtaBanner,
    "testimonials" => testimonials::Testimonials,
    "booking-form" => booking_form::BookingForm,
    "places" => places::Places,
}
