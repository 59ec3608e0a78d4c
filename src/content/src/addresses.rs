//! What is an address: of the web, of this site, of e-mail, of a phone. One check each,
//! for links and for `site.yaml`.

pub mod patterns;
mod people;
mod site;
mod web;

pub(crate) use people::{dialled, mailto, tel};
pub use people::{is_mail, is_phone};
pub use site::{composed, decoded, on_this_site, redirected};
pub use url::Url;
pub use web::{scheme, web};
