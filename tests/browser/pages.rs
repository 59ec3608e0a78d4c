//! Every page of the site.

use tests::{routes, routes_in, site};
use thirtyfour::prelude::*;

use crate::{context::Context, layout::SHIFTS};

pub async fn every_route_loads_in_silence_and_answers_a_click(at: Context) -> WebDriverResult<()> {
    for route in routes() {
        at.open_hydrated(&route).await?;
        assert_eq!(at.browser.find_all(By::Css("h1")).await?.len(), 1, "{route}: one h1");
        at.browser.execute("window.sameDocument = true", vec![]).await?;
        let own = at.browser.find(By::Css("meta[name=route]")).await?.attr("content").await?;
        assert_eq!(own.as_deref(), Some(&*route), "the prerendered file is the route's");
        let away = if route == "/" { ".cards a" } else { ".brand" };
        at.browser.element(away).await?.click().await?;
        at.browser.until(&format!("location.pathname.replace(/(.)\\/$/, '$1') !== '{route}'")).await?;
        at.browser.until("window.sameDocument").await?;
    }
    Ok(())
}

/// The questions and answers of the page's graph, and those that a reader reads.
const QUESTIONS: &str = "(() => {
    const graph = JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@graph'];
    const faq = graph.find(node => node['@type'] === 'FAQPage');
    const words = text => text.replace(/\\s+/g, ' ').trim();
    return [
        (faq?.mainEntity ?? []).map(it => [words(it.name), words(it.acceptedAnswer.text)]),
        [...document.querySelectorAll('.faq-accordion details')].map(it =>
            [words(it.querySelector('h3').textContent), words(it.querySelector('summary + div > div').textContent)]),
    ];
})()";

pub async fn the_graph_says_what_the_page_shows(at: Context) -> WebDriverResult<()> {
    let mut questions = 0;
    for route in routes() {
        at.open(&route).await?;
        let [said, shown]: [Vec<[String; 2]>; 2] = at.browser.value(QUESTIONS).await?;
        assert_eq!(said, shown, "{route}");
        questions += said.len();
    }
    assert!(questions > 7, "{questions}");
    Ok(())
}

/// Where the host sends no headers, and redirects nothing.
pub async fn a_page_for_plain_hosts_says_its_policy_and_is_at_its_older_addresses(
    at: Context,
) -> WebDriverResult<()> {
    at.open_hydrated("/previous").await?;
    at.until_page("Other care").await?;
    // The browser's own words on its policy.
    at.expect_on_the_console("Content Security Policy");
    at.expect_on_the_console("Content-Security-Policy");
    at.browser
        .run(
            "const theirs = document.createElement('script');
             theirs.textContent = 'window.hasRun = true';
             window.sameDocument = true;
             document.addEventListener('securitypolicyviolation', () => { window.isRefused = true; });
             document.head.append(theirs)",
        )
        .await?;
    at.browser.until("window.isRefused").await?;
    assert!(!at.browser.value::<bool>("window.hasRun === true").await?);
    at.browser.element(".brand").await?.click().await?;
    at.browser.until("location.pathname === '/'").await?;
    at.browser.back().await?;
    at.until_page("Other care").await?;
    // Where the host redirects all the same, the page has its own address.
    let addresses = "['/previous', '/care/other'].includes(location.pathname.replace(/\\/$/, ''))";
    at.browser.until(&format!("window.sameDocument && {addresses}")).await
}

pub async fn nothing_moves_while_loading(at: Context) -> WebDriverResult<()> {
    for route in routes() {
        at.open_hydrated(&route).await?;
        let moved: Vec<String> = at.browser.execute_async(SHIFTS, vec![]).await?.convert()?;
        assert_eq!(moved, [""; 0], "{route}: cumulative layout shift");
    }
    Ok(())
}

/// What would come of text that is taken for HTML.
const COME_TO_LIFE: &str = r#"[...document.querySelectorAll('*')].filter(it =>
    ['img', 'iframe', 'object', 'embed', 'base'].includes(it.localName)
    || ['script', 'style'].includes(it.localName) && it.type !== 'application/ld+json' && it.outerHTML.includes('hacked')
    || !it.matches("link[rel='icon'][href^='data:image/svg+xml,']") && [...it.attributes].some(({ name, value }) =>
        name.startsWith('on') || name === 'style' || /^\s*(javascript|data):/i.test(value))
).map(it => it.outerHTML)"#;

/// Each page by a load, and from each other page by its link. A script that runs, or
/// is stopped by the policy, fails the test by itself.
pub async fn hostile_text_stays_text(at: Context) -> WebDriverResult<()> {
    let routes = routes_in(&site("hostile"));
    for from in &routes {
        for to in routes.iter().filter(|to| *to != from) {
            at.open_hydrated(from).await?;
            assert_eq!(at.browser.value::<Vec<String>>(COME_TO_LIFE).await?, [""; 0], "{from}");
            at.browser.run("window.sameDocument = true").await?;
            // Nothing leads to the form's own pages; they are as good a place for it.
            at.browser
                .run(&format!(
                    "const link = document.querySelector(`a[href='{to}']`)
                        ?? Object.assign(document.querySelector('main').appendChild(document.createElement('a')), {{ href: '{to}' }});
                     link.click()"
                ))
                .await?;
            at.browser
                .until(&format!("document.querySelector('meta[name=route]').content === '{to}'"))
                .await?;
            at.browser.until("window.sameDocument").await?;
            assert_eq!(at.browser.value::<Vec<String>>(COME_TO_LIFE).await?, [""; 0], "{from} to {to}");
            let heading: String = at.browser.value("document.querySelector('h1').textContent").await?;
            assert!(heading.contains('<'), "{to}: {heading}");
        }
    }
    Ok(())
}
