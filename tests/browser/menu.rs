//! The header's menu where there is no room for a row.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::context::Context;

async fn on_a_phone(at: &Context, path: &str) -> WebDriverResult<()> {
    at.browser.set_window_rect(0, 0, 600, 800).await?;
    at.open(path).await
}

async fn is_open(at: &Context) -> WebDriverResult<bool> {
    at.browser.find(By::Id("menu")).await?.is_displayed().await
}

pub async fn opens_and_closes_by_keyboard(at: Context) -> WebDriverResult<()> {
    on_a_phone(&at, "/").await?;
    at.browser.hydrated().await?;
    let button = at.browser.element(".menu-button").await?;
    assert!(!is_open(&at).await?);
    button.send_keys(Key::Enter).await?;
    assert!(is_open(&at).await?);
    let mut stops = Vec::new();
    for _ in 0..2 {
        at.browser.active_element().await?.send_keys(Key::Tab).await?;
        stops.push(at.browser.active_element().await?.text().await?);
    }
    assert_eq!(stops, ["Close", "Microneedling"], "Tab leads into the menu");
    at.browser.active_element().await?.send_keys(Key::Escape).await?;
    assert!(!is_open(&at).await?);
    let focused = at.browser.active_element().await?;
    assert_eq!(focused.element_id(), button.element_id(), "focus returns to the button");
    Ok(())
}

pub async fn closes_after_a_navigation(at: Context) -> WebDriverResult<()> {
    on_a_phone(&at, "/").await?;
    at.browser.hydrated().await?;
    at.browser.execute("window.sameDocument = true", vec![]).await?;
    at.browser.element(".menu-button").await?.click().await?;
    at.browser.element("#menu a[href='/injectables/lips']").await?.click().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Lip Treatments'").await?;
    assert!(!is_open(&at).await?);
    let current = at.browser.find_all(By::Css("#menu [aria-current=page]")).await?;
    assert_eq!(current.len(), 1);
    // Also after a link to the page that is open.
    at.browser.element(".menu-button").await?.click().await?;
    at.browser.element("#menu a[href='/injectables/lips']").await?.click().await?;
    at.browser.until("!document.querySelector('#menu').matches(':popover-open')").await?;
    at.browser.until("window.sameDocument").await
}

pub async fn works_by_touch(at: Context) -> WebDriverResult<()> {
    at.browser.size(320, 800).await?;
    at.open_hydrated("/").await?;
    let tap = async |css: &str| -> WebDriverResult<()> {
        let place = at.browser.execute(
            format!("const box = document.querySelector(\"{css}\").getBoundingClientRect(); return {{ x: box.x + box.width / 2, y: box.y + box.height / 2 }}"),
            vec![],
        );
        let point = place.await?.json().clone();
        let touch = |kind: &str, points| json!({ "type": kind, "touchPoints": points });
        at.browser.cdp().send_raw("Input.dispatchTouchEvent", touch("touchStart", json!([point]))).await?;
        at.browser.cdp().send_raw("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await?;
        Ok(())
    };
    let open = "document.querySelector('#menu').matches(':popover-open')";
    tap(".site-header > .menu-button").await?;
    at.browser.until(open).await?;
    // The menu fills a small screen: it has a way out of its own.
    tap("#menu .menu-button").await?;
    at.browser.until(&format!("!{open}")).await?;
    tap(".site-header > .menu-button").await?;
    at.browser.until(open).await?;
    tap("#menu a[href='/contact']").await?;
    at.browser.until("document.querySelector('h1').textContent === 'Contact'").await
}

pub async fn works_without_scripts(at: Context) -> WebDriverResult<()> {
    on_a_phone(&at, "/").await?;
    assert!(!is_open(&at).await?);
    at.browser.element(".menu-button").await?.click().await?;
    assert!(is_open(&at).await?);
    at.browser.element("#menu a[href='/injectables']").await?.click().await?;
    // Found on the new page alone; no script can tell when it is there.
    at.browser.element("#menu a[aria-current][href='/injectables']").await?;
    assert_eq!(at.browser.element("h1").await?.text().await?, "Injectables");
    Ok(())
}

pub async fn is_a_row_where_there_is_room(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables/lips").await?;
    assert!(is_open(&at).await?);
    assert!(!at.browser.find(By::Css(".menu-button")).await?.is_displayed().await?);
    at.browser.element("#menu a[href='/laser-services']").await?.click().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Laser Services'").await?;
    let current = at.browser.find(By::Css("#menu [aria-current=page]")).await?;
    assert_eq!(current.text().await?, "Laser Services");
    Ok(())
}
