//! A page's own tags of `<head>`: what search engines and shared links show.

use super::{
    Extras,
    graph::graph,
    picture::{HEIGHT, Picture, WIDTH},
};
use crate::{Business, Page, html::escaped};

/// The tags that a navigation changes, from `<title>` to the one that names the route:
/// it tells the client what it takes over, and where these tags end.
pub(super) fn head(business: &Business, page: &Page, extras: &Extras) -> String {
    let address = business.address(&page.route);
    let mut head = format!("<title>{}</title>", escaped(&page.title));
    head += &format!(r#"<meta name="description" content="{}">"#, escaped(&page.meta_description));
    if !page.is_indexable() {
        head += r#"<meta name="robots" content="noindex">"#;
    }
    head += &format!(r#"<link rel="canonical" href="{}">"#, escaped(&address));
    if page.has_seldom() {
        head += &extras.seldom;
    }
    if page.has_form() {
        head += &extras.form;
    }
    if !page.images.is_empty() {
        head += &extras.images;
    }
    if page.has_search() {
        head += &extras.search;
    }
    let cta = page.cta_text.as_ref().map(|text| format!(r#" data-cta="{}""#, escaped(text)));
    let treatment = if page.is_treatment { " data-treatment" } else { "" };
    head + &route(&page.route, &format!("{}{treatment}", cta.unwrap_or_default()))
}

/// The tags that only a page load has: what shared links and search engines show.
pub(super) fn sharing(business: &Business, page: &Page, picture: &Picture) -> String {
    let address = business.address(&picture.path);
    let mut tags = String::new();
    let mut meta = |attribute: &str, name: &str, value: &str| {
        tags += &format!(r#"<meta {attribute}="{name}" content="{}">"#, escaped(value));
    };
    // The Open Graph protocol, ogp.me; X takes what it lacks from there.
    meta("property", "og:type", "website");
    meta("property", "og:site_name", &business.name);
    meta("property", "og:title", &page.title);
    meta("property", "og:description", &page.meta_description);
    meta("property", "og:url", &business.address(&page.route));
    meta("property", "og:image", &address);
    meta("property", "og:image:width", &WIDTH.to_string());
    meta("property", "og:image:height", &HEIGHT.to_string());
    meta("property", "og:image:alt", &picture.alt);
    meta("name", "twitter:card", "summary_large_image");
    tags + &format!(r#"<script type="application/ld+json">{}</script>"#, graph(business, page, &address))
}

/// The tags of the page for addresses without one.
pub(super) fn not_found_head(business: &Business) -> String {
    let title = format!("Page not found | {}", business.name);
    format!(r#"<title>{}</title><meta name="robots" content="noindex">"#, escaped(&title)) + &route("", "")
}

/// What the client knows a page by, with what else it has to know of it.
fn route(path: &str, more: &str) -> String {
    format!(r#"<meta name="route" content="{}"{more}>"#, escaped(path))
}
