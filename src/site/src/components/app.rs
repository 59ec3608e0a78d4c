//! The whole of `<body>`: header, the page, footer.

use leptos::{either::Either, prelude::*};

use super::{
    Address,
    booking::BookingBar,
    header::{CurrentLink, Header},
    not_found::NotFound,
    page_view::PageView,
};
use crate::{Link, Page, Site};

/// The page being shown; `None` is an address without one.
pub(super) type Shown = ReadSignal<Option<&'static Page>>;

/// The site, showing the page that `page` holds.
#[component]
pub(crate) fn App(site: &'static Site, page: Shown, address: Address) -> impl IntoView {
    provide_context(site);
    provide_context(page);
    provide_context(address);
    let shown = move || match page.get() {
        Some(page) => Either::Left(view! { <PageView page /> }),
        None => Either::Right(view! { <NotFound site /> }),
    };
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <Header site />
        <main id="main">{shown}</main>
        <BookingBar />
        <Footer site />
    }
}

#[component]
fn Footer(site: &'static Site) -> impl IntoView {
    let business = &site.business;
    let own = |link: &'static Link| view! { <li><CurrentLink link /></li> };
    let elsewhere =
        |link: &'static Link| view! { <li><a href=&*link.href rel="noopener">{&*link.name}</a></li> };
    view! {
        <footer class="site-footer">
            <p>{&*business.name}</p>
            <ul role="list">
                {site.footer_links.iter().map(own).collect::<Vec<_>>()}
                {business.social.iter().map(elsewhere).collect::<Vec<_>>()}
            </ul>
            {business.disclaimer.as_deref().map(|text| view! { <p class="disclaimer">{text}</p> })}
        </footer>
    }
}
