//! The site: typed pages, their sections, and the components that draw them.
//!
//! The same components run twice: on the build machine, where every route is
//! written as HTML (feature `ssr`), and in the browser, where they take that
//! HTML over (feature `hydrate`). With the feature `compile` there are no
//! components but a compiler: editors' files in, [`Site`] out.

mod business;
mod page;
pub mod sections;

#[cfg(feature = "compile")]
pub mod compile;

#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod components;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "hydrate")]
pub mod router;

pub use business::{Booking, Business, Hours, Place};
pub use page::{BOOKING, Body, Card, Date, Html, Link, List, MenuItem, Page, Site, Text, WhyChoose};
pub use sections::Section;
