//! Client-side routing.
//!
//! Every address of this site may be a page, so of leptos_router only its location is
//! used. Its `<Routes>` would add 28 KB (Brotli) to match nothing, and its listeners
//! panic where a browser refuses an entry in the history.
//!
//! What is shown and what the address says are the same at all times: where one
//! cannot follow the other, the browser loads the page.

mod arrival;
#[cfg(debug_assertions)]
mod changed;
mod click;
mod head;
mod hydrate;
mod pages;
mod prefetch;
mod waiting;

use std::{
    cell::{Cell, RefCell},
    panic,
    rc::Rc,
};

use any_spawner::Executor;
use click::Click;
use hydrate::Hydrated;
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use model::{Route, Site, Text};
use pages::{Pages, Priority};
use web_sys::wasm_bindgen::JsValue;

/// On `<html>` once the client has taken the page over, and for as long as it runs:
/// for styles of what only works with it, for `returning.js`, and for tests.
const HYDRATED: &str = "data-hydrated";

/// Takes over the page that the browser has already drawn.
pub fn start(site: &'static Site) {
    // An error means that it has been started already.
    _ = Executor::init_wasm_bindgen();
    panic::set_hook(Box::new(|_| give_up()));
    let (Some(html), Ok(at)) = (document().document_element(), BrowserUrl::current()) else { return };
    head::add_manifest();
    let Some(router) = Router::new(site, at) else { return };
    let router = Rc::new(router);
    prefetch::start(Rc::clone(&router.pages));
    let on_click = Rc::clone(&router);
    _ = window_event_listener(ev::click, move |event| on_click.click(&event));
    #[cfg(debug_assertions)]
    changed::listen(Rc::clone(&router), site);
    _ = window_event_listener(ev::popstate, move |_| router.traverse());
    _ = html.set_attribute(HYDRATED, "");
}

thread_local! {
    /// The address has changed, and the page is still the last one.
    static ON_THE_WAY: Cell<bool> = const { Cell::new(false) };
}

/// The client is at its end, and the page is plain HTML again.
fn give_up() {
    if let Some(html) = document().document_element() {
        _ = html.remove_attribute(HYDRATED);
    }
    if ON_THE_WAY.get() {
        _ = window().location().reload();
    }
}

/// Whether the client has given up.
fn has_given_up() -> bool {
    document().document_element().is_none_or(|html| !html.has_attribute(HYDRATED))
}

/// How a page is come to.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// By a link.
    Link,
    /// By Back or Forward: the address has changed already.
    Traversal,
}

struct Router {
    shown: ReadSignal<Option<&'static Route>>,
    set_shown: WriteSignal<Option<&'static Route>>,
    pages: Rc<Pages>,
    /// Counts navigations: an answer to an older one is late.
    newest: Cell<usize>,
    /// The path of the page that is on its way.
    awaited: RefCell<Option<String>>,
    /// The address of what is shown.
    at: RefCell<Url>,
    page: RefCell<Hydrated>,
}

impl Router {
    /// Takes the page over; `None` where there is nothing that could show another one.
    fn new(site: &'static Site, at: Url) -> Option<Self> {
        let route = prerendered(site);
        let owner = Owner::new();
        let (shown, set_shown) = owner.with(|| signal(route));
        // It lives as long as the page.
        std::mem::forget(owner);
        let page = Hydrated::new(shown)?;
        Some(Self {
            shown,
            set_shown,
            pages: Rc::new(Pages::new(site)),
            newest: Cell::new(0),
            awaited: RefCell::default(),
            at: RefCell::new(at),
            page: RefCell::new(page),
        })
    }

    fn click(self: &Rc<Self>, event: &ev::MouseEvent) {
        if has_given_up() {
            return;
        }
        match Click::of(event) {
            Click::NotOurs => {}
            Click::Fragment(hash) => {
                event.prevent_default();
                _ = window().location().set_hash(&hash);
            }
            Click::Page(url) => {
                event.prevent_default();
                self.go(url, Way::Link);
            }
        }
    }

    fn traverse(self: &Rc<Self>) {
        let Ok(url) = BrowserUrl::current() else { return };
        let stays = {
            let at = self.at.borrow();
            url.path() == at.path() && url.search() == at.search()
        };
        // Another fragment of what is shown: the browser has done it all.
        if stays || has_given_up() {
            return;
        }
        self.go(url, Way::Traversal);
    }

    /// Shows the page at an address, now or when it has been fetched.
    fn go(self: &Rc<Self>, to: Url, way: Way) {
        let number = self.newest.get() + 1;
        self.newest.set(number);
        if let Some(route) = self.pages.at_hand(to.path()) {
            return self.show(to, route, way);
        }
        let path = Some(to.path().to_owned());
        if *self.awaited.borrow() == path {
            // Asked for twice: the browser may be luckier, and has a button to stop it.
            return load(&to, way);
        }
        self.awaited.replace(path);
        if way == Way::Traversal {
            arrival::tell("wait", way);
        }
        let router = Rc::clone(self);
        waiting::begin(move || router.newest.get() == number && router.awaited.borrow().is_some());
        let router = Rc::clone(self);
        spawn_local(async move {
            let route = router.pages.fetch(to.path(), Priority::High).await;
            if router.newest.get() != number {
                return;
            }
            match route {
                Some(route) => router.show(to, route, way),
                None => load(&to, way),
            }
        });
    }

    fn show(self: &Rc<Self>, to: Url, route: &'static Route, way: Way) {
        self.awaited.take();
        waiting::end();
        if !self.page.borrow_mut().is_as_hydrated(self.shown) {
            return load(&to, way);
        }
        arrival::tell("leave", way);
        let address = full(&to);
        // Not what this shows: a page's own script may have changed the query.
        if way == Way::Link && BrowserUrl::current().is_ok_and(|at| full(&at) != address) {
            let history = window().history();
            if history.and_then(|it| it.push_state_with_url(&JsValue::NULL, "", Some(&address))).is_err() {
                return load(&to, way);
            }
        }
        ON_THE_WAY.set(true);
        *self.at.borrow_mut() = to.clone();
        let changes = self.shown.get_untracked().is_none_or(|shown| shown.path != route.path);
        close_menu();
        if changes {
            self.set_shown.set(Some(route));
            head::set(&route.head);
        }
        let router = Rc::clone(self);
        // Told last, this runs when all that changes with the route has changed.
        spawn_local(async move {
            // A later click may have been faster.
            if full(&router.at.borrow()) == address {
                ON_THE_WAY.set(false);
                arrival::arrive(&to, way, changes);
            }
        });
    }
}

/// Path, query and fragment.
fn full(url: &Url) -> String {
    let query = if url.search().is_empty() { "" } else { "?" };
    [url.path(), query, url.search(), url.hash()].concat()
}

/// Leaves it to the browser to show an address.
fn load(to: &Url, way: Way) {
    let location = window().location();
    _ = match way {
        Way::Link => location.assign(&full(to)),
        Way::Traversal => location.reload(),
    };
}

/// The route this document was prerendered for. Not the address: a host may
/// serve one file under several, and what was drawn is what can be taken over.
/// `None`: it is the page for addresses without one.
fn prerendered(site: &'static Site) -> Option<&'static Route> {
    let tag = document().query_selector("meta[name=route]").ok()??;
    let path = tag.get_attribute("content").filter(|path| !path.is_empty())?;
    site.route(&path).or_else(|| {
        // Its article is in the document, and is fetched when it is gone back to.
        let route = Route {
            path: path.into(),
            head: Text::default(),
            cta_text: tag.get_attribute("data-cta").map(Text::from),
            is_treatment: tag.has_attribute("data-treatment"),
            article: Text::default(),
        };
        Some(Box::leak(Box::new(route)))
    })
}

/// The menu is a popover, which closes by itself only for a page load.
fn close_menu() {
    let Ok(Some(menu)) = document().query_selector("#menu:popover-open") else { return };
    if let Some(menu) = web_sys::wasm_bindgen::JsCast::dyn_ref::<web_sys::HtmlElement>(&menu) {
        _ = menu.hide_popover();
    }
}
