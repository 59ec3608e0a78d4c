//! What the accordion and the router promise, beyond what the known ones keep.

use std::fmt::Write as _;

use libtest_mimic::Failed;
use tests::{engine::Engine, root};

use crate::{case::Case, exceptions};

/// Name and meaning. A test says with `proves` which of them it shows, in the engines
/// that run it.
const REQUIREMENTS: [(&str, &str); 23] = [
    ("A1", "without scripts every answer is in the HTML, and a click toggles it"),
    ("A2", "Enter and Space toggle, Tab visits each question once, no key is trapped"),
    ("A3", "a question is a heading one level below its section's, named by its words exactly"),
    ("A4", "an address with a question opens it in sight, however one arrives"),
    ("A5", "several are open at once; one button shows or hides all, and says which"),
    ("A6", "words of an answer in the address open it (text fragments; find-in-page)"),
    ("A7", "print has every answer, and the screen stays as it was"),
    ("A8", "what is opened before the client arrives stays open"),
    ("A9", "no motion where less is wanted, else 250 ms at most"),
    ("A10", "what is open survives reload and Back; an address wins; storage may fail"),
    ("A11", "each question has a link to copy; opening adds nothing to the history"),
    ("A12", "two hundred questions work like seven"),
    ("R1", "the first Tab after a navigation reaches the first link below the new heading"),
    ("R2", "one polite live region says the new title, once, and is empty again in five seconds"),
    ("R3", "ten rapid navigations end with the last page's title, and no older text"),
    (
        "R4",
        "title, description, robots, canonical address and route after a navigation are the prerendered file's, on every route",
    ),
    ("R5", "exactly one link of the menu is the current one, also after Back"),
    ("R6", "Back, Forward and reload restore the scroll position within 2 px, with a fragment too"),
    ("R7", "the skip link is the first stop, and works before, with and after the client"),
    ("R8", "clicks that belong to the browser are left to it"),
    ("R9", "a missing page or a failed download is a page load, never a blank"),
    ("R10", "no view transition where less motion is wanted"),
    ("R11", "what has focus is never hidden by what stays in place (320 px, text of 200 %)"),
];

/// What no test shows, in which engine, and why.
const UNPROVED: [(&str, &[Engine], &str); 1] =
    [("A7", &[Engine::WebKit], "its driver has no command to print")];

/// Fails for a requirement that no test proves in some engine, unless it is in
/// [`UNPROVED`] for it; for one there that has a proof; and for a test that names none
/// of them. The README says the same.
pub fn all_are_proved(cases: &[Case]) -> Result<(), Failed> {
    let mut wrong = Vec::new();
    for (name, meaning) in REQUIREMENTS {
        // The router's, for pages that are in the `.wasm` and for those that are fetched.
        let sites: &[&str] = if name.starts_with('R') { &["", "fetched"] } else { &[""] };
        for engine in Engine::ALL {
            let proved = sites.iter().all(|site| {
                cases.iter().any(|case| {
                    case.requirement == Some(name)
                        && (case.site == *site || !name.starts_with('R'))
                        && exceptions::reason(engine, case.name).is_none()
                })
            });
            let said = UNPROVED.iter().any(|(it, engines, _)| *it == name && engines.contains(&engine));
            match (proved, said) {
                (false, false) => wrong.push(format!("{name} ({meaning}) is not proved in {engine}")),
                (true, true) => wrong.push(format!("{name} is proved in {engine}")),
                _ => {}
            }
        }
    }
    for named in cases.iter().filter_map(|case| case.requirement) {
        if !REQUIREMENTS.iter().any(|(name, _)| *name == named) {
            wrong.push(format!("there is no requirement {named}"));
        }
    }
    let table = UNPROVED.iter().fold(String::new(), |mut table, (name, engines, why)| {
        let engines: Vec<_> = engines.iter().map(ToString::to_string).collect();
        _ = writeln!(table, "| {name} | {} | {why} |", engines.join(", "));
        table
    });
    if !std::fs::read_to_string(root().join("README.md")).is_ok_and(|readme| readme.contains(&table)) {
        wrong.push(format!("the README has not these lines:\n{table}"));
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("{wrong:#?}").into()) }
}
