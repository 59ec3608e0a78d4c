//! Scroll positions come back.

use thirtyfour::prelude::*;

use super::follow;
use crate::context::{Context, LINKED, PAGE};

pub async fn the_scroll_position_comes_back(at: Context) -> WebDriverResult<()> {
    let is_at = |y: f64| format!("Math.abs(scrollY - {y}) <= 2");
    let leave_from = async |link: &str| -> WebDriverResult<f64> {
        let y =
            format!("(document.querySelector(\"{link}\").scrollIntoView({{ block: 'center' }}), scrollY)");
        let y: f64 = at.browser.value(&y).await?;
        assert!(y > 100.0, "{y}");
        at.browser.until(&is_at(y)).await?;
        at.browser.element(link).await?.click().await?;
        Ok(y)
    };
    at.open_hydrated(PAGE).await?;
    let first = leave_from(&format!(".prose a[href='{LINKED}']")).await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&is_at(0.0)).await?;
    // Open answers above are part of the height.
    at.browser.element(".show-all").await?.click().await?;
    at.browser.until("!document.querySelector('details:not([open])')").await?;
    let second = leave_from(".site-footer a[href='/contact']").await?;
    at.until_page("Contact").await?;

    at.browser.back().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&is_at(second)).await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until(&is_at(first)).await?;
    at.browser.forward().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&is_at(second)).await?;
    // Also after a reload, on this page and on the one before it.
    at.browser.refresh().await?;
    at.browser.hydrated().await?;
    at.browser.until(&is_at(second)).await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until(&is_at(first)).await
}

pub async fn the_scroll_position_comes_back_to_an_address_with_a_fragment(
    at: Context,
) -> WebDriverResult<()> {
    at.open_hydrated(&format!("{PAGE}#is-microneedling-painful")).await?;
    at.browser.until("scrollY > 0").await?;
    let link = format!(".prose a[href='{LINKED}']");
    let y = format!("(document.querySelector(\"{link}\").scrollIntoView({{ block: 'center' }}), scrollY)");
    let y: f64 = at.browser.value(&y).await?;
    let is_at = format!("Math.abs(scrollY - {y}) <= 2");
    at.browser.until(&is_at).await?;
    follow(&at, LINKED).await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until("scrollY === 0").await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until(&is_at).await?;
    at.browser.until("document.querySelector('#is-microneedling-painful').closest('details').open").await?;
    at.browser.refresh().await?;
    at.browser.hydrated().await?;
    at.browser.until(&is_at).await
}
