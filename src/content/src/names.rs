//! Names: the nearest known one to a misspelt one, and slugs made from words.

/// The known name that `written` was most likely meant to be, if one is close.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    known
        .into_iter()
        .map(|name| (similarity(&written, &name.to_lowercase()), name))
        .filter(|(similarity, _)| *similarity >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// 1 for the same name, 0 for nothing in common. A name that the other one
/// begins with (`/book` for `/booking`) counts as close.
fn similarity(a: &str, b: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(a, b);
    let prefix = !a.is_empty() && !b.is_empty() && (a.starts_with(b) || b.starts_with(a));
    if prefix && a.len().min(b.len()) > 2 { edits.max(0.6) } else { edits }
}

/// The words of a heading or a question as an id for a URL's fragment:
/// lowercase letters and digits, hyphens between words.
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.chars().filter(|c| !matches!(c, '\'' | '’')) {
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
        assert_eq!(slug("?!"), "");
    }
}
