//! The keys of `site.yaml`.

use content::{
    Document, Value,
    addresses::{self, patterns},
    keys,
    schema::{Group, Keys, Kind, List, Read, ReadKeys, Shape, Token, Words},
};
use report::{Problem, Severity};

use super::{links::FORM_PAGES, routes::Routes};
use crate::{Booking, Business, Link, Place};

/// What `site.yaml` says, with the links that it adds to the frame.
pub struct SiteFile {
    /// The business.
    pub business: Business,
    /// `navigation.header`
    pub header_links: Vec<Link>,
    /// `navigation.footer`
    pub footer_links: Vec<Link>,
}

keys! {
    /// The business, for the header, the footer, the booking form and the contact page.
    struct Written {
        /// The name of the business.
        required name: Words = "Sarah Hitchcox Aesthetics";
        /// The site's own address: a host without a path.
        required url: OwnAddress = "https://www.example.com";
        /// Where questions and booking requests go.
        required email: Mail = "hello@example.com";
        /// Where to go.
        default places: List<Place>;
        /// How booking works. Where it is left out, a form makes an e-mail.
        optional booking: BookingKeys;
        /// The business on social networks.
        default social: List<Profile>;
        /// A line on results, at the foot of every page.
        optional disclaimer: Words = "Results differ from person to person.";
        /// Further links of the header and the footer, beside the folders.
        optional navigation: Navigation;
    }
}

keys! {
    /// How booking works.
    struct BookingKeys {
        /// Where booking buttons lead, if that is on another site.
        optional url: LinkedAddress = "https://book.example.com/clinic";
        /// Where the form on `/book` is posted to: a service, or a path of this site's own host. It
        /// needs the pages `/book`, `/book/sent` and `/book/failed`, unless `url` is set.
        optional form_action: FormAddress = "https://forms.example.com/clinic";
    }
}

keys! {
    /// The business on a social network.
    struct Profile {
        /// The network's name.
        required name: Words = "Instagram";
        /// The address there.
        required url: LinkedAddress = "https://www.instagram.com/clinic";
    }
}

keys! {
    /// The links that the header and the footer have beside the folders.
    struct Navigation {
        /// Addresses of this site's pages, in this order.
        default header: List<PageLink> = "/contact";
        /// Addresses of this site's pages, in this order.
        default footer: List<PageLink> = "/contact";
    }
}

/// The keys that `site.yaml` may have.
pub fn group() -> Group {
    Written::keys().into()
}

/// Reads the file.
pub fn read(document: &Document, routes: &Routes) -> Option<SiteFile> {
    let fields = document.front_matter()?;
    let written = Written::read_keys(&fields, routes);
    let booking = fields.optional("booking");
    if let Some(booking) = &booking {
        check_booking(booking, routes);
    }
    fields.finish(Written::NAMES);

    if document.has_failed() {
        return None;
    }
    let Written { name, url, email, places, booking, social, disclaimer, navigation } = written?;
    let booking = match booking {
        Some(BookingKeys { url: Some(url), .. }) => Booking::Elsewhere(url),
        Some(BookingKeys { form_action: Some(action), .. }) => Booking::Form(action),
        _ => Booking::Email,
    };
    let profile = |Profile { name, url }: Profile| Link { href: url.into(), name: name.into() };
    let social = social.into_iter().map(profile).collect();
    let (header_links, footer_links) = navigation.map(|it| (it.header, it.footer)).unwrap_or_default();
    let business = Business { name, url, email, places, booking, social, disclaimer };
    Some(SiteFile { business, header_links, footer_links })
}

/// A form that is posted leads on to pages of this site, where nothing else is meant.
fn check_booking(booking: &Value, routes: &Routes) {
    let Some(fields) = booking.clone().as_mapping() else { return };
    let address = |key| {
        let value = fields.optional(key)?;
        let text = value.as_text()?;
        Some((value, text))
    };
    if fields.optional("url").is_none()
        && let Some((action, _)) = address("form_action").filter(|(_, action)| is_form_address(action))
    {
        routes.require(&FORM_PAGES, &action);
    }
    if let Some((value, url)) = address("url")
        && let Ok(url) = plain_web_address(&url)
    {
        warn_of_plain_http(&value, &url);
    }
}

/// The site's own address: a host alone.
struct OwnAddress;

impl Kind for OwnAddress {
    type Value = String;

    fn shape() -> Shape {
        web_token(patterns::web_host())
    }
}

impl Read<Routes<'_>> for OwnAddress {
    fn read(value: Value, routes: &Routes) -> Option<String> {
        own_address(&value).inspect(|url| routes.set_url(url))
    }
}

fn web_token(pattern: String) -> Shape {
    Shape::Token(Token { called: "a web address", pattern, least_number: None })
}

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

/// An e-mail address.
struct Mail;

impl Kind for Mail {
    type Value = String;

    fn shape() -> Shape {
        let pattern = patterns::mail();
        Shape::Token(Token { called: "an e-mail address", pattern, least_number: None })
    }
}

impl<C> Read<C> for Mail {
    fn read(value: Value, _: &C) -> Option<String> {
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
        warn_of_a_placeholder(&value, &text);
        Some(text)
    }
}

/// Where a form can be sent to: a service, or a path on this site's own host, of letters
/// that mean nothing to policies and servers.
struct FormAddress;

impl Kind for FormAddress {
    type Value = String;

    fn shape() -> Shape {
        let called = "a web address, or a path from a single `/` on";
        Shape::Token(Token { called, pattern: patterns::form(), least_number: None })
    }
}

impl<C> Read<C> for FormAddress {
    fn read(value: Value, _: &C) -> Option<String> {
        let text = value.token()?;
        if text.starts_with("http") {
            return web_address(&value, &text).inspect(|url| warn_of_plain_http(&value, url));
        }
        if is_form_path(&text) {
            return Some(text);
        }
        value.error(
            "this is not an address that a form can be sent to",
            "write it with `https://`, or from the site's root: a single `/`, then plain letters",
        );
        None
    }
}

fn is_form_path(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "/-._~?&=+%".contains(c);
    text.starts_with('/') && !text.starts_with("//") && text.chars().all(fits)
}

fn is_form_address(text: &str) -> bool {
    is_form_path(text) || text.starts_with("http") && plain_web_address(text).is_ok()
}

/// A web address that visitors are sent to: a page, where it is this site's own.
struct LinkedAddress;

impl Kind for LinkedAddress {
    type Value = String;

    fn shape() -> Shape {
        web_token(patterns::web())
    }
}

impl Read<Routes<'_>> for LinkedAddress {
    fn read(value: Value, routes: &Routes) -> Option<String> {
        let address = web_address(&value, &value.token()?)?;
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
}

/// A page of this site.
struct PageLink;

impl Kind for PageLink {
    type Value = Link;

    fn shape() -> Shape {
        let pattern = format!("(?:(?:/[a-z0-9_-]+)+/*|/+|{})", patterns::web());
        Shape::Token(Token { called: "an address of this site", pattern, least_number: None })
    }
}

impl Read<Routes<'_>> for PageLink {
    fn read(value: Value, routes: &Routes) -> Option<Link> {
        routes.link(&value)
    }
}

/// A web address whose host can stand in policies and in servers' configurations.
fn web_address(value: &Value, text: &str) -> Option<String> {
    plain_web_address(text).map_err(|problem| value.report(Severity::Error, problem)).ok()
}

fn plain_web_address(text: &str) -> Result<String, Problem> {
    let host = |text: &str| text.split(['/', '?', '#']).nth(2).unwrap_or_default().to_owned();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    match addresses::web(text)? {
        _ if host(text).chars().all(is_plain) => {
            let (scheme, rest) = text.split_once("://").unwrap_or_default();
            Ok(format!("{}://{}", scheme.to_lowercase(), rest.trim_end_matches('/')))
        }
        url if host(url.as_str()).chars().all(is_plain) => Err(Problem::with_suggestion(
            "this host has letters that not every program knows",
            url.as_str().trim_end_matches('/'),
        )),
        _ => Err(Problem::new(
            "this host has signs that not every program knows",
            "write one of letters, digits and hyphens",
        )),
    }
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
