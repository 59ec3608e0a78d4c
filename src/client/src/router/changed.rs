//! The development server has put another page, or this one as it is now, into the document.
//! A release has nothing of this.

use std::rc::Rc;

use leptos::prelude::*;
use model::Site;

use super::{Router, hydrate::Hydrated, prerendered};

/// What `live.js` of the development server calls it.
const CHANGED: &str = "serve:changed";

/// Begins to listen.
pub(super) fn listen(router: Rc<Router>, site: &'static Site) {
    _ = window_event_listener_untyped(CHANGED, move |_| {
        router.pages.forget();
        router.set_shown.set(prerendered(site));
        // What the document has is what is shown, whatever was there before.
        if let Some(page) = Hydrated::new(router.shown) {
            router.page.replace(page);
        }
    });
}
