//! The frame around every page. It runs on both sides: drawn on the build
//! machine, taken over in the browser.

mod app;
mod booking;
mod footer;
mod header;
mod link;

pub(crate) use app::App;
use leptos::prelude::ReadSignal;

use crate::Route;

/// The route being shown, changed by the router; `None` is an address without one.
pub(crate) type Shown = ReadSignal<Option<&'static Route>>;
