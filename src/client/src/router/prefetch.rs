//! Asking for a page a moment before it is gone to: when a pointer rests on a link,
//! when it has focus, when a finger touches it. Never for what is merely to be seen.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use web_sys::{Element, HtmlAnchorElement, js_sys::Reflect, wasm_bindgen::JsCast};

use super::{
    click,
    pages::{Pages, Priority},
};

/// How long a pointer rests, or focus stays, until a visitor seems to mean it.
const MEANT: Duration = Duration::from_millis(80);

/// How many answers may be on their way at once.
const AT_ONCE: usize = 2;

/// How many pages are asked for in a document's life.
const IN_ALL: usize = 20;

struct Prefetch {
    pages: Rc<Pages>,
    asked: Cell<usize>,
    waiting: Cell<Option<TimeoutHandle>>,
}

/// Begins to listen.
pub(super) fn start(pages: Rc<Pages>) {
    let prefetch = Rc::new(Prefetch { pages, asked: Cell::new(0), waiting: Cell::new(None) });
    let on = |meant: bool| {
        let prefetch = Rc::clone(&prefetch);
        move |target: Option<web_sys::EventTarget>| Prefetch::meet(&prefetch, target, meant)
    };
    let (pointer, focus, touch) = (on(false), on(false), on(true));
    _ = window_event_listener(ev::pointerover, move |event| pointer(event.target()));
    _ = window_event_listener(ev::focusin, move |event| focus(event.target()));
    _ = window_event_listener(ev::touchstart, move |event| touch(event.target()));
}

impl Prefetch {
    /// Something has been met; `meant`: without a doubt.
    fn meet(self: &Rc<Self>, target: Option<web_sys::EventTarget>, meant: bool) {
        if let Some(waiting) = self.waiting.take() {
            waiting.clear();
        }
        let link = target
            .and_then(|it| it.dyn_into::<Element>().ok())
            .and_then(|it| it.closest("a[href]").ok().flatten())
            .and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok());
        let Some(path) = link.filter(click::is_page).map(|link| link.pathname()) else { return };
        if self.pages.at_hand(&path).is_some() || self.pages.is_asked(&path) {
            return;
        }
        if meant {
            return self.ask(path);
        }
        if spares_data() {
            return;
        }
        let prefetch = Rc::clone(self);
        self.waiting.set(set_timeout_with_handle(move || prefetch.ask(path.clone()), MEANT).ok());
    }

    fn ask(self: &Rc<Self>, path: String) {
        if self.pages.in_flight() >= AT_ONCE || self.asked.get() >= IN_ALL {
            return;
        }
        self.asked.set(self.asked.get() + 1);
        let pages = Rc::clone(&self.pages);
        spawn_local(async move {
            _ = pages.fetch(&path, Priority::Low).await;
        });
    }
}

/// Whether a visitor pays for every byte, or waits for it (Network Information API,
/// which not every browser has).
fn spares_data() -> bool {
    let get = |it: &_, name: &str| Reflect::get(it, &name.into()).ok().filter(|it| !it.is_undefined());
    let Some(connection) = get(&window().navigator(), "connection") else { return false };
    get(&connection, "saveData").is_some_and(|it| it.is_truthy())
        || get(&connection, "effectiveType")
            .and_then(|it| it.as_string())
            .is_some_and(|it| it.ends_with("2g"))
}
