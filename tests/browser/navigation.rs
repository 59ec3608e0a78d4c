//! From page to page.

use thirtyfour::prelude::*;

use crate::Context;

const PAGE: &str = "/microneedling/hair-loss";
const LINKED: &str = "/microneedling/face";

async fn h1(at: &Context) -> WebDriverResult<String> {
    at.browser.find(By::Css("h1")).await?.text().await
}

async fn description(at: &Context) -> WebDriverResult<String> {
    let meta = at.browser.find(By::Css("meta[name=description]")).await?;
    Ok(meta.attr("content").await?.unwrap_or_default())
}

pub async fn follows_a_link_without_a_page_load_and_comes_back(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let (title, text) = (at.browser.title().await?, description(&at).await?);
    at.browser.execute("window.sameDocument = true", vec![]).await?;

    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Face Microneedling'").await?;
    at.browser.until(&format!("location.pathname === '{LINKED}'")).await?;
    at.browser.until("scrollY === 0").await?;
    assert_eq!(at.browser.title().await?, "Face Microneedling | Sarah Hitchcox Aesthetics");
    assert_ne!(description(&at).await?, text);
    at.browser.element(".faq-accordion summary").await?.click().await?;
    assert!(at.browser.find(By::Css(".faq-accordion details[open]")).await.is_ok());
    let icon = at.browser.find(By::Css(".features-grid svg.icon > *")).await?;
    assert!(icon.rect().await?.width > 0.0, "icons are drawn on this side too");

    at.browser.back().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Hair Loss Microneedling'").await?;
    assert_eq!(at.browser.title().await?, title);
    assert_eq!(description(&at).await?, text);
    at.browser.until("window.sameDocument").await
}

pub async fn understands_every_form_of_a_deep_url(at: Context) -> WebDriverResult<()> {
    for form in ["", "/", "/index.html", "?from=search", "/#what-happens-in-a-session"] {
        at.open_hydrated(&format!("{LINKED}{form}")).await?;
        assert_eq!(h1(&at).await?, "Face Microneedling");
        at.browser.execute("window.sameDocument = true", vec![]).await?;
        at.browser.element(&format!(".prose a[href='{PAGE}']")).await?.click().await?;
        at.browser.until("document.querySelector('h1').textContent === 'Hair Loss Microneedling'").await?;
        at.browser.until("window.sameDocument").await?;
    }
    Ok(())
}

/// The page's own tags of the head, as a set, in this document and in the file at its address.
const HEADS: &str = r#"
    const done = arguments[0];
    const tags = page => [...page.head.querySelectorAll('title, meta, link, script[type="application/ld+json"]')]
        .map(tag => tag.outerHTML).sort();
    fetch(location.pathname.replace(/\/?$/, '/')).then(answer => answer.text())
        .then(text => done([tags(document), tags(new DOMParser().parseFromString(text, 'text/html'))]));
"#;

pub async fn brings_each_page_s_own_head(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/").await?;
    at.browser.execute("window.sameDocument = true", vec![]).await?;
    for route in tests::routes().iter().rev() {
        // A link of our own leads to pages that no other page links to.
        let follow = format!(
            "const link = document.createElement('a'); link.href = '{route}'; document.body.append(link); link.click(); link.remove()"
        );
        at.browser.execute(follow, vec![]).await?;
        at.browser.until(&format!("location.pathname === '{route}'")).await?;
        let [here, there]: [Vec<String>; 2] = at.browser.execute_async(HEADS, vec![]).await?.convert()?;
        assert_eq!(here, there, "{route}");
        assert!(here.iter().any(|tag| tag.contains("name=\"route\"")), "{here:#?}");
    }
    at.browser.until("window.sameDocument").await
}

pub async fn leaves_fragments_to_the_browser(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.element("a.skip").await?.send_keys(Key::Enter).await?;
    at.browser.until("location.hash === '#main' && document.querySelector(':target').id === 'main'").await
}

pub async fn announces_each_page_once_and_moves_focus(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let announcer = at.browser.find(By::Id("announcer")).await?;
    assert_eq!(announcer.attr("role").await?.as_deref(), Some("status"));
    at.browser.until("document.querySelector('#announcer').textContent === ''").await?;
    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    at.browser
        .until("document.querySelector('#announcer').textContent.startsWith('Face Microneedling |')")
        .await?;
    // The next stop is the first link after the heading.
    at.browser.active_element().await?.send_keys(Key::Tab).await?;
    let focused = at.browser.active_element().await?;
    let next = at.browser.find(By::Css(".hero h1 ~ a")).await?;
    assert_eq!(focused.element_id(), next.element_id());
    assert!(at.browser.find_all(By::Css("h1[tabindex]")).await?.is_empty());
    at.browser.until("document.querySelector('#announcer').textContent === ''").await
}

pub async fn restores_the_scroll_position(at: Context) -> WebDriverResult<()> {
    let at_position = |y: u32| format!("Math.abs(scrollY - {y}) <= 2");
    let on = |name: &str| format!("document.querySelector('h1').textContent === '{name}'");
    at.open_hydrated(PAGE).await?;
    at.browser.execute("scrollTo(0, 1500)", vec![]).await?;
    at.browser.until(&at_position(1500)).await?;
    at.browser
        .execute(format!("document.querySelector(\".prose a[href='{LINKED}']\").click()"), vec![])
        .await?;
    at.browser.until(&on("Face Microneedling")).await?;
    at.browser.until(&at_position(0)).await?;
    at.browser.execute("scrollTo(0, 400)", vec![]).await?;
    at.browser.until(&at_position(400)).await?;

    at.browser.back().await?;
    at.browser.until(&on("Hair Loss Microneedling")).await?;
    at.browser.until(&at_position(1500)).await?;
    at.browser.forward().await?;
    at.browser.until(&on("Face Microneedling")).await?;
    at.browser.until(&at_position(400)).await
}

pub async fn opens_the_question_that_a_link_leads_to(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(LINKED).await?;
    at.browser
        .execute(
            "const link = document.createElement('a'); link.id = 'deep'; link.textContent = 'deep';
             link.href = '/microneedling/hair-loss#is-microneedling-painful';
             document.querySelector('main').prepend(link); window.sameDocument = true",
            vec![],
        )
        .await?;
    at.browser.element("#deep").await?.click().await?;
    at.browser.until("document.querySelector('#is-microneedling-painful')?.closest('details').open").await?;
    at.browser.until("location.hash === '#is-microneedling-painful' && window.sameDocument").await?;
    at.browser
        .until("(box => box.top >= 0 && box.bottom <= innerHeight)(document.querySelector('#is-microneedling-painful').closest('details').querySelector('summary').getBoundingClientRect())")
        .await?;
    at.browser.back().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Face Microneedling'").await
}

pub async fn works_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    assert_eq!(h1(&at).await?, "Hair Loss Microneedling");
    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    assert_eq!(at.browser.element("h1").await?.text().await?, "Face Microneedling");
    assert!(!at.server.answered().iter().any(|it| it.path.ends_with(".wasm")));
    Ok(())
}

pub async fn shows_the_page_for_unknown_addresses(at: Context) -> WebDriverResult<()> {
    at.open("/injectables/lip").await?;
    at.browser.hydrated().await?;
    assert_eq!(h1(&at).await?, "Page not found");
    let first = at.browser.find(By::Css(".all-pages a")).await?;
    assert_eq!(first.text().await?, "Lip Treatments", "the nearest name comes first");
    at.browser.console().await?; // The browser's own word on the 404.
    at.browser.element(".brand").await?.click().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Calm, Careful Aesthetics'").await?;
    at.server.forget_answered();
    Ok(())
}
