//! The frame around every page. The build machine draws it; what changes in it
//! from page to page is in [`live`], and runs on both sides.

#[cfg(feature = "ssr")]
mod app;
#[cfg(feature = "ssr")]
mod booking;
#[cfg(feature = "ssr")]
mod footer;
#[cfg(feature = "ssr")]
mod header;
pub(crate) mod live;

#[cfg(feature = "ssr")]
pub(crate) use app::App;
use leptos::prelude::ReadSignal;

use crate::Route;

/// The route being shown, changed by the router; `None` is an address without one.
pub(crate) type Shown = ReadSignal<Option<&'static Route>>;

/// What a booking button says where the page has no words for it.
pub(crate) const BOOK: &str = "Book";
