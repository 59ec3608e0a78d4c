//! Markdown to HTML, without what could break or attack a page: no raw HTML,
//! no second `h1`, no styles, no schemes but the four that visitors need.

mod headings;
mod images;
mod links;
mod lint;
mod patterns;
mod rendered;
mod table;
mod tags;
mod text;
mod writer;

use std::{collections::BTreeSet, ops::Range};

use images::Images;
use pulldown_cmark::{BrokenLink, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use table::Table;
pub use text::Text;
use writer::Writer;

use crate::{Document, characters, source_map::SourceMap};
use report::Severity;

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

impl Document<'_> {
    /// The Markdown body as HTML, empty when there is none.
    pub fn body(&self) -> String {
        let html = blocks(&Text::of_body(self, self.body.clone()), HeadingLevel::H1);
        let misplaced = characters::in_markdown(&self.source.text[self.body.clone()]);
        self.report_misplaced(&misplaced, |at| self.body.start + at);
        html
    }
}

/// A value that holds Markdown with blocks of its own, below a heading of the second level.
pub fn section(text: &Text) -> Option<String> {
    shown(text, blocks(text, HeadingLevel::H2))
}

/// HTML with something to see in it. Markdown such as `[a]: b` defines a link's
/// address and shows nothing.
fn shown(text: &Text, html: String) -> Option<String> {
    if html.trim().is_empty() {
        text.error("this shows nothing", "put a backslash before its first sign if that is meant literally");
        return None;
    }
    Some(html)
}

/// Markdown below a heading of `level`.
fn blocks(text: &Text, level: HeadingLevel) -> String {
    let mut writer = Writer::new(text, level, Images::in_paragraphs());
    let mut table = Table::default();
    for (event, span) in parser(text, OPTIONS) {
        writer.inspect(&event, &span);
        writer.headings.add(&event);
        match event {
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                writer.open_heading(Tag::Heading { level, id: None, classes, attrs }, level, &span);
            }
            Event::End(TagEnd::Heading(level)) => {
                writer.close_heading(&span);
                writer.events.push(Event::End(TagEnd::Heading(level)));
            }
            Event::Start(Tag::Table(alignments)) => {
                table = Table::new(alignments);
                // Wide tables scroll by themselves; the page never does.
                writer.events.push(Event::Html(
                    "<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">".into(),
                ));
                writer.events.push(Event::Start(Tag::Table(Vec::new())));
            }
            Event::End(TagEnd::Table) => {
                writer.events.push(Event::End(TagEnd::Table));
                writer.events.push(Event::Html("</div>\n".into()));
            }
            Event::Start(Tag::TableHead) => {
                table.row(true);
                writer.events.push(Event::Start(Tag::TableHead));
            }
            Event::Start(Tag::TableRow) => {
                table.row(false);
                if let Some((part, problem)) = table.misfit(&text.markdown[span.clone()]) {
                    let part = span.start + part.start..span.start + part.end;
                    text.report(Severity::Error, &part, problem);
                }
                writer.events.push(Event::Start(Tag::TableRow));
            }
            Event::Start(Tag::TableCell) => writer.events.push(Event::Html(table.open_cell().into())),
            Event::End(TagEnd::TableCell) => writer.events.push(Event::Html(table.close_cell().into())),
            event => writer.push(event, &span),
        }
    }
    writer.finish()
}

/// One paragraph of inline Markdown, without its `<p>`.
pub fn inline(text: &Text) -> Option<String> {
    let html = paragraphs(text)?;
    let inner = html.trim_end().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    let one = inner.filter(|inner| !inner.contains("<p>"));
    if one.is_none() {
        text.error("this must be one paragraph", "join its paragraphs: remove the empty lines between them");
    }
    one.map(str::to_owned)
}

/// Paragraphs of inline Markdown.
pub fn paragraphs(text: &Text) -> Option<String> {
    let mut writer = Writer::new(text, HeadingLevel::H1, Images::none());
    for (event, span) in parser(text, Options::ENABLE_STRIKETHROUGH) {
        writer.inspect(&event, &span);
        let block = match &event {
            Event::Start(
                Tag::Paragraph
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::HtmlBlock,
            ) => None,
            Event::Start(Tag::Heading { .. }) => Some("a heading"),
            Event::Start(Tag::List(_)) => Some("a list"),
            Event::Start(Tag::CodeBlock(_)) => Some("an indented or fenced block"),
            Event::Start(Tag::BlockQuote(_)) => Some("a quotation"),
            Event::Rule => Some("a rule"),
            _ => None,
        };
        if let Some(block) = block {
            text.document.error(
                text.document.source.rest_of_line(text.at(span.start)),
                format!("{block} cannot stand here"),
                "only running text fits: bold, italics, links; put a backslash before a sign that is meant literally",
            );
            return None;
        }
        writer.push(event, &span);
    }
    shown(text, writer.finish())
}

/// Reports what readers should never see in a value of plain text, which is read as it stands.
pub fn plain_text(text: &Text) {
    for finding in lint::in_plain_text(text.markdown) {
        text.report(Severity::Warning, &finding.span, finding.problem);
    }
    for (part, problem) in text.document.claims(text.markdown) {
        text.report(Severity::Warning, &part, problem);
    }
}

/// Events with their spans. A link that refers to nothing is an error.
fn parser<'t>(text: &Text<'t>, options: Options) -> impl Iterator<Item = (Event<'t>, Range<usize>)> {
    let document = text.document;
    let broken = |link: BrokenLink| {
        // `[Note]` alone is text; `[words][name]` was meant as a link.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            let start = text.at(link.span.start);
            document.error(
                start..document.source.rest_of_line(start).end,
                format!("no line says where `{}` leads", link.reference),
                "write the address behind the words, in round brackets: `[words](/page)`",
            );
        }
        None
    };
    let mut parser =
        Parser::new_with_broken_link_callback(text.markdown, options, Some(broken)).into_offset_iter();
    let events: Vec<_> = parser.by_ref().collect();
    // Where there is nothing but definitions, that is reported of the text as a whole.
    if !events.is_empty() {
        let labels = parser.reference_definitions().iter();
        let mut definitions: Vec<_> = labels.map(|(label, it)| (it.span.clone(), label)).collect();
        definitions.sort_by_key(|(span, _)| span.start);
        let used: BTreeSet<_> = events.iter().filter_map(|(event, _)| label(event)).collect();
        definitions.retain(|(_, label)| !used.contains(&label.to_lowercase()));
        for (span, label) in definitions {
            let line = document.source.rest_of_line(text.at(span.start));
            document.warning(
                line,
                format!(
                    "this line is not shown: it says where a link named `[{label}]` leads, and there is none"
                ),
                "take it out; if it is to be read, put a backslash before its first sign",
            );
        }
    }
    events.into_iter()
}

/// The label of a link that says elsewhere where it leads, as labels are compared.
fn label(event: &Event) -> Option<String> {
    match event {
        Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => Some(id.to_lowercase()),
        _ => None,
    }
}

/// Warns of lines of a Markdown field that YAML has folded, where Markdown would
/// have made something of them.
pub fn warn_of_folded_lines(document: &Document, source_map: &SourceMap) {
    for folded in &source_map.folded_lines {
        let line = document.source.rest_of_line(folded.at);
        let message = if folded.after_an_empty_line {
            "no new paragraph begins here: YAML takes the empty line above away"
        } else if begins_a_block(&document.source.text[line.clone()]) {
            "this sign begins nothing here: YAML joins the line with the one above"
        } else {
            continue;
        };
        document.warning(
            line,
            message,
            "begin the text with `|` on the line of its key, and this line stays what it is; \
             or write all of it as one paragraph",
        );
    }
}

/// Whether a line begins with a marker of Markdown's blocks.
fn begins_a_block(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number =
        digits.len() < line.len() && digits.starts_with(['.', ')']) && digits[1..].starts_with(' ');
    let heading = line.trim_start_matches('#');
    let is_heading =
        heading.len() < line.len() && line.len() - heading.len() <= 6 && heading.starts_with(' ');
    let is_fence = line.starts_with("```") || line.starts_with("~~~");
    is_number
        || is_heading
        || is_fence
        || ["- ", "* ", "+ ", "> ", "| "].iter().any(|marker| line.starts_with(marker))
}
