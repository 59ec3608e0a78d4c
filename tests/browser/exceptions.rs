//! What an engine or its driver cannot do, each with the reason: the tests that
//! are not run in it.

use Engine::{Firefox, WebKit};
use tests::engine::Engine;

/// Beginnings of tests' names, the engines without them, and why.
const EXCEPTIONS: [(&str, &[Engine], &str); 11] = [
    ("accordion::print_has", &[WebKit], "WebKit's driver has no command to print"),
    ("routing::a_click_with_a_modifier", &[WebKit], "MiniBrowser opens no second window under automation"),
    ("menu::works_by_touch", &[Firefox, WebKit], "their drivers have no touch screen"),
    ("layout::", &[Firefox, WebKit], "only Chromium can have any width, and reports layout shifts"),
    ("pages::nothing_moves", &[Firefox, WebKit], "only Chromium reports layout shifts"),
    ("pages::the_graph", &[Firefox, WebKit], "what stands in a file is the same in each"),
    ("search::late_records", &[Firefox, WebKit], "only Chromium reports layout shifts"),
    ("images::print_has", &[WebKit], "WebKit's driver has no command to print"),
    ("images::a_pair_is_compared_by_touch", &[Firefox, WebKit], "their drivers have no touch screen"),
    ("images::forced_colours", &[Firefox, WebKit], "only Chromium can be told forced colours"),
    ("accessibility::", &[Firefox, WebKit], "only Chromium can be told widths, schemes and forced colours"),
];

/// Why a test is not run in an engine; `None` where it is.
pub fn reason(engine: Engine, test: &str) -> Option<&'static str> {
    EXCEPTIONS
        .iter()
        .find(|(name, engines, _)| test.starts_with(name) && engines.contains(&engine))
        .map(|(_, _, reason)| *reason)
}
