//! From page to page.

mod clicks;
mod focus;
mod scroll;

use thirtyfour::prelude::*;

use crate::context::{Context, LINKED, PAGE};

// In the list each is `routing::` and its name, whatever it is about.
pub use clicks::*;
pub use focus::*;
pub use scroll::*;

const ANNOUNCED: &str = "document.querySelector('#announcer').textContent";

/// Follows the link in the text of one of the two pages to the other.
async fn follow(at: &Context, to: &str) -> WebDriverResult<()> {
    at.browser.element(&format!(".prose a[href='{to}']")).await?.click().await
}

pub async fn a_link_is_followed_without_a_page_load_and_back(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.run("window.sameDocument = true").await?;
    follow(&at, LINKED).await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&format!("location.pathname === '{LINKED}' && scrollY === 0")).await?;
    assert_eq!(at.browser.title().await?, "Face Microneedling | Sarah Hitchcox Aesthetics");
    at.browser.element(".faq-accordion summary").await?.click().await?;
    at.browser.until("document.querySelector('details').open").await?;
    let icon = at.browser.find(By::Css(".features-grid svg.icon > *")).await?;
    assert!(icon.rect().await?.width > 0.0, "icons are drawn on this side too");

    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    assert_eq!(at.browser.title().await?, "Hair Loss Microneedling | Sarah Hitchcox Aesthetics");
    at.browser.until("window.sameDocument").await
}

/// leptos_router 0.8 forgets where it is after Forward, and then follows a link to
/// the page before without an entry in the history.
pub async fn history_is_right_after_going_back_and_forward(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/").await?;
    at.browser.element("#menu a[href='/injectables']").await?.click().await?;
    at.until_page("Injectables").await?;
    at.browser.element("#menu a[href='/laser-services']").await?.click().await?;
    at.until_page("Laser Services").await?;
    at.browser.back().await?;
    at.until_page("Injectables").await?;
    at.browser.forward().await?;
    at.until_page("Laser Services").await?;
    at.browser.element("#menu a[href='/injectables']").await?.click().await?;
    at.until_page("Injectables").await?;
    at.browser.until("location.pathname === '/injectables' && scrollY === 0").await?;
    at.browser.back().await?;
    at.until_page("Laser Services").await
}

pub async fn every_form_of_an_address_is_understood(at: Context) -> WebDriverResult<()> {
    for form in ["", "/", "/index.html", "?from=search", "/#what-happens-in-a-session"] {
        at.open_hydrated(&format!("{LINKED}{form}")).await?;
        at.until_page("Face Microneedling").await?;
        at.browser.run("window.sameDocument = true").await?;
        follow(&at, PAGE).await?;
        at.until_page("Hair Loss Microneedling").await?;
        at.browser.until("window.sameDocument").await?;
    }
    Ok(())
}

pub async fn each_page_is_announced_once(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let region = at.browser.element("#announcer").await?;
    assert_eq!(at.browser.accessible_role(&region).await?, "status");
    assert_eq!(at.browser.find_all(By::Css("[aria-live], [role=status], [role=alert]")).await?.len(), 1);
    assert_eq!(at.browser.value::<String>(ANNOUNCED).await?, "", "nothing is announced that was loaded");
    at.browser
        .run(
            "window.announced = [];
             new MutationObserver(() => announced.push({ text: announcer.textContent, title: document.title, at: performance.now() }))
                 .observe(announcer, { childList: true, characterData: true, subtree: true });
             addEventListener('click', () => window.clicked = performance.now(), true)",
        )
        .await?;
    follow(&at, LINKED).await?;
    at.browser.until("announced.length === 2").await?;
    at.browser
        .until(
            "announced[0].text === 'Face Microneedling | Sarah Hitchcox Aesthetics' && announced[0].text === announced[0].title
             && announced[0].at - clicked < 500",
        )
        .await?;
    at.browser.until("announced[1].text === '' && announced[1].at - announced[0].at <= 5000").await
}

pub async fn ten_rapid_navigations_end_at_the_last(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/").await?;
    at.browser
        .run(
            "const links = [...document.querySelectorAll('#menu > ul > li > a')].filter(it => it.pathname !== '/');
             for (let at = 0; at < 10; at++) links[at % (links.length - 1)].click();
             links.at(-1).click();
             window.last = links.at(-1).textContent",
        )
        .await?;
    at.browser
        .until(&format!(
            "document.querySelector('h1').textContent === last && {ANNOUNCED} === document.title"
        ))
        .await?;
    at.browser.until("document.querySelector('#menu [aria-current=page]').textContent === last").await?;
    at.browser
        .until("document.querySelector('#menu [aria-current=page]').pathname === location.pathname")
        .await?;
    at.browser.until(&format!("{ANNOUNCED} === ''")).await
}

/// What a navigation changes in the head, as a set, in this document and in the file at
/// its address; and what would go on speaking of the page that was loaded.
const HEADS: &str = r#"
    const done = arguments[0];
    const tags = page => [...page.head.querySelectorAll(
        'title, meta[name=description], meta[name=robots], link[rel=canonical], meta[name=route]'
    )].map(tag => tag.outerHTML).sort();
    const stale = [...document.head.querySelectorAll('meta[property^="og:"], meta[name^="twitter:"], script[type="application/ld+json"]')]
        .map(tag => tag.outerHTML);
    fetch(location.pathname.replace(/\/?$/, '/')).then(answer => answer.text())
        .then(text => done([tags(document), tags(new DOMParser().parseFromString(text, 'text/html')), stale]));
"#;

pub async fn each_page_brings_its_own_head(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/").await?;
    at.browser.run("window.sameDocument = true").await?;
    for route in tests::routes().iter().rev() {
        // A link of our own leads to pages that no other page links to.
        let follow = format!(
            "const link = document.createElement('a'); link.href = '{route}'; document.body.append(link); link.click(); link.remove()"
        );
        at.browser.run(&follow).await?;
        at.browser.until(&format!("location.pathname === '{route}'")).await?;
        let [here, there, stale]: [Vec<String>; 3] =
            at.browser.execute_async(HEADS, vec![]).await?.convert()?;
        assert_eq!(here, there, "{route}");
        assert_eq!(stale, [""; 0], "{route}");
        assert!(here.iter().any(|tag| tag.contains("name=\"route\"")), "{here:#?}");
    }
    at.browser.until("window.sameDocument").await
}

pub async fn the_menu_marks_one_page_as_the_current_one(at: Context) -> WebDriverResult<()> {
    let marked = |route: &str| {
        format!(
            "(marked => marked.length === 1 && marked[0].pathname === '{route}')(document.querySelectorAll('nav#menu [aria-current=page]'))"
        )
    };
    at.open_hydrated("/injectables").await?;
    at.browser.until(&marked("/injectables")).await?;
    at.browser.element("#menu a[href='/laser-services']").await?.click().await?;
    at.browser.until(&marked("/laser-services")).await?;
    at.browser.element(".cards a").await?.click().await?;
    at.browser.until("location.pathname.startsWith('/laser-services/')").await?;
    at.browser.back().await?;
    at.browser.until(&marked("/laser-services")).await?;
    at.browser.back().await?;
    at.browser.until(&marked("/injectables")).await
}

pub async fn a_link_to_another_site_is_never_the_current_one(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(LINKED).await?;
    // A site without a path, and the second link to a folder of very many pages: the client takes
    // up what the document has now.
    at.browser
        .run(&format!(
            "const list = document.querySelector('.site-footer .links');
            list.insertAdjacentHTML('beforeend', '<li><a class=\"further\" href=\"https://clinic.example/\">A</a>\
                <a class=\"further all\" href=\"{PAGE}\">All</a>');
            window.sameDocument = true;"
        ))
        .await?;
    let current = "[...document.querySelectorAll('.further')].filter(it => it.ariaCurrent).length === 0";
    for route in [PAGE, "/"] {
        at.browser
            .run(&format!(
                "document.querySelector(`header a[href='{route}'], article a[href='{route}']`).click()"
            ))
            .await?;
        at.browser
            .until(&format!("document.querySelector('meta[name=route]').content === '{route}'"))
            .await?;
        at.browser.until(&format!("{current} && window.sameDocument")).await?;
    }
    Ok(())
}

pub async fn a_missing_page_is_a_page_load(at: Context) -> WebDriverResult<()> {
    at.expect_on_the_console("404");
    at.open_hydrated(PAGE).await?;
    at.browser
        .run("document.querySelector('.prose a').href = '/injectables/lip'; window.sameDocument = true")
        .await?;
    at.browser.element(".prose a").await?.click().await?;
    at.until_page("Page not found").await?;
    at.browser.until("!window.sameDocument && location.pathname === '/injectables/lip'").await?;
    let first = at.browser.element(".all-pages a").await?;
    assert_eq!(first.text().await?, "Lip Treatments", "the nearest name comes first");
    at.browser.hydrated().await?;
    first.click().await?;
    at.until_page("Lip Treatments").await?;
    at.server.forget_answered();
    Ok(())
}

pub async fn links_work_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    follow(&at, LINKED).await?;
    at.browser.element(&format!(".prose a[href='{PAGE}']")).await?;
    assert_eq!(at.browser.element("h1").await?.text().await?, "Face Microneedling");
    // The icon neither: whatever else is asked for comes before the first paint, or may. But the
    // typeface, for which nothing waits.
    // (Firefox keeps the largest icon for its start page, once a page is shown.)
    let known = [PAGE, LINKED, "/icon-180.png"];
    let is_known =
        |path: &str| known.contains(&path.trim_end_matches('/')) || path.starts_with("/assets/headings-");
    let answered = at.server.answered();
    let others: Vec<_> = answered.iter().filter(|it| !is_known(&it.path)).collect();
    assert!(others.is_empty(), "{others:#?}");
    Ok(())
}
