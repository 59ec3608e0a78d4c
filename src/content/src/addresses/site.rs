//! Addresses of this site: a path or a fragment has one form.

use unicode_normalization::UnicodeNormalization;

use report::Problem;

/// Text with each letter in one form, however it was typed (Unicode Standard Annex 15, form C).
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Text without percent-encoding (RFC 3986, section 2.1), as it is where that is no text.
pub fn decoded(text: &str) -> String {
    match percent_encoding::percent_decode_str(text).decode_utf8() {
        Ok(decoded) => decoded.into_owned(),
        Err(_) => text.to_owned(),
    }
}

/// A path or fragment in the one form that pages and their ids have: without a slash
/// at its end, and with a fragment as the id is written. Browsers show both escaped,
/// and some keyboards type letters in two parts.
pub fn on_this_site(address: &str) -> String {
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, id)| (path, Some(id)));
    let path = if path.starts_with('/') { without_trailing_slash(path) } else { path.to_owned() };
    match fragment {
        Some(id) => format!("{path}#{}", composed(&decoded(id))),
        None => path,
    }
}

/// `/a/?b` becomes `/a?b`: a route has one form.
fn without_trailing_slash(address: &str) -> String {
    let (path, rest) = address.split_at(address.find('?').unwrap_or(address.len()));
    match path.trim_end_matches('/') {
        "" => format!("/{rest}"),
        path => format!("{path}{rest}"),
    }
}

/// What is said of a page's older address, with `rest` (from `?` or `#` on) behind it.
pub fn redirected(path: &str, current: &str, rest: &str) -> Problem {
    Problem::new(format!("`{path}` is an older address of `{current}`"), format!("link to `{current}`"))
        .suggest(format!("{current}{rest}"))
}
