//! What may stand in a link's round brackets.

use crate::{addresses, nearest};
use report::Problem;

/// The schemes that a link may have (RFC 3986, section 3.1).
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// A link's address as it will stand in the page, or what is wrong with it. Whether
/// a page is where a path leads is asked once all pages are known; a path that says
/// not where it starts from is refused there, with the page that it means.
pub fn checked(address: &str) -> Result<String, Problem> {
    let address = address.trim();
    if address.is_empty() {
        return Err(Problem::new(
            "this link has no address",
            "write the address in the round brackets: `[words](/page)`",
        ));
    }
    if address.chars().any(char::is_control) {
        return Err(Problem::new(
            "this link's address contains a control character",
            "type the address again",
        ));
    }
    if let Some(problem) = missing_scheme(address) {
        return Err(problem);
    }
    if let Some(scheme) = addresses::scheme(address) {
        return check_scheme(address, scheme).map(|()| address.to_owned());
    }
    if address.starts_with("//") || address.starts_with('\\') || address.starts_with("/\\") {
        return Err(Problem::new(
            "this address leaves the site without saying how",
            "begin it with `https://`, or with a single `/` for a page of this site",
        ));
    }
    Ok(addresses::on_this_site(address))
}

fn check_scheme(address: &str, scheme: &str) -> Result<(), Problem> {
    let rest = &address[scheme.len() + 1..];
    match &*scheme.to_ascii_lowercase() {
        "http" | "https" => addresses::web(address).map(|_| ()),
        "mailto" => addresses::mailto(rest),
        "tel" => addresses::tel(rest),
        other => {
            let message = format!("links of the kind `{scheme}:` cannot be used");
            let meant = nearest(other, SCHEMES).map(|near| format!("{near}:{rest}"));
            Err(match meant.filter(|meant| checked(meant).is_ok()) {
                Some(meant) => Problem::with_suggestion(message, meant),
                None => Problem::new(
                    message,
                    "use an address that begins with `/`, `https://`, `mailto:` or `tel:`",
                ),
            })
        }
    }
}

/// Addresses of e-mail, of a phone or of another site that lack their scheme.
fn missing_scheme(address: &str) -> Option<Problem> {
    let message = format!("`{address}` does not say where it starts from");
    if addresses::is_mail(address) {
        return Some(Problem::with_suggestion(message, format!("mailto:{address}")));
    }
    if addresses::is_phone(address) {
        return Some(Problem::with_suggestion(message, format!("tel:{}", addresses::dialled(address))));
    }
    let first = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let (_, end) = first.rsplit_once('.')?;
    // `other.md` is a file, not a host in Moldova.
    let is_file = ["md", "mdx", "markdown", "htm", "html", "php", "txt", "pdf", "jpg", "png"].contains(&end);
    let is_host = end.len() > 1 && end.chars().all(|c| c.is_ascii_alphabetic()) && !is_file;
    let whole = format!("https://{address}");
    (is_host && addresses::web(&whole).is_ok()).then(|| Problem::with_suggestion(message, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_one_form() {
        for (written, form) in [
            ("/a/", "/a"),
            ("/a/?b=/#c", "/a?b=/#c"),
            ("/", "/"),
            ("/#c", "/#c"),
            ("#cr%C3%A8me", "#crème"),
            ("/a/#cre\u{300}me", "/a#crème"),
            ("#cre%CC%80me", "#crème"),
            ("#100%", "#100%"),
        ] {
            assert_eq!(checked(written).as_deref(), Ok(form));
        }
    }

    #[test]
    fn only_four_schemes_pass() {
        for address in ["https://a.b", "HTTP://a.b", "mailto:a@b.c", "tel:+1", "/a", "#a"] {
            assert!(checked(address).is_ok(), "{address}");
        }
        for address in
            ["javascript:x", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "//a.b", "/\\a.b", "\\a", ""]
        {
            assert!(checked(address).is_err(), "{address}");
        }
    }

    #[test]
    fn the_beginning_that_is_missing_is_said() {
        for (written, whole) in [
            ("a@b.c", "mailto:a@b.c"),
            ("865-555-0100", "tel:8655550100"),
            ("+1(865)555-0100", "tel:+18655550100"),
            ("www.clinic.com", "https://www.clinic.com"),
            ("clinic.com/care?a=b", "https://clinic.com/care?a=b"),
            ("htps://a.b/c", "https://a.b/c"),
            ("mail:a@b.c", "mailto:a@b.c"),
        ] {
            assert_eq!(checked(written).expect_err(written).suggestion.as_deref(), Some(whole));
        }
        for file in ["other.md", "care/other.html", "../other.md", "care/other"] {
            assert_eq!(checked(file).as_deref(), Ok(file), "asked for once all pages are known");
        }
    }
}
