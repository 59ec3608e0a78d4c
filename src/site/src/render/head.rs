//! A page's own tags of `<head>`: what search engines and shared links show.

use super::{graph, picture};
use crate::{Content, Page};

/// The tags from `<title>` to the one that names the route: it tells the client
/// what it takes over, and where these tags end.
pub(super) fn head(content: &Content, page: &Page) -> String {
    let business = &content.business;
    let address = business.address(&page.route);
    let picture = picture::picture(business, page);
    let mut head = format!("<title>{}</title>", escaped(&page.title));
    let mut meta = |attribute: &str, name: &str, value: &str| {
        head += &format!(r#"<meta {attribute}="{name}" content="{}">"#, escaped(value));
    };
    meta("name", "description", &page.meta_description);
    if page.unlisted || page.draft {
        meta("name", "robots", "noindex");
    }
    // The Open Graph protocol, ogp.me; X takes what it lacks from there.
    meta("property", "og:type", "website");
    meta("property", "og:site_name", &business.name);
    meta("property", "og:title", &page.title);
    meta("property", "og:description", &page.meta_description);
    meta("property", "og:url", &address);
    meta("property", "og:image", &business.address(&picture.path));
    meta("property", "og:image:width", &picture::WIDTH.to_string());
    meta("property", "og:image:height", &picture::HEIGHT.to_string());
    meta("property", "og:image:alt", &picture.alt);
    meta("name", "twitter:card", "summary_large_image");
    head += &format!(r#"<link rel="canonical" href="{}">"#, escaped(&address));
    head += &format!(r#"<script type="application/ld+json">{}</script>"#, graph::graph(content, page));
    head + &route(&page.route)
}

/// The tags of the page for addresses without one.
pub(super) fn not_found_head(content: &Content) -> String {
    let title = format!("Page not found | {}", content.business.name);
    format!(r#"<title>{}</title><meta name="robots" content="noindex">"#, escaped(&title)) + &route("")
}

fn route(path: &str) -> String {
    format!(r#"<meta name="route" content="{}">"#, escaped(path))
}

/// Text as it stands between tags and in quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
