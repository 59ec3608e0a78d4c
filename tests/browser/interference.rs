//! What others do to a page: extensions, translators, blockers, proxies. Whatever it
//! is, the page that is shown is the one that the address names.

use thirtyfour::prelude::*;

use crate::context::{Context, HERE, LINKED, PAGE};

/// The one page that the menu marks is the one that is shown.
const MARKED: &str = "[...document.querySelectorAll('#menu [aria-current=page]')].map(it => it.pathname).join() === location.pathname.replace(/\\/$/, '')";

/// What somebody's script does before the client arrives, by the page's query.
pub const EARLY: &str = r#"
    const texts = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
        return found;
    };
    const early = {
        element: () => document.body.prepend(document.createElement('div')),
        frame: () => document.body.prepend(document.createElement('iframe')),
        comment: () => document.body.prepend(document.createComment('x')),
        space: () => document.body.prepend(' '),
        last: () => document.querySelectorAll('body, main, header, nav, li, a, article').forEach(it => it.append(document.createElement('span'))),
        first: () => document.querySelectorAll('body, main, header, nav, li, a').forEach(it => it.prepend(document.createElement('span'))),
        fonts: () => texts(document.body).filter(it => it.parentElement.localName !== 'script').forEach(text => {
            const font = document.createElement('font');
            text.replaceWith(font);
            font.append(text);
        }),
        bar: () => document.querySelector('.booking-bar').remove(),
        header: () => document.querySelector('.site-header').remove(),
        footer: () => document.querySelector('.site-footer').remove(),
        announcer: () => document.querySelector('#announcer').remove(),
        wrapped: () => { const all = document.createElement('div'); all.append(...document.body.childNodes); document.body.append(all); },
        title: () => document.querySelector('title').remove(),
        head: () => document.querySelectorAll('head > meta').forEach(it => it.remove()),
        noarticle: () => document.querySelector('article').replaceWith(...document.querySelector('article').childNodes),
        nomain: () => document.querySelector('main').replaceWith(...document.querySelector('article').childNodes),
    };
    if (location.search) addEventListener('DOMContentLoaded', early[location.search.slice(1)]);
"#;

/// Follows the link in the text, and comes back.
async fn there_and_back(at: &Context) -> WebDriverResult<()> {
    // In the middle: the driver clicks into the first of a link's boxes, which may be at the edge.
    let link = format!("main a[href='{LINKED}']");
    at.browser
        .run(&format!(
            "const link = document.querySelector(\"{link}\");
             link.querySelector('span:empty')?.remove();
             link.scrollIntoView({{ block: 'center' }})"
        ))
        .await?;
    at.browser.element(&link).await?.click().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until(&format!("{HERE} === '{LINKED}' && document.title.startsWith('Face')")).await?;
    at.browser.back().await?;
    at.until_page("Hair Loss Microneedling").await?;
    at.browser.until(&format!("{HERE} === '{PAGE}' && document.title.startsWith('Hair')")).await
}

pub async fn what_is_put_in_or_taken_out_before_the_client_arrives(at: Context) -> WebDriverResult<()> {
    for change in [
        "element",
        "frame",
        "comment",
        "space",
        "last",
        "first",
        "fonts",
        "bar",
        "header",
        "footer",
        "announcer",
        "wrapped",
        "title",
    ] {
        at.open_hydrated(&format!("{PAGE}?{change}")).await?;
        at.browser.run("window.sameDocument = true").await?;
        there_and_back(&at).await?;
        assert!(at.browser.value::<bool>("window.sameDocument === true").await?, "{change}: a page load");
        // Not by the pointer: the page may still be scrolling to where it was.
        at.browser.run(&format!("document.querySelector(\"main a[href='{LINKED}']\").click()")).await?;
        at.until_page("Face Microneedling").await?;
        let frame = at
            .browser
            .value::<Vec<String>>(
                "['.site-header', '.booking-bar', '.site-footer'].filter(it => !document.querySelector(it))",
            )
            .await?;
        let gone: &[&str] = match change {
            "bar" => &[".booking-bar"],
            "header" => &[".site-header"],
            "footer" => &[".site-footer"],
            _ => &[],
        };
        assert_eq!(frame, gone, "{change}");
        if change != "header" {
            at.browser.until(MARKED).await?;
        }
    }
    Ok(())
}

/// Where there is nothing left to put a page into, or no word of which one it is.
pub async fn what_cannot_be_taken_over_goes_on_as_plain_html(at: Context) -> WebDriverResult<()> {
    for change in ["noarticle", "nomain", "head"] {
        at.open(&format!("{PAGE}?{change}")).await?;
        let asked = "performance.getEntriesByType('resource').some(it => it.name.endsWith('.wasm'))";
        at.browser.until(asked).await?;
        at.browser.element(&format!("a[href='{LINKED}']:not(nav a)")).await?.click().await?;
        at.until_page("Face Microneedling").await?;
        at.browser.until(&format!("{HERE} === '{LINKED}'")).await?;
        at.browser.back().await?;
        at.until_page("Hair Loss Microneedling").await?;
        at.browser.until(&format!("{HERE} === '{PAGE}'")).await?;
    }
    Ok(())
}

pub async fn a_page_that_a_proxy_has_rewritten_is_taken_over(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser.run("window.sameDocument = true").await?;
    there_and_back(&at).await?;
    at.browser.until("window.sameDocument").await
}

/// Parts of the page are made anew while it is open: what is shown next is right, in
/// the parts that are there now.
pub async fn what_is_made_anew_later_is_taken_over_or_loaded(at: Context) -> WebDriverResult<()> {
    for change in [
        "document.body.innerHTML = document.body.innerHTML",
        "document.body.replaceWith(document.body.cloneNode(true))",
        "(main => main.replaceWith(main.cloneNode(true)))(document.querySelector('main'))",
        "(it => it.replaceWith(it.cloneNode(true)))(document.querySelector('article'))",
        "(it => it.replaceWith(it.cloneNode(true)))(document.querySelector('.site-header'))",
        "document.querySelector('article').innerHTML = ''",
        "document.querySelector('article').remove()",
        "document.querySelector('main').id = 'other'",
        "document.querySelector('.booking-bar').remove()",
        "document.documentElement.removeAttribute('data-hydrated')",
    ] {
        at.open_hydrated(PAGE).await?;
        at.browser.run(change).await?;
        at.browser.element("#menu > ul > li > a[href='/injectables']").await?.click().await?;
        at.until_page("Injectables").await?;
        at.browser.until(&format!("{HERE} === '/injectables'")).await?;
        at.browser.until(MARKED).await?;
        if change.ends_with("remove()") {
            // Back leads to a page as somebody else has left it.
            continue;
        }
        at.browser.back().await?;
        at.until_page("Hair Loss Microneedling").await?;
        at.browser.until(&format!("{HERE} === '{PAGE}'")).await?;
    }
    Ok(())
}

/// A translator has put other words into the button; the next page's are its own.
pub async fn the_booking_bar_says_what_the_page_says(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser
        .run("document.querySelector('.booking-bar .cta').innerHTML = '<font><font>Termin</font></font>'")
        .await?;
    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    at.until_page("Face Microneedling").await?;
    at.browser
        .until("document.querySelector('.booking-bar .cta').textContent === document.querySelector('.hero .cta').textContent")
        .await?;
    at.browser.element(".site-footer a[href='/privacy']").await?.click().await?;
    at.browser
        .until("location.pathname === '/privacy' && document.querySelector('.booking-bar').hidden")
        .await?;
    at.browser.back().await?;
    at.until_page("Face Microneedling").await?;
    at.browser.until("!document.querySelector('.booking-bar').hidden").await
}

/// What others have in the head stays, and what they took away comes back.
pub async fn the_head_belongs_to_others_too(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser
        .run(
            "const theirs = name => Object.assign(document.createElement('meta'), { name, content: 'theirs' });
             document.querySelector('title').after(theirs('first'));
             document.querySelector('link[rel=canonical]').before(theirs('second'), document.createElement('template'));
             document.querySelector('meta[name=description]').remove();
             document.querySelector('title').textContent = '(1) ' + document.title",
        )
        .await?;
    at.browser.element(&format!(".prose a[href='{LINKED}']")).await?.click().await?;
    at.until_page("Face Microneedling").await?;
    at.browser
        .until(
            "document.title.startsWith('Face') && document.querySelectorAll('title').length === 1
             && document.querySelectorAll('meta[content=theirs]').length === 2
             && document.querySelectorAll('head template').length === 1
             && document.querySelectorAll('meta[name=description]').length === 1
             && document.querySelector('link[rel=canonical]').href.endsWith(location.pathname)",
        )
        .await?;
    at.browser.run("document.querySelector('title').remove(); document.querySelector('link[rel=canonical]').remove()").await?;
    at.browser.back().await?;
    at.browser
        .until(
            "document.title.startsWith('Hair') && document.querySelector('meta[name=route]').content === '/microneedling/hair-loss'
             && document.querySelector('link[rel=canonical]').href.endsWith('/microneedling/hair-loss')",
        )
        .await
}

/// What others append to a question does not end its memory.
pub async fn a_question_with_something_of_others_is_remembered(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser
        .run("document.querySelectorAll('details').forEach(it => { const theirs = document.createElement('div'); theirs.id = 'theirs'; it.append(theirs); })")
        .await?;
    at.browser.element(".faq-accordion summary").await?.click().await?;
    at.browser.until("document.querySelector('details').open").await?;
    at.browser.refresh().await?;
    at.browser.until("document.querySelector('details').open").await
}

/// Storage has what others have put there, under our names too.
pub async fn storage_belongs_to_others_too(at: Context) -> WebDriverResult<()> {
    for theirs in ["not JSON", "[1, 2]", "{\"a\": 1}", "null", "\"text\"", "[[\"/x\", \"no number\"]]", "7"] {
        at.open_hydrated(PAGE).await?;
        at.browser
            .run(&format!(
                "for (const key of ['positions', 'returning:positions']) sessionStorage.setItem(key, {theirs:?});
                 sessionStorage.setItem('{PAGE}#is-microneedling-painful', 'theirs');
                 sessionStorage.setItem('returning:{PAGE}#is-microneedling-painful', 'theirs')"
            ))
            .await?;
        at.browser.refresh().await?;
        at.browser.hydrated().await?;
        assert_eq!(at.browser.value::<usize>("document.querySelectorAll('details[open]').length").await?, 0);
        at.browser.scroll_to(500).await?;
        at.browser.element(".site-footer a[href='/contact']").await?.click().await?;
        at.until_page("Contact").await?;
        at.browser.back().await?;
        at.until_page("Hair Loss Microneedling").await?;
        assert_eq!(at.browser.value::<String>("sessionStorage.getItem('positions')").await?, theirs);
    }
    Ok(())
}

/// What is remembered has an end.
pub async fn what_is_remembered_has_an_end(at: Context) -> WebDriverResult<()> {
    at.open_hydrated(PAGE).await?;
    at.browser
        .run(
            "sessionStorage.setItem('returning:positions', JSON.stringify(Array.from({ length: 5000 }, (_, at) => ['/' + at, at])))",
        )
        .await?;
    at.browser.refresh().await?;
    at.browser.hydrated().await?;
    at.browser.scroll_to(300).await?;
    at.browser.refresh().await?;
    at.browser.until("scrollY === 300").await?;
    at.browser.until("JSON.parse(sessionStorage.getItem('returning:positions')).length <= 100").await
}
