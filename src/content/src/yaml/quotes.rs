//! Values that must stand in quotes, and how their lines look with them.

use std::ops::Range;

use super::{
    error::SyntaxError,
    lines::{line_start, rest_of_line},
};
use report::Help;

/// A value that fills the rest of its line, in quotes.
pub struct Quoted {
    /// Of the value in the file.
    pub span: Range<usize>,
    /// The value in quotes.
    pub text: String,
    /// Its line with it, without indentation.
    pub line: String,
}

/// What to write in place of a value without quotes.
pub fn help(quoted: &Quoted) -> Help {
    Help::from(format!("put the whole value in quotes: `{}`", quoted.line))
        .replacing(quoted.span.clone(), &*quoted.text)
}

/// Text as a YAML scalar in quotes, those that change nothing in it if possible.
pub fn quote(text: &str) -> String {
    if text.contains(['"', '\\']) && !text.contains('\'') {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// The value `span`, with white space as single spaces, on the line of its key.
pub fn quoted(file: &str, span: Range<usize>) -> Quoted {
    let words: Vec<_> =
        file[span.clone()].split([' ', '\t', '\r', '\n']).filter(|it| !it.is_empty()).collect();
    let text = quote(&words.join(" "));
    let before = file[line_start(file, span.start)..span.start].trim_start();
    Quoted { span, line: format!("{before}{text}"), text }
}

/// The value on the line of `offset`, where it is all on that line.
pub fn whole_value(file: &str, offset: usize) -> Option<Quoted> {
    let start = line_start(file, offset);
    let line = &file[rest_of_line(file, start)];
    let (column, value) = value_on(line)?;
    let next = file[start + line.len()..].lines().skip(1).find(|line| !line.trim().is_empty());
    // Further lines of the value stand to the right of its key.
    if next.is_some_and(|next| next.len() - next.trim_start().len() > column) {
        return None;
    }
    let value = &line[value..];
    let words = value.find(" # ").map_or(value, |comment| &value[..comment]).trim_end();
    let at = start + line.len() - value.len();
    Some(quoted(file, at..at + words.len()))
}

/// Where in a line its key and its value begin, or its last `-` and the value.
fn value_on(line: &str) -> Option<(usize, usize)> {
    let (mut hyphen, mut at) = (None, line.len() - line.trim_start().len());
    while let Some(item) = line[at..].strip_prefix("- ") {
        hyphen = Some(at);
        at = line.len() - item.trim_start().len();
    }
    let is_key = |key: &str| !key.is_empty() && !key.contains(['"', '\'', '[', '{', '#', '`']);
    let found = match line[at..].split_once(": ").filter(|(key, _)| is_key(key)) {
        Some((_, value)) => (at, line.len() - value.trim_start().len()),
        None => (hyphen?, at),
    };
    Some(found).filter(|(_, value)| *value < line.len())
}

/// A value without quotes on the line of `offset` that begins with an
/// indicator of YAML, where that is what `said` is about.
pub fn missing(file: &str, offset: usize, said: &str) -> Option<SyntaxError> {
    let start = line_start(file, offset);
    let line = &file[rest_of_line(file, start)];
    let value = &line[value_on(line)?.1..];
    let first = value.chars().next()?;
    let (behind, must) = match first {
        '[' | '{' => (behind_bracket(value), "must stand in quotes"),
        '"' | '\'' => (behind_quote(value), "must stand in quotes as a whole"),
        '>' | '|' if !said.contains("comment or line break") => return None,
        '-' | '?' if !said.contains("not allowed in this context") => return None,
        '*' | '&' | '!' | '>' | '|' | '-' | '?' | '@' | '%' | '`' | ',' | ']' | '}' => {
            (Some(" "), "must stand in quotes")
        }
        _ => (None, ""),
    };
    // Nothing behind a bracket or a quote: the mistake is another.
    if behind.is_none_or(|rest| rest.is_empty() || rest.starts_with(" #")) {
        return None;
    }
    let value = rest_of_line(file, start + line.len() - value.len());
    let help = match whole_value(file, offset) {
        Some(quoted) => help(&quoted),
        None => "put all of the text in one pair of quotes".into(),
    };
    Some(SyntaxError { span: value, message: format!("a value that begins with `{first}` {must}"), help })
}

/// What follows the bracket that closes the first one.
fn behind_bracket(value: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, c) in value.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(&value[at + c.len_utf8()..]);
        }
    }
    None
}

/// What follows the quote that closes the first one.
fn behind_quote(value: &str) -> Option<&str> {
    let quote = value.chars().next()?;
    let mut rest = value[1..].char_indices();
    while let Some((at, c)) = rest.next() {
        if c == '\\' && quote == '"' {
            rest.next();
        } else if c == quote {
            return Some(&value[at + 2..]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_change_nothing_in_a_text() {
        for (text, quoted) in [
            ("a: b", r#""a: b""#),
            (r#"a "b""#, r#"'a "b"'"#),
            ("it's", r#""it's""#),
            (r#"it's "b""#, r#""it's \"b\"""#),
            (r"a\b", r"'a\b'"),
        ] {
            assert_eq!(quote(text), quoted);
        }
    }

    #[test]
    fn a_line_s_value_is_found() {
        for (line, value) in [
            ("a: b", Some("b")),
            ("  - a: b: c", Some("b: c")),
            ("  - [x] y", Some("[x] y")),
            ("- - x", Some("x")),
            ("a:", None),
            ("words", None),
            ("a:  'b' c", Some("'b' c")),
        ] {
            assert_eq!(value_on(line).map(|(_, at)| &line[at..]), value, "{line}");
        }
    }
}
