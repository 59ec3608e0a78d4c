//! Pictures: pairs that can be compared, and their large versions, on the site `pictures`.

mod compare;
mod large;
mod missing;

use thirtyfour::prelude::*;

use crate::context::Context;

// In the list each is `images::` and its name, whatever it is about.
pub use compare::*;
pub use large::*;
pub use missing::*;

/// Eight pairs, the last two of which differ in shape and are behind “Show all”; a gallery;
/// two pictures in the text.
pub const RESULTS: &str = "/results/";

/// A page of that site without pictures, that leads to [`RESULTS`] in its text.
const HOME: &str = "/";

/// Pairs of [`RESULTS`], and those of one shape.
const PAIRS: usize = 8;
const ALIKE: usize = 6;

/// How many pairs have one button, and how many buttons there are.
const BUTTONS: &str =
    "[[...document.querySelectorAll('.pair')].filter(it => it.querySelectorAll('button').length === 1).length,
      document.querySelectorAll('.pair button').length]";

/// Waits until each pair of one shape has its button, once.
async fn until_prepared(at: &Context) -> WebDriverResult<()> {
    at.browser.until_is(BUTTONS, &serde_json::json!([ALIKE, ALIKE])).await
}

async fn open_prepared(at: &Context) -> WebDriverResult<()> {
    at.open_hydrated(RESULTS).await?;
    until_prepared(at).await
}

pub async fn pages_without_pictures_ask_for_nothing(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(HOME).await?;
    let html: String = at.browser.value("document.documentElement.outerHTML").await?;
    assert!(!html.contains(".pair") && !html.contains("/images"), "neither style nor script");
    assert!(!at.server.answered().iter().any(|it| it.path.contains("images")), "and no request");
    Ok(())
}

pub async fn the_router_brings_what_pictures_need_once(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(HOME).await?;
    at.browser.run("window.sameDocument = true").await?;
    at.browser.element(".prose a[href='/results']").await?.click().await?;
    at.until_page("Results").await?;
    until_prepared(&at).await?;
    // And again: what was there is gone, and what is there now is new.
    at.browser.element(".site-footer a[href='/about']").await?.click().await?;
    at.browser.until("location.pathname === '/about' && !document.querySelector('.pair')").await?;
    at.browser.back().await?;
    at.until_page("Results").await?;
    until_prepared(&at).await?;
    at.browser.until("window.sameDocument").await?;
    at.browser.element(".pair button").await?.click().await?;
    at.browser.until("document.querySelector('.pair button').ariaPressed === 'true'").await?;
    // Somebody changes the page: still one each.
    at.browser
        .run(
            "document.querySelector('.pair button').remove();
             document.querySelector('article').append(document.createElement('p'))",
        )
        .await?;
    until_prepared(&at).await
}
