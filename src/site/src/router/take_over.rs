//! Taking over what changes in a drawn page: Leptos hydrates each live attribute
//! on the element that has it, found by what it is.

use std::any::Any;

use leptos::{attr::Attribute, prelude::*};
use web_sys::{Element, HtmlAnchorElement, wasm_bindgen::JsCast};

use crate::{
    Site,
    frame::{Shown, live},
};

const ARTICLE: &str = "#main > article";
const LINKS: &str = ".site-header nav a[href], .site-footer a[href]";
const BUTTONS: &str = ".site-header > .cta, .booking-bar > .cta";
const BAR: &str = ".booking-bar";

/// The parts of the page that the client keeps up to date.
pub(super) struct TakenOver {
    elements: Vec<Element>,
    /// What Leptos keeps of an attribute ends with this.
    _attributes: Vec<Box<dyn Any>>,
    _owner: Owner,
}

impl TakenOver {
    /// Takes over what there is; `None` where there is no page to put another one into.
    pub(super) fn new(site: &'static Site, shown: Shown) -> Option<Self> {
        let elements = parts();
        let owner = Owner::new();
        let mut attributes = Vec::new();
        let mut has_article = false;
        owner.with(|| {
            for element in &elements {
                let is = |selector| element.matches(selector).unwrap_or(false);
                if is(ARTICLE) {
                    has_article = true;
                    attributes.push(on(element, live::article("", shown)));
                } else if is(BAR) {
                    attributes.push(on(element, live::bar(shown)));
                } else if is(BUTTONS) {
                    let Some(booking) = site.booking.as_deref() else { continue };
                    attributes.push(on(element, live::booking(booking, shown)));
                    if element.parent_element().is_some_and(|it| it.matches(BAR).unwrap_or(false)) {
                        attributes.push(on(element, live::words(shown)));
                    }
                } else if let Some(link) = element.dyn_ref::<HtmlAnchorElement>() {
                    attributes.push(on(element, live::current(link.pathname().into(), shown)));
                }
            }
        });
        has_article.then_some(Self { elements, _attributes: attributes, _owner: owner })
    }

    /// Whether another page can be shown: what was taken over is still what the
    /// document has. Somebody may have made parts of it anew, and these are taken over
    /// now; false where there is none to put a page into.
    pub(super) fn is_as_taken_over(&mut self, site: &'static Site, shown: Shown) -> bool {
        if parts() == self.elements {
            return true;
        }
        match Self::new(site, shown) {
            Some(anew) => {
                *self = anew;
                true
            }
            None => false,
        }
    }
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
