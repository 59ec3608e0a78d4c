//! What is open is remembered over reload and Back.

use thirtyfour::prelude::*;

use super::{QUESTION, click, open, until_open, until_shown};
use crate::context::{Context, PAGE};

pub async fn what_is_open_is_kept_over_reload_and_back(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    click(&at, 2).await?;
    click(&at, 5).await?;
    until_open(&at, &[2, 5]).await?;
    at.browser.refresh().await?;
    until_open(&at, &[2, 5]).await?;
    at.browser.hydrated().await?;
    click(&at, 5).await?;
    until_open(&at, &[2]).await?;
    // The same question of another page is another question.
    at.browser.element(".prose a[href='/microneedling/face']").await?.click().await?;
    at.until_page("Face Microneedling").await?;
    assert!(!open(&at).await?.contains(&true));
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    until_open(&at, &[2]).await?;
    // So is what was opened just before the page went.
    at.browser
        .run("document.querySelector('details').open = true; document.querySelector(\".prose a[href='/microneedling/face']\").click()")
        .await?;
    at.until_page("Face Microneedling").await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    until_open(&at, &[1, 2]).await?;
    click(&at, 1).await?;
    until_open(&at, &[2]).await?;
    // Closed is remembered as well.
    click(&at, 2).await?;
    until_open(&at, &[]).await?;
    at.browser.refresh().await?;
    at.browser.hydrated().await?;
    until_open(&at, &[]).await?;
    // The address wins over what was left closed; and a page that is come to anew begins anew.
    click(&at, 1).await?;
    until_open(&at, &[1]).await?;
    at.open_hydrated(&format!("{PAGE}/?anew#{QUESTION}")).await?;
    until_open(&at, &[3]).await?;
    click(&at, 3).await?;
    until_open(&at, &[]).await?;
    at.browser.refresh().await?;
    until_open(&at, &[3]).await
}

/// Asking for `sessionStorage` throws, as where a visitor has forbidden cookies.
pub const NO_STORAGE: &str = "Object.defineProperty(window, 'sessionStorage', { get: function () { throw new Error('storage is forbidden'); } })";

pub async fn forbidden_storage_breaks_nothing(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    click(&at, 2).await?;
    at.browser.element(".show-all").await?.click().await?;
    until_open(&at, &[1, 2, 3, 4, 5, 6, 7]).await?;
    at.browser.refresh().await?;
    at.browser.hydrated().await?;
    until_open(&at, &[]).await
}

/// A fixture has two hundred questions.
pub async fn two_hundred_questions_open_and_are_remembered(at: Context) -> WebDriverResult<()> {
    let number_open = |number| format!("document.querySelectorAll('details[open]').length === {number}");
    at.open_hydrated("/care/two-hundred/").await?;
    assert_eq!(at.browser.find_all(By::Css("details")).await?.len(), 200);
    click(&at, 200).await?;
    at.browser.until(&number_open(1)).await?;
    at.browser.element(".show-all").await?.click().await?;
    at.browser.until(&number_open(200)).await?;
    at.browser.until("document.querySelector('.show-all').ariaExpanded === 'true'").await?;
    at.browser.refresh().await?;
    at.browser.until(&number_open(200)).await?;
    // A question in the middle, found by its address among all the open ones.
    at.open_hydrated("/care/two-hundred/?again#question-120").await?;
    until_shown(&at, "question-120").await?;
    at.browser.until(&number_open(1)).await
}
