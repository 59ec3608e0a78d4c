//! The head of the page that is shown.

use leptos::prelude::*;
use web_sys::Element;

/// A tag that not every page has.
const ROBOTS: &str = "META[name=\"robots\"]";

/// Tags of the page that was loaded, which only a page load has: they would go on
/// speaking of it.
const OF_THE_LOADED: &str =
    "meta[property^='og:'], meta[name^='twitter:'], script[type='application/ld+json']";

/// Names the web manifest: in the document it would be fetched before the first paint.
pub(super) fn add_manifest() {
    let (Some(head), Ok(link)) = (document().head(), document().create_element("link")) else { return };
    _ = link.set_attribute("rel", "manifest");
    _ = link.set_attribute("href", "/manifest.webmanifest");
    _ = head.append_child(&link);
}

/// Puts a page's own tags where the last page's are, each in the place of the one
/// of its kind. Others keep theirs in the head too, and take some away.
pub(super) fn set(tags: &str) {
    let Some(head) = document().head() else { return };
    // Scripts in it run, as those in a template would not.
    let Ok(tags) = document().create_range().and_then(|range| range.create_contextual_fragment(tags)) else {
        return;
    };
    let tags = tags.children();
    while let Ok(Some(old)) = head.query_selector(OF_THE_LOADED) {
        old.remove();
    }
    let find = |kind: &str| head.query_selector(kind).ok().flatten();
    let mut robots = find(ROBOTS);
    // Each tag leaves the list as it is put into the head.
    while let Some(tag) = tags.item(0) {
        let kind = kind(&tag);
        if kind == ROBOTS {
            robots = None;
        }
        _ = match find(&kind) {
            Some(old) => old.replace_with_with_node_1(&tag),
            None => head.append_child(&tag).map(drop),
        };
    }
    if let Some(old) = robots {
        old.remove();
    }
}

/// A selector of tags that say the same thing of a page.
fn kind(tag: &Element) -> String {
    let name = tag.tag_name();
    let attribute = ["id", "name", "rel", "type"]
        .into_iter()
        .find_map(|it| tag.get_attribute(it).map(|value| format!("[{it}=\"{value}\"]")));
    name + &attribute.unwrap_or_default()
}
