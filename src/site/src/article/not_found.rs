//! What an address without a page shows: the pages that there are.

use leptos::prelude::*;

use crate::{Content, Page};

/// Puts the pages whose addresses are most like the one asked for first. It runs
/// while the page is parsed, so that nothing moves once it is painted: that is
/// why it is not the client's work.
const NEAREST_FIRST: &str = "(function () {
  var list = document.querySelector('.all-pages'), asked = location.pathname;
  function likeness(entry) {
    var count = 0, path = entry.firstChild.getAttribute('href');
    for (var at = 2; at <= asked.length; at++) count += path.indexOf(asked.slice(at - 2, at)) >= 0;
    return count;
  }
  Array.from(list.children).sort(function (a, b) { return likeness(b) - likeness(a); })
    .forEach(function (entry) { list.append(entry); });
})();";

/// The article of `404.html`.
#[component]
pub(crate) fn NotFoundView(content: &'static Content) -> impl IntoView {
    let entry = |page: &'static Page| view! { <li><a href=&*page.route>{&*page.name}</a></li> };
    let listed = content.pages.iter().filter(|page| !page.unlisted);
    view! {
        <header class="hero">
            <div>
                <h1>"Page not found"</h1>
                <p class="tagline">
                    "There is no page at this address. It may have moved; these are the pages."
                </p>
            </div>
        </header>
        <ul class="all-pages" role="list">{listed.map(entry).collect::<Vec<_>>()}</ul>
        <script inner_html=NEAREST_FIRST></script>
    }
}
