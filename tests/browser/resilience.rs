//! The page while its client is on its way, when it never arrives, and when a new
//! build is deployed in the meantime.

use tests::site;
use thirtyfour::prelude::*;

use crate::context::{Context, PAGE};

const ASKED_FOR: &str = "performance.getEntriesByType('resource').some(it => it.name.endsWith('.wasm'))";

/// What must work on a plain HTML page: questions, links, booking, the menu.
async fn works_as_plain_html(at: &Context) -> WebDriverResult<()> {
    let item = at.browser.element(".faq-accordion details").await?;
    item.find(By::Css("summary")).await?.click().await?;
    at.browser.until("document.querySelector('details').open").await?;
    at.browser.element(".show-all").await?.click().await?;
    at.browser.until("!document.querySelector('details:not([open])')").await?;
    at.browser.element(".prose a[href='/microneedling/face']").await?.click().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.set_window_rect(0, 0, 600, 800).await?;
    at.browser.element(".menu-button").await?.click().await?;
    at.browser.element("#menu a[href='/injectables']").await?.click().await?;
    at.until_page("Injectables").await?;
    at.browser.element(".cta").await?.click().await?;
    at.until_page("Book an Appointment").await?;
    at.browser.until("document.querySelector('form').dataset.mail.startsWith('mailto:')").await
}

pub async fn all_works_while_the_wasm_is_on_its_way(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    at.browser.until("performance.getEntriesByType('paint').length > 0").await?;
    works_as_plain_html(&at).await?;
    assert!(!at.browser.value::<bool>("document.documentElement.hasAttribute('data-hydrated')").await?);
    at.server.release_wasm();
    at.browser.hydrated().await
}

pub async fn all_works_when_the_wasm_is_missing(at: Context) -> WebDriverResult<()> {
    at.expect_on_the_console("404");
    at.expect_on_the_console("integrity");
    at.open(PAGE).await?;
    at.browser.until(ASKED_FOR).await?;
    works_as_plain_html(&at).await?;
    at.browser.until(ASKED_FOR).await?;
    at.server.forget_answered();
    Ok(())
}

pub async fn all_works_when_the_wasm_is_truncated(at: Context) -> WebDriverResult<()> {
    at.expect_on_the_console("integrity");
    at.open(PAGE).await?;
    at.browser.until(ASKED_FOR).await?;
    works_as_plain_html(&at).await?;
    at.browser.until(ASKED_FOR).await
}

pub async fn all_works_when_the_wasm_is_blocked(at: Context) -> WebDriverResult<()> {
    // The browser's own words on its policy.
    at.expect_on_the_console("Content Security Policy");
    at.expect_on_the_console("Content-Security-Policy");
    at.open(PAGE).await?;
    works_as_plain_html(&at).await?;
    assert!(!at.server.answered().iter().any(|it| it.path.ends_with(".wasm")));
    Ok(())
}

/// A host that does not know the type: the bytes are right, so the client starts.
pub async fn the_client_starts_when_the_wasm_is_called_something_else(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await
}

pub async fn the_wasm_is_fetched_once_after_the_first_paint(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser
        .until(
            "performance.getEntriesByType('resource').find(it => it.name.endsWith('.wasm')).startTime
             > performance.getEntriesByName('first-contentful-paint')[0].startTime",
        )
        .await?;
    let blocking = "performance.getEntriesByType('resource').filter(it => (it.renderBlockingStatus ?? 'non-blocking') !== 'non-blocking').length";
    assert_eq!(at.browser.value::<usize>(blocking).await?, 0);
    let fetched = at.server.answered().iter().filter(|it| it.path.ends_with(".wasm")).count();
    assert_eq!(fetched, 1);
    Ok(())
}

/// Counts the page loads of this window.
const COUNT: &str = "sessionStorage.loads = Number(sessionStorage.loads ?? 0) + (window.counted ? 0 : 1); window.counted = true";

async fn loads(at: &Context) -> WebDriverResult<String> {
    at.browser.run(COUNT).await?;
    at.browser.value("sessionStorage.loads").await
}

/// Another site stands for the next build: none of the files that were, some of
/// the addresses, and pages that were not there before.
pub async fn a_page_open_during_a_deploy_goes_on_working(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    assert_eq!(loads(&at).await?, "1");
    at.server.deploy(site("form"))?;
    // The pages that it has go on without a load, a new one is there after one load …
    at.browser.element(".prose a[href='/microneedling/face']").await?.click().await?;
    at.until_page("Face Microneedling").await?;
    assert_eq!(loads(&at).await?, "1");
    at.browser.run("document.querySelector('.prose a').href = '/care/other'").await?;
    at.browser.element(".prose a").await?.click().await?;
    at.until_page("Other care").await?;
    assert_eq!(loads(&at).await?, "2");
    // … and from there on it is the new build.
    at.browser.hydrated().await?;
    at.browser.element("#menu a[href='/care']").await?.click().await?;
    at.browser.until("location.pathname === '/care'").await?;
    assert_eq!(loads(&at).await?, "2");
    Ok(())
}

/// A tab whose client is still to be fetched when the files it names are gone.
pub async fn a_page_loaded_before_a_deploy_goes_on_as_plain_html(at: Context) -> WebDriverResult<()> {
    at.expect_on_the_console("404");
    at.expect_on_the_console("integrity");
    at.expect_on_the_console("module");
    at.expect_on_the_console("MIME");
    at.open(PAGE).await?;
    at.server.deploy(site("form"))?;
    at.server.release_wasm();
    at.browser.element(".faq-accordion summary").await?.click().await?;
    at.browser.until("document.querySelector('details').open").await?;
    at.browser.until(ASKED_FOR).await?;
    at.browser.run("document.querySelector('.prose a').href = '/care/other'").await?;
    at.browser.element(".prose a").await?.click().await?;
    at.until_page("Other care").await?;
    at.browser.hydrated().await?;
    at.server.forget_answered();
    Ok(())
}
