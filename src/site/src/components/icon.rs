//! A Lucide icon.

use leptos::prelude::*;

use crate::Html;

/// Decoration: assistive technology passes it over.
#[component]
pub(crate) fn Icon(shapes: &'static Html) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" inner_html=&*shapes.0></svg> }
}
