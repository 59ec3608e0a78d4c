//! The history: address and page agree, whatever a browser refuses.

use thirtyfour::prelude::*;

use crate::context::{Context, HERE, LINKED, PAGE};

/// Without WebAssembly the client never arrives, from where a test says so.
pub const CLIENT_MAY_BE_MISSING: &str = "if (sessionStorage.getItem('missing')) delete window.WebAssembly;";

pub async fn a_refused_entry_is_a_page_load(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser
        .run("history.pushState = history.replaceState = () => { throw new DOMException('too often', 'SecurityError') }")
        .await?;
    at.browser.scroll_to(400).await?;
    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&format!("{HERE} === '{LINKED}'")).await?;
    at.browser.hydrated().await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until(&format!("{HERE} === '{PAGE}'")).await
}

/// An entry that the client of the document before a reload has made.
pub async fn back_before_the_client_arrives_shows_the_page_of_the_address(
    at: Context,
) -> WebDriverResult<()> {
    // The form that no host redirects: a redirect makes the entry another document's.
    at.open_hydrated(&format!("{PAGE}/")).await?;
    at.browser.run(&format!("document.querySelector(\".prose a[href='{LINKED}']\").href += '/'")).await?;
    at.browser.element(&format!(".prose a[href$='{LINKED}/']")).await?.click().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&format!("{HERE} === '{LINKED}'")).await?;
    at.browser.run("sessionStorage.setItem('missing', 'yes')").await?;
    at.browser.refresh().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until(&format!("{HERE} === '{PAGE}'")).await?;
    at.browser.forward().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&format!("{HERE} === '{LINKED}'")).await?;
    assert!(!at.browser.value::<bool>("document.documentElement.hasAttribute('data-hydrated')").await?);
    Ok(())
}

pub async fn what_others_keep_in_the_state_stays(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.run("history.replaceState({ ...history.state, theirs: 1 }, '')").await?;
    at.browser.scroll_to(400).await?;
    at.browser.until("history.state.theirs === 1").await?;
    // All of it replaced, and more than an object.
    for state in ["{ theirs: 2 }", "'words'", "[1, 2]", "new Map([[1, 2]])"] {
        at.browser.run(&format!("history.replaceState({state}, ''); window.before = history.state")).await?;
        at.browser.run("scrollTo(0, 300); requestAnimationFrame(() => scrollTo(0, 500))").await?;
        at.browser.until("scrollY === 500").await?;
        at.browser
            .until("Object.keys(before).every(key => history.state[key] === before[key]) && String(before) === String(history.state)")
            .await?;
    }
    at.browser.run("history.replaceState({ theirs: 3 }, '')").await?;
    at.browser.scroll_to(700).await?;
    at.browser.until("history.state.theirs === 3").await?;
    at.browser.element(".site-footer a[href='/contact']").await?.click().await?;
    at.until_page("Contact").await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until("history.state.theirs === 3 && scrollY > 700").await
}

/// An address that is no route of the client's: the page of `404.html`, and a page in
/// another form of its address.
pub async fn a_fragment_never_loads(at: Context) -> WebDriverResult<()> {
    at.expect_on_the_console("404");
    for address in ["/no/such/page", "/book//", "/%62ook"] {
        at.open_hydrated(address).await?;
        at.browser.run("window.sameDocument = true").await?;
        let heading: String = at.browser.value("document.querySelector('h1').textContent").await?;
        at.browser.press(Key::Tab).await?;
        at.browser.until("document.activeElement === document.querySelector('a.skip')").await?;
        at.browser.press(Key::Enter).await?;
        at.browser
            .until("location.hash === '#main' && document.querySelector(':target').id === 'main'")
            .await?;
        at.browser.run("location.hash = '#menu'").await?;
        at.browser.until("document.querySelector(':target').id === 'menu'").await?;
        at.browser.back().await?;
        at.browser.until("location.hash === '#main' && window.sameDocument").await?;
        at.browser.run("document.querySelector('.brand').click()").await?;
        at.browser.until("location.pathname === '/' && window.sameDocument").await?;
        at.browser.back().await?;
        // What the client does not know the host is asked for again.
        at.until_page(&heading).await?;
        at.browser.until("location.hash === '#main' && location.pathname !== '/'").await?;
    }
    at.server.forget_answered();
    Ok(())
}
