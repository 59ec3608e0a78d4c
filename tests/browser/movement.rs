//! The drawing on a card that becomes the drawing of the page.

use thirtyfour::prelude::*;

use crate::context::{Context, HERE};

/// Counts view transitions. A browser that has none gets one that changes the page at once: what
/// is asked is when the page begins one.
const COUNTED: &str = "
    window.begun = 0;
    document.addEventListener('router:arrive', () => { window.arrived = location.pathname; });
    window.sameDocument = true;
    const own = document.startViewTransition?.bind(document);
    document.startViewTransition = update => {
        window.begun += 1;
        window.hadArrived = document.querySelector('meta[name=route]').content;
        if (own) return own(update);
        update();
        return { finished: Promise.resolve() };
    };";

/// Follows the first card on home to its page, and returns the page's path.
async fn follow_a_card(at: &Context) -> WebDriverResult<String> {
    at.open_hydrated("/").await?;
    at.browser.run(COUNTED).await?;
    let card = at.browser.element(".cards a").await?;
    let path: String = at.browser.value("document.querySelector('.cards a').pathname").await?;
    // In sight, so that the card's drawing has a place that one sees.
    card.scroll_into_view().await?;
    card.click().await?;
    at.browser.until(&format!("{HERE} === '{path}' && window.sameDocument")).await?;
    at.browser.until("window.arrived === location.pathname").await?;
    Ok(path)
}

pub async fn no_view_transition_where_less_is_wanted(at: Context) -> WebDriverResult<()> {
    follow_a_card(&at).await?;
    assert_eq!(at.browser.value::<u32>("window.begun").await?, 0);
    Ok(())
}

pub async fn a_card_s_drawing_becomes_the_page_s(at: Context) -> WebDriverResult<()> {
    let path = follow_a_card(&at).await?;
    assert_eq!(at.browser.value::<u32>("window.begun").await?, 1);
    let had_arrived: String = at.browser.value("window.hadArrived").await?;
    assert_eq!(had_arrived, path, "the page is there before anything moves");
    at.browser.until("document.querySelector('.hero .art').getAttribute('style') === ''").await?;

    // A link that is no card moves nothing.
    at.browser.run("document.querySelector('.brand').click()").await?;
    at.browser.until("location.pathname === '/' && window.arrived === '/'").await?;
    assert_eq!(at.browser.value::<u32>("window.begun").await?, 1);
    Ok(())
}
