//! The keys of `site.yaml`.

use content::{Document, Mapping, Value, addresses};
use report::{Problem, Severity};

use super::{links::FORM_PAGES, routes::Routes};
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
    let name = fields.required("name").and_then(|value| value.words());
    let url = fields.required("url").and_then(|value| own_address(&value));
    if let Some(url) = &url {
        routes.set_url(url);
    }
    let email = fields.required("email").and_then(|value| mail_address(&value));
    let places = optional_list(&fields, "places", place);
    let booking = match fields.optional("booking") {
        Some(value) => value.mapping().and_then(|fields| booking(&fields, routes)),
        None => Some(Booking::Email),
    };
    let social = optional_list(&fields, "social", |value| profile(value, routes));
    let disclaimer = fields.optional("disclaimer").map(|value| value.words());
    let (header_links, footer_links) = navigation(&fields, routes);
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

/// The business on a social network.
fn profile(value: Value, routes: &Routes) -> Option<Link> {
    let fields = value.mapping()?;
    let name = fields.required("name").and_then(|value| value.words());
    let url = fields.required("url").and_then(|value| linked_address(&value, routes));
    fields.finish();
    Some(Link { href: url?.into(), name: name?.into() })
}

/// The links that the header and the footer have besides the folders.
fn navigation(fields: &Mapping, routes: &Routes) -> (Option<Vec<Link>>, Option<Vec<Link>>) {
    let Some(fields) = fields.optional("navigation").and_then(Value::mapping) else {
        return (Some(Vec::new()), Some(Vec::new()));
    };
    let links = |key| optional_list(&fields, key, |value| routes.link(&value));
    let (header, footer) = (links("header"), links("footer"));
    fields.finish();
    (header, footer)
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
    let required = |key| fields.required(key).and_then(|value| value.words());
    let optional = |key| fields.optional(key).and_then(|value| value.words());
    let name = required("name");
    let street = optional("street");
    let city = required("city");
    let region = required("region");
    let postal_code = optional("postalCode");
    let phone = fields.optional("phone").and_then(|value| {
        let help = "write digits, spaces and hyphens, in quotes";
        value.text_that(addresses::is_phone, "this is not a phone number", help)
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
    let url = fields
        .optional("url")
        .map(|value| linked_address(&value, routes).inspect(|url| warn_of_plain_http(&value, url)));
    let form_action = fields.optional("form_action").map(|value| {
        let action = form_address(&value);
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

/// The site's own address: a host alone.
fn own_address(value: &Value) -> Option<String> {
    let url = web_address(value, &value.token()?)?.to_lowercase();
    if url.split_once("://").is_some_and(|(_, rest)| rest.contains(['/', '?', '#'])) {
        value.error(
            "this site cannot live below a path",
            "give it a host of its own, such as `https://www.example.com`",
        );
        return None;
    }
    warn_of_a_placeholder(value, &url);
    warn_of_plain_http(value, &url);
    Some(url)
}

fn mail_address(value: &Value) -> Option<String> {
    let text = value.token()?;
    if !addresses::is_mail(&text) {
        let message = "this is not an e-mail address";
        let bare = text.trim_start_matches("mailto:");
        let problem = match addresses::is_mail(bare) {
            true => Problem::with_suggestion(message, bare),
            false => Problem::new(message, "write it like `name@example.com`"),
        };
        value.report(Severity::Error, problem);
        return None;
    }
    warn_of_a_placeholder(value, &text);
    Some(text)
}

/// Where a form can be sent to: a service, or a path on this site's own host, of letters
/// that mean nothing to policies and servers.
fn form_address(value: &Value) -> Option<String> {
    let text = value.token()?;
    if text.starts_with("http") {
        return web_address(value, &text).inspect(|url| warn_of_plain_http(value, url));
    }
    let fits = |c: char| c.is_ascii_alphanumeric() || "/-._~?&=+%".contains(c);
    if text.starts_with('/') && !text.starts_with("//") && text.chars().all(fits) {
        return Some(text);
    }
    value.error(
        "this is not an address that a form can be sent to",
        "write it with `https://`, or from the site's root: a single `/`, then plain letters",
    );
    None
}

/// A web address that visitors are sent to: a page, where it is this site's own.
fn linked_address(value: &Value, routes: &Routes) -> Option<String> {
    let address = web_address(value, &value.token()?)?;
    let path = routes.internal_path(&address);
    let route = path.as_deref().and_then(|path| path.split(['?', '#']).next());
    match route.map(|route| routes.find(route, None)) {
        Some(Err(problem)) => {
            value.report(Severity::Error, problem.map_suggestion(|route| routes.absolute_url(route)));
            None
        }
        _ => Some(address),
    }
}

/// A web address whose host can stand in policies and in servers' configurations.
fn web_address(value: &Value, text: &str) -> Option<String> {
    let host = |text: &str| text.split(['/', '?', '#']).nth(2).unwrap_or_default().to_owned();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    let problem = match addresses::web(text) {
        Ok(_) if host(text).chars().all(is_plain) => {
            let (scheme, rest) = text.split_once("://")?;
            return Some(format!("{}://{}", scheme.to_lowercase(), rest.trim_end_matches('/')));
        }
        Ok(url) if host(url.as_str()).chars().all(is_plain) => Problem::with_suggestion(
            "this host has letters that not every program knows",
            url.as_str().trim_end_matches('/'),
        ),
        Ok(_) => Problem::new(
            "this host has signs that not every program knows",
            "write one of letters, digits and hyphens",
        ),
        Err(problem) => problem,
    };
    value.report(Severity::Error, problem);
    None
}

/// Names that belong to nobody (RFC 2606), but for `.example`, which says so itself.
fn warn_of_a_placeholder(value: &Value, text: &str) {
    let host = text.rsplit(['/', '@']).next().unwrap_or_default().to_lowercase();
    let host = host.split(':').next().unwrap_or_default();
    let reserved = ["example.com", "example.org", "example.net", "test", "invalid"];
    if reserved
        .iter()
        .any(|end| host.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
    {
        value.warning("this is a placeholder", "write the real one before the site is published");
    }
}

/// What is sent without encryption can be read on its way, and browsers say so. A host on
/// the own machine is fine.
fn warn_of_plain_http(value: &Value, url: &str) {
    let Some(rest) = url.strip_prefix("http://") else { return };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if host != "localhost" && !host.starts_with("127.") {
        let problem = Problem::with_suggestion(
            "browsers tell visitors that this is not secure",
            format!("https://{rest}"),
        );
        value.report(Severity::Warning, problem);
    }
}
