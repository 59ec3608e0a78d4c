//! Pictures that do not come.

use std::fs;

use tests::{server::Instead, site};
use thirtyfour::prelude::*;

use super::RESULTS;
use crate::context::Context;

/// The address of every picture file that a page names.
fn files(path: &str) -> Vec<String> {
    const FOLDER: &str = "/assets/images/";
    let file = site("pictures").join(path.trim_matches('/')).join("index.html");
    let html = fs::read_to_string(file).unwrap_or_default();
    let name = |rest: &str| {
        rest.split(|it: char| !it.is_ascii_alphanumeric() && it != '-' && it != '.').next().map(str::to_owned)
    };
    let names = html.split(FOLDER).skip(1).filter_map(name);
    names.filter(|it| it.contains('.')).map(|it| format!("{FOLDER}{it}")).collect()
}

pub async fn a_picture_that_does_not_come_leaves_its_words(at: Context) -> WebDriverResult<()> {
    at.expect_on_the_console("404");
    let files = files(RESULTS);
    assert!(!files.is_empty());
    for file in &files {
        at.server.answer(file, Some(Instead::NotFound));
    }
    at.open_hydrated(RESULTS).await?;
    at.browser.run("document.querySelector('.pair').scrollIntoView()").await?;
    let failed = "(it => it.complete && it.naturalWidth === 0)";
    at.browser.until(&format!("{failed}(document.querySelector('.pair img'))")).await?;
    let image = at.browser.element(".pair img").await?;
    let words = image.attr("alt").await?.unwrap_or_default();
    assert!(words.starts_with("Before: "), "{words}");
    assert_eq!(at.browser.accessible_name(&image).await?, words);
    at.browser
        .until("(box => box.width > 100 && box.height > 24)(document.querySelector('.pair img').getBoundingClientRect())")
        .await?;
    at.browser.until("document.documentElement.scrollWidth <= document.documentElement.clientWidth").await?;
    // The large one does not come, either.
    at.browser.element(".pair .image").await?.click().await?;
    at.browser.until(&format!("{failed}(document.querySelector('dialog[open] img'))")).await?;
    assert_eq!(at.browser.element("dialog img").await?.attr("alt").await?, Some(words));
    at.browser.until("document.querySelector('dialog img').getBoundingClientRect().height > 24").await?;
    at.server.forget_answered();
    Ok(())
}
