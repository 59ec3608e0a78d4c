//! What a search shows while its records are on their way, and where they do not come.

use serde_json::json;
use tests::server::Instead;
use thirtyfour::prelude::*;

use super::{FIRST, LISTED, READY, file, type_into_the_field};
use crate::context::Context;

pub async fn what_is_typed_before_the_records_come_is_found(at: Context) -> WebDriverResult<()> {
    at.server.answer(&file(".json"), Some(Instead::Silence));
    at.open_hydrated("/search").await?;
    type_into_the_field(&at, "privacy").await?;
    assert!(at.browser.value::<bool>(LISTED).await?);
    at.server.answer(&file(".json"), None);
    at.browser.until(&format!("{FIRST}[0] === '/privacy'")).await?;
    at.browser.until_is("document.querySelector('#search_q').value", &json!("privacy")).await
}

pub async fn late_records_move_nothing(at: Context) -> WebDriverResult<()> {
    at.browser.size(390, 844).await?;
    at.server.answer(&file(".json"), Some(Instead::Silence));
    at.open("/search?q=privacy").await?;
    at.browser
        .run("new PerformanceObserver(list => list.getEntries().forEach(it => window.moved = (window.moved || 0) + it.value))
              .observe({ type: 'layout-shift', buffered: true })")
        .await?;
    at.browser.until("performance.getEntriesByType('paint').length > 0").await?;
    assert!(!at.browser.value::<bool>(LISTED).await?);
    at.server.answer(&file(".json"), None);
    at.browser.until(READY).await?;
    at.browser.until(&format!("{FIRST}[0] === '/privacy'")).await?;
    let moved: f64 = at
        .browser
        .execute_async(
            "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0](window.moved || 0)))",
            vec![],
        )
        .await?
        .convert()?;
    assert!(moved == 0.0, "{moved}");
    Ok(())
}

pub async fn records_that_do_not_come_are_not_waited_for(at: Context) -> WebDriverResult<()> {
    at.server.answer(&file(".json"), Some(Instead::Silence));
    at.open("/search?q=privacy").await?;
    at.browser.until(LISTED).await?;
    at.browser.until("document.querySelector('.unavailable').checkVisibility()").await?;
    // And may come all the same.
    at.server.answer(&file(".json"), None);
    at.browser.until(&format!("{FIRST}[0] === '/privacy'")).await?;
    at.browser.until("!document.querySelector('.unavailable').checkVisibility()").await
}

/// The list is there instead of what did not come.
async fn is_left_with_the_list(at: &Context, ending: &str, instead: Instead) -> WebDriverResult<()> {
    for words in ["404", "module", "MIME", "EMPTY_RESPONSE"] {
        at.expect_on_the_console(words);
    }
    at.server.answer(&file(ending), Some(instead));
    at.open("/search?q=privacy").await?;
    at.browser.until("document.documentElement.dataset.search === 'failed'").await?;
    at.browser.until(LISTED).await?;
    at.browser.until("document.querySelector('.unavailable').checkVisibility()").await?;
    at.browser.until("document.querySelector('#search_q').value === 'privacy'").await?;
    at.server.forget_answered();
    Ok(())
}

pub async fn missing_records_leave_the_list(at: Context) -> WebDriverResult<()> {
    is_left_with_the_list(&at, ".json", Instead::NotFound).await
}

pub async fn damaged_records_leave_the_list(at: Context) -> WebDriverResult<()> {
    is_left_with_the_list(&at, ".json", Instead::Portal).await
}

pub async fn a_missing_script_leaves_the_list(at: Context) -> WebDriverResult<()> {
    is_left_with_the_list(&at, ".js", Instead::NotFound).await
}
