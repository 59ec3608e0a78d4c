//! The pages on the sheet: one of each kind.

use crate::camera::Scheme;

/// The site in `content/`.
pub const REAL: &str = "";

/// Sites of `tests/sites/` that have what the real one has not.
pub const SITES: [&str; 2] = ["pictures", "form"];

/// A page that stands for its kind.
pub struct Template {
    /// What its pictures' files are named by.
    pub name: &'static str,
    /// Where it is.
    pub path: &'static str,
    /// What it is answered with.
    pub status: u16,
    /// Whose page it is: one of [`SITES`], or [`REAL`].
    site: &'static str,
    /// Whether it is on the small sheet.
    pub is_main: bool,
}

impl Template {
    /// A page of the real site.
    const fn main(name: &'static str, path: &'static str) -> Self {
        Self { name, path, status: 200, site: REAL, is_main: true }
    }

    /// A page that the small sheet can do without.
    const fn further(name: &'static str, path: &'static str, site: &'static str) -> Self {
        Self { name, path, status: 200, site, is_main: false }
    }

    /// Its address as it is shown.
    pub fn address(&self) -> String {
        match self.site {
            REAL => self.path.to_owned(),
            site => format!("{} (fixture `{site}`)", self.path),
        }
    }

    /// The file of a picture of it.
    pub fn file(&self, width: u32, scheme: Scheme) -> String {
        format!("{}-{width}-{}.png", self.name, scheme.name())
    }
}

/// All of them, in the order of the sheet.
pub const TEMPLATES: [Template; 11] = [
    Template::main("home", "/"),
    Template::main("folder", "/microneedling"),
    Template::main("treatment", "/microneedling/hair-loss"),
    Template::further("treatment-face", "/microneedling/face", REAL),
    Template::main("booking", "/book"),
    Template::main("contact", "/contact"),
    Template::further("text", "/privacy", REAL),
    Template::main("search", "/search?q=hurt"),
    Template { status: 404, ..Template::further("not-found", "/there-is-no-such-page", REAL) },
    Template::further("pictures", "/results", "pictures"),
    Template::further("sections", "/care", "form"),
];

/// The pages of one site.
pub fn of(site: &str) -> impl Iterator<Item = &'static Template> {
    TEMPLATES.iter().filter(move |template| template.site == site)
}
