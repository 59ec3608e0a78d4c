//! The frame around every page. It runs on both sides: drawn on the build
//! machine, taken over in the browser.

mod app;
mod booking;
mod footer;
mod header;
mod link;
mod not_found;

pub(crate) use app::App;
use leptos::prelude::*;

use crate::Route;

/// What the frame shows, changed by the router.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    /// The route; `None` is an address without one.
    pub route: ReadSignal<Option<&'static Route>>,
    /// The path that was asked for. It is known in the browser alone, and even
    /// there not at first, for both sides must draw the same.
    pub path: ReadSignal<String>,
}
