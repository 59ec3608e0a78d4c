//! `question-links`: questions that other pages answer, each a link to its answer.
//!
//! An editor names them by their addresses, so no question stands twice.

use content::{
    Value,
    addresses::{self, Url},
    keys,
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
        let pattern = r"/[^\s?#]*#\S+".to_owned();
        Shape::Token(Token { called: "the address of a question", pattern, least_number: None })
    }
}

impl<C> Read<C> for QuestionLink {
    fn read(value: Value, _: &C) -> Option<Self> {
        let message = "this is not the address of a question";
        let is_one = |text: &str| {
            let (page, id) = text.split_once('#').unwrap_or_default();
            page.starts_with('/') && !page.contains('?') && !id.is_empty()
        };
        let copied = value.as_text().and_then(|text| on_its_site(&text)).filter(|text| is_one(text));
        let help = match copied {
            Some(address) => format!("write `{address}`, without the site's name"),
            None => "write its page, `#` and the question's own part: “Link to this question” on the page copies it, behind the site's name".into(),
        };
        let address = addresses::on_this_site(&value.text_that(is_one, message, help)?);
        value.document.add_link(address.clone(), value.span(), Some(value.span()));
        let nowhere = Link { href: "".into(), name: "".into() };
        Some(Self { address, question: String::new(), page: nowhere })
    }
}

/// What a full address has behind its site's name, without a query.
fn on_its_site(text: &str) -> Option<String> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(addresses::on_this_site(&format!("{}#{}", url.path(), url.fragment()?)))
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
