//! A question's own address: it opens the question, and can be copied.

use thirtyfour::prelude::*;

use super::{QUESTION, click, until_open, until_shown};
use crate::context::{Context, PAGE};

/// Puts a link into the page, to be clicked.
async fn add_link(at: &Context, href: &str) -> WebDriverResult<WebElement> {
    at.browser
        .run(&format!(
            "const link = document.createElement('a'); link.id = 'added'; link.textContent = 'added';
             link.href = '{href}'; link.style = 'position: fixed; inset: 0 auto auto 0; z-index: 9';
             document.querySelector('#added')?.remove(); document.querySelector('main').prepend(link)"
        ))
        .await?;
    at.browser.element("#added").await
}

pub async fn an_address_opens_its_question_on_every_way_of_arriving(at: Context) -> WebDriverResult<()> {
    let deep = format!("{PAGE}#{QUESTION}");
    // A cold load, with the slash that hosts add and without it.
    at.open_hydrated(&deep).await?;
    until_shown(&at, QUESTION).await?;
    at.open_hydrated(&format!("{PAGE}/#{QUESTION}")).await?;
    until_shown(&at, QUESTION).await?;

    // A link of the same page, also once more when the question was closed again.
    at.open_hydrated(&format!("{PAGE}?fresh")).await?;
    add_link(&at, &format!("#{QUESTION}")).await?.click().await?;
    until_shown(&at, QUESTION).await?;
    at.browser.until(&format!("document.querySelector(':target').id === '{QUESTION}'")).await?;
    click(&at, 3).await?;
    add_link(&at, &format!("#{QUESTION}")).await?.click().await?;
    until_shown(&at, QUESTION).await?;

    // A link of another page, Back, and Forward.
    at.open_hydrated("/microneedling/face").await?;
    at.browser.run("window.sameDocument = true").await?;
    add_link(&at, &deep).await?.click().await?;
    until_shown(&at, QUESTION).await?;
    at.browser.until(&format!("location.hash === '#{QUESTION}'")).await?;
    add_link(&at, "/contact").await?.click().await?;
    at.until_page("Contact").await?;
    at.browser.back().await?;
    until_shown(&at, QUESTION).await?;
    at.browser.back().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.forward().await?;
    until_shown(&at, QUESTION).await?;
    at.browser.until("window.sameDocument").await
}

pub async fn an_address_opens_its_question_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open(&format!("{PAGE}#{QUESTION}")).await?;
    let open = at.browser.element("details[open] > summary h3").await?;
    assert_eq!(open.text().await?, "How long does it take to see results from microneedling for hair loss?");
    assert_eq!(at.browser.find_all(By::Css("details[open]")).await?.len(), 1);
    Ok(())
}

/// The automatable stand-in for find-in-page, which opens an item in the same way.
pub async fn words_of_an_answer_in_the_address_open_it(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    let words: String = at
        .browser
        .value(&format!(
            "document.getElementById('{QUESTION}').textContent.trim().split(' ').slice(1, 6).join(' ')"
        ))
        .await?;
    at.open("/contact").await?;
    at.open(&format!("{PAGE}#:~:text={}", words.replace(' ', "%20"))).await?;
    until_open(&at, &[3]).await
}

pub async fn each_question_s_link_can_be_copied(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(&format!("{PAGE}/")).await?;
    let length: usize = at.browser.value("history.length").await?;
    click(&at, 3).await?;
    at.browser
        .run("navigator.clipboard.writeText = text => (window.copied = text, Promise.resolve())")
        .await?;
    let link = at.browser.element("details[open] .copy-link").await?;
    at.browser.until("document.getAnimations().length === 0").await?;
    assert_eq!(link.text().await?, "Link to this question");
    link.click().await?;
    at.browser.until(&format!("window.copied === location.origin + '{PAGE}#{QUESTION}'")).await?;
    at.browser.until("document.querySelector('#announcer').textContent === 'Link copied'").await?;
    assert_eq!(link.text().await?, "Link copied");
    at.browser.until("document.querySelector('#announcer').textContent === ''").await?;
    assert_eq!(link.text().await?, "Link to this question");
    assert_eq!(
        at.browser.value::<usize>("history.length").await?,
        length,
        "neither opening nor copying goes anywhere"
    );

    // Where copying is refused the link is in the address bar.
    at.browser.run("navigator.clipboard.writeText = () => Promise.reject()").await?;
    link.click().await?;
    at.browser.until(&format!("location.hash === '#{QUESTION}'")).await
}

pub async fn each_question_s_link_is_a_link_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open(PAGE).await?;
    click(&at, 3).await?;
    at.browser.element("details[open] .copy-link").await?.click().await?;
    assert_eq!(at.browser.current_url().await?.fragment(), Some(QUESTION));
    Ok(())
}
