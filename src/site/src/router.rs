//! Client-side routing, and taking over the prerendered page.
//!
//! The site's pages are the route table, so of leptos_router only the browser
//! location is used: it decides which clicks are the router's and keeps the
//! history. Its `<Routes>` would add 28 KB (Brotli) to find what
//! [`Site::route`] finds.

mod arrival;

use leptos::{ev, mount::hydrate_body, prelude::*};
use leptos_router::location::{BrowserUrl, LocationProvider};
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

use crate::{Route, Site, frame::App};

/// Takes over the page that the browser has already drawn.
pub fn start(site: &'static Site) {
    hydrate_body(move || {
        let shown = follow_the_address(site);
        view! { <App site shown /> }
    });
    // For styles of what only works with scripts, and for tests.
    if let Some(html) = document().document_element() {
        _ = html.set_attribute("data-hydrated", "");
    }
}

/// What to show: first what was prerendered, then whatever the address says.
fn follow_the_address(site: &'static Site) -> ReadSignal<Option<&'static Route>> {
    let browser = BrowserUrl::new().expect("a page has an address");
    leave_fragments_to_the_browser();
    browser.init(None);

    let (shown, show) = signal(prerendered_route().and_then(|path| site.route(&path)));
    let (arrived, arrive) = signal(None);
    let url = browser.as_url().clone();
    Effect::new(move |already_running: Option<()>| {
        let target = url.get();
        if already_running.is_none() {
            return choose_treatment(target.search());
        }
        let Some(next) = site.route(target.path()) else {
            return leave_to_the_server(target.path(), target.search());
        };
        let changes = !shown.get_untracked().is_some_and(|current| std::ptr::eq(current, next));
        if changes {
            close_menu();
            show.set(Some(next));
            set_head(next);
        }
        browser.ready_to_complete();
        if changes {
            arrive.set(Some(target));
        }
    });
    // Told last, this runs when the article stands in the page and the history has
    // the new address.
    Effect::new(move || {
        if let Some(target) = arrived.get() {
            choose_treatment(target.search());
            arrival::announce();
            arrival::move_focus(target.hash());
        }
    });
    shown
}

/// Chooses the treatment in the booking form that `?treatment=/its/route` asks for.
fn choose_treatment(query: &str) {
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("treatment="));
    let options = document().query_selector_all("#booking_treatment option");
    let (Some(asked), Ok(options)) = (asked, options) else { return };
    for option in (0..options.length()).filter_map(|at| options.get(at)?.dyn_into::<web_sys::Element>().ok())
    {
        if option.get_attribute("data-route").is_some_and(|route| route == asked) {
            _ = option.set_attribute("selected", "");
        }
    }
}

/// The route this document was prerendered for. Not the address: a host may
/// serve one file under several, and what was drawn is what can be taken over.
/// `None`: it is the page for addresses without one.
fn prerendered_route() -> Option<String> {
    document().query_selector("meta[name=route]").ok()??.get_attribute("content")
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

/// Puts a page's own tags where the last page's were.
fn set_head(route: &'static Route) {
    let mut tag = document().query_selector("title").ok().flatten();
    while let Some(old) = tag {
        let last = old.matches("meta[name=route]").unwrap_or(true);
        tag = old.next_element_sibling();
        if last {
            _ = old.insert_adjacent_html("afterend", &route.head);
        }
        old.remove();
        if last {
            break;
        }
    }
}
