//! Addresses of the web, and hosts.

use url::{Host, Url};

use report::Problem;

/// The help where nothing follows a scheme.
pub const WHOLE: &str = "write the whole address, for instance `https://example.com` or `tel:+18655550100`";

/// What stands before the first colon, where it has the form of a scheme (RFC 3986,
/// section 3.1).
pub fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    fits.then_some(scheme)
}

/// A web address, `https://…` or `http://…`, whose host can exist.
///
/// # Errors
/// What is wrong with it.
pub fn web(text: &str) -> Result<Url, Problem> {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme).unwrap_or_default();
    if !["http", "https"].contains(&&*scheme.to_ascii_lowercase()) {
        let (message, whole) = ("this is not a web address", format!("https://{text}"));
        return Err(match text.contains("//") || web(&whole).is_err() {
            true => Problem::new(message, "write it with `https://` at the start"),
            false => Problem::with_suggestion(message, whole),
        });
    }
    let rest = &text[scheme.len() + 1..];
    let Some(rest) = rest.strip_prefix("//").filter(|rest| !rest.is_empty() && !rest.starts_with('/')) else {
        return Err(Problem::new(format!("nothing that can be reached follows `{scheme}:`"), WHOLE));
    };
    let lower = rest.to_ascii_lowercase();
    if ["http:", "https:", "http/", "https/"].iter().any(|twice| lower.starts_with(twice)) {
        let inner = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_start_matches([':', '/']);
        let message = "this web address begins twice";
        return Err(match web(&format!("{scheme}://{inner}")) {
            Ok(_) => Problem::with_suggestion(message, format!("{scheme}://{inner}")),
            Err(_) => Problem::new(message, "write `https://` once"),
        });
    }
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(Problem::new(
            "this web address has a name before an `@`, which browsers warn of",
            "leave out what stands between `//` and `@`, and the `@`; an e-mail address begins with `mailto:`",
        ));
    }
    let (name, port) = host_and_port(authority);
    host(name).map_err(|why| {
        Problem::new(format!("there is no host `{name}`: {why}"), "write the address as a browser shows it")
    })?;
    if port.is_some_and(|port| !port.parse::<u16>().is_ok_and(|port| port > 0)) {
        let message = format!("there is no port `{}`", port.unwrap_or_default());
        return Err(Problem::new(message, "leave it out with its colon, or write a number from 1 to 65535"));
    }
    let url = Url::parse(text)
        .map_err(|_| Problem::new("this is not a web address", "write it as a browser shows it"))?;
    if text.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\')) {
        return Err(Problem::with_suggestion("this web address has a sign in it that none can have", url));
    }
    Ok(url)
}

/// Host and port as written; an IPv6 address has colons of its own in its brackets.
fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

/// Whether a host can exist: names that the domain name system allows (RFC 1123,
/// section 2.1), with a dot or `localhost`, in any script; or an IP address.
///
/// # Errors
/// Why not, as the end of a sentence.
pub fn host(text: &str) -> Result<(), &'static str> {
    if text.contains(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && !".-_:[]".contains(c)) {
        return Err("it has a sign that no host has");
    }
    let parsed = Host::parse(text).map_err(|_| "no host is written like this")?;
    let Host::Domain(name) = parsed else {
        // `1.2.3` is read as `1.2.0.3`, which nobody means.
        return if parsed.to_string().eq_ignore_ascii_case(text) {
            Ok(())
        } else {
            Err("a number is missing")
        };
    };
    let fits = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    if name.ends_with('.') {
        Err("it ends with a dot")
    } else if name.len() > 253 || !name.split('.').all(fits) {
        Err("each part of it needs a letter or a digit at both ends")
    } else if !name.contains('.') && name != "localhost" {
        Err("its end, such as `.com`, is missing")
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_ports_are_those_that_can_exist() {
        for fine in [
            "https://a.b",
            "HTTPS://A.B/c?d#e",
            "https://xn--mller-kva.example",
            "https://müller.example/straße",
            "http://localhost:8080",
            "https://192.168.0.1",
            "https://[::1]:8443/",
            "https://my_page.example.com",
            "https://a.b:65535",
            "https://medium.com/@name",
            "https://web.archive.org/web/https://a.b/",
        ] {
            assert!(web(fine).is_ok(), "{fine}: {:?}", web(fine));
        }
        for wrong in [
            "https://-",
            "https://-a.b",
            "https://a-.b",
            "https://a..b",
            "https://.a.b",
            "https://a.b.",
            "https://clinic",
            "https://a,b.com",
            "https://a%2eb.com",
            "https://a.b:99999",
            "https://a.b:0",
            "https://a.b:",
            "https://a.b:x",
            "https://1.2.3",
            "https://1.2.3.400",
            "https://[::1",
            "https://https://a.b",
            "https://http//a.b",
            "https:///a.b",
            "https://",
            "https:a.b",
            "https://me@a.b",
            "https://a.b/c d",
            "ftp://a.b",
            "a.b",
        ] {
            assert!(web(wrong).is_err(), "{wrong}");
        }
        let long = format!("https://{}.com", "a".repeat(64));
        assert!(web(&long).is_err());
    }

    #[test]
    fn the_right_web_address_is_said_where_it_is_known() {
        let suggestion = |text| web(text).expect_err(text).suggestion;
        assert_eq!(suggestion("https://https://a.b/c").as_deref(), Some("https://a.b/c"));
        assert_eq!(suggestion("https://a.b/c d").as_deref(), Some("https://a.b/c%20d"));
        assert_eq!(suggestion("https://https://-"), None);
    }
}
