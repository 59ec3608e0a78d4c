//! HTML that is known to be safe, and text on its way into HTML.

pub(crate) use images::escaped;

/// HTML (or the inside of an `<svg>`) that the compiler made and checked.
/// Nothing else may become one.
#[derive(Clone, Debug, PartialEq)]
pub struct Html(pub String);

impl Html {
    /// What a reader reads: the text without its tags.
    pub fn text(&self) -> String {
        let (mut text, mut in_tag) = (String::with_capacity(self.0.len()), false);
        for c in self.0.chars() {
            match c {
                '<' => in_tag = true,
                '>' if in_tag => in_tag = false,
                c if !in_tag => text.push(c),
                _ => {}
            }
        }
        // The last one is `&amp;`: what it stood for must not be read again.
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
        entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c)).trim().to_owned()
    }

    /// Its headings.
    pub fn headings(&self) -> Vec<Heading> {
        let headings = self.0.split("<h").skip(1).filter_map(|rest| {
            let level = rest.chars().next()?.to_digit(10)?;
            let (attributes, rest) = rest.split_once('>')?;
            let (inside, _) = rest.split_once("</h")?;
            let id = attributes.split_once("id=\"").and_then(|(_, id)| id.split('"').next());
            Some(Heading { level, id: id.map(str::to_owned), text: Html(inside.to_owned()).text() })
        });
        headings.collect()
    }
}

/// A heading inside of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// From 1 to 6.
    pub level: u32,
    /// What links to it name.
    pub id: Option<String>,
    /// Its words.
    pub text: String,
}
