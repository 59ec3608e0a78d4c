//! Drawn pages: each is drawn when somebody asks for it, and again when it has changed.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use model::Route;
use site::{
    Content, Frame, Page,
    render::{self, Extras, Rendered},
};

/// What has been drawn so far.
#[derive(Default)]
pub struct Drawn(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// Components ask for values that stay, so what is drawn is not given back: a page's
    /// text for each time that it changes, what all have in common where that does.
    frame: Option<&'static Frame>,
    extras: Extras,
    pages: HashMap<String, (&'static Page, Arc<Rendered>)>,
}

impl Drawn {
    /// The page of a route, with further tags in its head where it needs them; `None` where there
    /// is no page.
    pub fn page(&self, content: &Content, route: &str, extras: Extras) -> Option<Arc<Rendered>> {
        let at = content.pages.binary_search_by(|page| (*page.route).cmp(route)).ok()?;
        let page = &content.pages[at];
        // What is kept is whole between two of its uses.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let frame = kept.frame(&content.frame);
        if kept.extras != extras {
            kept.pages.clear();
            kept.extras = extras;
        }
        if let Some((of, drawn)) = kept.pages.get(route)
            && *of == page
        {
            return Some(Arc::clone(drawn));
        }
        let page: &'static Page = Box::leak(Box::new(page.clone()));
        let on_route: &'static Route = Box::leak(Box::new(render::route(frame, page, &kept.extras)));
        let drawn = Arc::new(render::document(frame, page, on_route, &render::picture(frame, page)));
        kept.pages.insert(route.to_owned(), (page, Arc::clone(&drawn)));
        Some(drawn)
    }

    /// The page for addresses without one.
    pub fn not_found(&self, content: &Content) -> Rendered {
        let frame = self.0.lock().unwrap_or_else(PoisonError::into_inner).frame(&content.frame);
        render::not_found(frame, &content.pages)
    }
}

impl Kept {
    /// What all pages have in common; where it has changed, nothing is as it was drawn.
    fn frame(&mut self, frame: &Frame) -> &'static Frame {
        match self.frame.filter(|kept| *kept == frame) {
            Some(kept) => kept,
            None => {
                self.pages.clear();
                let kept = Box::leak(Box::new(frame.clone()));
                self.frame = Some(kept);
                kept
            }
        }
    }
}
