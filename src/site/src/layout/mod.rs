//! What stands around every page: header, footer, the ways to book. What changes in it
//! from page to page is in the `frame` crate.

mod app;
mod booking;
mod folders;
mod footer;
mod header;
mod mark;

pub(crate) use app::App;
