//! The business's mark: what its icon shows, in the page's own colours (`style/header.css`).

use leptos::prelude::*;

/// The icon.
const ICON: &str = include_str!("../../../../style/icon.svg");

/// The mark, beside the name that says the same.
#[component]
pub(super) fn Mark() -> impl IntoView {
    let shapes = ICON.split_once('>').map_or("", |(_, rest)| rest).trim().trim_end_matches("</svg>");
    let shapes = shapes.lines().map(str::trim).collect::<String>();
    view! { <svg class="mark" viewBox="0 0 64 64" aria-hidden="true" inner_html=shapes></svg> }
}
