//! Collects the events of some Markdown, and checks each on the way.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use super::{
    headings::Headings,
    images::Images,
    links,
    lint::{self, Finding, link_in_a_link},
    rendered::Rendered,
    tags,
    text::Text,
};
use crate::addresses;
use report::Severity;

pub struct Writer<'a, 'e> {
    pub text: &'a Text<'e>,
    pub events: Vec<Event<'e>>,
    pub headings: Headings,
    /// HTML tags that were refused and not yet closed: a mistake is reported once.
    open_tags: usize,
    open_links: usize,
    in_code: bool,
    images: Images,
    /// The text of the block so far.
    rendered: Rendered,
    /// The same as readers see it, to be searched for claims.
    shown: Rendered,
}

impl<'a, 'e> Writer<'a, 'e> {
    /// For text below a heading of `level`, with pictures or without.
    pub fn new(text: &'a Text<'e>, level: HeadingLevel, images: Images) -> Self {
        Self {
            images,
            text,
            events: Vec::new(),
            headings: Headings::below(level),
            open_tags: 0,
            open_links: 0,
            in_code: false,
            rendered: Rendered::default(),
            shown: Rendered::default(),
        }
    }

    pub fn finish(mut self) -> String {
        self.end_block();
        let mut out = String::new();
        html::push_html(&mut out, self.events.into_iter());
        out
    }

    /// Looks at an event before anything is made of it: the text of each block is
    /// searched when the block ends.
    pub fn inspect(&mut self, event: &Event, span: &Range<usize>) {
        if self.text.document.looks_for_claims() {
            self.shown.add_shown(event, span, self.text.markdown);
        }
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                self.end_block();
                self.in_code = true;
                self.check_code(kind, span);
            }
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Text(text) if self.in_code => self.check_replacement_characters(text, span),
            Event::Code(text) => {
                self.check_replacement_characters(text, span);
                self.rendered.add(event, span, self.text.markdown);
            }
            Event::Start(tag) if !is_inline(tag.to_end()) => self.end_block(),
            Event::End(tag) if !is_inline(*tag) => self.end_block(),
            event => self.rendered.add(event, span, self.text.markdown),
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.rendered);
        for Finding { span, problem, is_error } in lint::in_block(&block, self.text.markdown, false) {
            let severity = if is_error { Severity::Error } else { Severity::Warning };
            self.text.report(severity, &span, problem);
        }
        let shown = std::mem::take(&mut self.shown);
        for (part, problem) in self.text.document.claims(&shown.text) {
            self.text.report(Severity::Warning, &shown.span(&part), problem);
        }
    }

    /// Code is shown as it stands; a character that was lost is lost there too.
    fn check_replacement_characters(&mut self, code: &str, span: &Range<usize>) {
        if code.contains(char::REPLACEMENT_CHARACTER)
            && let Some(at) = self.text.markdown[span.clone()].find(char::REPLACEMENT_CHARACTER)
        {
            let at = span.start + at;
            self.text.document.warning(
                self.text.span(&(at..at + char::REPLACEMENT_CHARACTER.len_utf8())),
                format!("a character was lost here, and readers see `{}`", char::REPLACEMENT_CHARACTER),
                "type it again; it was lost when the text was copied or saved in another encoding",
            );
        }
    }

    /// A block of code that swallows what is below it, or is no code.
    fn check_code(&self, kind: &CodeBlockKind, span: &Range<usize>) {
        let CodeBlockKind::Fenced(language) = kind else { return };
        let block = self.text.markdown[span.clone()].trim_end();
        let fence = block.chars().next().unwrap_or('`');
        let last = block.lines().last().unwrap_or_default();
        let closed = block.lines().count() > 1
            && last.trim_start_matches([' ', '>', '\t']).chars().all(|c| c == fence);
        if !closed {
            self.text.document.warning(
                self.text.span(span),
                "this code is never closed: all that is below it becomes part of it",
                format!("put a line {} at its end, or take this line out", fence.to_string().repeat(3)),
            );
        } else if ["markdown", "md"].contains(&&**language) {
            self.text.document.warning(
                self.text.span(span),
                "this shows Markdown as code, with its signs, and not what it stands for",
                "take out this line and the one that closes it",
            );
        }
    }

    pub fn push(&mut self, event: Event<'e>, span: &Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.refuse_html(span),
            Event::InlineHtml(tag) if !tag.starts_with("</") => {
                self.open_tags += usize::from(!tag.starts_with("<!"));
                self.refuse_html(span);
            }
            Event::InlineHtml(_) if self.open_tags == 0 => self.refuse_html(span),
            Event::InlineHtml(_) => self.open_tags -= 1,
            Event::Html(_) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let source = self.destination_span(&dest_url, span);
                self.images.open(self.text, dest_url, title, span, source, self.open_links > 0);
            }
            Event::End(TagEnd::Image) => {
                self.events.extend(self.images.close(self.text, span));
            }
            event if self.images.is_open() => self.images.add_words(&event),
            Event::Start(Tag::Paragraph) => {
                self.images.open_paragraph(self.events.len());
                self.events.push(event);
            }
            Event::End(TagEnd::Paragraph) => {
                self.events.push(event);
                self.images.close_paragraph(self.text, &mut self.events);
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                self.open_link(span, link_type, dest_url, title, id);
            }
            Event::End(TagEnd::Link) => {
                self.open_links -= 1;
                // The event before it is the link's beginning: there is nothing between the two.
                if matches!(self.events.last(), Some(Event::Start(Tag::Link { .. }))) {
                    self.text.document.error(
                        self.text.span(span),
                        "this link has no words",
                        "write in the square brackets where it leads: `[words](/page)`",
                    );
                }
                self.events.push(Event::End(TagEnd::Link));
            }
            event => self.events.push(event),
        }
    }

    /// Begins a heading of `level`.
    pub fn open_heading(&mut self, heading: Tag<'e>, level: HeadingLevel, span: &Range<usize>) {
        self.headings.open(self.text, level, span, self.events.len());
        self.events.push(Event::Start(heading));
    }

    /// Ends a heading, which gets its id.
    pub fn close_heading(&mut self, span: &Range<usize>) {
        if let Some((event, made)) = self.headings.close(self.text, span)
            && let Event::Start(Tag::Heading { id, .. }) = &mut self.events[event]
        {
            *id = Some(made.into());
        }
    }

    fn open_link(
        &mut self,
        span: &Range<usize>,
        link_type: LinkType,
        dest_url: CowStr<'e>,
        title: CowStr<'e>,
        id: CowStr<'e>,
    ) {
        let mail = link_type == LinkType::Email;
        let dest_url = if mail { format!("mailto:{dest_url}").into() } else { dest_url };
        if self.open_links > 0 {
            self.text.report(Severity::Error, span, link_in_a_link());
        }
        self.open_links += 1;
        // `[^1]: Smith` says where a link named `^1` leads.
        let target = if id.starts_with('^') {
            let message = "footnotes are not known here, and this becomes a link that leads nowhere";
            let help = "write what it says in the text itself, or below it as a sentence";
            self.text.document.error(self.text.span(span), message, help);
            "#".to_owned()
        } else {
            self.target(&dest_url, span)
        };
        let link_type = if mail { LinkType::Inline } else { link_type };
        self.events.push(Event::Start(Tag::Link { link_type, dest_url: target.into(), title, id }));
    }

    /// Where a link leads, which is nowhere when its address is refused.
    fn target(&self, address: &str, span: &Range<usize>) -> String {
        let document = self.text.document;
        let written = self.destination_span(address, span);
        let in_the_file = written.as_ref().and_then(|part| self.text.as_written(part));
        let start = written.map_or(span.start, |part| part.start);
        let address = document.report_in_address(address, |at| self.text.at(start + at));
        match links::checked(&address) {
            Ok(target) => {
                let target = self.current(target, span, in_the_file.clone());
                document.add_link(target.clone(), self.text.span(span), in_the_file);
                target
            }
            Err(problem) => {
                document.report(Severity::Error, self.text.span(span), in_the_file, problem);
                "#".to_owned()
            }
        }
    }

    /// Where a link's destination stands in the Markdown: behind its words.
    fn destination_span(&self, address: &str, span: &Range<usize>) -> Option<Range<usize>> {
        let start = span.start + self.text.markdown[span.clone()].rfind(address)?;
        Some(start..start + address.len())
    }

    /// The address that a redirect leads to.
    fn current(&self, target: String, span: &Range<usize>, written: Option<Range<usize>>) -> String {
        let (path, rest) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
        let Some(current) = self.text.document.redirect(path) else { return target };
        let problem = addresses::redirected(path, current, rest);
        self.text.document.report(Severity::Warning, self.text.span(span), written, problem);
        format!("{current}{rest}")
    }

    fn refuse_html(&self, span: &Range<usize>) {
        let message = "HTML cannot be used in content";
        self.text.document.error(
            self.text.span(span),
            message,
            tags::help(&self.text.markdown[span.clone()]),
        );
    }
}

/// Whether it stands inside a line of text, so that the text goes on behind it.
fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}
