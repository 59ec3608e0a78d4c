//! `cargo xtask defects`: puts a defect into the site, one after the other, and
//! expects the browser tests to find it. It works on a copy of the project.

use std::{fs, path::Path};

use crate::{
    copy,
    run::{Fallible, root},
    test, trunk,
};

/// A defect, and the test that is to find it.
struct Defect {
    what: &'static str,
    file: &'static str,
    /// Text of the file, and what stands there instead.
    changes: &'static [(&'static str, &'static str)],
    found_by: &'static str,
}

const ACCORDION: &str = "src/site/src/sections/faq_accordion.rs";
const RETURNING: &str = "src/client/src/router/returning.js";
const ROUTER: &str = "src/client/src/router.rs";
const CLICK: &str = "src/client/src/router/click.rs";
const HYDRATE: &str = "src/client/src/router/hydrate.rs";
const FORM: &str = "src/site/src/sections/booking_form.js";
const ARRIVAL: &str = "src/client/src/router/arrival.rs";
const PAGES: &str = "src/client/src/router/pages.rs";
const LOADER: &str = "src/client/loader.js";

const DEFECTS: [Defect; 28] = [
    Defect {
        what: "no page is announced",
        file: ARRIVAL,
        changes: &[("        announce();\n", "")],
        found_by: "chromium routing::each_page_is_announced_once",
    },
    Defect {
        what: "announcements stay",
        file: ARRIVAL,
        changes: &[("announcer.set_text_content(None);", "")],
        found_by: "chromium routing::each_page_is_announced_once",
    },
    Defect {
        what: "focus stays where it was",
        file: ARRIVAL,
        changes: &[("_ = heading.focus_with_options(&options);", "_ = options;")],
        found_by: "chromium routing::the_next_stop_is_below_the_new_heading",
    },
    Defect {
        what: "the heading stays focusable",
        file: ARRIVAL,
        changes: &[("    _ = heading.remove_attribute(\"tabindex\");\n", "")],
        found_by: "chromium routing::the_next_stop_is_below_the_new_heading",
    },
    Defect {
        what: "the head stays the last page's",
        file: ROUTER,
        changes: &[("            head::set(&route.head);\n", "")],
        found_by: "chromium routing::each_page_brings_its_own_head",
    },
    Defect {
        what: "files are taken for the router's",
        file: CLICK,
        changes: &[(".unwrap_or_default().contains('.')", ".unwrap_or_default().contains('?')")],
        found_by: "chromium routing::clicks_that_belong_to_the_browser_are_left_to_it",
    },
    Defect {
        what: "a refused entry of the history is taken for a made one",
        file: ROUTER,
        changes: &[(
            "                return load(&to, way);\n            }\n        }",
            "            }\n        }",
        )],
        found_by: "chromium history::a_refused_entry_is_a_page_load",
    },
    Defect {
        what: "each popstate is another page",
        file: ROUTER,
        changes: &[("if stays || has_given_up()", "if has_given_up()")],
        found_by: "chromium history::a_fragment_never_loads",
    },
    Defect {
        what: "parts that were made anew are not noticed",
        file: HYDRATE,
        changes: &[("if parts() == self.elements {", "if !self.elements.is_empty() {")],
        found_by: "chromium interference::what_is_made_anew_later_is_taken_over_or_loaded",
    },
    Defect {
        what: "Back before the client arrives is left to nobody",
        file: RETURNING,
        changes: &[("      location.reload();\n", "")],
        found_by: "chromium history::back_before_the_client_arrives_shows_the_page_of_the_address",
    },
    Defect {
        what: "the mail is written as a query is",
        file: FORM,
        changes: &[("encodeURIComponent(body)", "new URLSearchParams({ body: body }).toString().slice(5)")],
        found_by: "chromium booking::the_form_becomes_an_e_mail",
    },
    Defect {
        what: "what is typed is forgotten",
        file: RETURNING,
        changes: &[("    var was = typed[entry];\n", "    var was;\n")],
        found_by: "chromium booking::what_is_typed_is_kept_for_each_entry",
    },
    Defect {
        what: "the current page is marked by a wrong word",
        file: "src/frame/src/lib.rs",
        changes: &[("None => Some(\"page\")", "None => Some(\"true\")")],
        found_by: "chromium routing::the_menu_marks_one_page_as_the_current_one",
    },
    Defect {
        what: "the skip link leads nowhere",
        file: "src/site/src/layout/app.rs",
        changes: &[("href=\"#main\"", "href=\"#nowhere\"")],
        found_by: "chromium routing::the_skip_link_is_the_first_stop",
    },
    Defect {
        what: "the scroll position is not restored",
        file: RETURNING,
        changes: &[
            ("    scrollTo(0, y);\n", ""),
            ("requestAnimationFrame(function () { scrollTo(0, y); });", ""),
        ],
        found_by: "chromium routing::the_scroll_position_comes_back",
    },
    Defect {
        what: "open questions are forgotten",
        file: RETURNING,
        changes: &[("recall(name(item)) === \"open\" || ", "")],
        found_by: "chromium accordion::what_is_open_is_kept_over_reload_and_back",
    },
    Defect {
        what: "what was opened just now is forgotten",
        file: RETURNING,
        changes: &[("    rememberAll();\n", "")],
        found_by: "chromium accordion::what_is_open_is_kept_over_reload_and_back",
    },
    Defect {
        what: "forbidden storage is an error",
        file: RETURNING,
        changes: &[(
            "try { return sessionStorage.getItem(\"returning:\" + key); } catch (_) {}",
            "return sessionStorage.getItem(\"returning:\" + key);",
        )],
        found_by: "chromium accordion::forbidden_storage_breaks_nothing",
    },
    Defect {
        what: "a question's id is on its item, where no browser opens it",
        file: ACCORDION,
        changes: &[("<details>", "<details id=&*item.id>"), ("<div id=&*item.id>", "<div>")],
        found_by: "chromium accordion::an_address_opens_its_question",
    },
    Defect {
        what: "opening a question closes the others",
        file: ACCORDION,
        changes: &[("<details>", "<details name=\"faq\">")],
        found_by: "chromium accordion::several_are_open_at_once_and_all_by_one_button",
    },
    Defect {
        what: "closed answers are not printed",
        file: "style/faq-accordion.css",
        changes: &[("content-visibility: visible;", "content-visibility: hidden;")],
        found_by: "chromium accordion::print_has_every_answer_and_the_screen_stays",
    },
    Defect {
        what: "an answer that has just opened is not printed",
        file: "style/faq-accordion.css",
        changes: &[("    opacity: 1 !important;\n", "")],
        found_by: "chromium accordion::print_has_every_answer_and_the_screen_stays",
    },
    Defect {
        what: "things move for those who asked for less motion",
        file: "style/faq-accordion.css",
        changes: &[("(prefers-reduced-motion: no-preference)", "(min-width: 0)")],
        found_by: "chromium accordion::nothing_moves_where_less_motion_is_wanted",
    },
    Defect {
        what: "the first paint competes with the client",
        file: LOADER,
        changes: &[(
            "  addEventListener(\"load\", function () {",
            "  start();\n  addEventListener(\"load\", function () {",
        )],
        found_by: "chromium resilience::the_wasm_is_fetched_once_after_the_first_paint",
    },
    Defect {
        what: "the footer moves while it arrives",
        file: "style/base.css",
        changes: &[
            ("    min-height: calc(100vh - 6rem);\n", "    flex: 1;\n"),
            (
                "    margin: 0;\n    background: var(--paper);",
                "    display: flex;\n    flex-direction: column;\n    min-height: 100vh;\n    margin: 0;\n    background: var(--paper);",
            ),
        ],
        found_by: "chromium pages::nothing_moves_while_loading",
    },
    Defect {
        what: "grey text is too light",
        file: "style/base.css",
        changes: &[("--muted: #675b51;", "--muted: #a89c92;")],
        found_by: "chromium accessibility::nothing_is_found_on_any_page",
    },
    Defect {
        what: "a late answer takes the page over",
        file: ROUTER,
        changes: &[(
            "            if router.newest.get() != number {\n                return;\n            }\n",
            "",
        )],
        found_by: "chromium fetching::a_late_answer_changes_nothing",
    },
    Defect {
        what: "a page of another build is shown by this one",
        file: PAGES,
        changes: &[(".filter(|text| text.contains(&**build))", "")],
        found_by: "chromium fetching::a_page_of_a_newer_build_is_a_page_load",
    },
];

pub fn run(args: &[String]) -> Fallible {
    let tools = test::for_tests()?;
    let copy = root().join("target/defects");
    let build = || trunk::release(&tools).folder(&copy).quiet().run();
    let tests = |words| {
        let cargo = tools.command("cargo").args(["test", "--quiet", "--test=browser"]);
        cargo.args(["--", words]).folder(&copy).quiet().run()
    };

    println!("── no defect: all tests must pass in Chromium");
    copy::bring_up_to_date(&copy)?;
    build()?;
    test::sites(&tools, &copy)?;
    tests("chromium")?;
    let mut missed = Vec::new();
    for defect in DEFECTS.iter().filter(|it| args.iter().all(|word| it.what.contains(&**word))) {
        println!("\n── {}", defect.what);
        copy::bring_up_to_date(&copy)?;
        put(defect, &copy.join(defect.file))?;
        // Those tests look at the site that embeds nothing, all others at the real one.
        if defect.found_by.contains("fetching::") {
            test::site(&tools, &copy, "fetched")?;
        } else {
            build()?;
        }
        let found = tests(defect.found_by).is_err();
        println!("{} by {}", if found { "found" } else { "NOT FOUND" }, defect.found_by);
        if !found {
            missed.push(defect.what);
        }
    }
    if missed.is_empty() { Ok(()) } else { Err(format!("not found: {}", missed.join("; "))) }
}

fn put(defect: &Defect, file: &Path) -> Fallible {
    let mut text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    for (from, to) in defect.changes {
        if !text.contains(from) {
            return Err(format!("{} has changed: it has no `{}`", defect.file, from.trim()));
        }
        text = text.replace(from, to);
    }
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_defect_fits_the_sources() {
        for defect in &DEFECTS {
            let text = fs::read_to_string(root().join(defect.file)).expect(defect.file);
            for (from, _) in defect.changes {
                assert!(text.contains(from), "{}: {} has no `{from}`", defect.what, defect.file);
            }
        }
    }
}
