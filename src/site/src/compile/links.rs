//! Links between pages: each must lead to a page, and its fragment to an id there.

use content::addresses;
use rayon::prelude::*;
use report::{Diagnostic, Problem, Report, Severity};

use super::{pages::PageFile, routes::Routes};
use crate::{BOOKING, sections::BOOKING_BUTTON};

/// Where a service leads on to from the form, and the page of the form itself.
pub const FORM_PAGES: [&str; 3] = [BOOKING, "/book/sent", "/book/failed"];

/// Checks every link of every page, and that booking buttons lead somewhere: to another
/// site (`booking_elsewhere`) or to a page of this one.
pub fn check(pages: &[PageFile], routes: &Routes, booking_elsewhere: bool, report: &Report) {
    pages.par_iter().for_each(|from| {
        for link in &from.links {
            let target = match &*link.target {
                BOOKING_BUTTON if booking_elsewhere => continue,
                BOOKING_BUTTON => BOOKING,
                target => target,
            };
            let report_problem = |severity, problem: Problem| {
                let diagnostic = Diagnostic::new(severity, from.source, link.span.clone(), &problem.message);
                report.push(diagnostic.help(problem.help(link.address.clone())));
            };
            match routes.internal_path(target) {
                Some(path) => check_internal(&path, from, routes, &report_problem),
                None if target.starts_with(['/', '#']) => {
                    check_internal(target, from, routes, &report_problem)
                }
                None if addresses::scheme(target).is_some() => {}
                None => {
                    report_problem(Severity::Error, with_rest(routes.relative(target, from), target, routes))
                }
            }
        }
    });
}

/// Checks a link to a page of this site.
fn check_internal(
    target: &str,
    from: &PageFile,
    routes: &Routes,
    report_problem: &dyn Fn(Severity, Problem),
) {
    let (address, fragment) = target.split_once('#').unwrap_or((target, ""));
    let route = match address.split('?').next().unwrap_or_default() {
        "" => &from.address.route,
        path => path,
    };
    // Only a full address: in others, older ones were replaced while the text was read.
    let current = routes.redirected(route);
    if let Some(current) = current {
        let rest = target.find(['?', '#']).map_or("", |at| &target[at..]);
        report_problem(Severity::Warning, addresses::redirected(route, current, rest));
    }
    match routes.find(current.unwrap_or(route), Some(from)) {
        Err(problem) => report_problem(Severity::Error, with_rest(problem, target, routes)),
        Ok(page) if fragment.is_empty() || page.keys.is_none() || page.ids.contains(fragment) => {}
        Ok(page) => report_problem(Severity::Error, routes.no_fragment(page, fragment, address)),
    }
}

/// The page to write instead, with the part from `?` or `#` on where the page has that id.
fn with_rest(problem: Problem, target: &str, routes: &Routes) -> Problem {
    let rest = target.find(['?', '#']).map_or("", |at| &target[at..]);
    let fragment = rest.split_once('#').map_or("", |(_, fragment)| fragment);
    let has_fragment = |route: &String| {
        routes.find(route, None).is_ok_and(|page| fragment.is_empty() || page.ids.contains(fragment))
    };
    match problem.suggestion.clone().filter(has_fragment) {
        Some(_) => problem.map_suggestion(|route| format!("{route}{rest}")),
        None => problem,
    }
}
