//! `question-links`: questions that other pages answer, each a link to its answer.
//!
//! An editor names them by their addresses, so no question stands twice.

use content::{
    Value, keys,
    schema::{Kind, List, Read, Shape, Token, Words},
};
use leptos::prelude::*;

use crate::Link;

keys! {
    /// Questions that other pages answer, each a link to its answer.
    pub struct QuestionLinks {
        /// The section's heading.
        required title: Words = "What people ask first";
        /// The questions: where each of them is answered.
        required items: List<QuestionLink> = "/microneedling/face#does-it-hurt";
    }
}

/// A question of another page.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionLink {
    /// Where it is answered, as it is written.
    pub address: String,
    /// What is asked there, once all pages have been read.
    pub question: String,
    /// The page that answers.
    pub page: Link,
}

impl Kind for QuestionLink {
    type Value = Self;

    fn shape() -> Shape {
        let pattern = r"/\S*#\S+".to_owned();
        Shape::Token(Token { called: "the address of a question", pattern, least_number: None })
    }
}

impl<C> Read<C> for QuestionLink {
    fn read(value: Value, _: &C) -> Option<Self> {
        let message = "this is not the address of a question";
        let help =
            "write its page, `#` and the question's own part: “Link to this question” on the page copies it";
        let is_one =
            |text: &str| text.starts_with('/') && text.split_once('#').is_some_and(|(_, id)| !id.is_empty());
        let address = value.text_that(is_one, message, help)?;
        value.document.add_link(address.clone(), value.span(), Some(value.span()));
        let nowhere = Link { href: "".into(), name: "".into() };
        Some(Self { address, question: String::new(), page: nowhere })
    }
}

impl super::Rules for QuestionLinks {
    const SELDOM: bool = true;

    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static QuestionLinks) -> impl IntoView {
    let item = |item: &'static QuestionLink| {
        view! {
            <li>
                <a href=&*item.address>{&*item.question}</a>
                <p>{&*item.page.name}</p>
            </li>
        }
    };
    view! {
        <section class="question-links">
            <h2>{&*section.title}</h2>
            <ul role="list" class="fill">{section.items.iter().map(item).collect::<Vec<_>>()}</ul>
        </section>
    }
}
