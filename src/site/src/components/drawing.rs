//! Drawings. All of them are decoration: assistive technology passes them over.

use leptos::prelude::*;

use crate::Html;

/// A Lucide icon.
#[component]
pub(crate) fn Icon(shapes: &'static Html) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" inner_html=&*shapes.0></svg> }
}

/// A page's line art. Its id has an underscore, as no part of the page's text has.
#[component]
pub(crate) fn Art(shapes: &'static Html) -> impl IntoView {
    view! {
        <svg class="art" viewBox="0 0 400 400" aria-hidden="true">
            <g id="page_art" inner_html=&*shapes.0></g>
        </svg>
    }
}

/// A detail of the page's line art, as the ground of what is said above it.
#[component]
pub(crate) fn Detail() -> impl IntoView {
    view! { <svg class="art" viewBox="0 0 400 400" aria-hidden="true"><use href="#page_art"></use></svg> }
}

/// A part of another page's line art, on what leads there.
#[component]
pub(crate) fn Mark(shapes: &'static Html) -> impl IntoView {
    view! { <svg class="art" viewBox="0 0 400 400" aria-hidden="true" inner_html=&*shapes.0></svg> }
}
