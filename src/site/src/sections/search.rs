//! `search`: the field, and everything that there is to find.
//!
//! A plain form that asks for this very page. What it lists is for those without scripts, for
//! find-in-page, and for the time when the records do not come; `search/search.js` finds in
//! them what the field says.
//!
//! No slug has an underscore, so the id here meets none of the page's text.

use content::{keys, schema::Words};
use leptos::prelude::*;

use crate::{Link, Listed, ListedFolder, components::Surroundings};

/// Leads to the search, from every page.
pub const KEY: &str = include_str!("search/key.js");

/// What a search page's script is bundled from, from the project's root.
pub const SCRIPT: &str = "src/site/src/sections/search/search.js";

keys! {
    /// A field that finds the site's pages and questions. The header links to the page with it.
    pub struct Search {
        /// What stands above the field.
        required label: Words = "What are you looking for?";
    }
}

impl super::Rules for Search {
    const ONCE: bool = true;

    /// It is all that its page has.
    fn title(&self) -> Option<&str> {
        None
    }
}

/// The section as it is drawn.
#[component]
pub(super) fn View(section: &'static Search) -> impl IntoView {
    let Surroundings { business, booking, route, listed, .. } = expect_context();
    let entry = |link: &'static Link| view! { <a href=&*link.href>{&*link.name}</a> };
    let question = move |link: &'static Link| view! { <li>{entry(link)}</li> };
    let page = move |page: &'static Listed| {
        let questions = (!page.questions.is_empty())
            .then(|| view! { <ul>{page.questions.iter().map(question).collect::<Vec<_>>()}</ul> });
        view! { <li>{entry(&page.page)} {questions}</li> }
    };
    let folder = move |folder: &'static ListedFolder| {
        view! {
            <h2>{&*folder.name}</h2>
            <ul role="list">{folder.pages.iter().map(page).collect::<Vec<_>>()}</ul>
        }
    };
    let mail = format!("mailto:{}", business.email);
    let or_book = booking.map(|booking| view! { ", or " <a href=booking>"ask at an appointment"</a> });
    view! {
        // The script knows no words: it fills these in.
        <section
            class="search"
            data-one="1 result"
            data-many="# results"
            data-first="The first % of # results"
            data-none="Nothing found"
        >
            <search>
                <form action=route>
                    <label for="search_q">{&*section.label}</label>
                    <input
                        id="search_q"
                        name="q"
                        type="search"
                        autocomplete="off"
                        autocapitalize="none"
                        enterkeyhint="search"
                    />
                    <button class="cta">"Search"</button>
                </form>
            </search>
            <p role="status"></p>
            <p class="unavailable" hidden>
                "Search does not work at the moment. These are all pages and questions."
            </p>
            <ol class="found" role="list"></ol>
            <div class="nothing" hidden>
                <p class="nearest" hidden>"Did you mean " <span></span>"?"</p>
                <p>
                    "Please write to us: " <a href=mail>{&*business.email}</a> {or_book}
                    ". Nobody expects you to know the right word."
                </p>
            </div>
            <div class="everything">{listed.iter().map(folder).collect::<Vec<_>>()}</div>
        </section>
    }
}
