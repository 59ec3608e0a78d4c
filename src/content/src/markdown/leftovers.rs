//! Almost Markdown: what readers would see as signs, because something is not quite
//! right or belongs to another program. Looked for in the finished text, block by block.

use std::{collections::BTreeMap, ops::Range};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::patterns::{Pattern, patterns};
use report::Wrong;

/// Stands for what is no text or is meant literally: code, `\*`, `&lt;`.
const OPAQUE: char = '\u{1}';

/// The text of one block as readers see it, with the places of its pieces.
#[derive(Default)]
pub struct Seen {
    text: String,
    /// Where in `text` a piece begins, and where it stands in the Markdown.
    pieces: Vec<(usize, Range<usize>)>,
    /// The parts of `text` that are words of links.
    links: Vec<Range<usize>>,
    open_link: usize,
}

/// Something that was found: where in the Markdown, what is wrong, and whether it
/// must be mended before anything is published.
pub struct Leftover {
    pub span: Range<usize>,
    pub wrong: Wrong,
    pub is_error: bool,
}

impl Seen {
    /// Adds what an event shows; `span` is its place in `markdown`.
    pub fn add(&mut self, event: &Event, span: &Range<usize>, markdown: &str) {
        match event {
            Event::Text(text) => self.add_text(text, span, markdown),
            Event::Code(_) | Event::InlineHtml(_) => self.add_piece(&OPAQUE.to_string(), span.clone()),
            Event::SoftBreak | Event::HardBreak => self.add_piece("\n", span.clone()),
            Event::Start(Tag::Link { .. }) => self.open_link = self.text.len(),
            Event::End(TagEnd::Link) => self.links.push(self.open_link..self.text.len()),
            _ => {}
        }
    }

    fn add_text(&mut self, text: &str, span: &Range<usize>, markdown: &str) {
        let written = &markdown[span.clone()];
        if is_escaped(self.end(), span, markdown) {
            let first = text.chars().next().map_or(0, char::len_utf8);
            self.add_piece(&OPAQUE.to_string(), span.start..span.start + first);
            self.add_piece(&text[first..], span.start + first..span.end);
        } else if written == text || text == "&" {
            // `&amp;nbsp;` is an entity that was escaped twice.
            self.add_piece(text, span.clone());
        } else {
            self.add_piece(&OPAQUE.to_string(), span.clone());
        }
    }

    fn add_piece(&mut self, shown: &str, span: Range<usize>) {
        self.pieces.push((self.text.len(), span));
        self.text.push_str(shown);
    }

    /// Where the last piece ends in the Markdown.
    fn end(&self) -> usize {
        self.pieces.last().map_or(0, |(_, span)| span.end)
    }

    /// Takes what is left over in the block, which ends here. In plain text, Markdown
    /// is no way to mend it.
    pub fn take(&mut self, markdown: &str, plain: bool) -> Vec<Leftover> {
        let seen = std::mem::take(self);
        // By their places, none in another: blocks with thousands are looked through once.
        let mut found: BTreeMap<usize, (Range<usize>, &Pattern, Wrong)> = BTreeMap::new();
        let source = |part: Range<usize>| markdown[seen.places(&part)].to_owned();
        for pattern in patterns(&seen.text).filter(|pattern| !plain || pattern.in_plain_text()) {
            for (span, wrong) in pattern.find(&seen.text, plain, source) {
                let is_told =
                    found.range(..span.end).next_back().is_some_and(|(_, it)| it.0.end > span.start);
                let is_linked = pattern.is_address() && seen.is_in_a_link(&span);
                if !is_told && !is_linked {
                    found.insert(span.start, (span, pattern, wrong));
                }
            }
        }
        let leftover = |(part, pattern, wrong): (Range<usize>, &Pattern, Wrong)| {
            let span = seen.places(&part);
            if pattern.is_link() && seen.holds_a_link(&part) {
                return Leftover { span, wrong: link_in_a_link(), is_error: true };
            }
            Leftover { span, wrong, is_error: false }
        };
        found.into_values().map(leftover).collect()
    }

    fn is_in_a_link(&self, part: &Range<usize>) -> bool {
        let index = self.links.partition_point(|link| link.end < part.end);
        self.links.get(index).is_some_and(|link| link.start <= part.start)
    }

    fn holds_a_link(&self, part: &Range<usize>) -> bool {
        let index = self.links.partition_point(|link| link.end <= part.start);
        self.links.get(index).is_some_and(|link| link.end < part.end)
    }

    /// The place in the Markdown of a part of the text.
    fn places(&self, part: &Range<usize>) -> Range<usize> {
        let piece = |at: usize| self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        let place = |index: usize, at: usize| {
            let (start, span) = &self.pieces[index];
            (span.start + at - start).min(span.end)
        };
        let start = place(piece(part.start), part.start);
        let last = piece(part.end.saturating_sub(1).max(part.start));
        let after_last = self.pieces.get(last + 1).map_or(self.text.len(), |(start, _)| *start);
        let end = if part.end == after_last { self.pieces[last].1.end } else { place(last, part.end) };
        start..end.max(start)
    }
}

/// Links in links are refused (HTML, section 4.5.1).
pub fn link_in_a_link() -> Wrong {
    Wrong::new("a link cannot stand in another link's words", "write the two links one after the other")
}

/// Whether a piece of text begins with a sign that a backslash before it makes literal:
/// the backslash itself is in no piece.
fn is_escaped(end_of_last: usize, span: &Range<usize>, markdown: &str) -> bool {
    span.start > end_of_last && markdown[..span.start].ends_with('\\')
}

/// Markup in a field of plain text, which would be shown as it stands, and what is left
/// over besides.
pub fn in_plain_text(text: &str) -> Vec<Leftover> {
    let mut found = Vec::new();
    let mut seen = Seen::default();
    let mut told = 0..0;
    for (event, span) in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        if span.start < told.end {
            continue;
        }
        let Some(markup) = markup(&event, &span, seen.end().max(told.end), text) else {
            seen.add(&event, &span, text);
            continue;
        };
        if !matches!(&event, Event::InlineHtml(tag) if tag.starts_with("</")) {
            let message = "this is shown as it stands: only plain words fit here, without Markdown or HTML";
            let words = words(&text[markup.clone()]);
            let wrong = match words.trim() {
                "" if words.is_empty() => Wrong::new(message, "take it out"),
                "" => Wrong::new(message, "write a space in its place"),
                words => Wrong::but(message, words),
            };
            found.push(Leftover { span: markup.clone(), wrong, is_error: false });
        }
        told = markup;
    }
    found.extend(seen.take(text, true));
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
            let sign = text[span.start..].chars().next().map_or(0, char::len_utf8);
            Some(span.start - 1..span.start + sign)
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

    fn found(markdown: &str) -> Vec<Leftover> {
        let mut seen = Seen::default();
        for (event, span) in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
            seen.add(&event, &span, markdown);
        }
        seen.take(markdown, false)
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
            for Leftover { span, wrong, .. } in found(markdown).into_iter().rev() {
                if let Some(instead) = wrong.instead {
                    mended.replace_range(span, &instead);
                    count += 1;
                }
            }
            assert!(count > 0, "{markdown:?} has nothing to paste");
            let left: Vec<_> = found(&mended)
                .into_iter()
                .filter(|it| it.wrong.instead.is_some())
                .map(|it| it.wrong)
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
            for Leftover { span, wrong, .. } in in_plain_text(written).into_iter().rev() {
                mended.replace_range(span, &wrong.instead.expect("words"));
            }
            assert_eq!(mended, words);
            assert_eq!(in_plain_text(words).len(), 0, "{words}");
        }
    }
}
