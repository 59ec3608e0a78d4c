//! Words of advertising that rules or honesty forbid: an editor's list of them, and where
//! a page uses one.

use std::ops::Range;

use regex::{Regex, RegexSet, escape};
use report::Problem;

use crate::{
    Document, Value, keys,
    schema::{Keys, Kind, List, Read, ReadKeys, Shape, Text, Token, Words},
};

keys! {
    /// `claims.yaml`
    pub struct ClaimsFile {
        /// What pages should not say.
        required claims: List<Entry>;
    }
}

keys! {
    /// What pages should not say.
    pub struct Entry {
        /// Whole words in any case; `*` stands for the rest of a word.
        required words: List<Phrase> = "guarantee*";
        /// What is wrong with them.
        required why: Words = "no treatment works for everybody";
        /// What to write in their place.
        required instead: Words = "say what most people can expect";
        /// Addresses of pages that may say it.
        default except: List<Text> = "/microneedling/hair-loss";
    }
}

/// Words that can be looked for.
pub struct Phrase;

impl Kind for Phrase {
    type Value = String;

    fn shape() -> Shape {
        let pattern = r"[\s\S]*[\p{L}\p{N}][\s\S]*".to_owned();
        Shape::Token(Token { called: "words", pattern, least_number: None })
    }
}

impl<C> Read<C> for Phrase {
    fn read(value: Value, _: &C) -> Option<String> {
        value.text()
    }
}

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
    /// Reads the list. `is_page` says whether there is a page at a route.
    pub fn read(document: &Document, is_page: impl Fn(&str) -> bool) -> Option<Self> {
        let fields = document.front_matter()?;
        let file = ClaimsFile::read_keys(&fields, &());
        fields.finish(ClaimsFile::NAMES);
        let entries = fields.optional("claims");
        let places: Vec<_> = entries.iter().flat_map(Value::items).collect();
        places.iter().for_each(|place| warn_of_unknown_pages(place, &is_page));
        let claims: Option<Vec<_>> =
            file?.claims.into_iter().zip(&places).map(|(entry, place)| claim(entry, place)).collect();
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

fn warn_of_unknown_pages(entry: &Value, is_page: impl Fn(&str) -> bool) {
    let except = entry.clone().as_mapping().and_then(|fields| fields.optional("except"));
    for page in except.iter().flat_map(Value::items) {
        if let Some(route) = page.as_text().filter(|route| !is_page(route)) {
            let help = "write the address of a page, or take it out";
            page.warning(format!("there is no page at `{route}`"), help);
        }
    }
}

fn claim(Entry { words, why, instead, except }: Entry, place: &Value) -> Option<Claim> {
    let Some(regex) = regex(&words) else {
        let help = "give each of them a letter or a digit, and make long ones shorter";
        place.error("these words cannot be looked for", help);
        return None;
    };
    Some(Claim { regex, why, instead, except })
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
