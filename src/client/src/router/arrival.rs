//! Arriving on a page without a page load: what a browser does by itself after
//! one, done by hand.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::location::Url;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, wasm_bindgen::JsCast};

use super::Way;

/// The frame's live region.
const ANNOUNCER: &str = "announcer";

/// How long an announcement stands: long enough to be read out, gone before
/// somebody comes across it while reading.
const ANNOUNCED_FOR: Duration = Duration::from_secs(4);

/// Tells the page's own scripts that the page is on its way (`wait`), about to change
/// (`leave`), or has changed (`arrive`), and whether that is by Back or Forward.
pub(super) fn tell(what: &str, way: Way) {
    let init = CustomEventInit::new();
    init.set_detail(&(way == Way::Traversal).into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(&format!("router:{what}"), &init) {
        _ = document().dispatch_event(&event);
    }
}

/// The page at an address is shown; `changes`: it is another one than before.
pub(super) fn arrive(at: &Url, way: Way, changes: bool) {
    if way == Way::Link && at.hash().is_empty() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    tell("arrive", way);
    if changes {
        announce();
        move_focus(if way == Way::Link { at.hash() } else { "" });
    }
}

/// Tells assistive technology the new page's title.
fn announce() {
    let Some(announcer) = document().get_element_by_id(ANNOUNCER) else { return };
    let title = document().title();
    announcer.set_text_content(Some(&title));
    set_timeout(
        move || {
            // A later page may have been announced in the meantime.
            if announcer.text_content().is_some_and(|text| text == title) {
                announcer.set_text_content(None);
            }
        },
        ANNOUNCED_FOR,
    );
}

/// Moves focus to where reading begins: to the fragment that was asked for, else
/// to the heading, so that the next Tab leads to the first link below it.
fn move_focus(fragment: &str) {
    if !fragment.is_empty() {
        // Only the browser's own navigation opens `<details>` and sets `:target`.
        _ = window().location().replace(fragment);
        return;
    }
    let heading = document().query_selector("main h1").ok().flatten();
    let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) else { return };
    // A heading that stays focusable would take focus from clicks in its text.
    _ = heading.set_attribute("tabindex", "-1");
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    _ = heading.focus_with_options(&options);
    _ = heading.remove_attribute("tabindex");
}
