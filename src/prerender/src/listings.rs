//! Files that list the site for machines: sitemap, robots, llms, web manifest.

use serde_json::json;
use site::{Content, Page};

/// Sizes of the icons drawn as PNG, px: what Apple's home screens and the web
/// manifest ask for.
pub const ICONS: [u32; 3] = [180, 192, 512];

/// Pages that search engines list.
fn indexable(content: &Content) -> impl Iterator<Item = &Page> {
    content.pages.iter().filter(|page| !page.unlisted && !page.draft)
}

/// `sitemap.xml`, sitemaps.org/protocol.html. A date only where an editor gave one:
/// the time of a build says nothing about a text.
pub fn sitemap(content: &Content) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in indexable(content) {
        let address = escaped(&content.business.address(&page.route));
        let updated = page.updated.as_ref().map(|date| format!("<lastmod>{}</lastmod>", date.iso));
        xml += &format!("<url><loc>{address}</loc>{}</url>\n", updated.unwrap_or_default());
    }
    xml + "</urlset>\n"
}

/// `robots.txt`, RFC 9309.
pub fn robots(content: &Content) -> String {
    format!("User-agent: *\nDisallow:\n\nSitemap: {}\n", content.business.address("/sitemap.xml"))
}

/// `llms.txt`, llmstxt.org: the site in one Markdown list.
pub fn llms(content: &Content) -> String {
    let home = content.pages.iter().find(|page| page.route == "/");
    let about = home.map(|page| &*page.meta_description).unwrap_or_default();
    let mut text = format!("# {}\n\n> {about}\n\n## Pages\n\n", content.business.name);
    for page in indexable(content) {
        let address = content.business.address(&page.route);
        text += &format!("- [{}]({address}): {}\n", page.name, page.short_description);
    }
    text
}

/// `manifest.webmanifest`, w3.org/TR/appmanifest.
pub fn manifest(content: &Content) -> String {
    let icon =
        |size: &u32| json!({ "src": icon(*size), "sizes": format!("{size}x{size}"), "type": "image/png" });
    json!({
        "name": content.business.name,
        "start_url": "/",
        "display": "browser",
        "background_color": "#faf6f0",
        "theme_color": "#faf6f0",
        "icons": ICONS.iter().map(icon).collect::<Vec<_>>(),
    })
    .to_string()
}

/// Where the icon of a size is.
pub fn icon(size: u32) -> String {
    format!("/icon-{size}.png")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
