//! A link of the frame.

use leptos::prelude::*;

use super::Shown;
use crate::Link;

/// A link that says so when it leads to the page being shown.
#[component]
pub(super) fn CurrentLink(link: &'static Link, shown: Shown) -> impl IntoView {
    let current = move || shown.get().is_some_and(|route| route.path == link.href).then_some("page");
    view! { <a href=&*link.href aria-current=current>{&*link.name}</a> }
}
