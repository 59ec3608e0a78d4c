//! Each template at every width: nothing scrolls sideways, overlaps, is cut off
//! or too small to tap, and nothing moves while it loads. Screenshots for people
//! to look at are kept in `target/screenshots/`.

use std::{fs, time::Duration};

use serde_json::json;
use tests::{root, server::Instead};
use thirtyfour::prelude::*;

use crate::context::Context;

const TEMPLATES: [(&str, &str); 7] = [
    ("home", "/"),
    ("category", "/microneedling/"),
    ("treatment", "/microneedling/hair-loss/"),
    ("booking", "/book/"),
    ("contact", "/contact/"),
    ("text", "/privacy/"),
    ("not-found", "/404.html"),
];

const WIDTHS: [u32; 5] = [320, 390, 768, 1280, 1600];

/// What is wrong with the page as it is laid out, one line each.
const PROBLEMS: &str = r#"
    const problems = [];
    const name = it => `${it.tagName.toLowerCase()}.${it.className.baseVal ?? it.className} “${it.textContent.trim().slice(0, 30)}”`;
    const seen = it => it.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
        && !it.closest('#announcer, .skip, .honeypot, [hidden], .table *, .art') && it.getBoundingClientRect().width > 0;
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) problems.push(`scrolls sideways: ${document.documentElement.scrollWidth} of ${width}`);

    const all = [...document.querySelectorAll('body *')].filter(seen);
    for (const it of all) {
        const box = it.getBoundingClientRect();
        if (box.right > width + 1 || box.left < -1) problems.push(`cut off: ${name(it)}`);
        if (getComputedStyle(it).overflowX === 'hidden' && it.scrollWidth > it.clientWidth + 1) problems.push(`clipped: ${name(it)}`);
    }
    for (const it of all.filter(it => it.matches('a, button, summary, input, select, textarea'))) {
        // In a sentence (WCAG 2.2, 2.5.8), or as large as its card.
        const sentence = it.closest('p, li');
        if (it.matches('a') && sentence && sentence.textContent.trim() !== it.textContent.trim() || it.matches('.cards a')) continue;
        const box = it.getBoundingClientRect();
        if (box.width < 24 || box.height < 24) problems.push(`small target: ${name(it)} ${box.width}×${box.height}`);
    }
    const parts = all.filter(it => it.matches('h1, h2, h3, p, dt, dd, summary, svg, label, input, select, textarea, .cta, .brand, .menu-button, nav a'))
        .filter(it => !it.closest('.booking-bar'));
    for (const [at, a] of parts.entries()) for (const b of parts.slice(at + 1)) {
        if (a.contains(b) || b.contains(a)) continue;
        const [x, y] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
        if (Math.min(x.right, y.right) - Math.max(x.left, y.left) > 1
            && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 1) problems.push(`overlap: ${name(a)} and ${name(b)}`);
    }
    return problems;
"#;

/// Rows of a list with one card, with two, up to eight, that do not reach from one side to the other.
const UNFILLED: &str = "
    const list = document.querySelector('.fill');
    const card = list.firstElementChild;
    const unfilled = [];
    for (let count = 1; count <= 8; count++) {
        list.replaceChildren(...Array.from({ length: count }, () => card.cloneNode(true)));
        const all = list.getBoundingClientRect();
        const rows = new Map();
        for (const it of list.children) {
            const { top, left, right } = it.getBoundingClientRect();
            const row = rows.get(top) ?? [left, right];
            rows.set(top, [Math.min(row[0], left), Math.max(row[1], right)]);
        }
        for (const [left, right] of rows.values()) {
            if (Math.abs(left - all.left) > 1 || Math.abs(right - all.right) > 1) unfilled.push(count);
        }
    }
    return unfilled;
";

/// Everything that moved since the page began to load. What has only grown around what it shows has
/// not: Chromium says so of a button whose ground is painted later than its words.
pub const SHIFTS: &str = r#"
    const done = arguments[0];
    const moved = [];
    const place = box => `${box.x},${box.y} ${box.width}×${box.height}`;
    const grown = ({ previousRect: a, currentRect: b }) => a.width && b.left <= a.left && b.top <= a.top && b.right >= a.right && b.bottom >= a.bottom;
    new PerformanceObserver(list => list.getEntries().filter(it => !it.sources.every(grown)).forEach(entry => moved.push(`${entry.value}: ` + entry.sources.map(it =>
        `${it.node?.outerHTML?.slice(0, 60) ?? it.node?.textContent} from ${place(it.previousRect)} to ${place(it.currentRect)}`).join('; '))))
        .observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
"#;

async fn problems(at: &Context) -> WebDriverResult<Vec<String>> {
    at.browser.execute(PROBLEMS, vec![]).await?.convert()
}

pub async fn templates_fit_every_width(at: Context) -> WebDriverResult<()> {
    for (template, path) in TEMPLATES {
        fits_every_width(&at, template, path).await?;
    }
    Ok(())
}

/// Long titles, seven features, forty questions, a wide table: a fixture has all of it.
pub async fn every_section_fits_every_width(at: Context) -> WebDriverResult<()> {
    fits_every_width(&at, "every-section", "/care/").await
}

async fn fits_every_width(at: &Context, template: &str, path: &str) -> WebDriverResult<()> {
    let folder = root().join("target/screenshots");
    fs::create_dir_all(&folder)?;
    let mut found = Vec::new();
    for width in WIDTHS {
        at.browser.size(width, 900).await?;
        at.open_hydrated(path).await?;
        let moved: Vec<String> = at.browser.execute_async(SHIFTS, vec![]).await?.convert()?;
        found.extend(moved.into_iter().map(|it| format!("{width} px: moved by {it}")));
        found.extend(problems(at).await?.into_iter().map(|it| format!("{width} px: {it}")));
        at.browser.run("document.querySelectorAll('summary').forEach(it => it.click())").await?;
        at.browser.until("document.getAnimations().length === 0").await?;
        found.extend(problems(at).await?.into_iter().map(|it| format!("{width} px, questions open: {it}")));
        let height: u32 =
            at.browser.execute("return document.documentElement.scrollHeight", vec![]).await?.convert()?;
        at.browser.size(width, height).await?;
        for colours in ["light", "dark"] {
            at.browser.media(&[("prefers-color-scheme", colours)]).await?;
            at.browser.screenshot(&folder.join(format!("{template}-{width}-{colours}.png"))).await?;
        }
        at.browser.media(&[("prefers-color-scheme", "light")]).await?;
    }
    assert_eq!(found, [""; 0], "{template}");
    Ok(())
}

pub async fn templates_fit_text_of_twice_the_size(at: Context) -> WebDriverResult<()> {
    fit_text_of_twice_the_size(&at, &TEMPLATES).await
}

async fn fit_text_of_twice_the_size(at: &Context, templates: &[(&str, &str)]) -> WebDriverResult<()> {
    let mut found = Vec::new();
    for (template, path) in templates {
        for width in [390, 1280] {
            at.browser.size(width, 900).await?;
            at.open_hydrated(path).await?;
            at.browser.execute("document.documentElement.style.fontSize = '200%'", vec![]).await?;
            found.extend(problems(at).await?.into_iter().map(|it| format!("{template} at {width} px: {it}")));
        }
    }
    assert_eq!(found, [""; 0]);
    Ok(())
}

/// Pages with pictures: pairs and a gallery, portraits and a page's own.
const PICTURES: [(&str, &str); 2] = [("results", "/results/"), ("portraits", "/portraits/")];

pub async fn pictures_fit_every_width(at: Context) -> WebDriverResult<()> {
    for (template, path) in PICTURES {
        fits_every_width(&at, template, path).await?;
    }
    // One over the other, and large.
    let mut found = Vec::new();
    for width in WIDTHS {
        at.browser.size(width, 700).await?;
        at.open_hydrated("/results/").await?;
        at.browser.until("document.querySelector('.pair button')").await?;
        at.browser.run("document.querySelectorAll('.pair button').forEach(it => it.click())").await?;
        // What lies over the pictures lies over their names.
        at.browser
            .run("document.querySelectorAll('.pair input').forEach(it => it.classList.add('skip'))")
            .await?;
        found.extend(problems(&at).await?.into_iter().map(|it| format!("{width} px, compared: {it}")));
        at.browser.run("document.querySelector('.prose .image').click()").await?;
        at.browser.until("document.querySelector('dialog[open] img')?.complete").await?;
        let inside = "(it => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight)(document.querySelector('dialog'))";
        if !at.browser.value::<bool>(inside).await? {
            found.push(format!("{width} px: the large version scrolls"));
        }
        // The next width loads the page anew, and what was open would be open again.
        at.browser.run("document.querySelector('dialog button').click()").await?;
        at.browser.until("!document.querySelector('dialog[open]') && !history.state?.image").await?;
    }
    assert_eq!(found, [""; 0]);
    Ok(())
}

pub async fn pictures_fit_text_of_twice_the_size(at: Context) -> WebDriverResult<()> {
    fit_text_of_twice_the_size(&at, &PICTURES).await
}

/// Later than the page, its style and the script for pictures.
pub const LATE: Duration = Duration::from_millis(600);

pub async fn late_pictures_move_nothing(at: Context) -> WebDriverResult<()> {
    at.browser.cdp().send_raw("Network.enable", json!({})).await?;
    at.browser.cdp().send_raw("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    let mut found = Vec::new();
    for width in [320, 390, 480, 640, 768, 1024, 1280, 1600] {
        // All are in sight, so all are fetched.
        at.browser.size(width, 12_000).await?;
        for (template, path) in PICTURES {
            at.open_hydrated(path).await?;
            at.browser
                .until("[...document.images].every(it => it.closest('details') || it.complete && it.naturalWidth > 0)")
                .await?;
            let moved: Vec<String> = at.browser.execute_async(SHIFTS, vec![]).await?.convert()?;
            found.extend(moved.into_iter().map(|it| format!("{template} at {width} px: moved by {it}")));
        }
    }
    assert_eq!(found, [""; 0]);
    Ok(())
}

/// Whether the typeface has come by now, or is known not to.
const TYPEFACE: &str = "[...document.fonts].some(it => it.family.includes('Headings') && ['loaded', 'error'].includes(it.status))";

/// At once or late: what is painted with the other face stays where it is.
pub async fn the_typeface_moves_nothing(at: Context) -> WebDriverResult<()> {
    at.browser.cdp().send_raw("Network.enable", json!({})).await?;
    at.browser.cdp().send_raw("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    let mut found = Vec::new();
    for (template, path) in TEMPLATES {
        for width in [320, 390, 768, 1280, 1600] {
            at.browser.size(width, 900).await?;
            at.open_hydrated(path).await?;
            at.browser.until(TYPEFACE).await?;
            let moved: Vec<String> = at.browser.execute_async(SHIFTS, vec![]).await?.convert()?;
            found.extend(moved.into_iter().map(|it| format!("{template} at {width} px: moved by {it}")));
        }
    }
    assert_eq!(found, [""; 0]);
    Ok(())
}

pub async fn a_missing_typeface_moves_nothing(at: Context) -> WebDriverResult<()> {
    at.expect_on_the_console(".woff2 - Failed to load resource");
    the_typeface_moves_nothing(at.clone()).await?;
    at.server.forget_answered();
    Ok(())
}

/// Whether headings are set in the typeface.
const TAKEN: &str = "document.documentElement.hasAttribute('data-typeface')";

/// A typeface that would move something waits for the page that one goes to.
pub async fn a_typeface_that_would_move_something_waits(at: Context) -> WebDriverResult<()> {
    at.browser.size(1280, 900).await?;
    at.open_hydrated("/").await?;
    at.browser.until(TAKEN).await?;
    let address: String = at
        .browser
        .value(
            "document.querySelector('style:not([id])').textContent.match(/[/]assets[/]headings-[^)\"']+/)[0]",
        )
        .await?;

    at.browser.cdp().send_raw("Network.enable", json!({})).await?;
    at.browser.cdp().send_raw("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    at.server.answer(&address, Some(Instead::Silence));
    at.open_hydrated("/").await?;
    at.browser
        .run(
            "const style = new CSSStyleSheet();
             style.replaceSync('[data-typeface] h1 { padding-block-start: 50px }');
             document.adoptedStyleSheets = [style];",
        )
        .await?;
    at.server.answer(&address, None);
    at.browser.until("document.fonts.check('500 1em Headings')").await?;
    assert!(!at.browser.value::<bool>(TAKEN).await?);
    at.browser.element(".cards a").await?.click().await?;
    at.browser.until(TAKEN).await?;
    let family: String =
        at.browser.value("getComputedStyle(document.querySelector('h1')).fontFamily").await?;
    assert!(family.starts_with("Headings"), "{family}");
    // What moves within half a second of a click is what the visitor has asked for (Layout
    // Instability 1, 2.3): all of the page does.
    let shifts = SHIFTS.replace("list.getEntries()", "list.getEntries().filter(it => !it.hadRecentInput)");
    let moved: Vec<String> = at.browser.execute_async(&shifts, vec![]).await?.convert()?;
    assert_eq!(moved, [""; 0]);
    Ok(())
}

pub async fn cards_fill_their_rows(at: Context) -> WebDriverResult<()> {
    for width in WIDTHS {
        at.browser.size(width, 800).await?;
        at.open("/weight-loss").await?;
        let unfilled: Vec<u32> = at.browser.execute(UNFILLED, vec![]).await?.convert()?;
        assert_eq!(unfilled, [0; 0], "at {width} px");
    }
    Ok(())
}
