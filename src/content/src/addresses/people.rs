//! Addresses of people: e-mail and phone, alone and in links.

use url::Host;

use super::{
    site::decoded,
    web::{WHOLE, host},
};
use report::Problem;

/// Whether this is an e-mail address: a name of plain characters, and a host with a dot.
pub fn is_mail(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    text.split_once('@').is_some_and(|(name, domain)| {
        (1..=64).contains(&name.len())
            && name.chars().all(fits)
            && name.split('.').all(|part| !part.is_empty())
            && domain.contains('.')
            && !domain.contains([':', '[', '_'])
            && matches!(Host::parse(domain), Ok(Host::Domain(_)))
            && host(domain).is_ok()
    })
}

/// Whether this is a phone number for people: digits with spaces, hyphens, dots and
/// brackets, seven at least.
pub fn is_phone(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    rest.chars().filter(char::is_ascii_digit).count() >= 7
        && rest.chars().all(|c| c.is_ascii_digit() || "-(). ".contains(c))
}

/// What follows `mailto:` (RFC 6068): addresses with commas between, then perhaps
/// `?subject=…`.
pub(crate) fn mailto(rest: &str) -> Result<(), Problem> {
    let (to, fields) = rest.split_once('?').map_or((rest, ""), |(to, fields)| (to, fields));
    if to.is_empty() && fields.is_empty() {
        return Err(Problem::new("nothing that can be reached follows `mailto:`", WHOLE));
    }
    let wrong = to.split(',').find(|address| !to.is_empty() && !is_mail(&decoded(address)));
    let Some(wrong) = wrong else { return Ok(()) };
    let message = format!("`{wrong}` is not an e-mail address");
    let bare = to.trim_start_matches('/');
    Err(if is_mail(bare) {
        Problem::with_suggestion(message, format!("mailto:{bare}{}", &rest[to.len()..]))
    } else {
        Problem::new(message, "write it like `mailto:name@example.com`")
    })
}

/// What follows `tel:` (RFC 3966): digits, with `+` before and visual separators
/// between, then perhaps parameters such as `;ext=12`.
pub(crate) fn tel(rest: &str) -> Result<(), Problem> {
    if rest.is_empty() {
        return Err(Problem::new("nothing that can be reached follows `tel:`", WHOLE));
    }
    let number = rest.split([';', ',']).next().unwrap_or_default();
    let digits = number.strip_prefix('+').unwrap_or(number);
    if digits.contains(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || "-.()*#".contains(c))
    {
        return Ok(());
    }
    let message = format!("`{rest}` is not a phone number");
    let readable = decoded(rest);
    let readable = readable.trim_start_matches('/');
    Err(if is_phone(readable) {
        Problem::with_suggestion(message, format!("tel:{}", dialled(readable)))
    } else {
        Problem::new(message, "write digits alone, for instance `tel:+18655550100`")
    })
}

/// A phone number without its visual separators.
pub(crate) fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses_have_a_name_and_a_host() {
        for fine in ["a@b.c", "first.last+tag@mail.clinic.example", "hello@müller.example"] {
            assert!(is_mail(fine), "{fine}");
        }
        for wrong in [
            "hello@.",
            "@a.b",
            "a@b",
            "a@b..c",
            "a@-b.c",
            "a@b.c.",
            ".a@b.c",
            "a..b@c.d",
            "a@b@c.d",
            "a b@c.d",
            "a@1.2.3.4",
            "a@b.c:80",
            "a&b@c.d",
        ] {
            assert!(!is_mail(wrong), "{wrong}");
        }
    }

    #[test]
    fn mail_and_phone_links_reach_somebody() {
        for fine in ["a@b.c", "a@b.c,d@e.f?subject=Hello%20you", "?subject=x"] {
            assert_eq!(mailto(fine), Ok(()), "{fine}");
        }
        for wrong in ["", "hello@.", "hello", "a@b.c,", "//a@b.c", "?"] {
            assert!(mailto(wrong).is_err(), "{wrong}");
        }
        assert_eq!(mailto("//a@b.c").expect_err("slashes").suggestion.as_deref(), Some("mailto:a@b.c"));
        for fine in ["+1", "+1-865-555-0100", "(865)555.0100", "+18655550100;ext=2", "911"] {
            assert_eq!(tel(fine), Ok(()), "{fine}");
        }
        for wrong in ["", "call-us", "1-800-CLINIC", "+", "865%20555%200100"] {
            assert!(tel(wrong).is_err(), "{wrong}");
        }
        assert_eq!(tel("//865 555 0100").expect_err("slashes").suggestion.as_deref(), Some("tel:8655550100"));
    }
}
