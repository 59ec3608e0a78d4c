//! The site, on the machine that builds it: editors' files in, HTML out.
//!
//! [`compile`] makes typed pages ([`Content`]) of the files, [`render`] makes HTML of the
//! pages: for each an article, and the document around it. Arrows go one way:
//!
//! ```text
//! compile ────────────────────► page ─► sections ─► components ─► business, link, html,
//!                                                                fact, photographs
//! render ─► article, layout ─►
//! ```
//!
//! A section's keys and its component are in one file ([`sections`]). [`schema`] lists all keys
//! that editors may write.

mod business;
pub mod compile;
mod fact;
mod html;
mod kinds;
mod link;
mod page;
mod photographs;
pub mod schema;
pub mod sections;

mod article;
mod components;
mod layout;
pub mod render;

pub use self::{
    article::{CARDS_SCRIPT, CONTENTS_SCRIPT, IMAGES_SCRIPT, NEAREST_FIRST},
    business::{BOOKING, Booking, Business, Hours, Place},
    fact::Fact,
    html::{Heading, Html},
    link::{Folder, Link},
    page::{Card, Content, Date, Frame, Listed, ListedFolder, Page, Part, WhyChoose},
    photographs::{Origin, Pair, Photograph},
    sections::Section,
};
