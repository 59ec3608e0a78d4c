//! The accordion: questions that open to their answers.

use thirtyfour::{common::print::PrintParameters, prelude::*};

use crate::{Context, PAGE};

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

pub async fn what_is_open_is_kept_over_reload_and_back(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    click(&at, 2).await?;
    click(&at, 5).await?;
    until_open(&at, &[2, 5]).await?;
    at.browser.refresh().await?;
    until_open(&at, &[2, 5]).await?;
    at.browser.hydrated().await?;
    click(&at, 5).await?;
    until_open(&at, &[2]).await?;
    // The same question of another page is another question.
    at.browser.element(".prose a[href='/microneedling/face']").await?.click().await?;
    at.until_page("Face Microneedling").await?;
    assert!(!open(&at).await?.contains(&true));
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    until_open(&at, &[2]).await?;
    // So is what was opened just before the page went.
    at.browser
        .run("document.querySelector('details').open = true; document.querySelector(\".prose a[href='/microneedling/face']\").click()")
        .await?;
    at.until_page("Face Microneedling").await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    until_open(&at, &[1, 2]).await?;
    click(&at, 1).await?;
    until_open(&at, &[2]).await?;
    // Closed is remembered as well.
    click(&at, 2).await?;
    until_open(&at, &[]).await?;
    at.browser.refresh().await?;
    at.browser.hydrated().await?;
    until_open(&at, &[]).await?;
    // The address wins over what was left closed; and a page that is come to anew begins anew.
    click(&at, 1).await?;
    until_open(&at, &[1]).await?;
    at.open_hydrated(&format!("{PAGE}/?anew#{QUESTION}")).await?;
    until_open(&at, &[3]).await?;
    click(&at, 3).await?;
    until_open(&at, &[]).await?;
    at.browser.refresh().await?;
    until_open(&at, &[3]).await
}

/// Asking for `sessionStorage` throws, as where a visitor has forbidden cookies.
pub const NO_STORAGE: &str = "Object.defineProperty(window, 'sessionStorage', { get: function () { throw new Error('storage is forbidden'); } })";

pub async fn forbidden_storage_breaks_nothing(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    click(&at, 2).await?;
    at.browser.element(".show-all").await?.click().await?;
    until_open(&at, &[1, 2, 3, 4, 5, 6, 7]).await?;
    at.browser.refresh().await?;
    at.browser.hydrated().await?;
    until_open(&at, &[]).await
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

/// A fixture has two hundred questions.
pub async fn two_hundred_questions_open_and_are_remembered(at: Context) -> WebDriverResult<()> {
    let number_open = |number| format!("document.querySelectorAll('details[open]').length === {number}");
    at.open_hydrated("/care/two-hundred/").await?;
    assert_eq!(at.browser.find_all(By::Css("details")).await?.len(), 200);
    click(&at, 200).await?;
    at.browser.until(&number_open(1)).await?;
    at.browser.element(".show-all").await?.click().await?;
    at.browser.until(&number_open(200)).await?;
    at.browser.until("document.querySelector('.show-all').ariaExpanded === 'true'").await?;
    at.browser.refresh().await?;
    at.browser.until(&number_open(200)).await?;
    // A question in the middle, found by its address among all the open ones.
    at.open_hydrated("/care/two-hundred/?again#question-120").await?;
    until_shown(&at, "question-120").await?;
    at.browser.until(&number_open(1)).await
}
