//! axe-core on every page: widths, colour schemes, questions and menu open and closed.

use std::fs;

use tests::{root, routes};
use thirtyfour::prelude::*;

use crate::context::Context;

const WIDTHS: [u32; 3] = [320, 768, 1280];

/// Colours as visitors have set them.
const COLOURS: [[(&str, &str); 2]; 3] = [
    [("prefers-color-scheme", "light"), ("forced-colors", "none")],
    [("prefers-color-scheme", "dark"), ("forced-colors", "none")],
    [("prefers-color-scheme", "light"), ("forced-colors", "active")],
];

/// Violations of every rule that axe has, one line each.
const VIOLATIONS: &str = r#"
    const done = arguments[0];
    axe.run({ resultTypes: ['violations'] }).then(({ violations }) => done(violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))), error => done([String(error)]));
"#;

/// Opens or closes every question.
const TOGGLE: &str = "document.querySelectorAll('details').forEach(item => item.open = !item.open)";

async fn violations(at: &Context, found: &mut Vec<String>, state: &str) -> WebDriverResult<()> {
    at.browser.until("document.getAnimations().length === 0").await?;
    let violations: Vec<String> = at.browser.execute_async(VIOLATIONS, vec![]).await?.convert()?;
    found.extend(violations.into_iter().map(|it| format!("{state}: {it}")));
    Ok(())
}

async fn nothing_is_found(at: &Context, paths: &[String]) -> WebDriverResult<()> {
    let axe = fs::read_to_string(root().join("tests/node_modules/axe-core/axe.min.js"))?;
    let mut found = Vec::new();
    for path in paths {
        at.open_hydrated(path).await?;
        at.browser.run(&axe).await?;
        let has_questions: bool = at.browser.value("document.querySelector('details') !== null").await?;
        for width in WIDTHS {
            at.browser.size(width, 900).await?;
            for colours in COLOURS {
                at.browser.media(&colours).await?;
                let state = format!("{path} at {width} px, {colours:?}");
                violations(at, &mut found, &state).await?;
                if has_questions {
                    at.browser.run(TOGGLE).await?;
                    violations(at, &mut found, &format!("{state}, questions open")).await?;
                    at.browser.run(TOGGLE).await?;
                }
                if width < 1024 {
                    at.browser.run("document.querySelector('#menu').showPopover()").await?;
                    violations(at, &mut found, &format!("{state}, menu open")).await?;
                    at.browser.run("document.querySelector('#menu').hidePopover()").await?;
                }
            }
        }
    }
    assert_eq!(found, [""; 0]);
    Ok(())
}

pub async fn nothing_is_found_on_any_page(at: Context) -> WebDriverResult<()> {
    let mut paths = routes();
    paths.extend(["/404.html", "/search/?q=hair", "/search/?q=xyzzyqwv"].map(str::to_owned));
    nothing_is_found(&at, &paths).await
}

/// Two fixtures have every section.
pub async fn nothing_is_found_in_any_section(at: Context) -> WebDriverResult<()> {
    nothing_is_found(&at, &["/care/".to_owned(), "/book/".to_owned()]).await
}

/// Pictures side by side, one over the other, and large.
pub async fn nothing_is_found_beside_pictures(at: Context) -> WebDriverResult<()> {
    let paths = ["/results/".to_owned(), "/portraits/".to_owned()];
    nothing_is_found(&at, &paths).await?;
    let axe = fs::read_to_string(root().join("tests/node_modules/axe-core/axe.min.js"))?;
    let mut found = Vec::new();
    at.open_hydrated(&paths[0]).await?;
    at.browser.run(&axe).await?;
    at.browser.until("document.querySelector('.pair button')").await?;
    at.browser.run("document.querySelectorAll('.pair button').forEach(it => it.click())").await?;
    for large in [false, true] {
        if large {
            at.browser.run("document.querySelector('.pair .image').click()").await?;
            at.browser.until("document.querySelector('dialog[open]')").await?;
        }
        for width in WIDTHS {
            at.browser.size(width, 900).await?;
            for colours in COLOURS {
                at.browser.media(&colours).await?;
                violations(&at, &mut found, &format!("at {width} px, {colours:?}, large: {large}")).await?;
            }
        }
    }
    assert_eq!(found, [""; 0]);
    Ok(())
}
