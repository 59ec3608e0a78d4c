//! What is wrong in a YAML text that cannot be parsed: libyaml's words in an
//! editor's, at the line where the editor has to act.

use std::ops::Range;

use super::{
    error::SyntaxError,
    lines::{line_start, lines_from, rest_of_line},
    quotes,
    tree::TAGGED,
    unintended,
};
use report::Help;

/// Explains what serde_yaml says of the part `yaml` of a file.
pub fn explain(file: &str, yaml: Range<usize>, error: &serde_yaml::Error) -> SyntaxError {
    let said = error.to_string();
    let at = error.location().map_or((1, 1), |at| (at.line(), at.column()));
    // "…, while scanning a quoted scalar at line 3 column 8": where it began.
    let began = said.rfind("while ").and_then(|context| position_in(&said[context..])).unwrap_or(at);
    let at = offset(file, yaml.clone(), at);
    let began = match offset(file, yaml.clone(), began) {
        // A group of keys began long before.
        began if began < line_start(file, at) && said.contains("parsing a block") => at,
        began => began,
    };
    if let Some(error) = unintended::comment_in_a_text(file, yaml.clone(), at, &said) {
        return error;
    }
    if let Some(error) = quotes::missing(file, began, &said) {
        return error;
    }
    let (start, message, help) = in_a_line(file, &yaml, &said, at, began)
        .unwrap_or_else(|| in_its_structure(file, yaml, &said, at, began));
    SyntaxError { span: rest_of_line(file, start), message, help }
}

/// The offset, what is wrong there, and what to do.
type Explained = (usize, String, Help);

/// What is wrong in a single value or line.
fn in_a_line(file: &str, yaml: &Range<usize>, said: &str, at: usize, began: usize) -> Option<Explained> {
    let at_char = file[at..yaml.end].chars().next();
    Some(if said.contains("quoted scalar") && said.contains("unexpected") {
        let end = "add the same quote at the end of the text";
        let help =
            match quotes::whole_value(file, began).filter(|_| begins_with_an_apostrophe(&file[began..])) {
                Some(quoted) => format!("{end}; an apostrophe that belongs to it: `{}`", quoted.line),
                None => end.into(),
            };
        (began, "this quote is never closed".into(), help.into())
    } else if said.contains("mapping values are not allowed") {
        let help = match quotes::whole_value(file, at) {
            Some(quoted) if quoted.span.start < at => quotes::help(&quoted),
            _ => "put text that contains `: ` in quotes, or check that the line is indented like its neighbours".into(),
        };
        (at, "a colon followed by a space cannot stand here".into(), help)
    } else if said.contains("could not find expected ':'") {
        (
            began,
            "this line is neither `key: value` nor part of the value above".into(),
            "write `key: value`, or indent the line so that it continues the text above".into(),
        )
    } else if said.contains("tab character") || at_char == Some('\t') {
        (at, "a tab cannot be used for indentation".into(), "indent with spaces".into())
    } else if said.contains("cannot start any token") {
        let first = at_char.map_or_else(String::new, |c| format!(" with `{c}`"));
        (at, format!("a line cannot begin{first}"), in_quotes(file, began))
    } else if said.contains("escape") || said.contains("hexadecimal") {
        (
            escape(file, began, at),
            "a backslash in double quotes begins a special character, and this one is not known".into(),
            "put the text in single quotes, or write two backslashes".into(),
        )
    } else {
        return None;
    })
}

/// What is wrong with the lines as a whole, or with the indicators that join them.
fn in_its_structure(file: &str, yaml: Range<usize>, said: &str, at: usize, began: usize) -> Explained {
    if said.contains("expected ',' or") {
        let help = match quotes::whole_value(file, began) {
            Some(quoted) => format!("close the bracket; one that belongs to the text: `{}`", quoted.line),
            None => "close the bracket, or put the text in quotes if the bracket belongs to it".into(),
        };
        (began, "this bracket is never closed, or a comma is missing in it".into(), help.into())
    } else if said.contains("unknown anchor") || said.contains("an alias") || said.contains("an anchor") {
        (at, "`*` and `&` have a meaning of their own at the start of a value".into(), in_quotes(file, began))
    } else if said.contains(TAGGED) || said.contains("tag") {
        (at, "`!` has a meaning of its own at the start of a value".into(), in_quotes(file, began))
    } else if said.contains("document") || said.contains("directive") {
        let end = lines_from(file, yaml.start)
            .take_while(|(start, _)| *start < yaml.end)
            .find(|(_, line)| line.starts_with("...") || line.starts_with("---"));
        (
            end.map_or(at, |(start, _)| start),
            "`---` and `...` end the front matter".into(),
            "use `---` only on the line above the first key and on the line below the last one".into(),
        )
    } else if said.contains("limit exceeded") {
        (
            at,
            "the front matter is nested too deeply or repeats itself too often".into(),
            "write it without aliases, and with fewer levels".into(),
        )
    } else if said.contains("did not find expected") || said.contains("not allowed in this context") {
        (
            at,
            "this line does not fit the lines above it".into(),
            "indent it like its neighbours with spaces; text after a closing quote also leads here".into(),
        )
    } else {
        (
            at,
            format!("this is not valid YAML: {said}"),
            "compare the line with the same key on another page".into(),
        )
    }
}

/// The help to put what began there in quotes.
fn in_quotes(file: &str, began: usize) -> Help {
    match quotes::whole_value(file, began) {
        Some(quoted) if quoted.span.start <= began => quotes::help(&quoted),
        Some(_) => "take the sign away: a key begins with a letter".into(),
        None => "put the whole value in quotes, for instance \"Redness: how long?\"".into(),
    }
}

/// `'90s`, `'Tis`: a quote that stands for something left out.
fn begins_with_an_apostrophe(text: &str) -> bool {
    let Some(word) = text.strip_prefix('\'') else { return false };
    let word: String = word.chars().take_while(|c| c.is_alphanumeric()).collect();
    word.starts_with(|c: char| c.is_ascii_digit())
        || ["tis", "twas", "til", "cause", "em", "round", "bout", "n"].contains(&&*word.to_lowercase())
}

/// The backslash of the escape that is wrong at `at`, in the text that begins at `began`.
fn escape(file: &str, began: usize, at: usize) -> usize {
    let mut backslash = at;
    let mut characters = file[began..].char_indices();
    while let Some((offset, c)) = characters.next() {
        if began + offset > at {
            break;
        }
        if c == '\\' {
            backslash = began + offset;
            characters.next();
        }
    }
    backslash
}

/// Reads "… at line 3 column 8".
fn position_in(said: &str) -> Option<(usize, usize)> {
    let (_, rest) = said.split_once(" at line ")?;
    let (line, rest) = rest.split_once(" column ")?;
    let column: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// The byte offset of a line and column inside the part `within` of a text, with
/// lines as YAML 1.1 counts them: a lone carriage return and three rarer
/// characters end one too (section 5.4).
fn offset(text: &str, within: Range<usize>, (line, column): (usize, usize)) -> usize {
    let part = &text[within.clone()];
    let mut rest = part;
    for _ in 1..line {
        let Some(end) = rest.find(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) else { break };
        let length = if rest[end..].starts_with("\r\n") {
            2
        } else {
            rest[end..].chars().next().map_or(0, char::len_utf8)
        };
        rest = &rest[end + length..];
    }
    let in_line: usize = rest.chars().take(column - 1).map(char::len_utf8).sum();
    (within.start + part.len() - rest.len() + in_line).min(within.end)
}

#[cfg(test)]
mod tests {
    use crate::yaml::parse;
    use report::Source;

    #[test]
    fn syntax_errors_are_told_where_the_editor_acts() {
        for (yaml, position, message) in [
            ("a: 'b\nc: d\n", (1, 4), "quote is never closed"),
            ("a: b: c\n", (1, 5), "colon followed by a space"),
            ("a: b\nc\nd: e\n", (2, 1), "neither `key: value`"),
            ("a:\n\tb: c\n", (2, 1), "tab"),
            ("a: \"\\q\"\n", (1, 5), "backslash"),
            ("a: b\nc: \"x \\\\ \\ud800\"\n", (2, 10), "backslash"),
            ("a: b\nc: \"\\x4\"\n", (2, 5), "backslash"),
            ("a: [b, c\n", (1, 4), "bracket"),
            ("a: b\n...\nc: d\n", (2, 1), "end the front matter"),
            ("@a: b\n", (1, 1), "cannot begin with `@`"),
            ("l:\n  - @home\n", (2, 5), "begins with `@` must stand in quotes"),
            ("l:\n  - [a] b\n  - c\n", (2, 5), "begins with `[` must stand in quotes"),
            ("a:\n  b: 1\n c: 2\n", (3, 2), "does not fit"),
            ("a: b\n- c\n", (2, 1), "does not fit"),
        ] {
            let error = parse(yaml, 0..yaml.len()).expect_err(yaml);
            let found = Source::new("a", yaml).position(error.span.start);
            assert_eq!(found, position, "{yaml:?}: {}", error.message);
            assert!(error.message.contains(message), "{yaml:?}: {}", error.message);
        }
    }
}
