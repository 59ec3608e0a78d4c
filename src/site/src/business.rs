//! What `content/site.yaml` says of the business. What is not known is left out.

use crate::Link;

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

/// A place of the business.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What it is called.
    pub name: String,
    /// Number and street.
    pub street: Option<String>,
    /// The town.
    pub city: String,
    /// The state's two letters.
    pub region: String,
    /// The ZIP code.
    pub postal_code: Option<String>,
    /// As people write it.
    pub phone: Option<String>,
    /// When it is open.
    pub hours: Vec<Hours>,
}

/// Opening hours that some days share.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// English names of days.
    pub days: Vec<String>,
    /// `09:00`
    pub opens: String,
    /// `17:00`
    pub closes: String,
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
