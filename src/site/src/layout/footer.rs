//! The footer.

use leptos::prelude::*;

use crate::{Frame, Link};
use frame::Shown;

/// Links, and the line on results.
#[component]
pub(super) fn Footer(frame: &'static Frame, shown: Shown) -> impl IntoView {
    let business = &frame.business;
    let link = move |link: &'static Link| {
        view! { <li><a href=&*link.href {..frame::current(link.href.clone(), shown)}>{&*link.name}</a></li> }
    };
    let links = frame.footer_links.iter().chain(&business.social);
    view! {
        <footer class="site-footer">
            <p>{&*business.name}</p>
            <ul role="list">{links.map(link).collect::<Vec<_>>()}</ul>
            {business.disclaimer.as_deref().map(|text| view! { <p class="disclaimer">{text}</p> })}
        </footer>
    }
}
