//! Files that list the site for machines: sitemap, robots, llms, web manifest.

use std::collections::HashSet;

use serde_json::json;
use site::{Content, Page};

use crate::icons;

/// The most addresses that one sitemap may have (sitemaps.org/protocol.html).
const IN_A_SITEMAP: usize = 50_000;

/// How many pages `llms.txt` lists: it is read in one go, and has no rule for more.
const IN_LLMS: usize = 500;

/// All of them: their names, and what is in them.
pub fn all(content: &Content) -> Vec<(String, String)> {
    let mut files = sitemaps(content);
    files.push(("robots.txt".to_owned(), robots(content)));
    files.push(("llms.txt".to_owned(), llms(content)));
    files.push(("manifest.webmanifest".to_owned(), manifest(content)));
    files
}

/// Pages that search engines list.
fn indexable(content: &Content) -> impl Iterator<Item = &Page> {
    content.pages.iter().filter(|page| page.is_indexable())
}

/// `sitemap.xml`; where there are too many pages for one, an index of several.
fn sitemaps(content: &Content) -> Vec<(String, String)> {
    let pages: Vec<&Page> = indexable(content).collect();
    if pages.len() <= IN_A_SITEMAP {
        return vec![("sitemap.xml".to_owned(), sitemap(content, &pages))];
    }
    let parts = (1..).zip(pages.chunks(IN_A_SITEMAP));
    let mut files: Vec<_> =
        parts.map(|(part, pages)| (format!("sitemap-{part}.xml"), sitemap(content, pages))).collect();
    let entry = |(name, _): &(String, String)| {
        let address = content.frame.business.address(&format!("/{name}"));
        format!("<sitemap><loc>{}</loc></sitemap>\n", escaped(&address))
    };
    let index = files.iter().map(entry).collect::<String>();
    files.push(("sitemap.xml".to_owned(), document("sitemapindex", &index)));
    files
}

/// A date only where an editor gave one: the time of a build says nothing about a text.
fn sitemap(content: &Content, pages: &[&Page]) -> String {
    let entry = |page: &&Page| {
        let address = escaped(&content.frame.business.address(&page.route));
        let updated = page.updated.as_ref().map(|date| format!("<lastmod>{}</lastmod>", date.iso));
        format!("<url><loc>{address}</loc>{}</url>\n", updated.unwrap_or_default())
    };
    document("urlset", &pages.iter().map(entry).collect::<String>())
}

fn document(element: &str, entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <{element} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</{element}>\n"
    )
}

/// `robots.txt`, RFC 9309.
fn robots(content: &Content) -> String {
    format!("User-agent: *\nDisallow:\n\nSitemap: {}\n", content.frame.business.address("/sitemap.xml"))
}

/// `llms.txt`, llmstxt.org: the site in one Markdown list. Of more pages than one reads,
/// those that visitors come to first, and where the others are.
fn llms(content: &Content) -> String {
    let home = content.pages.iter().find(|page| page.route == "/");
    let about = home.map(|page| &*page.meta_description).unwrap_or_default();
    let mut text = format!("# {}\n\n> {about}\n\n## Pages\n\n", content.frame.business.name);
    let all: Vec<&Page> = indexable(content).collect();
    let is_indexable: HashSet<&str> = all.iter().map(|page| &*page.route).collect();
    let first = content.most_visited_first().into_iter().filter(|route| is_indexable.contains(route));
    let listed: HashSet<&str> = first.take(IN_LLMS).collect();
    for page in all.iter().filter(|page| listed.contains(&*page.route)) {
        let address = content.frame.business.address(&page.route);
        text += &format!("- [{}]({address}): {}\n", page.name, page.short_description);
    }
    if all.len() > listed.len() {
        let (others, sitemap) = (all.len() - listed.len(), content.frame.business.address("/sitemap.xml"));
        text += &format!("\n## Optional\n\n- [Sitemap]({sitemap}): these pages and {others} others\n");
    }
    text
}

/// `manifest.webmanifest`, w3.org/TR/appmanifest.
fn manifest(content: &Content) -> String {
    let icon = |size: &u32| json!({ "src": icons::path(*size), "sizes": format!("{size}x{size}"), "type": "image/png" });
    json!({
        "name": content.frame.business.name,
        "start_url": "/",
        "display": "browser",
        "background_color": "#faf6f0",
        "theme_color": "#faf6f0",
        "icons": icons::SIZES.iter().map(icon).collect::<Vec<_>>(),
    })
    .to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
