//! The search: by typing, by keyboard, by address, without scripts, and when its files do not come.

pub mod records;
mod visitors;

use std::fs;

use serde_json::json;
use tests::site;
use thirtyfour::prelude::*;

use crate::context::{Context, HERE, PAGE};
pub use visitors::visitors_find_what_they_mean;

/// Where the first results lead.
const FIRST: &str =
    "[...document.querySelectorAll('.found a')].slice(0, 3).map(it => it.getAttribute('href'))";

/// Whether everything is listed.
const LISTED: &str = "document.querySelector('.everything').checkVisibility({ visibilityProperty: true })";

/// Whether the records are there: without a query nothing else shows it.
const READY: &str = "document.documentElement.dataset.search === 'found'";

/// Any address of a file of the search.
fn file(ending: &str) -> String {
    let files = fs::read_dir(site("").join("assets")).expect("assets").flatten();
    let names = files.map(|it| it.file_name().to_string_lossy().into_owned());
    let name = names.into_iter().find(|it| it.starts_with("search-") && it.ends_with(ending));
    format!("/assets/{}", name.expect("a file of the search"))
}

fn asked_for(at: &Context) -> usize {
    at.server.answered().iter().filter(|it| it.path.starts_with("/assets/search-")).count()
}

async fn type_into_the_field(at: &Context, words: &str) -> WebDriverResult<()> {
    at.browser.element("#search_q").await?.send_keys(words).await
}

pub async fn nothing_of_it_is_asked_for_before_it_is_opened(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    assert_eq!(asked_for(&at), 0);
    at.browser.element(".to-search").await?.click().await?;
    at.until_page("Search").await?;
    at.browser.until("document.activeElement.id === 'search_q'").await?;
    assert_eq!(asked_for(&at), 2);
    Ok(())
}

pub async fn typing_finds_and_the_address_follows(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/search").await?;
    let entries: usize = at.browser.value("history.length").await?;
    type_into_the_field(&at, "microneedling hair").await?;
    at.browser.until(&format!("{FIRST}[0] === '{PAGE}'")).await?;
    at.browser.until("location.search === '?q=microneedling+hair'").await?;
    at.browser
        .until("/^[0-9]+ results$/.test(document.querySelector('.search [role=status]').textContent)")
        .await?;
    at.browser
        .until("[...document.querySelectorAll('.found mark')].some(it => /hair/i.test(it.textContent))")
        .await?;
    assert_eq!(at.browser.value::<usize>("history.length").await?, entries, "each letter is no entry");
    assert!(!at.browser.value::<bool>(LISTED).await?);
    at.browser.run("document.querySelector('#search_q').select()").await?;
    at.browser.press(Key::Backspace).await?;
    at.browser.until(LISTED).await?;
    at.browser.until("location.search === ''").await?;
    // Queries are kept nowhere.
    let kept: String =
        at.browser.value("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])").await?;
    assert!(!kept.contains("hair "), "{kept}");
    Ok(())
}

pub async fn a_result_opens_its_question_and_back_leads_to_it(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/search").await?;
    type_into_the_field(&at, "microneedling").await?;
    at.browser.until("document.querySelectorAll('.found li').length > 9").await?;
    let link = at.browser.element(".found a[href*='#']").await?;
    let leads_to: String =
        at.browser.value("document.querySelector(\".found a[href*='#']\").getAttribute('href')").await?;
    at.browser
        .run("document.querySelector(\".found a[href*='#']\").scrollIntoView({ block: 'center' })")
        .await?;
    link.click().await?;
    at.browser.until(&format!("{HERE} + location.hash === '{leads_to}'")).await?;
    at.browser.until("document.querySelector(':target').closest('details').open").await?;
    at.browser.back().await?;
    at.until_page("Search").await?;
    at.browser
        .until(&format!(
            "document.querySelector(\".found a[href*='#']\").getAttribute('href') === '{leads_to}'"
        ))
        .await?;
    at.browser.until_is("document.querySelector('#search_q').value", &json!("microneedling")).await?;
    at.browser.until("scrollY > 300").await?;
    at.browser.forward().await?;
    at.browser
        .until("document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('details').open")
        .await
}

pub async fn an_address_has_its_results(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/search?q=privacy").await?;
    at.browser.until(&format!("{FIRST}[0] === '/privacy'")).await?;
    at.browser.until_is("document.querySelector('#search_q').value", &json!("privacy")).await?;
    at.browser.refresh().await?;
    at.browser.until(&format!("{FIRST}[0] === '/privacy'")).await?;
    // Another address of the same page.
    at.browser.hydrated().await?;
    at.browser
        .run("const link = document.createElement('a'); link.href = '/search?q=lips'; link.id = 'another'; link.textContent = 'lips';
              document.querySelector('.search').prepend(link)")
        .await?;
    at.browser.element("#another").await?.click().await?;
    at.browser.until(&format!("{FIRST}[0] === '/injectables/lips'")).await?;
    at.browser.back().await?;
    at.browser.until(&format!("{FIRST}[0] === '/privacy'")).await?;
    at.browser.until_is("document.querySelector('#search_q').value", &json!("privacy")).await
}

pub async fn back_to_a_place_on_the_page_has_its_query(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/search?q=lips").await?;
    at.browser.until(READY).await?;
    at.browser.element(".skip").await?.send_keys(Key::Enter + "").await?;
    at.browser.until("location.hash").await?;
    at.browser.run("document.querySelector('#search_q').select()").await?;
    type_into_the_field(&at, "privacy").await?;
    at.browser.until("location.search.endsWith('privacy') && location.hash").await?;
    at.browser.back().await?;
    at.browser
        .until("location.search === '?q=lips' && document.querySelector('#search_q').value === 'lips'")
        .await?;
    at.browser.until(&format!("{FIRST}[0] === '/injectables/lips'")).await
}

pub async fn all_of_it_works_by_keyboard(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.action_chain().send_keys("/").perform().await?;
    at.browser.until("document.activeElement.matches('.to-search')").await?;
    at.browser.press(Key::Enter).await?;
    at.until_page("Search").await?;
    at.browser.until("document.activeElement.id === 'search_q'").await?;
    at.browser.action_chain().send_keys("lips/").perform().await?;
    at.browser.until_is("document.querySelector('#search_q').value", &json!("lips/")).await?;
    at.browser.until(&format!("{FIRST}[0] === '/injectables/lips'")).await?;
    at.browser.press(Key::Enter).await?;
    at.browser.until("location.search === '?q=lips%2F'").await?;
    at.browser.press(Key::Tab).await?;
    at.browser.press(Key::Tab).await?;
    at.browser.until("document.activeElement === document.querySelector('.found a')").await?;
    at.browser.action_chain().send_keys("/").perform().await?;
    at.browser.until("document.activeElement.id === 'search_q'").await?;
    at.browser.run("document.querySelector('.found a').focus()").await?;
    at.browser.press(Key::Enter).await?;
    at.browser.until(&format!("{HERE} === '/injectables/lips'")).await
}

pub async fn the_key_finds_the_link_in_a_closed_menu(at: Context) -> WebDriverResult<()> {
    at.browser.narrow().await?;
    at.open(PAGE).await?;
    at.browser.action_chain().send_keys("/").perform().await?;
    at.browser.until("document.activeElement.matches('#menu:popover-open .to-search')").await
}

pub async fn the_key_finds_the_field_below_an_open_menu(at: Context) -> WebDriverResult<()> {
    at.browser.narrow().await?;
    at.open("/search").await?;
    at.browser.element(".site-header > .menu-button").await?.click().await?;
    at.browser.element("#menu:popover-open").await?;
    at.browser.action_chain().send_keys("/").perform().await?;
    at.browser
        .until("document.activeElement.id === 'search_q' && !document.querySelector('#menu:popover-open')")
        .await
}

pub async fn without_scripts_everything_is_listed(at: Context) -> WebDriverResult<()> {
    at.open("/search?q=lips").await?;
    let links = at.browser.find_all(By::Css(".everything a")).await?;
    let mut leads_to = Vec::new();
    for link in &links {
        assert!(link.is_displayed().await?);
        leads_to.push(link.attr("href").await?.unwrap_or_default());
    }
    for address in
        [PAGE, "/", "/privacy", "/microneedling/hair-loss#can-microneedling-be-done-on-all-hair-types"]
    {
        assert!(leads_to.iter().any(|it| it.ends_with(address)), "{address}: {leads_to:?}");
    }
    assert!(!leads_to.iter().any(|it| it.contains("/book/")), "unlisted pages stay unlisted");
    type_into_the_field(&at, "lips").await?;
    at.browser.element(".search button").await?.click().await?;
    at.browser.until("location.search === '?q=lips'").await
}

pub async fn hostile_queries_do_nothing(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/search").await?;
    type_into_the_field(&at, "x").await?;
    at.browser.until(READY).await?;
    for query in [
        "'<img src=x onerror=\"window.hacked = 1\"><b>lips</b>'",
        "'lips '.repeat(2000)",
        "'\\u202E spil \\u05D0\\u05D1'",
        "'\\uD800 lips'",
        "'.*+?^${}()|[]\\\\ lips'",
        "'__proto__ constructor toString hasOwnProperty'",
        "'😀 lips'",
        "'%E0%A4%A lips & = # ?'",
    ] {
        at.browser
            .run(&format!(
                "const field = document.querySelector('#search_q'); field.value = {query};
                 field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
            ))
            .await?;
        at.browser.until("document.querySelector('.search [role=status]').textContent").await?;
        assert!(
            !at.browser
                .value::<bool>(
                    "'hacked' in window || document.querySelector('.found img, .found b') !== null"
                )
                .await?
        );
    }
    at.browser
        .run(
            "const field = document.querySelector('#search_q'); field.value = '   ';
              field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        )
        .await?;
    at.browser.until(LISTED).await?;
    at.open("/search?q=%E0%A4%A").await?;
    at.browser.until("document.documentElement.dataset.search !== 'waiting'").await
}

pub async fn what_is_not_found_is_said_with_the_nearest_words(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/search?q=xyzzyqwv").await?;
    at.browser.until("document.querySelector('.nothing').checkVisibility()").await?;
    at.browser
        .until("document.querySelector('.search [role=status]').textContent === 'Nothing found'")
        .await?;
    at.browser.element(".nothing a[href^='mailto:']").await.map(drop)
}

pub async fn another_build_has_its_own(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.server.deploy(site("fetched"))?;
    at.browser.element(".to-search").await?.click().await?;
    at.until_page("Search").await?;
    type_into_the_field(&at, "privacy").await?;
    at.browser.until(&format!("{FIRST}[0] === '/privacy'")).await
}
