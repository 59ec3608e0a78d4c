//! A page's `faq`, beside the questions that its sections show.

use content::Value;

use crate::{
    Section,
    sections::faq_accordion::{FaqAccordion, Question, questions},
};

/// The heading of an FAQ that no section shows.
const TITLE: &str = "Frequently asked questions";

/// Joins the page's `faq` with its sections: shown as one more section where no
/// accordion shows it, compared where one does.
pub fn join(sections: Option<Vec<Section>>, faq: Option<Value>) -> Option<Vec<Section>> {
    let Some(faq) = faq else { return sections };
    let Some(mut sections) = sections else {
        // What is wrong in the questions belongs in the same report.
        questions(&faq);
        return None;
    };
    let shown = shown(&sections);
    if shown.is_empty() {
        let items = questions(&faq)?;
        sections.push(Section::FaqAccordion(FaqAccordion { title: TITLE.to_owned(), items }));
        return Some(sections);
    }
    let listed = faq.document.without_ids(|| questions(&faq))?;
    if let Some((at, message)) = difference(&listed, &shown) {
        faq.item(at).unwrap_or(faq).warning(
            message,
            "the page shows the questions of its `faq-accordion`: make the two agree, or remove `faq`",
        );
    }
    Some(sections)
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
