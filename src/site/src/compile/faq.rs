//! A page's `faq`, beside the questions that its sections show.

use content::{Mapping, Value};

use crate::{
    Section,
    sections::faq_accordion::{FaqAccordion, Question, claim_ids},
};

/// The heading of an FAQ that no section shows.
const TITLE: &str = "Frequently asked questions";

/// Looks at the page's `faq` beside its sections: the page shows it where no accordion does,
/// else the two are compared, once they have been read.
pub fn check(fields: &Mapping, questions: Option<&[Question]>, sections: &[Section]) {
    let Some(faq) = fields.optional("faq") else { return };
    if !has_accordion(fields) {
        return claim_ids(&faq);
    }
    let shown = shown(sections);
    let listed = questions.filter(|_| !shown.is_empty());
    if let Some((at, message)) = listed.and_then(|listed| difference(listed, &shown)) {
        let item = faq.items().nth(at);
        item.unwrap_or(faq).warning(
            message,
            "the page shows the questions of its `faq-accordion`: make the two agree, or remove `faq`",
        );
    }
}

/// Whether one is written, with mistakes or without.
fn has_accordion(fields: &Mapping) -> bool {
    let sections = fields.optional("sections");
    let sections = sections.iter().flat_map(Value::items).filter_map(Value::as_mapping);
    let mut types = sections.filter_map(|section| section.optional("type")?.as_text());
    types.any(|it| it == FaqAccordion::TYPE)
}

/// Joins the page's `faq` with its sections, as one more of them where no accordion shows it.
pub fn join(mut sections: Vec<Section>, faq: Option<Vec<Question>>) -> Vec<Section> {
    if let Some(items) = faq.filter(|_| shown(&sections).is_empty()) {
        sections.push(Section::FaqAccordion(FaqAccordion { title: TITLE.to_owned(), items }));
    }
    sections
}

/// The questions of all accordions.
fn shown(sections: &[Section]) -> Vec<&Question> {
    let accordions = sections.iter().filter_map(|section| match section {
        Section::FaqAccordion(accordion) => Some(&accordion.items),
        _ => None,
    });
    accordions.flatten().collect()
}

/// The first question that `faq` lists in another way than the page shows it: which one
/// it is, and what differs.
fn difference(listed: &[Question], shown: &[&Question]) -> Option<(usize, String)> {
    (0..listed.len().max(shown.len())).find_map(|at| {
        let message = match (listed.get(at), shown.get(at)) {
            (Some(a), Some(b)) if a.question != b.question => {
                format!(
                    "question {} of `faq` is “{}”, but the page shows “{}”",
                    at + 1,
                    a.question,
                    b.question
                )
            }
            (Some(a), Some(b)) if a.answer != b.answer => {
                format!("`faq` answers “{}” differently from the page", a.question)
            }
            (Some(a), None) => format!("`faq` asks “{}”, which the page does not show", a.question),
            (None, Some(b)) => format!("`faq` leaves out “{}”, which the page shows", b.question),
            _ => return None,
        };
        Some((at, message))
    })
}
