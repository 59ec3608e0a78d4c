//! What is on a page, as links to its parts and its questions.
//!
//! It stands beside the text where there is room for both; `contents.js` marks what is being read.

use leptos::prelude::*;

use super::pairs::RESULTS;
use crate::{Page, sections::faq_accordion::Question};

/// Marks the part that is being read.
pub const SCRIPT: &str = include_str!("contents.js");

/// From how many parts on a page has contents. What is shorter is seen at once.
const FEWEST: usize = 3;

/// A part of the page.
struct Entry {
    id: String,
    text: String,
    questions: &'static [Question],
}

/// Whether a page has contents: home is one long list of links itself.
pub(super) fn has_contents(page: &'static Page) -> bool {
    page.route != "/" && entries(page).len() >= FEWEST
}

/// The parts of a page that have headings.
fn entries(page: &'static Page) -> Vec<Entry> {
    let entry = |id: &str, text: &str| Entry { id: id.to_owned(), text: text.to_owned(), questions: &[] };
    let headings = page.body.headings().into_iter().filter(|it| it.level == 2);
    let body = headings.filter_map(|it| Some(entry(&it.id?, &it.text)));
    let results = (!page.pairs.is_empty()).then(|| {
        let (id, text) = RESULTS;
        entry(id, text)
    });
    let why_choose = page.why_choose.iter().map(|it| entry(&it.id, &it.title));
    let parts = page.parts.iter().filter_map(|part| {
        let entry = entry(part.id.as_deref()?, part.section.title()?);
        Some(Entry { questions: part.questions(), ..entry })
    });
    body.chain(results).chain(why_choose).chain(parts).collect()
}

/// The list. It scrolls where it is longer than the window, and is no stop of the Tab key itself:
/// its links are.
#[component]
pub(super) fn Contents(page: &'static Page) -> impl IntoView {
    let link = |id: &str, text: String| view! { <a href=format!("#{id}")>{text}</a> };
    let question = move |it: &'static Question| view! { <li>{link(&it.id, it.question.clone())}</li> };
    let entry = move |Entry { id, text, questions }: Entry| {
        let questions = (!questions.is_empty()).then(|| {
            view! { <ul role="list">{questions.iter().map(question).collect::<Vec<_>>()}</ul> }
        });
        view! { <li>{link(&id, text)} {questions}</li> }
    };
    view! {
        <nav class="contents" aria-label="On this page" tabindex="-1">
            <p aria-hidden="true">"On this page"</p>
            <ul role="list">{entries(page).into_iter().map(entry).collect::<Vec<_>>()}</ul>
        </nav>
    }
}
