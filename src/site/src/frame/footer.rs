//! The footer.

use leptos::prelude::*;

use super::{Shown, link::CurrentLink};
use crate::{Link, Site};

/// Links, and the line on results.
#[component]
pub(super) fn Footer(site: &'static Site, shown: Shown) -> impl IntoView {
    let link = move |link: &'static Link| view! { <li><CurrentLink link shown /></li> };
    view! {
        <footer class="site-footer">
            <p>{&*site.name}</p>
            <ul role="list">{site.footer_links.iter().map(link).collect::<Vec<_>>()}</ul>
            {site.disclaimer.as_deref().map(|text| view! { <p class="disclaimer">{text}</p> })}
        </footer>
    }
}
