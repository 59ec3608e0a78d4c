//! `booking-form`: a short request for an appointment.
//!
//! A plain HTML form. With `booking.form_action` in `site.yaml` it is posted
//! there, as services for forms of static sites expect it; without, a script makes
//! an e-mail of it (`booking_form.js`, RFC 6068), and where no script runs the page
//! says what to write, and to whom.
//!
//! No slug has an underscore, so the ids here meet none of the page's text.

use content::{Mapping, keys, schema::Words};
use leptos::prelude::*;

use crate::{Booking, Folder, Link, Place, business::BOOKING, components::Surroundings};

/// Chooses the treatment, and makes an e-mail of the form.
pub const SCRIPT: &str = include_str!("booking_form.js");

/// How many treatments one list offers.
const CHOICES: usize = 100;

keys! {
    /// A short request for an appointment. Its choices are the site's treatments and places.
    pub struct BookingForm {
        /// The section's heading.
        required title: Words = "Ask for an appointment";
    }
}

impl super::Rules for BookingForm {
    const ONCE: bool = true;
    const SELDOM: bool = true;

    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn check(fields: &Mapping) {
        // One id stands for all that the form has: they are the same on every page.
        if let Some(kind) = fields.optional("type")
            && fields.document().claim_id("booking_name", "booking form", &kind.span()).is_err()
        {
            kind.error("this page has a booking form already", "one form is enough: remove one of the two");
        }
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static BookingForm) -> impl IntoView {
    let Surroundings { business, folders, .. } = expect_context();
    let action = match &business.booking {
        Booking::Form(action) => Some(&**action),
        _ => None,
    };
    let mail = format!("mailto:{}?subject=Appointment%20request", business.email);
    // For the service that takes the form: where to go next, and a field that
    // people do not see and robots fill in.
    let for_the_service = action.is_some().then(|| {
        view! {
            <input type="hidden" name="_next" value=format!("{}{BOOKING}/sent", business.url) />
            <input type="hidden" name="_error" value=format!("{}{BOOKING}/failed", business.url) />
            <p class="honeypot" aria-hidden="true">
                <label for="booking_website">"Leave this empty"</label>
                <input id="booking_website" name="website" tabindex="-1" autocomplete="off" />
            </p>
        }
    });
    // The script chooses the treatment that the visitor has read about, by its route.
    // A value is what is sent where a translator has changed the words.
    let treatment = |link: &'static Link| {
        view! { <option value=&*link.name data-route=&*link.href>{&*link.name}</option> }
    };
    let group = move |folder: &'static Folder| {
        view! {
            <optgroup label=&*folder.page.name>
                {treatment(&folder.page)} {folder.below.iter().map(treatment).collect::<Vec<_>>()}
            </optgroup>
        }
    };
    let many = folders.iter().map(|it| it.below.len() + 1).sum::<usize>() > CHOICES;
    let choices = if many {
        folders.iter().map(|it| treatment(&it.page).into_any()).collect::<Vec<_>>()
    } else {
        folders.iter().map(|it| group(it).into_any()).collect()
    };
    // With very many, the folder is chosen, and the treatment is named.
    let which = many.then(|| {
        view! {
            <p>
                <label for="booking_which">"Which one"</label>
                <input id="booking_which" name="which" />
            </p>
        }
    });
    let place = |place: &'static Place| view! { <option value=&*place.name>{&*place.name}</option> };
    // With one place, or none that is known, there is nothing to choose.
    let places = (business.places.len() > 1).then(|| {
        view! {
            <p>
                <label for="booking_place">"Place"</label>
                <select id="booking_place" name="place">
                    <option value="">"Any"</option>
                    {business.places.iter().map(place).collect::<Vec<_>>()}
                </select>
            </p>
        }
    });
    let address = {
        let mail = mail.clone();
        move || view! { <a href=mail.clone()>{&*business.email}</a> }
    };
    let by_email = action.is_none().then(|| {
        view! {
            <p class="wide">
                "The button opens your e-mail program with the request. If it does not, copy what you have written and send it to "
                {address()} "."
            </p>
        }
    });
    let without_scripts = action.is_none().then(|| {
        view! {
            <p class="without-scripts">
                "Please write to " {address()}
                " and say who you are, how to reach you, which treatment you have in mind, and which days and times suit you. Please leave out details of your health: they belong in the appointment."
            </p>
        }
    });

    view! {
        <section class="booking-form">
            <h2>{&*section.title}</h2>
            {without_scripts}
            <form method=action.map(|_| "post") action=action data-mail=action.is_none().then_some(mail)>
                {for_the_service}
                <p>
                    <label for="booking_name">"Your name (needed)"</label>
                    <input id="booking_name" name="name" autocomplete="name" required />
                </p>
                <p>
                    <label for="booking_contact">"E-mail or phone (needed)"</label>
                    <input id="booking_contact" name="contact" autocomplete="email" required />
                </p>
                <p>
                    <label for="booking_treatment">"Treatment"</label>
                    <select id="booking_treatment" name="treatment">
                        <option value="">"Not sure yet"</option>
                        {choices}
                    </select>
                </p>
                {which}
                {places}
                <p>
                    <label for="booking_time">"Days and times that suit you"</label>
                    <input id="booking_time" name="time" />
                </p>
                <p class="wide">
                    <label for="booking_message">"Message"</label>
                    <textarea id="booking_message" name="message" rows="4" aria-describedby="booking_privacy"></textarea>
                </p>
                <p class="wide" id="booking_privacy">
                    "What you write here is used to answer your request and for nothing else. Please leave out details of your health: they belong in the appointment."
                </p>
                {by_email}
                <p class="wide">
                    <button class="cta">"Send the request"</button>
                </p>
            </form>
        </section>
    }
}
