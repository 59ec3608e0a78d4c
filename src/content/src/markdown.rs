//! Markdown to HTML, without what could break or attack a page: no raw HTML,
//! no second `h1`, no styles, no schemes but the four that visitors need.

use std::ops::Range;

use pulldown_cmark::{
    Alignment, BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

use crate::{Document, Value, scalar::Places};

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// The schemes that a link may have (RFC 3986, section 3.1).
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// A page's body: the part `range` of the file.
pub fn body(document: &Document, range: Range<usize>) -> String {
    let text = &document.source.text[range.clone()];
    blocks(document, text, HeadingLevel::H1, &|offset| range.start + offset)
}

/// A value that holds Markdown with blocks of its own, below a heading of the second level.
pub fn section(value: &Value, text: &str) -> Option<String> {
    let document = value.document;
    let places = value.places(text);
    shown(value, blocks(document, text, HeadingLevel::H2, &|offset| places.of(offset)))
}

/// HTML with something to see in it. Markdown such as `[a]: b` defines a link's
/// address and shows nothing.
fn shown(value: &Value, html: String) -> Option<String> {
    if html.trim().is_empty() {
        value.error("this shows nothing", "put a backslash before its first sign if that is meant literally");
        return None;
    }
    Some(html)
}

/// Markdown below a heading of `level`; `at` leads from its offsets to the file's.
fn blocks(document: &Document, text: &str, level: HeadingLevel, at: &dyn Fn(usize) -> usize) -> String {
    let mut writer = Writer::new(document, at, level);
    let mut heading: Option<(usize, String)> = None;
    let mut table = Table::default();

    for (event, span) in parser(text, OPTIONS, document, at) {
        if let Some((_, words)) = &mut heading
            && let Event::Text(text) | Event::Code(text) = &event
        {
            words.push_str(text);
        }
        match event {
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                writer.check_heading(level, &span);
                heading = Some((writer.events.len(), String::new()));
                writer.events.push(Event::Start(Tag::Heading { level, id: None, classes, attrs }));
            }
            Event::End(TagEnd::Heading(level)) => {
                if heading.as_ref().is_some_and(|(_, words)| words.trim().is_empty()) {
                    document.error(
                        writer.span(&span),
                        "this heading is empty",
                        "write its words on the same line, or remove it",
                    );
                }
                let heading_span = writer.span(&span);
                if let Some((start, words)) = heading.take()
                    && let Event::Start(Tag::Heading { id, .. }) = &mut writer.events[start]
                {
                    *id = Some(document.unique_id(&words, &heading_span).into());
                }
                writer.events.push(Event::End(TagEnd::Heading(level)));
            }
            Event::Start(Tag::Table(alignments)) => {
                table = Table { alignments, ..Table::default() };
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
                table.head = true;
                writer.events.push(Event::Start(Tag::TableHead));
            }
            Event::End(TagEnd::TableHead) => {
                table.head = false;
                writer.events.push(Event::End(TagEnd::TableHead));
            }
            Event::Start(Tag::TableRow) => {
                table.column = 0;
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
pub fn inline(value: &Value, text: &str) -> Option<String> {
    let html = paragraphs(value, text)?;
    let inner = html.trim_end().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    let one = inner.filter(|inner| !inner.contains("<p>"));
    if one.is_none() {
        value.error("this must be one paragraph", "join its paragraphs: remove the empty lines between them");
    }
    one.map(str::to_owned)
}

/// Paragraphs of inline Markdown.
pub fn paragraphs(value: &Value, text: &str) -> Option<String> {
    let document = value.document;
    let places = value.places(text);
    let at = |offset: usize| places.of(offset);
    let mut writer = Writer::new(document, &at, HeadingLevel::H1);
    for (event, span) in parser(text.trim_end(), Options::ENABLE_STRIKETHROUGH, document, &at) {
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
            document.error(
                document.source.rest_of_line(at(span.start)),
                format!("{block} cannot stand here"),
                "only running text fits: bold, italics, links; put a backslash before a sign that is meant literally",
            );
            return None;
        }
        writer.push(event, &span);
    }
    shown(value, writer.finish())
}

/// Events with their places. A link that refers to nothing is an error.
fn parser<'t>(
    text: &'t str,
    options: Options,
    document: &Document,
    at: &dyn Fn(usize) -> usize,
) -> impl Iterator<Item = (Event<'t>, Range<usize>)> {
    let broken = |link: BrokenLink| {
        // `[Note]` alone is text; `[words][name]` was meant as a link.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            let start = at(link.span.start);
            document.error(
                start..document.source.rest_of_line(start).end,
                format!("no line says where `{}` leads", link.reference),
                "write the address behind the words, in round brackets: `[words](/page)`",
            );
        }
        None
    };
    let events: Vec<_> =
        Parser::new_with_broken_link_callback(text, options, Some(broken)).into_offset_iter().collect();
    events.into_iter()
}

/// Collects events, checking each on the way.
struct Writer<'a, 'e> {
    document: &'a Document<'a>,
    /// From an offset in the Markdown to one in the file.
    at: &'a dyn Fn(usize) -> usize,
    events: Vec<Event<'e>>,
    /// The last heading's level: the page's name is its `h1`.
    level: HeadingLevel,
    /// HTML tags that were refused and not yet closed: a mistake is told once.
    open_tags: usize,
}

impl<'a, 'e> Writer<'a, 'e> {
    fn new(document: &'a Document<'a>, at: &'a dyn Fn(usize) -> usize, level: HeadingLevel) -> Self {
        Self { document, at, events: Vec::new(), level, open_tags: 0 }
    }

    fn finish(self) -> String {
        let mut out = String::new();
        html::push_html(&mut out, self.events.into_iter());
        out
    }

    fn span(&self, span: &Range<usize>) -> Range<usize> {
        let start = (self.at)(span.start);
        let line = self.document.source.rest_of_line(start);
        start..(self.at)(span.end).clamp(start, line.end)
    }

    fn push(&mut self, event: Event<'e>, span: &Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.refuse_html(span),
            Event::InlineHtml(tag) if !tag.starts_with("</") => {
                self.open_tags += 1;
                self.refuse_html(span);
            }
            Event::InlineHtml(_) if self.open_tags == 0 => self.refuse_html(span),
            Event::InlineHtml(_) => self.open_tags -= 1,
            Event::Html(_) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::Image { .. }) => self.document.error(
                self.span(span),
                "pictures cannot be used yet",
                "take the picture out; its words can stay as text",
            ),
            Event::End(TagEnd::Image) => {}
            Event::End(TagEnd::Link) => {
                // The event before it is the link's beginning: there is nothing between the two.
                if matches!(self.events.last(), Some(Event::Start(Tag::Link { .. }))) {
                    self.document.error(
                        self.span(span),
                        "this link has no words",
                        "write in the square brackets where it leads: `[words](/page)`",
                    );
                }
                self.events.push(Event::End(TagEnd::Link));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url =
                    if link_type == LinkType::Email { format!("mailto:{dest_url}").into() } else { dest_url };
                match checked(&dest_url) {
                    Ok(target) => {
                        let target = self.current(target, span);
                        self.document.add_link(target.clone(), self.span(span));
                        let link_type =
                            if link_type == LinkType::Email { LinkType::Inline } else { link_type };
                        self.events.push(Event::Start(Tag::Link {
                            link_type,
                            dest_url: target.into(),
                            title,
                            id,
                        }));
                    }
                    Err((message, help)) => {
                        self.document.error(self.span(span), message, help);
                        self.events.push(Event::Start(Tag::Link {
                            link_type,
                            dest_url: CowStr::Borrowed("#"),
                            title,
                            id,
                        }));
                    }
                }
            }
            event => self.events.push(event),
        }
    }

    /// The address that an alias stands for.
    fn current(&self, target: String, span: &Range<usize>) -> String {
        let (path, rest) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
        let Some(current) = self.document.alias(path) else { return target };
        self.document.warning(
            self.span(span),
            format!("`{path}` is an older address of `{current}`"),
            format!("link to `{current}`"),
        );
        format!("{current}{rest}")
    }

    fn refuse_html(&self, span: &Range<usize>) {
        self.document.error(
            self.span(span),
            "HTML cannot be used in content",
            "write it in Markdown (`**bold**`, `*italics*`, `[words](/page)`), or put a backslash before the `<`",
        );
    }

    fn check_heading(&mut self, level: HeadingLevel, span: &Range<usize>) {
        if level == HeadingLevel::H1 {
            self.document.error(
                self.span(span),
                "this is a heading of the first level, and a page has only one: its `name`",
                "begin the heading with `##`",
            );
        } else if level as usize > self.level as usize + 1 {
            self.document.warning(
                self.span(span),
                format!("this heading skips a level: {level} follows {}", self.level),
                format!(
                    "begin it with {} for readers who navigate by headings",
                    "#".repeat(self.level as usize + 1)
                ),
            );
        }
        self.level = level;
    }
}

/// A link's address as it will stand in the page, or what is wrong with it.
fn checked(address: &str) -> Result<String, (String, String)> {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    });
    if address.is_empty() {
        Err((
            "this link has no address".into(),
            "write the address in the round brackets: `[words](/page)`".into(),
        ))
    } else if address.chars().any(char::is_control) {
        Err(("this link's address contains a control character".into(), "type the address again".into()))
    } else if let Some(scheme) = scheme {
        let lower = scheme.to_ascii_lowercase();
        let rest = &address[scheme.len() + 1..];
        let leads_somewhere = match lower.as_str() {
            "http" | "https" => {
                rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
            }
            _ => !rest.is_empty(),
        };
        if SCHEMES.contains(&lower.as_str()) && leads_somewhere {
            Ok(address.to_owned())
        } else if SCHEMES.contains(&lower.as_str()) {
            Err((
                format!("nothing that can be reached follows `{scheme}:`"),
                "write the whole address, for instance `https://example.com` or `tel:+18655550100`".into(),
            ))
        } else {
            Err((
                format!("links of the kind `{scheme}:` cannot be used"),
                "use an address that begins with `/`, `https://`, `mailto:` or `tel:`".into(),
            ))
        }
    } else if address.starts_with("//") || address.starts_with('\\') || address.starts_with("/\\") {
        Err((
            "this address leaves the site without saying how".into(),
            "begin it with `https://`, or with a single `/` for a page of this site".into(),
        ))
    } else if address.starts_with('#') {
        Ok(address.to_owned())
    } else if address.starts_with('/') {
        Ok(without_trailing_slash(address))
    } else {
        Err((
            format!("`{address}` does not say where it starts from"),
            format!("begin it with `/` for a page of this site (`/{address}`), or with `https://`"),
        ))
    }
}

/// `/a/?b#c` becomes `/a?b#c`: a route has one form.
fn without_trailing_slash(address: &str) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    match path.trim_end_matches('/') {
        "" => format!("/{rest}"),
        path => format!("{path}{rest}"),
    }
}

/// Writes table cells with classes: a `style` attribute would need a hole in
/// the Content-Security-Policy.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
}

impl Table {
    fn open_cell(&mut self) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            _ => "",
        };
        self.column += 1;
        if self.head { format!("<th{class} scope=\"col\">") } else { format!("<td{class}>") }
    }

    fn close_cell(&self) -> &'static str {
        if self.head { "</th>" } else { "</td>" }
    }
}

/// Warns of lines of a Markdown field that YAML has joined, where Markdown would
/// have made something of them.
pub fn tell_joined_lines(value: &Value, places: &Places) {
    let document = value.document;
    for joined in &places.joined {
        let line = document.source.rest_of_line(joined.at);
        let message = if joined.after_an_empty_line {
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

/// Whether a line begins with a sign of Markdown's blocks.
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
        || ["- ", "* ", "+ ", "> ", "| "].iter().any(|sign| line.starts_with(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_one_form() {
        assert_eq!(without_trailing_slash("/a/"), "/a");
        assert_eq!(without_trailing_slash("/a/?b=/#c"), "/a?b=/#c");
        assert_eq!(without_trailing_slash("/"), "/");
        assert_eq!(without_trailing_slash("/#c"), "/#c");
    }

    #[test]
    fn only_four_schemes_pass() {
        for address in ["https://a.b", "HTTP://a.b", "mailto:a@b.c", "tel:+1", "/a", "#a"] {
            assert!(checked(address).is_ok(), "{address}");
        }
        for address in
            ["javascript:x", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "//a.b", "/\\a.b", "a/b", ""]
        {
            assert!(checked(address).is_err(), "{address}");
        }
    }
}
