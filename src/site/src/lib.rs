//! The site, from editors' files to what the browser gets.
//!
//! Feature `compile`: editors' files in, typed [`Content`] out ([`compile`]).
//! Feature `ssr`: components draw every page's article once, on the build
//! machine ([`render`]); what comes out is a [`Site`]. The frame around the
//! articles (header, footer, menus) is drawn there too. With the feature `hydrate`
//! the [`router`] takes over what changes in a drawn page, and puts other articles
//! into it without a page load.

mod site;
pub use site::{Article, List, Route, Site, Text};

#[cfg(feature = "compile")]
mod business;
#[cfg(feature = "compile")]
pub mod compile;
#[cfg(feature = "compile")]
mod page;
#[cfg(feature = "compile")]
pub mod sections;
#[cfg(feature = "compile")]
pub use self::{
    business::{Booking, Business, Hours, Place},
    page::{BOOKING, Card, Content, Date, Folder, Html, Link, Page, WhyChoose},
    sections::Section,
};

#[cfg(feature = "ssr")]
mod article;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod frame;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "hydrate")]
pub mod router;
