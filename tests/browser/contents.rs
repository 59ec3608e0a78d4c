//! A page's contents, beside its text where there is room.

use thirtyfour::prelude::*;

use crate::context::{Context, LINKED, PAGE};

/// What the contents mark as being read.
const MARKED: &str =
    "[...document.querySelectorAll('.contents [aria-current]')].map(it => it.textContent).join()";

/// The words of the contents' entries that are not questions.
const ENTRIES: &str = "[...document.querySelectorAll('.contents > ul > li > a')].map(it => it.textContent)";

pub async fn what_is_being_read_is_marked(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let entries: Vec<String> = at.browser.value(ENTRIES).await?;
    for entry in [2, 4, 1] {
        let entry = &entries[entry];
        at.browser
            .run(&format!(
                "[...document.querySelectorAll('article h2')].find(it => it.textContent === `{entry}`).scrollIntoView()"
            ))
            .await?;
        at.browser.until(&format!("{MARKED} === `{entry}`")).await?;
    }
    // A question is marked, whatever stands close behind it.
    at.browser.run("document.querySelector('.contents ul ul a').click()").await?;
    at.browser
        .until(&format!("{MARKED} === document.querySelector('.contents ul ul a').textContent"))
        .await?;
    // Another page has contents of its own, and they are marked as well.
    at.browser.run(&format!("document.querySelector(`article a[href='{LINKED}']`).click()")).await?;
    at.browser.until(&format!("document.querySelector('meta[name=route]').content === '{LINKED}'")).await?;
    at.browser.run("[...document.querySelectorAll('article h2')][1].scrollIntoView()").await?;
    at.browser
        .until(&format!("{MARKED} === [...document.querySelectorAll('article h2')][1].textContent"))
        .await
}

pub async fn are_marked_before_anybody_scrolls(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    let [words, id]: [String; 2] = at
        .browser
        .value("(link => [link.textContent, link.hash])(document.querySelectorAll('.contents > ul > li > a')[1])")
        .await?;
    at.open_hydrated(&format!("{PAGE}{id}")).await?;
    at.browser.until(&format!("{MARKED} === `{words}`")).await
}

pub async fn lead_to_their_parts(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    let headings: Vec<String> = at
        .browser
        .value("[...document.querySelectorAll('article h2')].map(it => it.textContent.trim())")
        .await?;
    let entries: Vec<String> = at.browser.value(ENTRIES).await?;
    assert!(entries.iter().all(|it| headings.contains(it)), "{entries:?}, {headings:?}");
    let link = at.browser.element(".contents > ul > li:nth-child(3) > a").await?;
    let id: String =
        at.browser.value("document.querySelector('.contents > ul > li:nth-child(3) > a').hash").await?;
    link.click().await?;
    at.browser.until(&format!("location.hash === '{id}'")).await?;
    at.browser
        .until(&format!(
            "Math.abs(document.querySelector('{id}').getBoundingClientRect().top) < innerHeight / 2"
        ))
        .await
}

pub async fn stand_aside_where_there_is_no_room(at: Context) -> WebDriverResult<()> {
    at.browser.set_window_rect(0, 0, 600, 800).await?;
    at.open(PAGE).await?;
    assert!(!at.browser.find(By::Css(".contents")).await?.is_displayed().await?);
    Ok(())
}
