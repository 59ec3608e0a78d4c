//! The files of `dist/` as machines read them: validators, search engines, shared links.

mod hostile;
mod images;
mod search;

use std::{collections::BTreeSet, fs, path::PathBuf, process::Command};

use schemaorg_rs::{extract_all, validation};
use scraper::{Html, Selector};
use tests::{root, routes, routes_in, site};

/// A page's document.
fn document(route: &str) -> Html {
    let file = site("").join(route.trim_start_matches('/')).join("index.html");
    Html::parse_document(&fs::read_to_string(file).expect("a page"))
}

/// An attribute of the one element that a selector finds.
fn attribute(document: &Html, selector: &str, attribute: &str) -> String {
    let found: Vec<_> = document.select(&Selector::parse(selector).expect("a selector")).collect();
    assert_eq!(found.len(), 1, "one {selector}");
    found[0].attr(attribute).unwrap_or_default().to_owned()
}

fn is_indexable(document: &Html) -> bool {
    document.select(&Selector::parse("meta[name=robots]").expect("a selector")).next().is_none()
}

/// Every `.html` of the built site, and of the one with pictures.
fn html_files() -> Vec<PathBuf> {
    let of = |site: PathBuf| {
        let file = |route: &String| site.join(route.trim_start_matches('/')).join("index.html");
        routes_in(&site).iter().map(file).chain([site.join("404.html")]).collect::<Vec<_>>()
    };
    [site(""), site("pictures")].into_iter().flat_map(of).collect()
}

/// With both, no host has a reason to redirect; compressed files lie beside the first alone.
#[test]
fn every_page_is_two_files_that_are_the_same() {
    for route in routes().iter().filter(|route| *route != "/") {
        let first = site("").join(&route[1..]).join("index.html");
        let second = site("").join(format!("{}.html", &route[1..]));
        assert_eq!(fs::read(&first).expect("a page"), fs::read(&second).expect("its second form"), "{route}");
        assert!(first.with_added_extension("br").exists(), "{route}");
        assert!(!second.with_added_extension("br").exists(), "{route}");
    }
}

/// Built for hosts that redirect nothing, a page lies at its older addresses as well.
#[test]
fn on_plain_hosts_a_page_lies_at_its_older_addresses() {
    let read = |folder: &str, name: &str| fs::read(site(folder).join(name)).ok();
    for form in ["previous/index.html", "previous.html", "old/other.html"] {
        assert!(read("plain", form).is_some_and(|it| Some(it) == read("plain", "care/other.html")), "{form}");
        assert_eq!(read("form", form), None, "{form}: it would hide the redirect");
    }
}

#[test]
fn html_validate_finds_nothing() {
    let output = Command::new("node")
        .arg(root().join("tests/node_modules/html-validate/bin/html-validate.mjs"))
        .arg("--config")
        .arg(root().join("tests/.htmlvalidate.json"))
        .args(html_files())
        .output()
        .expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_vocabulary_of_schema_org_knows_every_graph() {
    for route in routes() {
        let graph = extract_all(&document(&route).html()).expect("a graph");
        assert!(!graph.nodes.is_empty(), "{route}");
        let result = validation::validate(&graph);
        let wrong: Vec<_> = result.diagnostics.iter().map(|it| format!("{it:?}")).collect();
        assert!(!result.has_errors() && !result.has_warnings(), "{route}: {wrong:#?}");
    }
}

#[test]
fn adobe_s_validator_finds_nothing_in_any_graph() {
    let output = Command::new("node")
        .arg(root().join("tests/documents/structured-data.mjs"))
        .args(html_files())
        .output()
        .expect("node runs");
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
}

#[test]
fn every_page_says_what_search_engines_and_shared_links_show() {
    let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
    for route in routes() {
        let page = document(&route);
        let title: String =
            page.select(&Selector::parse("title").expect("a selector")).flat_map(|it| it.text()).collect();
        assert!(titles.insert(title.clone()), "{route}: “{title}” is another page's title too");
        let description = attribute(&page, "meta[name=description]", "content");
        assert!(descriptions.insert(description), "{route}: another page has the same description");
        let canonical = attribute(&page, "link[rel=canonical]", "href");
        assert!(canonical.starts_with("https://") && canonical.ends_with(&*route), "{route}: {canonical}");
        assert_eq!(attribute(&page, "meta[property='og:url']", "content"), canonical);
        assert_eq!(attribute(&page, "meta[property='og:title']", "content"), title);
        assert!(!attribute(&page, "meta[property='og:image:alt']", "content").is_empty());
        let picture = attribute(&page, "meta[property='og:image']", "content");
        let (_, path) = picture.split_once("/assets/").expect("a picture of this site");
        let png = fs::read(site("").join("assets").join(path)).expect("the picture");
        // Width and height of a PNG (its specification, 11.2.1).
        assert_eq!(png[16..24], [1200u32.to_be_bytes(), 630u32.to_be_bytes()].concat());
    }
    let missing = Html::parse_document(&fs::read_to_string(site("").join("404.html")).expect("404.html"));
    assert!(!is_indexable(&missing));
}

#[test]
fn the_sitemap_lists_what_is_to_be_found_and_nothing_else() {
    let sitemap = fs::read_to_string(site("").join("sitemap.xml")).expect("a sitemap");
    let listed: BTreeSet<_> = sitemap
        .split("<loc>")
        .skip(1)
        .filter_map(|it| it.split_once("</loc>").map(|(address, _)| address.to_owned()))
        .collect();
    let indexable: BTreeSet<_> = routes()
        .iter()
        .map(|route| document(route))
        .filter(is_indexable)
        .map(|page| attribute(&page, "link[rel=canonical]", "href"))
        .collect();
    assert_eq!(listed, indexable);
    // A date where the page itself shows one, and nowhere else.
    let updated = Selector::parse(".updated time").expect("a selector");
    let dated = routes().iter().filter(|route| document(route).select(&updated).next().is_some()).count();
    assert_eq!(sitemap.matches("<lastmod>").count(), dated);
    let robots = fs::read_to_string(site("").join("robots.txt")).expect("robots.txt");
    assert!(robots.contains("/sitemap.xml"));
    let llms = fs::read_to_string(site("").join("llms.txt")).expect("llms.txt");
    assert!(indexable.iter().all(|address| llms.contains(&format!("({address})"))));
}
