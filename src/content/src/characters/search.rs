//! Looks for invisible characters where they do not belong, in each kind of text.

use std::ops::Range;

use super::{
    markers::beside_markers,
    purpose::{Misplaced, belongs},
    unicode::{invisible, is_invisible, is_line_end},
};
use report::Severity;

/// The control characters of a part of a file; those of text that was written as
/// escapes are found when it is read.
pub fn control(file: &str, part: Range<usize>) -> Vec<Misplaced> {
    // A line of YAML may end with U+0085.
    let found = |c: char| is_invisible(c) && c.is_control() && !is_line_end(c);
    let controls = file[part.clone()].char_indices().filter(|(_, c)| found(*c));
    controls.map(|(at, c)| Misplaced::error(part.start + at, c, "here")).collect()
}

/// The invisible characters of a line `---`.
pub fn in_delimiter(line: &str) -> Vec<Misplaced> {
    invisible(line).map(|(at, c)| Misplaced::error(at, c, "beside `---`")).collect()
}

/// The misplaced characters of running text.
pub fn in_running_text(text: &str) -> Vec<Misplaced> {
    misplaced(text, |_| Vec::new())
}

/// The misplaced characters of Markdown: in running text, and beside the markers
/// that a line begins with.
pub fn in_markdown(text: &str) -> Vec<Misplaced> {
    misplaced(text, beside_markers)
}

fn misplaced(text: &str, of_line: fn(&str) -> Vec<Misplaced>) -> Vec<Misplaced> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.bytes().all(|b| matches!(b, b'\t' | b'\n' | b'\r' | b' '..=b'~')) {
            start += line.len();
            continue;
        }
        let beside = of_line(line);
        let mut before = None;
        let mut characters = line.char_indices().peekable();
        while let Some((at, c)) = characters.next() {
            let after = characters.peek().map(|(_, c)| *c);
            if let Some(it) = beside.iter().find(|it| it.at == at) {
                found.push(Misplaced { at: start + at, location: it.location.clone(), ..*it });
            } else if is_invisible(c) && !belongs(c, before, after, line) {
                // A line separator at the end of a line is one more end.
                let ends = is_line_end(c) && line[at + c.len_utf8()..].trim().is_empty() && !c.is_control();
                let severity = if c.is_control() { Severity::Error } else { Severity::Warning };
                if !ends {
                    found.push(Misplaced { at: start + at, character: c, severity, location: "here".into() });
                }
            }
            before = Some(c);
        }
        start += line.len();
    }
    found
}

/// Invisible characters where the lines of YAML have their shape: in indentation,
/// behind a hyphen, in a key and around its colon. Of a text that can be parsed
/// the keys alone are known, so this is for lines that are not what they look like.
pub fn in_yaml_lines(file: &str, part: Range<usize>) -> Vec<Misplaced> {
    let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
    let mut found = Vec::new();
    let mut start = part.start;
    for line in file[part].split_inclusive('\n') {
        let mut words = line.trim_start_matches(is_blank);
        while let Some(item) = words.strip_prefix('-').filter(|item| item.starts_with(is_blank)) {
            words = item.trim_start_matches(is_blank);
        }
        let key = words.split_once(':').filter(|(key, _)| !key.contains(['"', '\'', ' ']));
        let (shape, location) = match key {
            Some((_, value)) => (line.len() - value.trim_start_matches(is_blank).len(), "beside this key"),
            None => (line.len() - words.len(), "at the beginning of the line"),
        };
        let breaks = line.char_indices().filter(|(at, c)| is_line_end(*c) && *at >= shape);
        found.extend(
            invisible(&line[..shape]).chain(breaks).map(|(at, c)| Misplaced::error(start + at, c, location)),
        );
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_in_running_text_stays() {
        for text in [
            "10\u{a0}mg, 5\u{202f}%, co\u{ad}operate, a\u{2009}b, \u{3000}",
            "👩\u{200d}⚕\u{fe0f} ❤\u{fe0f} 1\u{fe0f}\u{20e3} 🏳\u{fe0f}\u{200d}🌈 ©\u{fe0f}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "می\u{200c}خواهم क\u{94d}\u{200d}ष ภาษา\u{200b}ไทย",
            "\u{200f}שלום (Hello\u{200e}) \u{2067}עולם\u{2069}",
            "one\u{2028}\ntwo\tthree\r\n",
        ] {
            assert_eq!(in_markdown(text), [], "{text:?}");
        }
    }

    #[test]
    fn what_has_no_purpose_is_found() {
        for (text, at) in [
            ("a\u{7}b", 1),
            ("a\u{0}b", 1),
            ("a\u{9b}b", 1),
            ("hair\u{200b}loss", 4),
            ("a\u{200d}b", 1),
            ("a\u{feff}b", 1),
            ("a\u{202e}b", 1),
            ("a\u{200e}b", 1),
            ("a\u{fe0f}", 1),
            ("a\u{e0041}", 1),
            ("a\u{2028}b", 1),
            ("a\u{fffe}b", 1),
            ("one\nb\u{fffc}", 5),
        ] {
            let found = in_running_text(text);
            assert_eq!(found.iter().map(|it| it.at).collect::<Vec<_>>(), [at], "{text:?}");
            let is_control = text[at..].starts_with(char::is_control);
            assert_eq!(found[0].severity == Severity::Error, is_control, "{text:?}");
        }
    }

    #[test]
    fn beside_the_markers_of_markdown_only_spaces_stand() {
        use Severity::{Error, Warning};
        for (line, location, severity) in [
            ("##\u{a0}Pain\n", "behind `##`", Error),
            ("\u{200b}## Pain\n", "before `##`", Error),
            ("-\u{a0}one\n", "behind `-`", Error),
            ("1.\u{a0}one\n", "behind `1.`", Warning),
            ("\u{a0}- one\n", "before `-`", Error),
            ("```\u{200b}\n", "behind ````", Error),
            ("---\u{a0}\n", "behind `---`", Error),
            ("|\u{a0}---|---|\n", "behind `|`", Error),
            ("\u{a0}\n", "on a line that looks empty", Warning),
            ("\u{a0}Text\n", "at the beginning of the line", Warning),
        ] {
            let found = in_markdown(line);
            assert!(found.len() == 1 && found[0].location.starts_with(location), "{line:?}: {found:?}");
            assert_eq!(found[0].severity, severity, "{line:?}");
        }
        for line in [
            "- 10\u{a0}mg\n",
            "## 10\u{a0}mg\n",
            "*all*\u{a0}of it\n",
            "| 10\u{a0}mg | b |\n",
            "2026\u{a0}\n",
        ] {
            assert_eq!(in_markdown(line), [], "{line:?}");
        }
    }
}
