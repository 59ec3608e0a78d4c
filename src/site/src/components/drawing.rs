//! Drawings. All of them are decoration: assistive technology passes them over.

use leptos::prelude::*;

use crate::Html;

/// A Lucide icon.
#[component]
pub(crate) fn Icon(shapes: &'static Html) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" inner_html=&*shapes.0></svg> }
}

/// A page's line art.
#[component]
pub(crate) fn Art(shapes: &'static Html) -> impl IntoView {
    view! { <svg class="art" viewBox="0 0 400 400" aria-hidden="true" inner_html=&*shapes.0></svg> }
}
