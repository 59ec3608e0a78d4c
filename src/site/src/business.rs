//! What `content/site.yaml` says of the business. What is not known is left out.

use content::{
    keys,
    schema::{List, Words},
};

use crate::{
    Link,
    kinds::{Day, Phone, Time},
};

/// The route of the page that booking buttons lead to, unless that is elsewhere.
pub const BOOKING: &str = "/book";

/// The business.
#[derive(Clone, Debug, PartialEq)]
pub struct Business {
    /// Its name.
    pub name: String,
    /// The site's address, without a trailing slash.
    pub url: String,
    /// Where questions and booking requests go.
    pub email: String,
    /// Where to go.
    pub places: Vec<Place>,
    /// How booking works.
    pub booking: Booking,
    /// Pages elsewhere.
    pub social: Vec<Link>,
    /// A line on results, at the foot of every page.
    pub disclaimer: Option<String>,
}

keys! {
    /// A place of the business.
    pub struct Place {
        /// What it is called.
        required name: Words = "Knoxville";
        /// Number and street.
        optional street: Words = "1 Main Street";
        /// The town.
        required city: Words = "Knoxville";
        /// The state's two letters.
        required region: Words = "TN";
        /// The ZIP code.
        optional postal_code as "postalCode": Words = "37901";
        /// The phone number as people write it.
        optional phone: Phone = "865-555-0100";
        /// When it is open.
        default hours: List<Hours>;
    }
}

keys! {
    /// Opening hours that some days share.
    pub struct Hours {
        /// English names of days.
        required days: List<Day> = "Monday";
        /// When it opens, from 00:00 to 23:59.
        required opens: Time = "09:00";
        /// When it closes.
        required closes: Time = "17:00";
    }
}

/// How booking works.
#[derive(Clone, Debug, PartialEq)]
pub enum Booking {
    /// `booking.url`: on another site.
    Elsewhere(String),
    /// `booking.form_action`: a form that is posted there.
    Form(String),
    /// Neither: a form that becomes an e-mail.
    Email,
}

impl Business {
    /// The absolute address of a path of the site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url.trim_end_matches('/'))
    }
}

impl Place {
    /// The phone number for a `tel:` link, with the country's code (RFC 3966); ten
    /// digits are a number of the United States.
    pub fn tel(&self) -> Option<String> {
        let phone = self.phone.as_ref()?;
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        let code = match digits.len() {
            _ if phone.starts_with('+') => "+",
            10 => "+1",
            11 if digits.starts_with('1') => "+",
            _ => "",
        };
        Some(format!("{code}{digits}"))
    }
}
