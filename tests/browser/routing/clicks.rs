//! Which clicks are the router's, and which the browser's.

use thirtyfour::prelude::*;

use crate::context::{Context, LINKED, PAGE};

/// Last of all listeners, it sees whether the router has taken the click, and keeps the browser here.
const TAKEN: &str = "
    window.taken = (link, event) => {
        let taken;
        document.body.append(link);
        const see = () => { taken = event.defaultPrevented; event.preventDefault(); };
        addEventListener(event.type, see, { once: true });
        link.dispatchEvent(event);
        link.remove();
        return taken;
    };
    window.link = (href, attributes = {}) => Object.assign(document.createElement('a'), { href }, attributes);
    window.click = (options = {}) => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...options });
";

/// Clicks that are not the router's.
const LEFT: [(&str, &str); 21] = [
    ("link('/contact'), click({ ctrlKey: true })", "Ctrl: a new tab"),
    ("link('/contact'), click({ metaKey: true })", "Cmd: a new tab"),
    ("link('/contact'), click({ shiftKey: true })", "Shift: a new window"),
    ("link('/contact'), click({ altKey: true })", "Alt: a download"),
    ("link('/contact'), click({ button: 1 })", "middle button"),
    (
        "link('/contact'), new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 })",
        "middle button",
    ),
    ("link('/contact', { target: '_blank' }), click()", "another window"),
    ("link('/contact', { download: 'x' }), click()", "download"),
    ("link('/contact', { rel: 'external' }), click()", "rel=external"),
    ("link('https://example.com/contact'), click()", "another site"),
    ("link('mailto:someone@example.com'), click()", "e-mail"),
    ("link('tel:+18655550100'), click()", "telephone"),
    ("link('/sitemap.xml'), click()", "a file"),
    ("link('#main'), click()", "a fragment of this page"),
    ("link('#'), click()", "the top of this page"),
    ("link('https://example.com' + location.pathname + '#main'), click()", "a fragment of another site's"),
    ("link('/microneedling/hair-loss/#main'), click({ altKey: true })", "Alt, on this page in another form"),
    ("link('/microneedling/hair-loss/#main', { target: '_blank' }), click()", "another window, on this page"),
    ("link('/microneedling/hair-loss/#main', { download: 'x' }), click()", "download, of this page"),
    ("link('/contact', { rel: 'nofollow EXTERNAL' }), click()", "rel with other words"),
    ("link('/contact', { target: 'window' }), click()", "a window by name"),
];

pub async fn clicks_that_belong_to_the_browser_are_left_to_it(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.run(TAKEN).await?;
    for (click, what) in LEFT {
        assert!(!at.browser.value::<bool>(&format!("taken({click})")).await?, "{what} was taken");
    }
    at.browser.until("location.hash === ''").await?;
    // The check can fail: a plain click on a page's link is the router's.
    assert!(at.browser.value::<bool>("taken(link('/contact'), click())").await?);
    at.until_page("Contact").await
}

pub async fn a_click_with_a_modifier_opens_another_window(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    let link = at.browser.element(&format!(".prose a[href='{LINKED}']")).await?;
    link.scroll_into_view().await?;
    at.browser
        .action_chain()
        .key_down(Key::Control)
        .click_element(&link)
        .key_up(Key::Control)
        .perform()
        .await?;
    at.until_page("Hair Loss Microneedling").await?;
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while at.browser.windows().await?.len() < 2 {
        assert!(std::time::Instant::now() < deadline, "no second window");
    }
    Ok(())
}
