//! The small components that pages and sections are put together from.

mod booking_button;
mod drawing;
mod place;

pub(crate) use booking_button::BookingButton;
pub(crate) use drawing::{Art, Detail, Icon, Mark};
pub(crate) use place::PlaceLines;

use crate::{Business, Folder, ListedFolder};

/// What a component may ask of the site and the page that it is drawn in, by Leptos's
/// context.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings {
    /// The business.
    pub business: &'static Business,
    /// The treatments.
    pub folders: &'static [Folder],
    /// Where booking buttons lead; `None` where there is nowhere to book.
    pub booking: Option<&'static str>,
    /// Whether the page has line art.
    pub has_art: bool,
    /// The route of the page.
    pub route: &'static str,
    /// Everything that a search finds, where the page has one.
    pub listed: &'static [ListedFolder],
    /// The route of the page, where it is about treatments.
    pub treatment: Option<&'static str>,
}
