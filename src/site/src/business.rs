//! What `content/site.yaml` says of the business. What is not known is left out.

use crate::{Link, List, Text};

/// The business.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Business {
    /// Its name.
    pub name: Text,
    /// The site's address, without a trailing slash.
    pub url: Text,
    /// Where questions and booking requests go.
    pub email: Text,
    /// Where to go.
    pub places: List<Place>,
    /// How booking works.
    pub booking: Booking,
    /// Pages elsewhere.
    pub social: List<Link>,
    /// A line on results, at the foot of every page.
    pub disclaimer: Option<Text>,
}

/// A place of the business.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Place {
    /// What it is called.
    pub name: Text,
    /// Number and street.
    pub street: Option<Text>,
    /// The town.
    pub city: Text,
    /// The state's two letters.
    pub region: Text,
    /// The ZIP code.
    pub postal_code: Option<Text>,
    /// As people write it.
    pub phone: Option<Text>,
    /// When it is open.
    pub hours: List<Hours>,
}

/// Opening hours that some days share.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub struct Hours {
    /// English names of days.
    pub days: List<Text>,
    /// `09:00`
    pub opens: Text,
    /// `17:00`
    pub closes: Text,
}

/// How booking works.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "compile", derive(databake::Bake), databake(path = site))]
pub enum Booking {
    /// `booking.url`: on another site.
    Elsewhere(Text),
    /// `booking.form_action`: a form that is posted there.
    Form(Text),
    /// Neither: a form that becomes an e-mail.
    Email,
}

impl Place {
    /// The phone number for a `tel:` link (RFC 3966): digits and a leading plus.
    pub fn tel(&self) -> Option<String> {
        let phone = self.phone.as_ref()?;
        Some(phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect())
    }
}
