//! From page to page.

use thirtyfour::prelude::*;

use crate::{Context, LINKED, PAGE};

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
    at.browser.until("document.querySelector('#menu [aria-current]').textContent === last").await?;
    at.browser.until("document.querySelector('#menu [aria-current]').pathname === location.pathname").await?;
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

pub async fn clicks_that_belong_to_the_browser_are_left_to_it(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    // Last of all listeners, it sees whether the router has taken the click, and keeps the browser here.
    at.browser
        .run(
            "window.taken = (link, event) => {
                 let taken;
                 document.body.append(link);
                 const see = () => { taken = event.defaultPrevented; event.preventDefault(); };
                 addEventListener(event.type, see, { once: true });
                 link.dispatchEvent(event);
                 link.remove();
                 return taken;
             };
             window.link = (href, attributes = {}) => Object.assign(document.createElement('a'), { href }, attributes);
             window.click = (options = {}) => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...options });",
        )
        .await?;
    let left = [
        ("link('/contact'), click({ ctrlKey: true })", "Ctrl: a new tab"),
        ("link('/contact'), click({ metaKey: true })", "Cmd: a new tab"),
        ("link('/contact'), click({ shiftKey: true })", "Shift: a new window"),
        ("link('/contact'), click({ altKey: true })", "Alt: a download"),
        ("link('/contact'), click({ button: 1 })", "middle button"),
        (
            "link('/contact'), new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 })",
            "middle button",
        ),
        ("link('/contact', { target: '_blank' }), click()", "another window"),
        ("link('/contact', { download: 'x' }), click()", "download"),
        ("link('/contact', { rel: 'external' }), click()", "rel=external"),
        ("link('https://example.com/contact'), click()", "another site"),
        ("link('mailto:someone@example.com'), click()", "e-mail"),
        ("link('tel:+18655550100'), click()", "telephone"),
        ("link('/sitemap.xml'), click()", "a file"),
        ("link('#main'), click()", "a fragment of this page"),
        ("link('#'), click()", "the top of this page"),
        (
            "link('https://example.com' + location.pathname + '#main'), click()",
            "a fragment of another site's",
        ),
        (
            "link('/microneedling/hair-loss/#main'), click({ altKey: true })",
            "Alt, on this page in another form",
        ),
        (
            "link('/microneedling/hair-loss/#main', { target: '_blank' }), click()",
            "another window, on this page",
        ),
        ("link('/microneedling/hair-loss/#main', { download: 'x' }), click()", "download, of this page"),
        ("link('/contact', { rel: 'nofollow EXTERNAL' }), click()", "rel with other words"),
        ("link('/contact', { target: 'window' }), click()", "a window by name"),
    ];
    for (click, what) in left {
        assert!(!at.browser.value::<bool>(&format!("taken({click})")).await?, "{what} was taken");
    }
    at.browser.until("location.hash === ''").await?;
    // The check can fail: a plain click on a page's link is the router's.
    assert!(at.browser.value::<bool>("taken(link('/contact'), click())").await?);
    at.until_page("Contact").await
}

pub async fn a_click_with_a_modifier_opens_another_window(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let link = at.browser.element(&format!(".prose a[href='{LINKED}']")).await?;
    link.scroll_into_view().await?;
    at.browser
        .action_chain()
        .key_down(Key::Control)
        .click_element(&link)
        .key_up(Key::Control)
        .perform()
        .await?;
    at.until_page("Hair Loss Microneedling").await?;
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while at.browser.windows().await?.len() < 2 {
        assert!(std::time::Instant::now() < deadline, "no second window");
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
    assert!(!at.server.answered().iter().any(|it| it.path.ends_with(".wasm")));
    Ok(())
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
