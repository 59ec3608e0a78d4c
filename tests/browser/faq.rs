//! The accordion.

use thirtyfour::prelude::*;

use crate::Context;

const PAGE: &str = "/microneedling/hair-loss";

async fn is_open(details: &WebElement) -> WebDriverResult<bool> {
    Ok(details.attr("open").await?.is_some())
}

pub async fn opens_and_closes_by_mouse(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let items = at.browser.find_all(By::Css(".faq-accordion details")).await?;
    assert_eq!(items.len(), 7);
    for item in &items[..2] {
        assert!(!is_open(item).await?);
        item.find(By::Css("summary")).await?.click().await?;
        assert!(is_open(item).await?);
    }
    assert!(is_open(&items[0]).await?, "opening one question closes no other");
    items[0].find(By::Css("summary")).await?.click().await?;
    assert!(!is_open(&items[0]).await?);
    Ok(())
}

pub async fn opens_and_closes_by_keyboard(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let item = at.browser.element(".faq-accordion details:nth-of-type(2)").await?;
    let question = item.find(By::Css("summary")).await?;
    question.send_keys(Key::Enter).await?;
    assert!(is_open(&item).await?, "Enter opens");
    question.send_keys(Key::Space).await?;
    assert!(!is_open(&item).await?, "Space closes");
    question.send_keys(Key::Tab).await?;
    let focused = at.browser.active_element().await?;
    let next = at.browser.element(".faq-accordion details:nth-of-type(3) summary").await?;
    assert_eq!(focused.element_id(), next.element_id(), "Tab goes on to the next question");
    Ok(())
}

pub async fn opens_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    for item in at.browser.find_all(By::Css(".faq-accordion details")).await? {
        item.find(By::Css("summary")).await?.click().await?;
        assert!(is_open(&item).await?);
        assert!(!item.find(By::Css("summary + div")).await?.text().await?.is_empty());
    }
    Ok(())
}

pub async fn stays_open_when_the_client_takes_over(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    let item = at.browser.element(".faq-accordion details:nth-of-type(4)").await?;
    item.find(By::Css("summary")).await?.click().await?;
    at.server.release_wasm();
    at.browser.hydrated().await?;
    // The element found before is still in the page, and still open.
    assert!(is_open(&item).await?);
    Ok(())
}
