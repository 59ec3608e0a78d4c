//! What is printed of the accordion.

use thirtyfour::{common::print::PrintParameters, prelude::*};

use super::{click, open, until_open};
use crate::context::{Context, PAGE};

pub async fn print_has_every_answer_and_the_screen_stays(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    click(&at, 2).await?;
    // One that has opened this moment, and is still on its way to being seen.
    at.browser
        .run(
            "document.querySelector('.faq-accordion details:nth-of-type(3) > summary').click();
             document.body.offsetHeight;
             document.getAnimations().forEach(it => { it.pause(); it.currentTime = 0; })",
        )
        .await?;
    let answer =
        "getComputedStyle(document.querySelector('.faq-accordion details:nth-of-type(3) > div')).opacity";
    at.browser.until_is(answer, &serde_json::json!("0")).await?;
    let before = open(&at).await?;
    let answers: Vec<String> = at
        .browser
        .value("[...document.querySelectorAll('summary + div > div')].map(it => it.textContent)")
        .await?;
    let pdf = at.browser.print_page(PrintParameters::default()).await?;
    let printed = tests::pdf::letters(&pdf);
    for answer in answers {
        let letters: String = answer.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        assert!(printed.contains(&letters), "{answer:?} is not in {printed}");
    }
    assert!(!printed.contains("Linktothisquestion"), "what cannot be clicked is not printed");
    assert_eq!(open(&at).await?, before);
    Ok(())
}

/// Engines before 2025 have no style for the inside of a closed item.
pub async fn print_opens_answers_where_style_alone_cannot(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    click(&at, 2).await?;
    until_open(&at, &[2]).await?;
    at.browser.run("CSS.supports = () => false; dispatchEvent(new Event('beforeprint'))").await?;
    until_open(&at, &[1, 2, 3, 4, 5, 6, 7]).await?;
    at.browser.run("dispatchEvent(new Event('afterprint'))").await?;
    until_open(&at, &[2]).await?;
    at.browser.refresh().await?;
    until_open(&at, &[2]).await
}
