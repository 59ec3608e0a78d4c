//! Client-side routing, and taking over the prerendered page.
//!
//! The site's pages are the route table, so of leptos_router only the browser
//! location is used: it decides which clicks are the router's and keeps the
//! history. Its `<Routes>` would add 28 KB (Brotli) to find what
//! [`Site::page`] finds.

use leptos::{ev, mount::hydrate_body, prelude::*};
use leptos_router::location::{BrowserUrl, LocationProvider};
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

use crate::{
    Page, Site,
    components::{Address, App},
};

/// Takes over the page that the browser has already drawn.
pub fn start(site: &'static Site) {
    hydrate_body(move || {
        let (page, address) = route(site);
        view! { <App site page address /> }
    });
    // For styles of what only works with scripts, and for tests.
    if let Some(html) = document().document_element() {
        _ = html.set_attribute("data-hydrated", "");
    }
}

/// The page to show: first the one that was prerendered, then whatever the
/// address says.
fn route(site: &'static Site) -> (ReadSignal<Option<&'static Page>>, Address) {
    let browser = BrowserUrl::new().expect("a page has an address");
    leave_fragments_to_the_browser();
    browser.init(None);

    let (page, show) = signal(prerendered_route().and_then(|route| site.page(&route)));
    let (query, set_query) = signal(String::new());
    let (path, set_path) = signal(String::new());
    let url = browser.as_url().clone();
    Effect::new(move |already_running: Option<()>| {
        let target = url.get();
        let first = already_running.is_none();
        match site.page(target.path()) {
            _ if first => {}
            Some(next) => {
                if !page.get_untracked().is_some_and(|current| std::ptr::eq(current, next)) {
                    close_menu();
                    show.set(Some(next));
                    set_head(next);
                }
                browser.ready_to_complete();
            }
            None => return leave_to_the_server(target.path(), target.search()),
        }
        set_query.set(target.search().to_owned());
        set_path.set(target.path().to_owned());
    });
    (page, Address { query, path })
}

/// The route this document was prerendered for. Not the address: a host may
/// serve one file under several, and what was drawn is what can be taken over.
/// `None`: it is the page for addresses without one.
fn prerendered_route() -> Option<String> {
    meta("route")?.get_attribute("content")
}

/// A click on a fragment of the page that is open goes past the router: only the
/// browser's own navigation opens `<details>`, moves focus and sets `:target`.
fn leave_fragments_to_the_browser() {
    let on_click = Closure::<dyn Fn(ev::MouseEvent)>::new(move |event: ev::MouseEvent| {
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href*='#']").ok().flatten())
            .and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
        let location = window().location();
        let stays = |link: &web_sys::HtmlAnchorElement| {
            location.pathname().is_ok_and(|path| path == link.pathname())
                && location.search().is_ok_and(|search| search == link.search())
        };
        if link.as_ref().is_some_and(stays) {
            // The router listens one step further up, on the window.
            event.stop_propagation();
        }
    });
    _ = document().add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
    // It listens as long as the page lives.
    on_click.forget();
}

/// An address that is no page of this build: a file, or a page of a newer one.
fn leave_to_the_server(path: &str, search: &str) {
    let location = window().location();
    let there = location.pathname().is_ok_and(|current| current == path);
    let query = if search.is_empty() { String::new() } else { format!("?{search}") };
    _ = if there { location.reload() } else { location.assign(&format!("{path}{query}")) };
}

/// The menu is a popover, which closes by itself only for a page load.
fn close_menu() {
    let menu =
        document().get_element_by_id("menu").and_then(|menu| menu.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(menu) = menu {
        // Browsers without popovers have nothing to close.
        if menu.matches(":popover-open").unwrap_or(false) {
            _ = menu.hide_popover();
        }
    }
}

fn set_head(page: &'static Page) {
    document().set_title(&page.title);
    if let Some(description) = meta("description") {
        _ = description.set_attribute("content", &page.meta_description);
    }
}

fn meta(name: &str) -> Option<web_sys::Element> {
    document().query_selector(&format!("meta[name={name}]")).ok().flatten()
}
