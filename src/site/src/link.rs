//! Links, and the folders that menus are made of.

use model::Text;

/// A link to a page, or to another site.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub href: Text,
    /// What it says.
    pub name: Text,
}

/// A folder with a page of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Folder {
    /// Its own page.
    pub page: Link,
    /// The pages right in it.
    pub children: Vec<Link>,
    /// All pages below it, a folder before what is in it.
    pub below: Vec<Link>,
}
