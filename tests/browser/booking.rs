//! Booking: from the button to the request.

use thirtyfour::prelude::*;

use crate::context::Context;

pub async fn the_form_knows_the_treatment(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables/lips").await?;
    at.browser.element(".hero .cta").await?.click().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Book an Appointment'").await?;
    at.browser.until("document.querySelector('#booking_treatment').value === 'Lip Treatments'").await?;
    // And when the page is loaded with that address.
    at.open_hydrated("/book/?treatment=/weight-loss/medication").await?;
    at.browser.until("document.querySelector('#booking_treatment').value === 'Weight Loss Medication'").await
}

/// The address may be written in any form, and a link to it may stand on the page itself.
pub async fn a_link_on_the_page_itself_chooses_too(at: Context) -> WebDriverResult<()> {
    let is = |value: &str| format!("document.querySelector('#booking_treatment').value === '{value}'");
    for query in [
        "treatment=%2finjectables%2Flips",
        "from=a&treatment=/injectables/%6cips",
        "treatment=/injectables/lips&x=%zz",
    ] {
        at.open_hydrated(&format!("/book/?{query}")).await?;
        at.browser.until(&is("Lip Treatments")).await?;
    }
    at.browser
        .run(
            "const link = document.createElement('a');
             link.href = '/book?treatment=/microneedling/face';
             link.textContent = 'Face';
             document.querySelector('h1').after(link);
             window.sameDocument = true",
        )
        .await?;
    at.browser.element("h1 + a").await?.click().await?;
    at.browser.until(&is("Face Microneedling")).await?;
    at.browser.until("location.search === '?treatment=/microneedling/face' && window.sameDocument").await?;
    at.browser.back().await?;
    at.browser.until(&is("Lip Treatments")).await
}

/// Keeps the address that the browser is sent to, and the browser here.
const CATCH_MAIL: &str = "addEventListener('click', event => {
    const link = event.target.closest('a[href^=\"mailto:\"]');
    if (link) { event.preventDefault(); window.mail = link.href; }
})";

pub async fn the_form_becomes_an_e_mail(at: Context) -> WebDriverResult<()> {
    at.open("/book/").await?;
    // What must be there is asked for by the browser itself.
    at.browser.element("form button").await?.click().await?;
    let missing = at.browser.find_all(By::Css("form :invalid")).await?;
    assert_eq!(missing.len(), 2);

    at.browser.run(CATCH_MAIL).await?;
    let words = [
        ("name", "Jörg & Ana"),
        ("contact", "ana+spa@example.com"),
        ("time", "50 % of Mondays? #1 = fine"),
        ("message", "One\nTwo 😀 \"three\" <b>\n\nمرحبا"),
    ];
    for (name, text) in words {
        let set =
            format!("document.querySelector('#booking_{name}').value = {}", serde_json::to_string(text)?);
        at.browser.run(&set).await?;
    }
    at.browser.run("document.querySelector('#booking_treatment').selectedIndex = 2").await?;
    let treatment: String = at.browser.value("document.querySelector('#booking_treatment').value").await?;
    at.browser.element("form button").await?.click().await?;
    at.browser.until("window.mail").await?;
    let mail: String = at.browser.value("mail").await?;
    assert!(mail.starts_with("mailto:hello@example.com?subject=Appointment%20request&body="), "{mail}");
    assert!(mail.is_ascii() && !mail.contains(['+', ' ']), "{mail}");
    let body: String = at.browser.value("decodeURIComponent(mail.split('&body=')[1])").await?;
    let expected = format!(
        "name: Jörg & Ana\r\ncontact: ana+spa@example.com\r\ntreatment: {treatment}\r\ntime: 50 % of Mondays? #1 = fine\r\n\
         message: One\r\nTwo 😀 \"three\" <b>\r\n\r\nمرحبا"
    );
    assert_eq!(body, expected);
    // What was written is still there, and half of a character breaks nothing.
    at.browser.run("window.mail = ''; document.querySelector('#booking_message').value += '\\ud83d'").await?;
    at.browser.element("form button").await?.click().await?;
    at.browser.until("decodeURIComponent(mail).endsWith('\\ufffd')").await
}

pub async fn the_form_says_what_to_write_without_scripts(at: Context) -> WebDriverResult<()> {
    at.open("/book/").await?;
    assert!(!at.browser.element("form").await?.is_displayed().await?);
    let instead = at.browser.element(".without-scripts").await?;
    assert!(instead.is_displayed().await?);
    let text = instead.text().await?;
    for words in ["hello@example.com", "treatment", "days and times"] {
        assert!(text.contains(words), "{text}");
    }
    let link = instead.find(By::Css("a")).await?;
    assert!(link.attr("href").await?.is_some_and(|it| it.starts_with("mailto:hello@example.com?subject=")));
    Ok(())
}

pub async fn what_is_typed_is_kept_for_each_entry(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables/lips").await?;
    at.browser.element(".hero .cta").await?.click().await?;
    at.until_page("Book an Appointment").await?;
    at.browser.until("document.querySelector('#booking_treatment').selectedIndex > 0").await?;
    at.browser.element("#booking_name").await?.send_keys("Ada").await?;
    at.browser.element("#booking_message").await?.send_keys("first").await?;
    // The visitor is not sure after all.
    at.browser.run("document.querySelector('#booking_treatment').selectedIndex = 0").await?;
    at.browser.element(".site-footer a[href='/privacy']").await?.click().await?;
    at.browser.until("location.pathname === '/privacy' && !document.querySelector('form')").await?;
    let is = |name: &str, treatment: usize, message: &str| {
        format!(
            "document.querySelector('#booking_name')?.value === '{name}'
             && document.querySelector('#booking_treatment').selectedIndex === {treatment}
             && document.querySelector('#booking_message').value === '{message}'"
        )
    };
    at.browser.back().await?;
    at.browser.until(&is("Ada", 0, "first")).await?;
    at.browser.forward().await?;
    at.browser.until("location.pathname === '/privacy' && !document.querySelector('form')").await?;
    // Come to anew it is a new form, and the other entry keeps its own.
    at.browser.element(".site-header > .cta").await?.click().await?;
    at.browser.until(&is("", 0, "")).await?;
    at.browser.element("#booking_message").await?.send_keys("second").await?;
    at.browser.back().await?;
    at.browser.until("location.pathname === '/privacy' && !document.querySelector('form')").await?;
    at.browser.back().await?;
    at.browser.until(&is("Ada", 0, "first")).await?;
    at.browser.forward().await?;
    at.browser.until("location.pathname === '/privacy' && !document.querySelector('form')").await?;
    at.browser.forward().await?;
    at.browser.until(&is("", 0, "second")).await?;
    // It may be about health: it is written down nowhere.
    let stored: String = at
        .browser
        .value("JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state, document.cookie])")
        .await?;
    assert!(!["Ada", "first", "second"].iter().any(|it| stored.contains(it)), "{stored}");
    Ok(())
}

/// The fixture `form` posts to the test's own server.
pub async fn the_form_is_posted_and_answered(at: Context) -> WebDriverResult<()> {
    at.open("/book/").await?;
    at.browser.element("#booking_name").await?.send_keys("Ada").await?;
    at.browser.element("#booking_contact").await?.send_keys("ada@example.com").await?;
    at.browser.element("form button").await?.click().await?;
    at.until_page("Sent").await?;
    let posted = at.server.posted();
    assert_eq!(posted.len(), 1);
    for part in ["name=Ada", "contact=ada%40example.com", "website=&", "_next=", "_error="] {
        assert!(posted[0].contains(part), "{posted:?} has no {part}");
    }
    Ok(())
}

/// The fixture `elsewhere` books on another site.
pub async fn buttons_lead_elsewhere(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/care/").await?;
    for button in at.browser.find_all(By::Css("a.cta")).await? {
        assert_eq!(button.attr("href").await?.as_deref(), Some("https://book.example.com/clinic"));
    }
    Ok(())
}
