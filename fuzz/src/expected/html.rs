//! HTML as a browser parses it, held against what pages may be made of.

use scraper::{Html, node::Element};

/// Elements that a page may have: none that runs, loads or embeds anything.
const ELEMENTS: &str = "html head body title meta link main header footer nav section article aside \
    div span p h1 h2 h3 h4 h5 h6 a ul ol li dl dt dd hr br blockquote pre code em strong del sub sup time address \
    table thead tbody tr th td details summary button form fieldset legend label input select option textarea \
    noscript svg g path circle ellipse line polygon polyline rect";

/// Attributes that they may have, beside `aria-*` and `data-*`.
const ATTRIBUTES: &str = "lang dir charset class id name role title rel type property content hidden tabindex \
    href action method enctype value for required autocomplete inputmode rows checked selected disabled \
    popover popovertarget popovertargetaction open start align scope colspan rowspan datetime \
    xmlns viewBox width height fill stroke stroke-width stroke-linecap stroke-linejoin transform d \
    x y x1 x2 y1 y2 cx cy r rx ry points";

/// Attributes that lead somewhere.
const LEADING: [&str; 2] = ["href", "action"];

/// Everything in a document that a page may not have.
pub fn dangers(document: &str) -> Vec<String> {
    let html = Html::parse_document(document);
    html.tree.values().filter_map(|node| node.as_element()).flat_map(dangers_of).collect()
}

fn dangers_of(element: &Element) -> Vec<String> {
    let name = element.name();
    let is_data = name == "script" && element.attr("type") == Some("application/ld+json");
    let mut dangers = Vec::new();
    if !is_data && !is_in(ELEMENTS, name) {
        dangers.push(format!("<{name}>"));
    }
    for (attribute, value) in element.attrs() {
        let is_known =
            is_in(ATTRIBUTES, attribute) || ["aria-", "data-"].iter().any(|it| attribute.starts_with(it));
        if !is_known || (LEADING.contains(&attribute) && !is_harmless(value)) {
            dangers.push(format!("<{name} {attribute}=\"{value}\">"));
        }
    }
    dangers
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// An address on this site, or one with a scheme that runs nothing.
fn is_harmless(address: &str) -> bool {
    let is_own = address.starts_with(['/', '#']) && !address.starts_with("//");
    is_own || ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme))
}
