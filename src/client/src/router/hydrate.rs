//! Hydrating what changes in a drawn page: Leptos hydrates each live attribute
//! on the element that has it, found by what it is.

use std::any::Any;

use frame::Shown;
use leptos::{attr::Attribute, prelude::*};
use model::Text;
use web_sys::{Element, wasm_bindgen::JsCast};

use super::click::is_page;

const ARTICLE: &str = "#main > article";
const LINKS: &str = ".site-header nav a[href]:not(.all), .site-footer a[href]:not(.all)";
const BUTTONS: &str = ".site-header > .cta, .booking-bar > .cta";
const BAR: &str = ".booking-bar";

/// The parts of the page that the client keeps up to date.
pub(super) struct Hydrated {
    elements: Vec<Element>,
    /// What Leptos keeps of an attribute ends with this.
    _attributes: Vec<Box<dyn Any>>,
    _owner: Owner,
}

impl Hydrated {
    /// Hydrates what there is; `None` where there is no page to put another one into.
    pub(super) fn new(shown: Shown) -> Option<Self> {
        let elements = parts();
        let owner = Owner::new();
        let mut attributes = Vec::new();
        let mut has_article = false;
        owner.with(|| {
            for element in &elements {
                let is = |selector| element.matches(selector).unwrap_or(false);
                if is(ARTICLE) {
                    has_article = true;
                    attributes.push(on(element, frame::article("", shown)));
                } else if is(BAR) {
                    attributes.push(on(element, frame::bar(shown)));
                } else if is(BUTTONS) {
                    let Some(booking) = booking_of(element) else { continue };
                    attributes.push(on(element, frame::booking(booking, shown)));
                    if element.parent_element().is_some_and(|it| it.matches(BAR).unwrap_or(false)) {
                        attributes.push(on(element, frame::words(shown)));
                    }
                } else if let Some(link) = element.dyn_ref().filter(|link| is_page(link)) {
                    attributes.push(on(element, frame::current(link.pathname().into(), shown)));
                }
            }
        });
        has_article.then_some(Self { elements, _attributes: attributes, _owner: owner })
    }

    /// Whether another page can be shown: what was hydrated is still what the
    /// document has. Somebody may have made parts of it anew, and these are hydrated now; false where there is none to put a page into.
    pub(super) fn is_as_hydrated(&mut self, shown: Shown) -> bool {
        if parts() == self.elements {
            return true;
        }
        match Self::new(shown) {
            Some(anew) => {
                *self = anew;
                true
            }
            None => false,
        }
    }
}

/// Where a booking button leads, without the treatment that it asks for.
fn booking_of(button: &Element) -> Option<Text> {
    let href = button.get_attribute("href")?;
    Some(match href.split_once('?') {
        Some((page, _)) if page.starts_with('/') => page.to_owned().into(),
        _ => href.into(),
    })
}

fn on(element: &Element, attribute: impl Attribute<State: 'static>) -> Box<dyn Any> {
    Box::new(attribute.hydrate::<true>(element))
}

/// The elements of the page with something in them that changes.
fn parts() -> Vec<Element> {
    let all = [ARTICLE, LINKS, BUTTONS, BAR].join(", ");
    let Ok(found) = document().query_selector_all(&all) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}
