//! The components that draw the frame around a page's sections.

mod address;
mod app;
mod booking;
mod cards;
mod header;
mod hero;
mod icon;
mod not_found;
mod page_view;

pub(crate) use address::Address;
pub(crate) use app::App;
pub(crate) use booking::BookingButton;
pub(crate) use icon::Icon;
