//! Where focus is after a navigation, and that it is seen.

use thirtyfour::prelude::*;

use super::{ANNOUNCED, follow};
use crate::context::{Context, LINKED, PAGE};

pub async fn the_next_stop_is_below_the_new_heading(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    follow(&at, LINKED).await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&format!("location.pathname === '{LINKED}' && {ANNOUNCED} !== ''")).await?;
    at.browser.press(Key::Tab).await?;
    at.browser.until("document.activeElement === document.querySelector('h1 ~ a, h1 ~ * a')").await?;
    assert!(
        at.browser.find_all(By::Css("h1[tabindex]")).await?.is_empty(),
        "the heading takes no focus by clicks"
    );
    Ok(())
}

async fn skips(at: &Context) -> WebDriverResult<()> {
    at.browser.until("document.activeElement === document.querySelector('a.skip')").await?;
    at.browser.press(Key::Enter).await?;
    at.browser.until("location.hash === '#main' && document.querySelector(':target').id === 'main'").await?;
    // Focus has gone there: the next stop is in the page's own text.
    at.browser.press(Key::Tab).await?;
    at.browser.until("document.querySelector('main').contains(document.activeElement)").await
}

pub async fn the_skip_link_is_the_first_stop(at: Context) -> WebDriverResult<()> {
    // Before the client is there …
    at.open(PAGE).await?;
    at.browser.press(Key::Tab).await?;
    skips(&at).await?;
    // … with it …
    at.open(&format!("{LINKED}?again")).await?;
    at.server.release_wasm();
    at.browser.hydrated().await?;
    at.browser.press(Key::Tab).await?;
    skips(&at).await?;
    // … and after a navigation.
    follow(&at, PAGE).await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until(&format!("location.pathname === '{PAGE}'")).await?;
    at.browser
        .until("document.querySelector('a, button, input, summary, [tabindex]') === document.querySelector('a.skip')")
        .await?;
    at.browser.run("document.querySelector('a.skip').focus()").await?;
    skips(&at).await
}

/// What has focus, one after the other, and is out of sight or behind something then.
const HIDDEN_FROM_FOCUS: &str = r#"
    const done = arguments[0];
    const frame = () => new Promise(requestAnimationFrame);
    (async () => {
        const hidden = [];
        for (const it of document.querySelectorAll('a, summary, button, input')) {
            it.focus();
            if (document.activeElement !== it || it.closest('.booking-bar')) continue;
            await frame(), await frame();
            const box = it.getBoundingClientRect();
            const say = what => hidden.push(`${it.textContent} (${box.top} to ${box.bottom} of ${innerHeight}): ${what}`);
            if (box.bottom <= 0 || box.top >= innerHeight) say('out of sight');
            for (const bar of document.querySelectorAll('body *')) {
                if (!['fixed', 'sticky'].includes(getComputedStyle(bar).position) || bar.contains(it) || !bar.checkVisibility()) continue;
                const over = bar.getBoundingClientRect();
                // What is higher than the room that is left may end behind it; its first line must not.
                if (box.top + Math.min(box.height, 24) > over.top + 1 && box.top < over.bottom - 1) say(`behind ${bar.className}, from ${over.top}`);
            }
        }
        done(hidden);
    })();
"#;

/// WCAG 2.2, 2.4.11: what has focus is not behind what stays in its place.
pub async fn what_has_focus_is_never_hidden(at: Context) -> WebDriverResult<()> {
    at.browser.narrow().await?;
    for size in ["100%", "200%"] {
        at.open_hydrated(PAGE).await?;
        at.browser.run(&format!("document.documentElement.style.fontSize = '{size}'")).await?;
        let hidden: Vec<String> = at.browser.execute_async(HIDDEN_FROM_FOCUS, vec![]).await?.convert()?;
        assert_eq!(hidden, [""; 0], "text of {size}");
        at.browser.until("innerWidth <= 500 && document.querySelector('.booking-bar').getBoundingClientRect().height > 0").await?;
    }
    Ok(())
}
