//! What editors may write, as data: listed for programs ([`json`]) and for people, and laid out
//! as a new page ([`skeleton`]).
//!
//! It is declared where it is read: a section's keys in its file, a page's in `compile/page.rs`
//! and `compile/address.rs`, those of `site.yaml` in `compile/business.rs`.

mod example;
pub mod json;
mod reference;
mod skeleton;

use content::{
    ClaimsFile, Icons,
    schema::{Group, Keys},
};

pub use example::example;
pub use skeleton::skeleton;

use crate::compile;

/// What the files of the content folder may hold.
#[derive(Debug)]
pub struct Schema {
    /// A page's front matter.
    pub page: Group,
    /// `site.yaml`
    pub site: Group,
    /// `claims.yaml`
    pub claims: Group,
    /// `pictures.yaml`
    pub pictures: Group,
}

/// What the files of the content folder may hold.
pub fn schema() -> Schema {
    Schema {
        page: compile::page_keys(),
        site: compile::site_keys(),
        claims: ClaimsFile::keys().into(),
        pictures: compile::pictures_keys(),
    }
}

/// The files of the project that are made of the schema, each with its path.
pub fn files(icons: &Icons) -> [(&'static str, String); 5] {
    let schema = schema();
    let json = |title, group| format!("{:#}\n", json::document(title, group, icons));
    [
        ("docs/schema/page.json", json("The front matter of a page", &schema.page)),
        ("docs/schema/site.json", json("site.yaml", &schema.site)),
        ("docs/schema/claims.json", json("claims.yaml", &schema.claims)),
        ("docs/schema/pictures.json", json("pictures.yaml", &schema.pictures)),
        ("docs/front-matter.md", reference::reference(&schema)),
    ]
}

/// A rule that the check alone knows, because it looks further than at one value of one file.
#[derive(Debug, PartialEq)]
pub struct Own {
    /// What it is about.
    pub what: &'static str,
    /// Why it is in no JSON Schema.
    pub why: &'static str,
}

/// Addresses, and what leads to them.
pub const LINKS: Own = Own {
    what: "Links, the booking button and the form lead to pages that are there, and no two pages have one address",
    why: "the other files say so",
};

/// Pictures.
pub const PICTURES: Own = Own {
    what: "Pictures are files that are there and can be read, each shows one person, and their words are no file names",
    why: "the files say so, and what a file's name looks like is a matter of experience",
};

/// What is unique in a file.
pub const TWICE: Own = Own {
    what: "No question is asked twice, and no two parts of a page have one address (`id`)",
    why: "a schema compares whole values, and these are made of some of their words",
};

/// What is inside of texts.
pub const TEXT: Own = Own {
    what: "Text for readers is Markdown that is allowed here",
    why: "a schema does not read Markdown, nor what stands below the front matter",
};

/// Characters without a shape.
pub const CHARACTERS: Own = Own {
    what: "There are no characters that nobody sees, where they break something",
    why: "where they belong depends on the letters around them",
};

/// YAML's own spelling.
pub const SPELLING: Own = Own {
    what: "Words that YAML would take for something else, or lose, stand in quotes; no key stands twice; numbers are plain digits (`5`, neither `+5` nor `0x5`)",
    why: "a schema sees what YAML has made of them",
};

/// Everything that the check alone knows.
pub const OWN: [&Own; 6] = [&LINKS, &PICTURES, &TWICE, &TEXT, &CHARACTERS, &SPELLING];
