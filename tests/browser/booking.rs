//! Booking: from the button to the request.

use thirtyfour::prelude::*;

use crate::Context;

pub async fn the_form_knows_the_treatment(at: Context) -> WebDriverResult<()> {
    at.open_hydrated("/injectables/lips").await?;
    at.browser.element(".hero .cta").await?.click().await?;
    at.browser.until("document.querySelector('h1').textContent === 'Book an Appointment'").await?;
    at.browser.until("document.querySelector('#booking_treatment').value === 'Lip Treatments'").await?;
    // And when the page is loaded with that address.
    at.open_hydrated("/book/?treatment=/weight-loss/medication").await?;
    at.browser.until("document.querySelector('#booking_treatment').value === 'Weight Loss Medication'").await
}

pub async fn the_form_becomes_an_e_mail(at: Context) -> WebDriverResult<()> {
    at.open("/book/").await?;
    let form = at.browser.element("form").await?;
    let action = form.attr("action").await?.unwrap_or_default();
    assert!(action.starts_with("mailto:"), "{action}");
    assert_eq!(form.attr("enctype").await?.as_deref(), Some("text/plain"));
    // What must be there is asked for by the browser itself.
    at.browser.element("form button").await?.click().await?;
    let missing = at.browser.find_all(By::Css("form :invalid")).await?;
    assert_eq!(missing.len(), 2);
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
