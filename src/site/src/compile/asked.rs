//! Questions that pages show of other pages (`question-links`): each is there, and is looked up.

use std::collections::BTreeMap;

use report::{Diagnostic, Report, Severity};

use super::{pages::PageFile, routes::Routes};
use crate::{
    Link, Page, Part, Section,
    sections::{faq_accordion::Question, question_links::QuestionLink},
};

/// Reports addresses whose page and place are there, but whose place is no question. That those
/// are there is checked with all other links.
pub fn check(pages: &[PageFile], routes: &Routes, report: &Report) {
    for from in pages {
        for link in links(from.keys.iter().flat_map(|keys| &keys.parts)) {
            let (path, id) = split(&link.address);
            let route = routes.redirected(path).unwrap_or(path);
            let Ok(page) = routes.find(route, Some(from)) else { continue };
            let Some(keys) = &page.keys else { continue };
            let mut questions = keys.parts.iter().flat_map(Part::questions);
            let place = from.links.iter().find(|it| it.target == link.address);
            if let (true, false, Some(place)) =
                (page.ids.contains(id), questions.any(|it| it.id == id), place)
            {
                let message = format!("the page `{route}` asks nothing at `#{id}`: that is a heading");
                let help = "“Link to this question” below an answer copies the address of its question";
                let diagnostic = Diagnostic::new(Severity::Error, from.source, place.span.clone(), message);
                report.push(diagnostic.help(help));
            }
        }
    }
}

/// Fills in what is asked at each address, and which page answers.
pub fn fill_in(pages: &mut [Page], redirects: &[(String, String)]) {
    let look_up = |written: &str| {
        let (path, id) = split(written);
        let route = redirects.iter().find(|(older, _)| older == path).map_or(path, |(_, it)| it);
        let page = pages.iter().find(|page| page.route == route)?;
        let Question { question, .. } = page.questions().find(|it| it.id == id)?;
        let (href, name) = (page.route.clone().into(), page.name.clone().into());
        let address = format!("{route}#{id}");
        Some(QuestionLink { address, question: question.clone(), page: Link { href, name } })
    };
    let parts = pages.iter().flat_map(|page| &page.parts);
    let answered: BTreeMap<_, _> =
        links(parts).filter_map(|it| Some((it.address.clone(), look_up(&it.address)?))).collect();
    for part in pages.iter_mut().flat_map(|page| &mut page.parts) {
        let Section::QuestionLinks(section) = &mut part.section else { continue };
        for link in &mut section.items {
            if let Some(answered) = answered.get(&link.address) {
                link.clone_from(answered);
            }
        }
    }
}

fn links<'a>(parts: impl Iterator<Item = &'a Part>) -> impl Iterator<Item = &'a QuestionLink> {
    parts.flat_map(|part| match &part.section {
        Section::QuestionLinks(section) => &*section.items,
        _ => &[],
    })
}

/// The path and the place behind its `#`.
fn split(address: &str) -> (&str, &str) {
    address.split_once('#').unwrap_or((address, ""))
}
