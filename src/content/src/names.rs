//! Names: the nearest known one to a misspelt one, and slugs made from words.

use rapidfuzz::distance::osa::{Args, BatchComparator};
use unicode_normalization::UnicodeNormalization;

/// How much of two names must be alike for one to be meant by the other.
const LIKENESS: f64 = 0.6;

/// The known name that `written` was most likely meant to be, if one is close.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(written, &known.into_iter().collect::<Vec<_>>())
}

// Not generic, and so compiled with this crate's optimisation whoever calls it.
fn nearest_of<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let letters = |name: &'a str| name.chars().map(|c| c.to_ascii_lowercase());
    let written: String = written.chars().map(|c| c.to_ascii_lowercase()).collect();
    let length = written.chars().count();
    let comparator = BatchComparator::new(written.chars());
    let mut best = (LIKENESS, None);
    for name in known.iter().copied() {
        let (shorter, longer) = match name.chars().count() {
            other if other < length => (other, length),
            other => (length, other),
        };
        // A name that the other one begins with (`/book` for `/booking`) counts as close.
        let begins = shorter > 2 && written.chars().zip(letters(name)).all(|(a, b)| a == b);
        if begins && best.0 <= LIKENESS {
            best.1 = Some(name);
        }
        // At best the shorter one is in the longer one; most names need no closer look.
        if shorter as f64 / longer as f64 >= best.0 {
            let cutoff = Args::default().score_cutoff(best.0);
            if let Some(likeness) = comparator.normalized_similarity_with_args(letters(name), &cutoff) {
                best = (likeness, Some(name));
            }
        }
    }
    best.1
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

/// Names as a list in a sentence.
pub(crate) fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
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
}
