//! The large version of a picture, in a dialog.

use thirtyfour::prelude::*;

use super::{PAIRS, RESULTS, open_prepared};
use crate::context::Context;

const OPEN: &str = "document.querySelector('dialog.large[open]')";
const CLOSED: &str = "!document.querySelector('dialog[open]')";

/// Waits until the picture of this number is shown in place of the page: of the section's,
/// counted from 1.
async fn until_shown(at: &Context, number: usize) -> WebDriverResult<()> {
    at.browser
        .until(&format!(
            "{OPEN} && (link => {OPEN}.querySelector('img').src === link.href
                && {OPEN}.querySelector('img').alt === link.querySelector('img').alt)
             (document.querySelectorAll('.results .image')[{number} - 1])
             && {OPEN}.textContent.includes('{number} of {}')",
            2 * PAIRS
        ))
        .await
}

/// Waits until nothing is open, and focus is on the link of this number.
async fn until_closed(at: &Context, number: usize) -> WebDriverResult<()> {
    at.browser
        .until(&format!(
            "{CLOSED} && document.activeElement === document.querySelectorAll('.results .image')[{number} - 1]
             && !history.state?.image"
        ))
        .await
}

async fn click(at: &Context, number: usize) -> WebDriverResult<()> {
    at.browser
        .run(&format!(
            "document.querySelectorAll('.results .image')[{number} - 1].scrollIntoView({{ block: 'center' }})"
        ))
        .await?;
    at.browser.find_all(By::Css(".results .image")).await?[number - 1].click().await
}

pub async fn the_large_version_by_keyboard(at: Context) -> WebDriverResult<()> {
    open_prepared(&at).await?;
    let entries: usize = at.browser.value("history.length").await?;
    let address: String = at.browser.value("location.href").await?;
    at.browser.run("document.querySelectorAll('.results .image')[2].focus()").await?;
    at.browser.press(Key::Enter).await?;
    until_shown(&at, 3).await?;
    let dialog = at.browser.element("dialog").await?;
    assert_eq!(at.browser.accessible_role(&dialog).await?, "dialog");
    assert_eq!(at.browser.accessible_name(&dialog).await?, "Picture");
    for name in ["Close", "Previous", "Next"] {
        at.browser.until(&format!("document.activeElement.textContent === '{name}'")).await?;
        at.browser.press(Key::Tab).await?;
    }
    at.browser.until("!document.activeElement.closest('main, header, footer')").await?;
    assert_eq!(
        at.browser.value::<String>("getComputedStyle(document.documentElement).overflowY").await?,
        "hidden"
    );
    // Some browsers have their own buttons after the last.
    at.browser.run("document.querySelector('dialog button').focus()").await?;
    at.browser.press(Key::Right).await?;
    until_shown(&at, 4).await?;
    for number in [3, 2, 1, 2 * PAIRS] {
        at.browser.press(Key::Left).await?;
        until_shown(&at, number).await?;
    }
    // The last one is behind “Show all”: focus must have somewhere to go.
    at.browser.press(Key::Escape).await?;
    until_closed(&at, 2 * PAIRS).await?;
    at.browser.until("document.querySelector('.results details').open").await?;
    at.browser
        .until(
            "(box => box.top >= 0 && box.top < innerHeight)(document.activeElement.getBoundingClientRect())",
        )
        .await?;
    assert!(at.browser.value::<usize>("history.length").await? <= entries + 1);
    assert_eq!(at.browser.value::<String>("location.href").await?, address);
    Ok(())
}

pub async fn the_large_version_by_pointer(at: Context) -> WebDriverResult<()> {
    open_prepared(&at).await?;
    click(&at, 2).await?;
    until_shown(&at, 2).await?;
    let caption = at.browser.element("dialog figcaption").await?.text().await?;
    let own: String = at.browser.value("document.querySelector('.pair figcaption').textContent").await?;
    assert_eq!(caption, format!("After. {own}"));
    let buttons = at.browser.find_all(By::Css("dialog button")).await?;
    let (close, previous, next) = (&buttons[0], &buttons[1], &buttons[2]);
    next.click().await?;
    until_shown(&at, 3).await?;
    previous.click().await?;
    until_shown(&at, 2).await?;
    at.browser.until("document.querySelector('dialog img').naturalWidth > 0").await?;
    let y: f64 = at.browser.value("scrollY").await?;
    close.click().await?;
    until_closed(&at, 2).await?;
    assert_eq!(at.browser.value::<f64>("scrollY").await?, y);
    // A modifier is the browser's, and what somebody else has taken is theirs.
    let left = "(init => {
        const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
        addEventListener('click', it => { window.prevented = it.defaultPrevented; it.preventDefault(); }, { once: true });
        document.querySelector('.image').dispatchEvent(event);
        return !window.prevented && !document.querySelector('dialog[open]');
    })";
    for init in ["ctrlKey", "metaKey", "shiftKey", "altKey"] {
        assert!(at.browser.value::<bool>(&format!("{left}({{ {init}: true }})")).await?, "{init}");
    }
    // One by itself has nothing before or after it.
    at.open_hydrated("/portraits/").await?;
    at.browser.element(".hero .image").await?.click().await?;
    at.browser.until(OPEN).await?;
    assert!(!at.browser.element("dialog p").await?.is_displayed().await?);
    Ok(())
}

pub async fn back_closes_the_large_version(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/about/").await?;
    open_prepared(&at).await?;
    at.browser
        .run("history.replaceState({ ...history.state, theirs: 1 }, ''); window.sameDocument = true")
        .await?;
    click(&at, 5).await?;
    until_shown(&at, 5).await?;
    let y: f64 = at.browser.value("scrollY").await?;
    assert!(y > 0.0);
    at.browser.back().await?;
    until_closed(&at, 5).await?;
    assert_eq!(at.browser.value::<f64>("scrollY").await?, y, "the page stays where it was");
    at.browser.until("history.state.theirs === 1").await?;
    // Forward is where it was open, wholly; a reload there, too.
    at.browser.forward().await?;
    until_shown(&at, 5).await?;
    at.browser.until("window.sameDocument").await?;
    at.browser.refresh().await?;
    until_shown(&at, 5).await?;
    at.browser.press(Key::Escape).await?;
    until_closed(&at, 5).await?;
    // No press of Back is for nothing.
    at.browser.back().await?;
    at.browser.until("location.pathname.startsWith('/about')").await
}

pub async fn a_navigation_closes_the_large_version(at: Context) -> WebDriverResult<()> {
    open_prepared(&at).await?;
    click(&at, 1).await?;
    until_shown(&at, 1).await?;
    at.browser.run("document.querySelector(\".site-footer a[href='/about']\").click()").await?;
    at.browser.until(&format!("location.pathname === '/about' && {CLOSED}")).await?;
    at.browser
        .until("document.activeElement === document.body || document.activeElement.matches('h1')")
        .await?;
    at.browser.until("location.pathname === '/about' && !history.state?.image").await?;
    at.browser.back().await?;
    at.until_page("Results").await
}

pub async fn a_refused_entry_opens_and_closes_all_the_same(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/about/").await?;
    open_prepared(&at).await?;
    at.browser
        .run("history.pushState = () => { throw new DOMException('too often', 'SecurityError') }")
        .await?;
    click(&at, 1).await?;
    until_shown(&at, 1).await?;
    at.browser.press(Key::Escape).await?;
    until_closed(&at, 1).await?;
    assert!(at.browser.current_url().await?.path().starts_with(RESULTS.trim_end_matches('/')));
    Ok(())
}
