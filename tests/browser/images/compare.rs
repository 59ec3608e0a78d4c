//! One of a pair over the other.

use serde_json::json;
use tests::{engine::Engine, site};
use thirtyfour::{common::print::PrintParameters, prelude::*};

use super::{PAIRS, RESULTS, open_prepared};
use crate::context::Context;

const PRESSED: &str = "document.querySelector('.pair button').ariaPressed === 'true'";

/// Where the divider is, % from the left, where style and words say so.
const DIVIDER: &str = "(() => {
    const input = document.querySelector('.pair input');
    const image = document.querySelectorAll('.pair img')[1];
    const line = getComputedStyle(image.closest('a'), '::before').left;
    if (!getComputedStyle(image).clipPath.startsWith('inset(0')) return 'nothing is cut off';
    if (input.getAttribute('aria-valuetext') !== `${input.value} % before`) return 'it says something else';
    return Math.round(100 * parseFloat(line) / image.clientWidth);
})()";

/// Where all of the pairs' pictures and words are, from the top of the page, px.
const PLACES: &str = "[...document.querySelectorAll('.pair :is(span, img, button, figcaption)')].map(it => {
    const box = it.getBoundingClientRect();
    return [box.x, box.y + scrollY, box.width, box.height];
})";

/// Whether the pictures of the first pair lie over each other.
const OVER: &str = "(([a, b]) => ['x', 'y', 'width'].every(it => Math.abs(a[it] - b[it]) < 2) && a.width > 0)
    ([...document.querySelectorAll('.pair:first-child img')].slice(0, 2).map(it => it.getBoundingClientRect()))";

/// Which of the pairs have their two pictures beside each other.
const SIDE_BY_SIDE: &str = "[...document.querySelectorAll('.pair')].map(pair => {
    const [a, b] = [...pair.querySelectorAll('img')].map(it => it.getBoundingClientRect());
    return a.width > 0 && a.right <= b.left && a.top < b.bottom && b.top < a.bottom;
})";

pub async fn a_pair_is_compared_by_keyboard(at: Context) -> WebDriverResult<()> {
    open_prepared(&at).await?;
    at.browser.run(&format!("window.before = {PLACES}")).await?;
    let button = at.browser.element(".pair button").await?;
    let words: String =
        at.browser.value("document.querySelector('.pair img').alt.replace('Before: ', '')").await?;
    assert_eq!(at.browser.accessible_name(&button).await?, format!("Compare: {words}"));
    at.browser.run("document.querySelector('.pair a').focus()").await?;
    at.browser.press(Key::Tab).await?;
    at.browser.until("document.activeElement === document.querySelector('.pair button')").await?;
    at.browser.press(Key::Enter).await?;
    at.browser.until(PRESSED).await?;
    at.browser.until(OVER).await?;

    at.browser.press(Key::Tab).await?;
    at.browser.until("document.activeElement === document.querySelector('.pair input')").await?;
    let slider = at.browser.element(".pair input").await?;
    assert_eq!(at.browser.accessible_role(&slider).await?, "slider");
    assert_eq!(at.browser.accessible_name(&slider).await?, format!("Compare: {words}"));
    at.browser.until_is(DIVIDER, &json!(50)).await?;
    for (key, value) in [(Key::Right, "55"), (Key::Left, "50"), (Key::Left, "45"), (Key::Up, "50")] {
        at.browser.press(key).await?;
        at.browser.until(&format!("document.activeElement.value === '{value}'")).await?;
    }
    at.browser.press(Key::Home).await?;
    at.browser.until_is(DIVIDER, &json!(0)).await?;
    at.browser.press(Key::End).await?;
    at.browser.until_is(DIVIDER, &json!(100)).await?;

    at.browser.run("document.querySelector('.pair button').focus()").await?;
    at.browser.press(Key::Space).await?;
    at.browser.until(&format!("!({PRESSED})")).await?;
    // All is as it was; a picture that has come meanwhile is not more exact than a pixel.
    at.browser
        .until(&format!("{PLACES}.flat().every((it, at) => Math.abs(it - before.flat()[at]) < 1.5)"))
        .await
}

pub async fn a_pair_is_compared_by_pointer(at: Context) -> WebDriverResult<()> {
    open_prepared(&at).await?;
    let place = "[...document.querySelectorAll('.pair:first-child :is(span, button)')].slice(0, 3)
        .flatMap(it => [it.getBoundingClientRect().x, it.getBoundingClientRect().y])";
    let button = at.browser.element(".pair button").await?;
    button.click().await?;
    at.browser.until(OVER).await?;
    at.browser.run(&format!("window.pressed = {place}")).await?;
    button.click().await?;
    at.browser.until(&format!("!({OVER})")).await?;
    // What was pressed stays under the pointer.
    at.browser.until(&format!("{place}.every((it, at) => Math.abs(it - pressed[at]) < 1.5)")).await?;
    button.click().await?;
    at.browser.until(OVER).await?;
    let names = at.browser.find_all(By::Css(".pair:first-child div > span")).await?;
    for name in &names[..2] {
        assert!(name.is_displayed().await?, "“Before” and “After” stay");
    }

    // A click beside the thumb, and a drag from it.
    let slider = at.browser.element(".pair input").await?;
    let width: f64 = at.browser.value("document.querySelector('.pair input').clientWidth").await?;
    #[expect(clippy::cast_possible_truncation, reason = "of px")]
    let quarter = (width / 4.0) as i64;
    at.browser.action_chain().move_to_element_with_offset(&slider, -quarter, 0).click().perform().await?;
    at.browser.until(&format!("(it => it >= 23 && it <= 27)({DIVIDER})")).await?;
    // Not where the click was, which would make it a double one, and by steps, as a hand moves.
    let beside = 10;
    let dragged = at.browser.action_chain().move_to_element_with_offset(&slider, beside - quarter, 0);
    let dragged = dragged.click_and_hold().move_by_offset(quarter, 0).move_by_offset(quarter, 0);
    dragged.release().perform().await?;
    at.browser.until(&format!("(it => it >= 73 && it <= 77)({DIVIDER})")).await
}

/// Across it moves the divider, up and down the page.
pub async fn a_pair_is_compared_by_touch(at: Context) -> WebDriverResult<()> {
    at.browser.size(390, 844).await?;
    open_prepared(&at).await?;
    // Above the bar for booking, which a driver would click instead.
    at.browser.run("document.querySelector('.pair').scrollIntoView()").await?;
    at.browser.element(".pair button").await?.click().await?;
    at.browser.run("document.querySelector('.pair').scrollIntoView()").await?;
    at.browser
        .until("getComputedStyle(document.querySelector('.pair input')).touchAction === 'pan-y'")
        .await?;
    let middle = "(box => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }))
        (document.querySelectorAll('.pair img')[1].getBoundingClientRect())";
    let drag = async |x: f64, y: f64| -> WebDriverResult<()> {
        let from: serde_json::Value = at.browser.value(middle).await?;
        let (left, top) = (from["x"].as_f64().unwrap_or_default(), from["y"].as_f64().unwrap_or_default());
        let touch = async |kind: &str, points: serde_json::Value| {
            let event = json!({ "type": kind, "touchPoints": points });
            at.browser.cdp().send_raw("Input.dispatchTouchEvent", event).await
        };
        touch("touchStart", json!([from])).await?;
        for step in 1..=10 {
            let part = f64::from(step) / 10.0;
            touch("touchMove", json!([{ "x": left + x * part, "y": top + y * part }])).await?;
        }
        touch("touchEnd", json!([])).await.map(drop)
    };
    drag(80.0, 0.0).await?;
    at.browser.until(&format!("{DIVIDER} > 60")).await?;
    let value: serde_json::Value = at.browser.value("document.querySelector('.pair input').value").await?;
    let y: f64 = at.browser.value("scrollY").await?;
    drag(0.0, -150.0).await?;
    at.browser.until(&format!("scrollY > {y} + 50")).await?;
    at.browser.until_is("document.querySelector('.pair input').value", &value).await
}

pub async fn every_pair_is_there_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open(RESULTS).await?;
    assert_eq!(at.browser.find_all(By::Css(".pair")).await?.len(), PAIRS);
    assert_eq!(at.browser.find_all(By::Css(".pair button, .pair input, dialog")).await?.len(), 0);
    at.browser.element(".results summary").await?.click().await?;
    at.browser.element(".results details[open]").await?;
    for pair in at.browser.find_all(By::Css(".pair")).await? {
        let images = pair.find_all(By::Css("div > .image")).await?;
        let (before, after) = (images[0].rect().await?, images[1].rect().await?);
        // Shapes that agree within 1 % end on one line.
        let almost = (before.y - after.y).abs() <= 1.0 + before.height / 100.0;
        assert!(before.x + before.width < after.x && almost, "{before:?} beside {after:?}");
    }
    // Each leads to its large version, which is there.
    for image in at.browser.find_all(By::Css(".image")).await? {
        let large = image.attr("href").await?.unwrap_or_default();
        assert!(large.ends_with(".webp"), "{large}");
        // Some drivers say it with its host.
        let file = large.split_once("/assets/").map(|(_, file)| site("pictures").join("assets").join(file));
        assert!(file.is_some_and(|it| it.is_file()), "{large}");
    }
    Ok(())
}

pub async fn print_has_every_pair_side_by_side(at: Context) -> WebDriverResult<()> {
    open_prepared(&at).await?;
    at.browser.element(".pair button").await?.click().await?;
    at.browser.until(OVER).await?;
    let captions: Vec<String> = at
        .browser
        .value("[...document.querySelectorAll('.pair figcaption')].map(it => it.textContent)")
        .await?;
    let pdf = at.browser.print_page(PrintParameters::default()).await?;
    let printed = tests::pdf::letters(&pdf);
    // Captions stand beside each other, and each line is read to its end: words are whole, sentences not.
    for word in captions.iter().flat_map(|it| it.split_whitespace()) {
        let letters: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        assert!(printed.contains(&letters), "{word:?} is not in {printed}");
    }
    for label in ["Before", "After"] {
        assert!(printed.matches(label).count() >= PAIRS, "{label} in {printed}");
    }
    assert!(
        !["Compare", "Showall"].iter().any(|it| printed.contains(it)),
        "what cannot be clicked is not printed"
    );
    at.browser.until(OVER).await?;
    assert!(!at.browser.value::<bool>("document.querySelector('.results details').open").await?);
    if at.browser.engine() == Engine::Chromium {
        // The others cannot be told to show what they print.
        let print = json!({ "media": "print" });
        at.browser.cdp().send_raw("Emulation.setEmulatedMedia", print).await?;
        assert_eq!(at.browser.value::<Vec<bool>>(SIDE_BY_SIDE).await?, [true; PAIRS]);
    }
    Ok(())
}

pub async fn forced_colours_have_the_engine_s_own_slider(at: Context) -> WebDriverResult<()> {
    open_prepared(&at).await?;
    at.browser.media(&[("forced-colors", "active")]).await?;
    at.browser.element(".pair button").await?.click().await?;
    at.browser
        .until(
            "(it => it.opacity === '1' && it.appearance !== 'none' && it.display !== 'none')
             (getComputedStyle(document.querySelector('.pair input')))",
        )
        .await?;
    at.browser.element(".pair input").await?.send_keys(Key::Right).await?;
    at.browser.until("document.querySelector('.pair input').value === '55'").await
}
