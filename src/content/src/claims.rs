//! Words of advertising that rules or honesty forbid: an editor's list of them, and where
//! a page uses one.

use std::ops::Range;

use regex::{Regex, RegexSet, escape};
use report::Problem;

use crate::Document;

/// The list.
#[derive(Debug, Default)]
pub struct Claims {
    claims: Vec<Claim>,
    /// All of them as one: most texts have none.
    any: RegexSet,
}

#[derive(Debug)]
struct Claim {
    regex: Regex,
    why: String,
    instead: String,
    /// Routes of pages that may use it.
    except: Vec<String>,
}

impl Claims {
    /// Reads the list, `claims` with `words`, `why`, `instead` and perhaps `except`. `is_page`
    /// says whether there is a page at a route.
    pub fn read(document: &Document, is_page: impl Fn(&str) -> bool) -> Option<Self> {
        let fields = document.front_matter()?;
        let claims = fields.required("claims").and_then(|list| {
            list.list(|value| {
                let fields = value.clone().mapping()?;
                let words = fields.required("words").and_then(|list| list.list(|value| value.text()));
                let why = fields.required("why").and_then(|value| value.words());
                let instead = fields.required("instead").and_then(|value| value.words());
                let except = fields.optional("except").map(|list| {
                    list.list(|value| {
                        let route = value.text()?;
                        if !is_page(&route) {
                            value.warning(
                                format!("there is no page at `{route}`"),
                                "write the address of a page, or take it out",
                            );
                        }
                        Some(route)
                    })
                });
                fields.finish();
                let (words, why, instead) = (words?, why?, instead?);
                let Some(regex) = regex(&words) else {
                    let help = "give each of them a letter or a digit, and make long ones shorter";
                    value.error("these words cannot be looked for", help);
                    return None;
                };
                Some(Claim { regex, why, instead, except: except.flatten().unwrap_or_default() })
            })
        });
        fields.finish();
        let claims = claims?;
        match RegexSet::new(claims.iter().map(|claim| claim.regex.as_str())) {
            Ok(any) => Some(Self { claims, any }),
            Err(_) => {
                document.error(0..0, "this list is too long", "take out what no page would say");
                None
            }
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }

    /// Those in the text of the page at `route`, and what is wrong with each.
    pub fn find(&self, text: &str, route: &str) -> Vec<(Range<usize>, Problem)> {
        let here = self.any.matches(text).into_iter().map(|index| &self.claims[index]);
        let here = here.filter(|claim| claim.except.iter().all(|page| page != route));
        here.flat_map(|claim| {
            claim.regex.find_iter(text).map(|found| {
                let message = format!("“{}” is a claim: {}", plain(found.as_str()), claim.why);
                (found.range(), Problem::new(message, &*claim.instead))
            })
        })
        .collect()
    }
}

/// Words as they are found in running text: whole ones in any case, with line breaks between
/// them; `*` stands for the rest of a word.
fn regex(words: &[String]) -> Option<Regex> {
    if words.iter().any(|words| !words.contains(char::is_alphanumeric)) {
        return None;
    }
    let alternative = |words: &String| {
        let parts = words.split(|c: char| c.is_whitespace() || c == '-').filter(|part| !part.is_empty());
        // Programs that write typographic apostrophes write them everywhere.
        let parts = parts.map(|part| escape(part).replace("\\*", "\\w*").replace(['\'', '’'], "['’]"));
        let parts = parts.collect::<Vec<_>>().join("[\\s-]+");
        let edge = |c: Option<char>| if c.is_some_and(char::is_alphanumeric) { "\\b" } else { "" };
        format!("{}{parts}{}", edge(words.chars().next()), edge(words.chars().last()))
    };
    let all: Vec<_> = words.iter().map(alternative).collect();
    Regex::new(&format!("(?i){}", all.join("|"))).ok()
}

fn plain(found: &str) -> String {
    found.split_whitespace().collect::<Vec<_>>().join(" ")
}
