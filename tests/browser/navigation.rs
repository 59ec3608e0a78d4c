//! From page to page.

use thirtyfour::prelude::*;

use crate::Context;

const PAGE: &str = "/microneedling/hair-loss";
const LINKED: &str = "/microneedling/face";

async fn h1(at: &Context) -> WebDriverResult<String> {
    at.browser.find(By::Css("h1")).await?.text().await
}

async fn description(at: &Context) -> WebDriverResult<String> {
    let meta = at.browser.find(By::Css("meta[name=description]")).await?;
    Ok(meta.attr("content").await?.unwrap_or_default())
}

pub async fn follows_a_link_without_a_page_load_and_comes_back(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let (title, text) = (at.browser.title().await?, description(&at).await?);
    at.browser.execute("window.sameDocument = true", vec![]).await?;

    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Face Microneedling'").await?;
    at.browser.until(&format!("location.pathname === '{LINKED}'")).await?;
    at.browser.until("scrollY === 0").await?;
    assert_eq!(at.browser.title().await?, "Face Microneedling | Sarah Hitchcox Aesthetics");
    assert_ne!(description(&at).await?, text);
    at.browser.element(".faq-accordion summary").await?.click().await?;
    assert!(at.browser.find(By::Css(".faq-accordion details[open]")).await.is_ok());
    let icon = at.browser.find(By::Css(".features-grid svg.icon > *")).await?;
    assert!(icon.rect().await?.width > 0.0, "icons are drawn on this side too");

    at.browser.back().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Hair Loss Microneedling'").await?;
    assert_eq!(at.browser.title().await?, title);
    assert_eq!(description(&at).await?, text);
    at.browser.until("window.sameDocument").await
}

pub async fn understands_every_form_of_a_deep_url(at: Context) -> WebDriverResult<()> {
    for form in ["", "/", "/index.html", "?from=search", "/#is-microneedling-painful"] {
        at.open_hydrated(&format!("{LINKED}{form}")).await?;
        assert_eq!(h1(&at).await?, "Face Microneedling");
        at.browser.execute("window.sameDocument = true", vec![]).await?;
        at.browser.element(&format!(".prose a[href='{PAGE}']")).await?.click().await?;
        at.browser.until("document.querySelector('h1').textContent === 'Hair Loss Microneedling'").await?;
        at.browser.until("window.sameDocument").await?;
    }
    Ok(())
}

pub async fn leaves_fragments_to_the_browser(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.element("a.skip").await?.send_keys(Key::Enter).await?;
    at.browser.until("location.hash === '#main' && document.querySelector(':target').id === 'main'").await
}

pub async fn works_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    assert_eq!(h1(&at).await?, "Hair Loss Microneedling");
    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    assert_eq!(at.browser.element("h1").await?.text().await?, "Face Microneedling");
    assert!(!at.server.answered().iter().any(|it| it.path.ends_with(".wasm")));
    Ok(())
}

pub async fn shows_the_page_for_unknown_addresses(at: Context) -> WebDriverResult<()> {
    at.open("/nowhere").await?;
    at.browser.hydrated().await?;
    assert_eq!(h1(&at).await?, "Page not found");
    at.browser.console().await?; // The browser's own word on the 404.
    at.browser.element(".brand").await?.click().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Calm, Careful Aesthetics'").await?;
    at.server.forget_answered();
    Ok(())
}
