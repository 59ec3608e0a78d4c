//! Client-side routing, and taking over the prerendered page.
//!
//! The site's pages are the route table, so of leptos_router only the browser
//! location is used: it decides which clicks are the router's and keeps the
//! history. Its `<Routes>` would add 28 KB (Brotli) to find what
//! [`Site::route`] finds.

mod arrival;

use leptos::{ev, mount::hydrate_body, prelude::*};
use leptos_router::location::{BrowserUrl, LocationProvider};
use web_sys::wasm_bindgen::{JsCast, JsValue, closure::Closure};

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
    leave_to_the_browser(site);
    // Back and Forward: the scroll position is returning.js's work. An entry without
    // state is new: browsers tell a fragment that was followed as well.
    let traversed = StoredValue::new(false);
    _ = window_event_listener(ev::popstate, move |event| traversed.set_value(!event.state().is_null()));
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
        let traversed = traversed.try_update_value(std::mem::take).unwrap_or_default();
        close_menu();
        if changes {
            show.set(Some(next));
            set_head(next);
        }
        browser.ready_to_complete();
        arrive.set(Some((target, changes, traversed)));
    });
    // Told last, this runs when the article stands in the page and the history has
    // the new address.
    Effect::new(move || {
        let Some((target, changes, traversed)) = arrived.get() else { return };
        // After Forward the router takes a link to the page before for the page it is
        // on, and leaves the history as it is.
        if !traversed && window().location().pathname().is_ok_and(|path| path != target.path()) {
            let there = format!("{}{}{}", target.path(), query(target.search()), target.hash());
            _ = window().history().and_then(|it| it.push_state_with_url(&JsValue::NULL, "", Some(&there)));
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        if changes {
            choose_treatment(target.search());
            arrival::announce();
            arrival::move_focus(if traversed { "" } else { target.hash() });
        }
    });
    shown
}

/// Chooses the treatment in the booking form that `?treatment=/its/route` asks
/// for, unless the visitor has chosen one already.
fn choose_treatment(query: &str) {
    let Some(asked) = query.split('&').find_map(|pair| pair.strip_prefix("treatment=")) else { return };
    let select = document().get_element_by_id("booking_treatment");
    let Some(select) = select.and_then(|select| select.dyn_into::<web_sys::HtmlSelectElement>().ok()) else {
        return;
    };
    // The first option is the undecided one.
    if select.selected_index() > 0 {
        return;
    }
    let asked = asked.replace("%2F", "/");
    let options = select.options();
    let chosen = (0..options.length()).find(|at| {
        let option = options.get_with_index(*at);
        option.and_then(|option| option.get_attribute("data-route")).is_some_and(|route| route == asked)
    });
    if let Some(chosen) = chosen {
        select.set_selected_index(chosen as i32);
    }
}

/// The route this document was prerendered for. Not the address: a host may
/// serve one file under several, and what was drawn is what can be taken over.
/// `None`: it is the page for addresses without one.
fn prerendered_route() -> Option<String> {
    let route = document().query_selector("meta[name=route]").ok()??.get_attribute("content");
    route.filter(|route| !route.is_empty())
}

/// Clicks that go past the router: on addresses that are no page of this site,
/// which only a page load can show, and on a fragment of the page that is open,
/// because only the browser's own navigation opens `<details>`, moves focus and
/// sets `:target`.
fn leave_to_the_browser(site: &'static Site) {
    let on_click = Closure::<dyn Fn(ev::MouseEvent)>::new(move |event: ev::MouseEvent| {
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
        let location = window().location();
        let Some(link) = link else { return };
        // A host may show `/a` at `/a/`.
        let same = |path: String| path.trim_end_matches('/') == link.pathname().trim_end_matches('/');
        let stays = !link.hash().is_empty()
            && location.pathname().is_ok_and(same)
            && location.search().is_ok_and(|search| search == link.search());
        if stays || site.route(&link.pathname()).is_none() {
            // The router listens one step further up, on the window.
            event.stop_propagation();
        }
        if stays {
            let plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key());
            if plain && location.pathname().is_ok_and(|path| path != link.pathname()) {
                // The same page in its other form: a fragment of this document after all.
                event.prevent_default();
                _ = location.set_hash(&link.hash());
            }
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
    _ = if there { location.reload() } else { location.assign(&format!("{path}{}", query(search))) };
}

fn query(search: &str) -> String {
    if search.is_empty() { String::new() } else { format!("?{search}") }
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
