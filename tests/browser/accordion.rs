//! The accordion: questions that open to their answers.

mod addresses;
mod print;
mod remembered;

use thirtyfour::prelude::*;

use crate::context::{Context, PAGE};

// In the list each is `accordion::` and its name, whatever it is about.
pub use addresses::*;
pub use print::*;
pub use remembered::*;

/// The third question of [`PAGE`].
const QUESTION: &str = "how-long-does-it-take-to-see-results-from-microneedling-for-hair-loss";

const OPEN: &str = "[...document.querySelectorAll('.faq-accordion details')].map(item => item.open)";

/// Which of the questions are open.
async fn open(at: &Context) -> WebDriverResult<Vec<bool>> {
    at.browser.value(OPEN).await
}

/// Waits until exactly these of the seven questions are open, counted from 1.
async fn until_open(at: &Context, numbers: &[usize]) -> WebDriverResult<()> {
    let wanted: Vec<bool> = (1..=7).map(|number| numbers.contains(&number)).collect();
    at.browser.until_is(OPEN, &serde_json::json!(wanted)).await
}

/// Clicks a question, counted from 1.
async fn click(at: &Context, number: usize) -> WebDriverResult<()> {
    at.browser
        .element(&format!(".faq-accordion details:nth-of-type({number}) > summary"))
        .await?
        .click()
        .await
}

/// Waits until the question with this id is open and in sight.
async fn until_shown(at: &Context, id: &str) -> WebDriverResult<()> {
    at.browser
        .until(&format!(
            "(item => item?.open && (box => box.top >= 0 && box.bottom <= innerHeight)(item.firstElementChild.getBoundingClientRect()))
             (document.getElementById('{id}')?.closest('details'))"
        ))
        .await
}

pub async fn every_answer_is_there_and_opens_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    assert_eq!(at.browser.find_all(By::Css(".faq-accordion details:not([open])")).await?.len(), 7);
    for number in 1..=7 {
        click(&at, number).await?;
        // As soon as it is open; found by attribute, because no script can tell.
        let item = at.browser.element(&format!(".faq-accordion details[open]:nth-of-type({number})")).await?;
        let answer = item.find(By::Css("summary + div > div")).await?;
        assert!(answer.inner_html().await?.contains("<p>"), "the answer is in the page");
    }
    click(&at, 7).await?;
    at.browser.element(".faq-accordion details:not([open]):nth-of-type(7)").await?;
    assert!(!at.browser.find(By::Css(".show-all")).await?.is_displayed().await?, "it would do nothing");
    Ok(())
}

pub async fn opens_and_closes_by_keyboard(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let focused = "[...document.querySelectorAll('summary')].indexOf(document.activeElement)";
    at.browser.run("document.querySelector('summary').focus()").await?;
    for (key, is_open) in [(Key::Enter, true), (Key::Enter, false), (Key::Space, true), (Key::Space, false)] {
        at.browser.press(key).await?;
        at.browser.until(&format!("document.querySelector('details').open === {is_open}")).await?;
        assert_eq!(at.browser.value::<i64>(focused).await?, 0, "focus stays on the question");
    }
    for number in 1..7 {
        at.browser.press(Key::Tab).await?;
        assert_eq!(at.browser.value::<i64>(focused).await?, number, "Tab visits each question once");
    }
    at.browser.press(Key::Tab).await?;
    assert_eq!(at.browser.value::<i64>(focused).await?, -1, "and goes on after the last");
    Ok(())
}

pub async fn questions_are_headings_named_as_they_are_written(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let titles = at.browser.find_all(By::Css(".faq-accordion h2")).await?;
    assert_eq!(titles.len(), 1);
    assert_eq!(at.browser.accessible_role(&titles[0]).await?, "heading");
    for item in at.browser.find_all(By::Css(".faq-accordion details")).await? {
        let question = item.find(By::Css("summary h3")).await?;
        let words = question.text().await?;
        assert!(words.ends_with('?'), "{words}");
        assert_eq!(at.browser.accessible_role(&question).await?, "heading");
        assert_eq!(at.browser.accessible_name(&question).await?, words);
        let summary = item.find(By::Css("summary")).await?;
        assert_eq!(at.browser.accessible_name(&summary).await?, words, "its name is the question, exactly");
    }
    Ok(())
}

pub async fn several_are_open_at_once_and_all_by_one_button(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    click(&at, 1).await?;
    click(&at, 2).await?;
    until_open(&at, &[1, 2]).await?;

    let button = at.browser.element(".show-all").await?;
    assert_eq!(button.text().await?, "Show all answers");
    assert_eq!(button.attr("aria-expanded").await?.as_deref(), Some("false"));
    button.click().await?;
    until_open(&at, &[1, 2, 3, 4, 5, 6, 7]).await?;
    at.browser.until("document.querySelector('.show-all').ariaExpanded === 'true'").await?;
    assert_eq!(button.text().await?, "Hide all answers");
    assert_eq!(at.browser.accessible_name(&button).await?, "Hide all answers");
    // One that is closed by hand makes it “show” again.
    click(&at, 7).await?;
    at.browser.until("document.querySelector('.show-all').ariaExpanded === 'false'").await?;
    button.click().await?;
    until_open(&at, &[1, 2, 3, 4, 5, 6, 7]).await?;
    at.browser.until("document.querySelector('.show-all').ariaExpanded === 'true'").await?;
    button.click().await?;
    until_open(&at, &[]).await
}

pub async fn what_is_open_before_the_client_arrives_stays_open(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    let item = at.browser.element(".faq-accordion details:nth-of-type(4)").await?;
    item.find(By::Css("summary")).await?.click().await?;
    at.server.release_wasm();
    at.browser.hydrated().await?;
    // The element found before is still in the page, and still open.
    assert!(item.attr("open").await?.is_some());
    until_open(&at, &[4]).await
}

/// Opens all questions; how long what then moves will move, ms, and nothing for nothing.
const MOTIONS: &str = "(document.querySelector('.show-all').click(), document.body.offsetHeight,
    document.getAnimations().map(it => it.effect.getComputedTiming().endTime))";

pub async fn nothing_moves_where_less_motion_is_wanted(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.until("matchMedia('(prefers-reduced-motion: reduce)').matches").await?;
    assert_eq!(at.browser.value::<Vec<f64>>(MOTIONS).await?, [0.0; 0]);
    until_open(&at, &[1, 2, 3, 4, 5, 6, 7]).await
}

pub async fn motion_is_short(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.until("!matchMedia('(prefers-reduced-motion: reduce)').matches").await?;
    let motions: Vec<f64> = at.browser.value(MOTIONS).await?;
    assert_eq!(motions.len(), 7, "each answer fades in");
    assert!(motions.iter().all(|it| *it <= 250.0), "{motions:?} ms");
    at.browser.until("document.getAnimations().length === 0").await
}
