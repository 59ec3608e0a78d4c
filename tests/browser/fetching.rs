//! Pages that are not in the `.wasm`, on a site whose `.wasm` has none.

use tests::{server::Instead, site};
use thirtyfour::prelude::*;

use crate::context::{Context, LINKED, PAGE};

/// The paths that the router has fetched, with commas between.
const FETCHED: &str = "performance.getEntriesByType('resource').filter(it => it.initiatorType === 'fetch' && !it.name.endsWith('.wasm')).map(it => new URL(it.name).pathname.replace(/\\/$/, '')).join()";

/// Says that data is to be spared, or that the network is slow (Network Information API).
pub const SAVE_DATA: &str =
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });";

async fn mark(at: &Context) -> WebDriverResult<()> {
    at.browser.run("window.sameDocument = true").await
}

async fn same(at: &Context) -> WebDriverResult<bool> {
    at.browser.value("window.sameDocument === true").await
}

pub async fn a_page_is_fetched_once_and_kept(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    mark(&at).await?;
    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.forward().await?;
    at.until_page("Face Microneedling").await?;
    assert!(same(&at).await?);
    assert_eq!(at.server.sent(LINKED), 1);
    // Once as the document; to come back to it may be the browser's own copy.
    assert!((1..=2).contains(&at.server.sent(PAGE)));
    Ok(())
}

/// Without a network, what was visited goes on working.
pub async fn what_was_visited_works_offline(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables").await?;
    mark(&at).await?;
    for (path, heading) in [("/laser-services", "Laser Services"), ("/injectables", "Injectables")] {
        at.browser.element(&format!("#menu > ul > li > a[href='{path}']")).await?.click().await?;
        at.until_page(heading).await?;
    }
    for path in ["/injectables", "/laser-services"] {
        at.server.answer(path, Some(Instead::Nothing));
    }
    for (path, heading) in [("/laser-services", "Laser Services"), ("/injectables", "Injectables")] {
        at.browser.element(&format!("#menu > ul > li > a[href='{path}']")).await?.click().await?;
        at.until_page(heading).await?;
    }
    assert!(same(&at).await?);
    Ok(())
}

/// An answer that comes after a newer click, and after Back.
pub async fn a_late_answer_changes_nothing(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables").await?;
    mark(&at).await?;
    at.browser.element("#menu > ul > li > a[href='/laser-services']").await?.click().await?;
    at.until_page("Laser Services").await?;
    at.server.answer("/weight-loss", Some(Instead::Silence));
    at.browser.element("#menu > ul > li > a[href='/weight-loss']").await?.click().await?;
    at.browser.element("#menu > ul > li > a[href='/contact']").await?.click().await?;
    at.until_page("Contact").await?;
    at.server.answer("/weight-loss", None);
    at.browser.until("performance.getEntriesByType('resource').some(it => /weight-loss\\/?$/.test(it.name) && it.responseEnd > 0)").await?;
    at.browser
        .until("document.querySelector('h1').textContent === 'Contact' && location.pathname === '/contact'")
        .await?;

    at.server.answer("/microneedling", Some(Instead::Silence));
    at.browser.element("#menu > ul > li > a[href='/microneedling']").await?.click().await?;
    at.browser.back().await?;
    at.until_page("Laser Services").await?;
    at.server.answer("/microneedling", None);
    at.browser.until("performance.getEntriesByType('resource').some(it => /microneedling\\/?$/.test(it.name) && it.responseEnd > 0)").await?;
    at.browser.until("document.querySelector('h1').textContent === 'Laser Services' && location.pathname === '/laser-services'").await?;
    at.browser
        .until("document.title.startsWith('Laser') && !document.documentElement.hasAttribute('data-pending')")
        .await?;
    assert!(same(&at).await?);
    Ok(())
}

/// Back to a page that has to be fetched: until it is there, the page that is shown stays
/// where it is, and then it is where it was left.
pub async fn nothing_moves_while_back_waits(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.scroll_to(900).await?;
    at.browser.run(&format!("document.querySelector(\".prose a[href='{LINKED}']\").click()")).await?;
    at.until_page("Face Microneedling").await?;
    // What was visited is forgotten. (Where a host leads on to another form of the address,
    // a reload there is another document, and Back a page load.)
    at.browser
        .run(&format!(
            "fetch('{LINKED}').then(it => {{ history.replaceState(history.state, '', it.url); window.isAsSent = true; }})"
        ))
        .await?;
    at.browser.until("window.isAsSent").await?;
    at.browser.refresh().await?;
    at.browser.hydrated().await?;
    mark(&at).await?;
    at.browser.scroll_to(200).await?;
    at.server.answer(PAGE, Some(Instead::Silence));
    at.browser.run("history.back()").await?;
    at.browser.until("document.documentElement.hasAttribute('data-pending')").await?;
    assert_eq!(at.browser.value::<f64>("scrollY").await?, 200.0);
    at.server.answer(PAGE, None);
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until("scrollY === 900").await?;
    assert!(same(&at).await?);
    Ok(())
}

/// What is no page of this build is left to the browser, address and all.
pub async fn what_is_no_page_of_this_build_is_a_page_load(at: Context) -> WebDriverResult<()> {
    at.expect_on_the_console("404");
    for (path, instead, shown) in [
        ("/weight-loss", Instead::NotFound, "document.body.textContent === 'Nothing'"),
        (
            "/weight-loss",
            Instead::Redirect("/contact/"),
            "document.querySelector('h1')?.textContent === 'Contact'",
        ),
        (
            "/weight-loss",
            Instead::Type("text/plain; charset=utf-8"),
            "document.body.textContent === 'a page'",
        ),
        ("/weight-loss", Instead::Portal, "document.title === 'Welcome'"),
    ] {
        at.open_hydrated("/injectables").await?;
        mark(&at).await?;
        at.server.answer(path, Some(instead));
        at.browser.element("#menu > ul > li > a[href='/weight-loss']").await?.click().await?;
        at.browser.until(shown).await?;
        assert!(!same(&at).await?);
        at.server.answer(path, None);
    }
    at.server.forget_answered();
    Ok(())
}

/// A page of a newer build: its client is another one.
pub async fn a_page_of_a_newer_build_is_a_page_load(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    mark(&at).await?;
    at.server.deploy(site("form"))?;
    at.browser.run("document.querySelector('.prose a').href = '/care/other'").await?;
    at.browser.element(".prose a").await?.click().await?;
    at.until_page("Other care").await?;
    assert!(!same(&at).await?);
    at.browser.hydrated().await
}

/// A request that never ends: the page says so, and a second click asks the browser.
pub async fn a_page_that_does_not_come_is_told(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables").await?;
    mark(&at).await?;
    at.server.answer("/weight-loss", Some(Instead::Silence));
    let link = at.browser.element("#menu > ul > li > a[href='/weight-loss']").await?;
    link.click().await?;
    at.browser
        .until("document.documentElement.hasAttribute('data-pending') && document.querySelector('main').getAttribute('aria-busy') === 'true'")
        .await?;
    assert_eq!(at.browser.value::<String>("location.pathname.replace(/\\/$/, '')").await?, "/injectables");
    // Another page ends the waiting.
    at.browser.element("#menu > ul > li > a[href='/contact']").await?.click().await?;
    at.until_page("Contact").await?;
    at.browser.until("!document.querySelector('[data-pending], [aria-busy]')").await?;
    assert!(same(&at).await?);
    at.server.answer("/weight-loss", None);
    Ok(())
}

/// A pointer that passes over links asks for little, one that rests for its page, once.
pub async fn resting_on_a_link_fetches_its_page_once(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables").await?;
    mark(&at).await?;
    let hover = |path: &str| {
        format!(
            "document.querySelector(\"#menu a[href='{path}']\").dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true }}))"
        )
    };
    // Ten in one moment, none of which is rested on: then the pointer comes to one, and stays.
    let all: Vec<String> = tests::routes()
        .iter()
        .filter(|it| it.matches('/').count() == 2 && !it.starts_with("/book"))
        .map(|it| hover(it))
        .collect();
    assert!(all.len() >= 10, "{all:?}");
    let away = "document.body.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
    at.browser.run(&format!("{};{away}", all.join(";"))).await?;
    // The real one: a pointer somewhere else would be a rest that ends.
    let link = at.browser.element("#menu > ul > li > a[href='/weight-loss']").await?;
    at.browser.action_chain().move_to_element_center(&link).perform().await?;
    at.browser.until(&format!("{FETCHED} === '/weight-loss'")).await?;
    link.click().await?;
    at.until_page("Medical Weight Loss").await?;
    assert!(same(&at).await?);
    assert_eq!(at.server.sent("/weight-loss"), 1);
    Ok(())
}

/// Focus is like a pointer; data that is to be spared is fetched at a touch, or when it is gone to.
pub async fn nothing_is_fetched_early_where_data_is_spared(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables").await?;
    at.browser
        .run(
            "const link = path => document.querySelector(`#menu > ul > li > a[href='${path}']`);
             link('/weight-loss').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
             link('/laser-services').focus();
             setTimeout(() => {
                 link('/microneedling').dispatchEvent(new Event('touchstart', { bubbles: true }));
             }, 200)",
        )
        .await?;
    at.browser.until(&format!("{FETCHED} === '/microneedling'")).await
}
