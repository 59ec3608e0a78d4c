//! The components that draw the frame around a page's sections.

mod app;
mod cards;
mod hero;
mod icon;
mod not_found;
mod page_view;

pub(crate) use app::App;
pub(crate) use icon::Icon;
