//! Almost Markdown: markup that readers would see, because something is not quite right
//! or belongs to another program. Looked for in the finished text, block by block.

use std::{collections::BTreeMap, ops::Range};

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{
    patterns::{Pattern, patterns},
    rendered::{Rendered, is_escaped},
};
use report::Problem;

/// Something that was found: where in the Markdown, what is wrong, and whether it
/// must be mended before anything is published.
pub struct Finding {
    pub span: Range<usize>,
    pub problem: Problem,
    pub is_error: bool,
}

/// Finds what readers should never see in the text of a block. In plain text, Markdown
/// is no way to mend it.
pub fn in_block(rendered: &Rendered, markdown: &str, plain: bool) -> Vec<Finding> {
    // By where they stand, none in another: blocks with thousands are looked through once.
    let mut found: BTreeMap<usize, (Range<usize>, &Pattern, Problem)> = BTreeMap::new();
    let source = |part: Range<usize>| markdown[rendered.span(&part)].to_owned();
    for pattern in patterns(&rendered.text).filter(|pattern| !plain || pattern.in_plain_text()) {
        for (span, problem) in pattern.find(&rendered.text, plain, source) {
            let is_found = found.range(..span.end).next_back().is_some_and(|(_, it)| it.0.end > span.start);
            let is_linked = pattern.is_address() && rendered.is_in_a_link(&span);
            if !is_found && !is_linked {
                found.insert(span.start, (span, pattern, problem));
            }
        }
    }
    let finding = |(part, pattern, problem): (Range<usize>, &Pattern, Problem)| {
        let span = rendered.span(&part);
        if pattern.is_link() && rendered.holds_a_link(&part) {
            return Finding { span, problem: link_in_a_link(), is_error: true };
        }
        Finding { span, problem, is_error: false }
    };
    found.into_values().map(finding).collect()
}

/// Links in links are refused (HTML, section 4.5.1).
pub fn link_in_a_link() -> Problem {
    Problem::new("a link cannot stand in another link's words", "write the two links one after the other")
}

/// Finds markup in a field of plain text, which would be shown as it stands, and what
/// else readers should never see.
pub fn in_plain_text(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut rendered = Rendered::default();
    let mut last = 0..0;
    for (event, span) in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        if span.start < last.end {
            continue;
        }
        let Some(markup) = markup(&event, &span, rendered.end().max(last.end), text) else {
            rendered.add(&event, &span, text);
            continue;
        };
        if !matches!(&event, Event::InlineHtml(tag) if tag.starts_with("</")) {
            let message = "this is shown as it stands: only plain words fit here, without Markdown or HTML";
            let words = words(&text[markup.clone()]);
            let problem = match words.trim() {
                "" if words.is_empty() => Problem::new(message, "take it out"),
                "" => Problem::new(message, "write a space in its place"),
                words => Problem::with_suggestion(message, words),
            };
            found.push(Finding { span: markup.clone(), problem, is_error: false });
        }
        last = markup;
    }
    found.extend(in_block(&rendered, text, true));
    found
}

/// The part of plain text that Markdown would take for more than words.
fn markup(event: &Event, span: &Range<usize>, end_of_last: usize, text: &str) -> Option<Range<usize>> {
    match event {
        Event::Start(
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Heading { .. },
        )
        | Event::Code(_)
        | Event::InlineHtml(_) => Some(span.clone()),
        Event::Start(Tag::HtmlBlock) => {
            let tag = text[span.clone()].find('>').map_or(span.len(), |at| at + 1);
            Some(span.start..span.start + tag)
        }
        Event::Text(_) if is_escaped(end_of_last, span, text) => {
            let escaped = text[span.start..].chars().next().map_or(0, char::len_utf8);
            Some(span.start - 1..span.start + escaped)
        }
        Event::Text(shown) if **shown != text[span.clone()] => Some(span.clone()),
        _ => None,
    }
}

/// What readers would see of Markdown, as plain text.
fn words(markdown: &str) -> String {
    let shown = |event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.into_string()),
        Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
        _ => None,
    };
    Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH).filter_map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markdown: &str) -> Vec<Finding> {
        let mut rendered = Rendered::default();
        for (event, span) in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
            rendered.add(&event, &span, markdown);
        }
        in_block(&rendered, markdown, false)
    }

    #[test]
    fn what_is_to_be_written_instead_mends_it() {
        for markdown in [
            "See [it](/care “words”) é",
            "See [it] (/care) here",
            "See (it)[/care] here",
            "See [`it`](/care and more",
            "See [it(/care) here",
            "##Pain",
            "###Pain###",
            "é **bold **text",
            "é **bold ** text",
            "é ** bold** text",
            "word** bold ** text",
            "**Note:**text",
            "word**“bold”** text",
            "é __bold __ text",
            "é ==marked== text",
            "See https://a.b/c_d.",
            "See www.clinic.com/x, please",
            "## A {#b}\n\n**A **b",
        ] {
            let mut mended = markdown.to_owned();
            let mut count = 0;
            for Finding { span, problem, .. } in found(markdown).into_iter().rev() {
                if let Some(suggestion) = problem.suggestion {
                    mended.replace_range(span, &suggestion);
                    count += 1;
                }
            }
            assert!(count > 0, "{markdown:?} has nothing to paste");
            let left: Vec<_> = found(&mended)
                .into_iter()
                .filter(|it| it.problem.suggestion.is_some())
                .map(|it| it.problem)
                .collect();
            assert_eq!(left, [], "{markdown:?} became {mended:?}");
        }
    }

    #[test]
    fn plain_text_is_mended_by_its_words() {
        for (written, words) in [
            ("Fine *lines* é", "Fine lines é"),
            ("A &amp; B", "A & B"),
            (r"Terms\* apply", "Terms* apply"),
            ("See [this page](/care)", "See this page"),
            ("## A", "A"),
        ] {
            let mut mended = written.to_owned();
            for Finding { span, problem, .. } in in_plain_text(written).into_iter().rev() {
                mended.replace_range(span, &problem.suggestion.expect("words"));
            }
            assert_eq!(mended, words);
            assert_eq!(in_plain_text(words).len(), 0, "{words}");
        }
    }
}
