//! Tests that are not run: what an engine or its driver cannot do, each with the reason, and
//! what no host changes.

use Engine::{Firefox, WebKit};
use tests::engine::Engine;

use crate::case::Case;

/// Beginnings of tests' names, the engines without them, and why.
const EXCEPTIONS: [(&str, &[Engine], &str); 11] = [
    ("accordion::print_has", &[WebKit], "WebKit's driver has no command to print"),
    ("routing::a_click_with_a_modifier", &[WebKit], "MiniBrowser opens no second window under automation"),
    ("menu::works_by_touch", &[Firefox, WebKit], "their drivers have no touch screen"),
    ("layout::", &[Firefox, WebKit], "only Chromium can have any width, and reports layout shifts"),
    ("pages::nothing_moves", &[Firefox, WebKit], "only Chromium reports layout shifts"),
    ("pages::the_graph", &[Firefox, WebKit], "what stands in a file is the same in each"),
    ("search::records::late_records", &[Firefox, WebKit], "only Chromium reports layout shifts"),
    ("images::print_has", &[WebKit], "WebKit's driver has no command to print"),
    ("images::a_pair_is_compared_by_touch", &[Firefox, WebKit], "their drivers have no touch screen"),
    ("images::forced_colours", &[Firefox, WebKit], "only Chromium can be told forced colours"),
    ("accessibility::", &[Firefox, WebKit], "only Chromium can be told widths, schemes and forced colours"),
];

/// Beginnings of the names of tests of what is on a page, and of what others do to it there: it
/// is the same whoever has sent it. (That each host sends the very bytes, the tests of
/// servers show.)
const OF_ANY_HOST: [&str; 14] = [
    "accessibility::",
    "accordion::",
    "booking::",
    "contents::",
    "images::",
    "interference::",
    "layout::",
    "menu::",
    "movement::",
    "pages::a_page_for_plain_hosts",
    "pages::hostile_text",
    "pages::nothing_moves",
    "pages::the_graph",
    "search::",
];

/// Whether a test says the same of each host, so that one of them is enough.
pub fn is_of_any_host(case: &Case) -> bool {
    // The router asks a host for pages that are not in the `.wasm`, and for no others.
    let is_router = ["routing::", "history::"].iter().any(|name| case.name.starts_with(name));
    (is_router && case.site.is_empty()) || OF_ANY_HOST.iter().any(|name| case.name.starts_with(name))
}

/// Why a test is not run in an engine; `None` where it is.
pub fn reason(engine: Engine, test: &str) -> Option<&'static str> {
    EXCEPTIONS
        .iter()
        .find(|(name, engines, _)| test.starts_with(name) && engines.contains(&engine))
        .map(|(_, _, reason)| *reason)
}
