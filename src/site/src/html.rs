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

    /// The texts of its headings.
    pub fn headings(&self) -> Vec<String> {
        let starts = self.0.split("<h").skip(1).filter(|it| it.starts_with(|c: char| c.is_ascii_digit()));
        let inside = starts.filter_map(|it| it.split_once('>')?.1.split_once("</h"));
        inside.map(|(inside, _)| Html(inside.to_owned()).text()).collect()
    }
}
