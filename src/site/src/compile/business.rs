//! The keys of `site.yaml`.

use content::{Document, Mapping, Value};

use super::links::{FORM_PAGES, Routes};
use crate::{Booking, Business, Hours, Link, Place};

/// What `site.yaml` says, with the links that it adds to the frame.
pub struct SiteFile {
    /// The business.
    pub business: Business,
    /// `navigation.header`
    pub header_links: Vec<Link>,
    /// `navigation.footer`
    pub footer_links: Vec<Link>,
}

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Reads the file.
pub fn read(document: &Document, routes: &Routes) -> Option<SiteFile> {
    let fields = document.front_matter()?;
    let name = fields.required("name").and_then(|value| value.text());
    let url = fields.required("url").and_then(|value| {
        let url = web_address(&value)?;
        if url.split_once("://").is_some_and(|(_, rest)| rest.contains(['/', '?', '#'])) {
            value.error(
                "this site cannot live below a path",
                "give it a host of its own, such as `https://www.example.com`",
            );
            return None;
        }
        warn_of_a_placeholder(&value, &url);
        Some(url)
    });
    let email = fields.required("email").and_then(|value| {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let is_email = |text: &str| {
            text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && name.chars().all(fits) && host.contains('.') && host.chars().all(fits)
            })
        };
        let email =
            value.text_that(is_email, "this is not an e-mail address", "write it like `name@example.com`")?;
        warn_of_a_placeholder(&value, &email);
        Some(email)
    });
    let places = optional_list(&fields, "places", place);
    let booking = match fields.optional("booking") {
        Some(value) => value.mapping().and_then(|fields| booking(&fields, routes)),
        None => Some(Booking::Email),
    };
    let social = optional_list(&fields, "social", |value| {
        let fields = value.mapping()?;
        let name = fields.required("name").and_then(|value| value.text());
        let url = fields.required("url").and_then(|value| web_address(&value));
        fields.finish();
        Some(Link { href: url?.into(), name: name?.into() })
    });
    let disclaimer = fields.optional("disclaimer").map(|value| value.text());
    let (mut header_links, mut footer_links) = (Some(Vec::new()), Some(Vec::new()));
    let navigation = fields.optional("navigation");
    if let Some(fields) = navigation.and_then(Value::mapping) {
        header_links = optional_list(&fields, "header", |value| routes.link(&value));
        footer_links = optional_list(&fields, "footer", |value| routes.link(&value));
        fields.finish();
    }
    fields.finish();

    if document.has_failed() {
        return None;
    }
    Some(SiteFile {
        business: Business {
            name: name?,
            url: url?,
            email: email?,
            places: places?,
            booking: booking?,
            social: social?,
            disclaimer: disclaimer.flatten(),
        },
        header_links: header_links?,
        footer_links: footer_links?,
    })
}

/// Names that belong to nobody (RFC 2606).
fn warn_of_a_placeholder(value: &Value, text: &str) {
    let host = text.rsplit(['/', '@']).next().unwrap_or_default();
    if ["example.com", "example.org", "example.net"].contains(&host) {
        value.warning("this is a placeholder", "write the real one before the site is published");
    }
}

fn optional_list<'a, T>(
    fields: &Mapping<'a>,
    key: &'static str,
    read: impl Fn(Value<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    match fields.optional(key) {
        Some(value) => value.list(read),
        None => Some(Vec::new()),
    }
}

fn place(value: Value) -> Option<Place> {
    let fields = value.mapping()?;
    let required = |key| fields.required(key).and_then(|value| value.text());
    let optional = |key| fields.optional(key).and_then(|value| value.text());
    let name = required("name");
    let street = optional("street");
    let city = required("city");
    let region = required("region");
    let postal_code = optional("postalCode");
    let phone = fields.optional("phone").and_then(|value| {
        let is_phone = |text: &str| {
            text.chars().filter(char::is_ascii_digit).count() >= 7
                && text
                    .strip_prefix('+')
                    .unwrap_or(text)
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '-' | '(' | ')' | '.' | ' '))
        };
        value.text_that(is_phone, "this is not a phone number", "write digits, spaces and hyphens, in quotes")
    });
    let hours = optional_list(&fields, "hours", hours);
    fields.finish();
    Some(Place { name: name?, street, city: city?, region: region?, postal_code, phone, hours: hours? })
}

fn hours(value: Value) -> Option<Hours> {
    let fields = value.mapping()?;
    let days = fields
        .required("days")
        .and_then(|value| value.list(|day| day.one_of("day", &DAYS).map(str::to_owned)));
    let time = |key| {
        fields.required(key).and_then(|value| {
            value.text_that(is_time, "this is not a time of day", "write it in quotes, like `\"09:00\"`")
        })
    };
    let (opens, closes) = (time("opens"), time("closes"));
    fields.finish();
    Some(Hours { days: days?, opens: opens?, closes: closes? })
}

fn is_time(text: &str) -> bool {
    text.split_once(':').is_some_and(|(hour, minute)| {
        let below = |part: &str, limit: u32| {
            part.len() == 2
                && part.bytes().all(|b| b.is_ascii_digit())
                && part.parse::<u32>().is_ok_and(|n| n < limit)
        };
        below(hour, 24) && below(minute, 60)
    })
}

fn booking(fields: &Mapping, routes: &Routes) -> Option<Booking> {
    let url = fields.optional("url").map(|value| web_address(&value));
    let form_action = fields.optional("form_action").map(|value| {
        let action = value.text_that(
            |text| is_web_address(text) || is_path(text),
            "this is not an address that a form can be sent to",
            "write it with `https://`, or from the site's root: a single `/`, then plain letters",
        );
        if action.is_some() && url.is_none() {
            routes.require(&FORM_PAGES, &value);
        }
        action
    });
    fields.finish();
    match (url, form_action) {
        (Some(url), _) => Some(Booking::Elsewhere(url?)),
        (None, Some(action)) => Some(Booking::Form(action?)),
        (None, None) => Some(Booking::Email),
    }
}

fn web_address(value: &Value) -> Option<String> {
    let text = value.text_that(
        is_web_address,
        "this is not a web address",
        "write it with `https://` at the start",
    )?;
    Some(text.trim_end_matches('/').to_owned())
}

/// A path on this site's own host, of letters that mean nothing to policies and servers.
fn is_path(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "/-._~?&=+%".contains(c);
    text.starts_with('/') && !text.starts_with("//") && text.chars().all(fits)
}

fn is_web_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| {
        // The host stands in policies and in servers' configurations as well.
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
        !host.is_empty() && host.chars().all(is_host) && !text.contains([' ', '"', '<', '>'])
    })
}
