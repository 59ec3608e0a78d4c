//! What a page says while another one is on its way.

use std::time::Duration;

use leptos::prelude::*;

/// How long a visitor waits before it is worth a word.
const PATIENCE: Duration = Duration::from_millis(500);

/// On `<html>`, for the bar (style/base.css).
const PENDING: &str = "data-pending";

/// Says so after a while, if `still` waiting by then.
pub(super) fn begin(still: impl Fn() -> bool + 'static) {
    set_timeout(
        move || {
            if still() {
                show(true);
            }
        },
        PATIENCE,
    );
}

/// A page has arrived, or the browser goes for it.
pub(super) fn end() {
    show(false);
}

fn show(pending: bool) {
    let main = document().get_element_by_id("main");
    for (element, name, value) in [(document().document_element(), PENDING, ""), (main, "aria-busy", "true")]
    {
        let Some(element) = element else { continue };
        _ = if pending { element.set_attribute(name, value) } else { element.remove_attribute(name) };
    }
}
