//! What visitors look for (`tests/search.txt`), and whether they find it.

use std::{collections::BTreeMap, fs};

use serde_json::json;
use tests::root;
use thirtyfour::prelude::*;

use super::{FIRST, READY, type_into_the_field};
use crate::context::Context;

/// All queries of `tests/search.txt`, by kind.
pub async fn visitors_find_what_they_mean(at: Context) -> WebDriverResult<()> {
    let text = fs::read_to_string(root().join("tests/search.txt"))?;
    let queries: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
        .collect();
    at.open_hydrated("/search").await?;
    type_into_the_field(&at, "x").await?;
    at.browser.until(READY).await?;
    let found: Vec<Vec<String>> = at
        .browser
        .value(&format!(
            "{}.map(([, query]) => {{
                const field = document.querySelector('#search_q');
                field.value = query;
                field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
                return {FIRST};
            }})",
            json!(queries)
        ))
        .await?;
    let mut kinds: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut missed = Vec::new();
    for (query, found) in queries.iter().zip(&found) {
        let [kind, words, right] = query[..] else { panic!("{query:?}: a kind, a query and an address") };
        let is_found = right.split(' ').any(|right| found.iter().any(|it| it == right));
        let counts = kinds.entry(kind).or_default();
        *counts =
            [counts[0] + 1, counts[1] + usize::from(is_found), counts[2] + usize::from(found.is_empty())];
        if !is_found {
            missed.push(format!("{words}: {found:?} instead of {right}"));
        }
    }
    let [all, right, nothing] = kinds.values().fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
    let told = format!("kind: queries, right, nothing\n{kinds:#?}\n{}", missed.join("\n"));
    assert!(right * 100 >= all * 95 && nothing * 100 <= all * 2, "{right} of {all}\n{told}");
    assert!(kinds.values().all(|[all, right, _]| right * 10 >= all * 9), "{told}");
    Ok(())
}
