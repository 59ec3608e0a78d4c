//! The one source of the site's HTTP headers, for whatever host serves it.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256, Sha384};
use site::{Booking, Frame};

use crate::Extras;

/// For files whose name tells their content (RFC 8246).
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// For all others: kept, and asked for again each time (RFC 9111, 5.2.2).
pub const REVALIDATED: &str = "public, max-age=0, must-revalidate";

/// What a page must not ask a browser for: all that browsers know but copying a
/// question's link.
const DENIED: [&str; 21] = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
];

/// Headers of every answer, but for how long it is kept. `style` and `scripts` stand in every
/// page, `extras` in some.
pub fn security<'a>(
    form_action: &str,
    style: &str,
    extras: &Extras,
    scripts: impl Iterator<Item = &'a str>,
) -> Vec<(&'static str, String)> {
    let denied = DENIED.map(|feature| format!("{feature}=()")).join(", ");
    vec![
        ("Content-Security-Policy", policy(form_action, style, extras, scripts)),
        // Two years. Neither for subdomains nor for browsers' own lists: the owner of
        // the domain decides that.
        ("Strict-Transport-Security", "max-age=63072000".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // An address may have in it what somebody looks for.
        ("Referrer-Policy", "strict-origin".to_owned()),
        ("Permissions-Policy", format!("{denied}, clipboard-write=(self)")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ]
}

/// Content Security Policy Level 3: nothing but what the site consists of. The styles and
/// scripts that stand in pages are known, by hash; text that an editor wrote never is.
/// The icon stands in pages as `data:`.
fn policy<'a>(
    form_action: &str,
    style: &str,
    extras: &Extras,
    scripts: impl Iterator<Item = &'a str>,
) -> String {
    let hash = |text: &str| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let scripts: String = scripts.map(hash).chain(extras.scripts().map(|it| hash(&it))).collect();
    let styles: String = [style].into_iter().chain(extras.styles()).map(hash).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src{styles}; font-src 'self'; img-src 'self' data:; \
         connect-src 'self'; manifest-src 'self'; form-action {form_action}; frame-ancestors 'none'; base-uri 'none'"
    )
}

/// Where forms may be sent to (Content Security Policy Level 3, `form-action`).
pub fn form_action(frame: &Frame) -> String {
    match &frame.business.booking {
        // The service, and wherever it leads on to: browsers ask for both.
        Booking::Form(action) => format!("'self' {}", origin(action)).trim_end().to_owned(),
        // A form that the site has all the same becomes an e-mail, which a script makes.
        Booking::Email | Booking::Elsewhere(_) if frame.search.is_none() => "'none'".to_owned(),
        // The search is one of this site.
        Booking::Email | Booking::Elsewhere(_) => "'self'".to_owned(),
    }
}

/// The origin of a web address; nothing for one of this site.
fn origin(address: &str) -> String {
    // Not any `://`: a path may have a web address in its query.
    match address.split_once("://") {
        Some((scheme @ ("http" | "https"), rest)) => {
            format!("{scheme}://{}", rest.split(['/', '?', '#']).next().unwrap_or_default())
        }
        _ => String::new(),
    }
}

/// As much of the policy as a page can say itself (Content Security Policy Level 3, 3.3).
pub fn in_a_page(headers: &[(&str, String)]) -> String {
    let policy = headers.iter().find(|(name, _)| *name == "Content-Security-Policy");
    let directives = policy.map(|(_, value)| value.split("; ")).into_iter().flatten();
    directives.filter(|it| !it.starts_with("frame-ancestors")).collect::<Vec<_>>().join("; ")
}

/// What a browser compares a download with (Subresource Integrity).
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    use site::Business;

    use super::*;

    fn frame(booking: Booking) -> Frame {
        let business = Business {
            name: "A clinic".into(),
            url: "https://clinic.example".into(),
            email: "hello@clinic.example".into(),
            places: Vec::new(),
            booking,
            social: Vec::new(),
            disclaimer: None,
        };
        Frame {
            business,
            folders: Vec::new(),
            header_links: Vec::new(),
            footer_links: Vec::new(),
            booking: None,
            search: None,
        }
    }

    #[test]
    fn forms_go_where_the_clinic_says() {
        let form = |action: &str| form_action(&frame(Booking::Form(action.to_owned())));
        assert_eq!(form("https://forms.example:8443/f/x?y#z"), "'self' https://forms.example:8443");
        assert_eq!(form("/submit"), "'self'");
        assert_eq!(form("/submit?to=https://elsewhere.example"), "'self'");
        // A form beside a booking page elsewhere becomes an e-mail.
        let elsewhere = frame(Booking::Elsewhere("https://book.example".into()));
        assert_eq!(form_action(&elsewhere), "'none'");
        assert_eq!(form_action(&frame(Booking::Email)), "'none'");
        assert_eq!(form_action(&Frame { search: Some("/search".into()), ..elsewhere }), "'self'");
    }
}
