//! The page before, and without, the `.wasm`.

use thirtyfour::prelude::*;

use crate::Context;

const PAGE: &str = "/microneedling/hair-loss";

/// What must work on a plain HTML page: questions and links.
async fn works_as_plain_html(at: &Context) -> WebDriverResult<()> {
    let item = at.browser.element(".faq-accordion details").await?;
    item.find(By::Css("summary")).await?.click().await?;
    assert!(item.attr("open").await?.is_some());
    at.browser.element(".prose a[href='/microneedling/face']").await?.click().await?;
    at.browser.until("document.querySelector('h1')?.textContent === 'Face Microneedling'").await?;
    at.browser.element(".cta").await?.click().await?;
    at.browser.until("document.querySelector('h1')?.textContent === 'Book an Appointment'").await
}

pub async fn works_while_the_wasm_is_on_its_way(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    at.browser.until("performance.getEntriesByType('paint').length > 0").await?;
    works_as_plain_html(&at).await?;
    at.server.release_wasm();
    at.browser.hydrated().await
}

pub async fn works_without_the_wasm(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    at.browser
        .until("performance.getEntriesByType('resource').some(it => it.name.endsWith('.wasm'))")
        .await?;
    works_as_plain_html(&at).await?;
    at.browser
        .until("performance.getEntriesByType('resource').some(it => it.name.endsWith('.wasm'))")
        .await?;
    let console = at.browser.console().await?;
    assert!(console.iter().all(|line| line.contains(".wasm") && line.contains("404")), "{console:#?}");
    at.server.forget_answered();
    Ok(())
}

pub async fn fetches_the_wasm_once_after_the_first_paint(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser
        .until(
            "performance.getEntriesByType('resource').find(it => it.name.endsWith('.wasm')).startTime
             > performance.getEntriesByName('first-contentful-paint')[0].startTime",
        )
        .await?;
    at.browser
        .until("performance.getEntriesByType('resource').every(it => it.renderBlockingStatus === 'non-blocking')")
        .await?;
    let fetched = at.server.answered().iter().filter(|it| it.path.ends_with(".wasm")).count();
    assert_eq!(fetched, 1);
    Ok(())
}
