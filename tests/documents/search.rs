//! What the search weighs, and for whom.

use std::fs;

use tests::{routes, site};

/// What is fetched when it is opened, in bytes, Brotli.
const OPENED: u64 = 16 * 1024;

#[test]
fn who_opens_the_search_pays_for_it_and_nobody_else_does() {
    let read = |route: &str| {
        let file = site("").join(route.trim_start_matches('/')).join("index.html");
        fs::read_to_string(file).expect("a page")
    };
    let page = read("/search");
    let files = page.split('"').filter(|it| it.starts_with("/assets/search-"));
    let weight = |address: &str| {
        let file = site("").join(&address[1..]).with_added_extension("br");
        fs::metadata(file).expect("a compressed file").len()
    };
    let weights: Vec<u64> = files.map(weight).collect();
    assert_eq!(weights.len(), 2, "a script and the records");
    let sum = weights.iter().sum::<u64>();
    assert!(sum <= OPENED, "{sum} of {OPENED} bytes");
    for route in routes().iter().filter(|route| *route != "/search") {
        assert!(!read(route).contains("/assets/search-"), "{route}");
    }
}
