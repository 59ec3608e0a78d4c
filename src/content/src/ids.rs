//! The ids of a page's HTML: each belongs to one part of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::names;

/// Ids with who has them.
#[derive(Debug, Default)]
pub struct Ids {
    taken: BTreeMap<String, String>,
    /// The next number to try behind a slug.
    next: BTreeMap<String, usize>,
}

/// An id made of `words`.
pub fn id(words: &str) -> String {
    match names::slug(words) {
        empty if empty.is_empty() => "part".to_owned(),
        slug => slug,
    }
}

impl Ids {
    /// An id made of `words` that nobody has, for `owner` from now on.
    pub fn unique(&mut self, words: &str, owner: String) -> String {
        let slug = id(words);
        let next = self.next.entry(slug.clone()).or_insert(1);
        let id = loop {
            let id = if *next == 1 { slug.clone() } else { format!("{slug}-{next}") };
            *next += 1;
            if !self.taken.contains_key(&id) {
                break id;
            }
        };
        self.taken.insert(id.clone(), owner);
        id
    }

    /// Takes an id for `owner`.
    ///
    /// # Errors
    /// Who has it.
    pub fn claim(&mut self, id: &str, owner: String) -> Result<(), String> {
        match self.taken.get(id) {
            Some(other) => Err(other.clone()),
            None => {
                self.taken.insert(id.to_owned(), owner);
                Ok(())
            }
        }
    }

    /// All ids that are taken.
    pub fn all(&self) -> BTreeSet<String> {
        self.taken.keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_whatever_the_order() {
        let mut ids = Ids::default();
        assert_eq!(ids.claim("pain-2", "a question".into()), Ok(()));
        let made: Vec<_> = (0..3).map(|_| ids.unique("Pain", "a heading".into())).collect();
        assert_eq!(made, ["pain", "pain-3", "pain-4"]);
        assert_eq!(ids.claim("pain", "a question".into()), Err("a heading".into()));
        assert_eq!(ids.unique("?!", String::new()), "part");
    }
}
