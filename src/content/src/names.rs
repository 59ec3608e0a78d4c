//! Names: the nearest known one to a misspelt one, and slugs made from words.

use std::cell::Cell;

use unicode_normalization::UnicodeNormalization;

/// How alike two names must be for the one to be meant by the other.
const CLOSE: f64 = 0.6;

/// The known name that `written` was most likely meant to be, if one is close.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let length = written.chars().count();
    known
        .into_iter()
        .filter(|name| could_be_close(&written, length, name))
        .map(|name| (similarity(&written, &name.to_lowercase()), name))
        .filter(|(similarity, _)| *similarity >= CLOSE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// Many names that are asked again and again. The first questions are compared with each
/// of them, and the later ones with their neighbours in the alphabet alone: thousands of
/// mistakes on thousands of pages are told in a second as well.
#[derive(Debug)]
pub struct Names {
    sorted: Vec<String>,
    compared: Cell<usize>,
}

impl Names {
    /// So many comparisons are a fraction of a second.
    const ENOUGH: usize = 100_000;
    const NEIGHBOURS: usize = 8;

    /// These names, in any order.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<_> = names.into_iter().map(str::to_owned).collect();
        sorted.sort_unstable();
        Self { sorted, compared: Cell::new(0) }
    }

    /// The name that `written` was most likely meant to be, if one is close.
    pub fn nearest(&self, written: &str) -> Option<&str> {
        let mut near = &self.sorted[..];
        if self.compared.get() + near.len() > Self::ENOUGH {
            let at = near.partition_point(|name| **name < *written);
            near = &near[at.saturating_sub(Self::NEIGHBOURS)..near.len().min(at + Self::NEIGHBOURS)];
        }
        self.compared.set(self.compared.get() + near.len());
        nearest(written, near.iter().map(String::as_str))
    }
}

/// A bound of [`similarity`] that costs little: each character too many is an edit.
fn could_be_close(written: &str, length: usize, name: &str) -> bool {
    let other = name.chars().count();
    let least_edits = length.abs_diff(other) as f64 / length.max(other).max(1) as f64;
    1.0 - least_edits >= CLOSE
        || name.to_lowercase().starts_with(written)
        || written.starts_with(&name.to_lowercase())
}

/// 1 for the same name, 0 for nothing in common. A name that the other one
/// begins with (`/book` for `/booking`) counts as close.
fn similarity(a: &str, b: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(a, b);
    let prefix = !a.is_empty() && !b.is_empty() && (a.starts_with(b) || b.starts_with(a));
    if prefix && a.len().min(b.len()) > 2 { edits.max(CLOSE) } else { edits }
}

/// The words of a heading or a question as an id for a URL's fragment:
/// lowercase letters and digits, hyphens between words. A letter that was typed in two
/// parts (`e` and an accent) is the same letter (Unicode Standard Annex 15, form C).
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.nfc().filter(|c| !matches!(c, '\'' | '’')) {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_name_forgives_typing_but_does_not_guess() {
        let known = ["name", "tagline", "title", "metaDescription"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("metadescription", known), Some("metaDescription"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("/booking", ["/book", "/"]), Some("/book"));
    }

    #[test]
    fn slug_keeps_letters_and_digits() {
        assert_eq!(slug("What is PRP, and who's it for?"), "what-is-prp-and-whos-it-for");
        assert_eq!(slug("4–6 weeks"), "4-6-weeks");
        assert_eq!(slug("Crème"), "crème");
        assert_eq!(slug("Cre\u{300}me"), "crème");
        assert_eq!(slug("?!"), "");
    }

    #[test]
    fn many_names_answer_like_few_and_go_on_answering() {
        let routes: Vec<_> = (0..2000).map(|n| format!("/page-{n:04}")).collect();
        let names = Names::new(routes.iter().map(String::as_str));
        let few = |written| nearest(written, routes.iter().map(String::as_str));
        for written in ["/pgae-0042", "/page-42", "/nothing-like-it", "/page"] {
            assert_eq!(names.nearest(written), few(written), "{written}");
        }
        for _ in 0..100 {
            names.nearest("/nothing-like-it");
        }
        assert!(names.compared.get() + routes.len() > Names::ENOUGH);
        assert_eq!(names.nearest("/page-0042x"), Some("/page-0042"), "a neighbour");
        assert_eq!(names.nearest("/nothing-like-it"), None);
    }
}
