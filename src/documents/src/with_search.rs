//! What a page with a search has beside: a style, a script, and the records that it finds in.

use std::{collections::BTreeSet, path::Path};

use serde::{Deserialize, Serialize};
use serde_json::json;
use site::{Content, Page, sections::search::SCRIPT};

use crate::{Esbuild, client::asset, style::bundle};

/// The style and the script, which content does not change.
#[derive(Clone, PartialEq)]
pub struct SearchCode {
    style: String,
    script: String,
}

impl SearchCode {
    /// Reads them below `source`, the project's root.
    ///
    /// # Errors
    /// A sentence for people: what is wrong in a style, or that esbuild is missing.
    pub fn new(source: &Path, esbuild: &Esbuild) -> Result<Self, String> {
        Ok(Self {
            style: bundle(&source.join("style/search"))?,
            script: esbuild.bundle(&source.join(SCRIPT))?,
        })
    }

    /// All of it as one text, to tell it from another.
    pub fn text(&self) -> String {
        [&*self.style, &self.script].concat()
    }
}

/// All of it.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct WithSearch {
    /// It stands in the page.
    pub style: String,
    /// Where the script is, from the site's root.
    pub script_address: String,
    /// What is in that file.
    pub script: String,
    /// Where the records are.
    pub records_address: String,
    /// What is in that file: JSON.
    pub records: String,
}

impl WithSearch {
    /// With these records, see [`records`].
    pub fn new(SearchCode { style, script }: SearchCode, records: String) -> Self {
        let script_address = asset(("search", "js"), script.as_bytes()).address;
        let records_address = asset(("search", "json"), records.as_bytes()).address;
        Self { style, script_address, script, records_address, records }
    }

    /// What stands in the page and fetches both. It comes before the page is painted, and says
    /// what the style has to know: a search that is on its way keeps the room of what is listed
    /// (`waiting`), and where it does not come all of that is shown (`failed`), after five seconds
    /// too. What is looked for stands in the field all the same.
    ///
    /// It is the same whatever the records are: a tab that was opened before they changed has a
    /// policy which lets no other script in.
    pub fn loader(&self) -> String {
        let script_address = &self.script_address;
        format!(
            "((d,q,r)=>{{let f=()=>{{d.search=\"failed\";let i=document.getElementById(\"search_q\");\
             if(i&&!i.value)i.value=q}};d.search=q?\"waiting\":\"\";\
             setTimeout(()=>d.search==\"waiting\"&&f(),5e3);\
             Promise.all([import(\"{script_address}\"),fetch(r).then(r=>r.json())])\
             .then(([s,r])=>s.start(r)).catch(f)}})\
             (document.documentElement.dataset,new URLSearchParams(location.search).get(\"q\")?.trim()||\"\",\
             document.currentScript.dataset.records)"
        )
    }

    /// Their tags. The client tells kinds of tags by attributes (`router/head.rs`).
    pub fn tags(&self) -> String {
        format!(
            "<style id=\"search_style\">{}</style><script id=\"search_script\" data-records=\"{}\">{}</script>",
            self.style,
            self.records_address,
            self.loader()
        )
    }
}

/// What a search finds in the content's pages, as `search/search.js` reads it: arrays, which are
/// smaller than objects. Without `texts` there are neither the answers of questions nor what
/// pages say below their headings.
pub fn records(content: &Content, texts: bool) -> String {
    let pages = content.pages.iter().filter(|page| page.is_indexable());
    let record = |page: &Page| {
        let questions = page.questions().map(|it| {
            let answer = if texts { it.answer.text() } else { String::new() };
            json!([it.id, it.question, answer])
        });
        let questions: Vec<_> = questions.collect();
        let Page { route, name, short_description, keywords, facts, .. } = page;
        let tagline = page.tagline.as_deref().unwrap_or_default();
        let facts: String = facts.iter().map(|it| format!(" {} {}", it.label, it.value.text())).collect();
        let words = if texts { words(&(page.body.text() + &facts)) } else { String::new() };
        json!([route, name, tagline, short_description, page.headings(), keywords, questions, words])
    };
    json!(pages.map(record).collect::<Vec<_>>()).to_string()
}

/// The words of a text, each once: nobody reads them there, and half of the bytes is left.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    let words: BTreeSet<_> = words.map(str::to_lowercase).collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_policy_lets_in_is_the_same_with_other_records() {
        let code = SearchCode { style: "a{}".into(), script: "export let a".into() };
        let [one, other] = ["[]", "[[]]"].map(|records| WithSearch::new(code.clone(), records.into()));
        assert_ne!(one.tags(), other.tags());
        assert_eq!((one.loader(), &one.style), (other.loader(), &other.style));
    }
}
