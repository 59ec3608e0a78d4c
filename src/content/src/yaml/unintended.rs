//! Comments, anchors and tags that were not meant as such: words behind ` #`, `&word`,
//! `!word`, which YAML takes out of the text without a mistake.

use std::ops::Range;

use super::{
    error::SyntaxError,
    lines::{line_start, lines_from, rest_of_line},
    node::{Data, Node, Style},
    quotes::{self, quoted},
};

/// Finds them in all values of a tree. The values read on with what was meant.
pub fn find(file: &str, yaml: Range<usize>, root: &mut Node) -> Vec<SyntaxError> {
    let mut search = Search { file, yaml, found: Vec::new() };
    search.node(root, 0, false);
    search.found
}

struct Search<'f> {
    file: &'f str,
    yaml: Range<usize>,
    found: Vec<SyntaxError>,
}

impl Search<'_> {
    /// `column` is that of the key or the hyphen; `flow` says whether the node is in brackets.
    fn node(&mut self, node: &mut Node, column: usize, flow: bool) {
        let flow = flow || self.file[node.mark.span.start..].starts_with(['[', '{']);
        let start = node.mark.span.start;
        match &mut node.data {
            Data::List(items) => {
                let column = self.column(start);
                items.iter_mut().for_each(|item| self.node(item, column, flow));
            }
            Data::Mapping(entries) => {
                for (key, value) in entries {
                    let column = self.column(key.mark.span.start);
                    self.node(value, column, flow);
                }
            }
            _ => self.scalar(node, column, flow),
        }
    }

    fn column(&self, at: usize) -> usize {
        at - line_start(self.file, at)
    }

    fn scalar(&mut self, node: &mut Node, column: usize, flow: bool) {
        let span = node.mark.span.clone();
        if let Some(property) = node.mark.property.clone() {
            let indicator = &self.file[property.start..property.start + 1];
            let whole = property.start..span.end.max(property.end);
            let whole =
                whole.start..rest_of_line(self.file, whole.start).end.min(whole.end).max(property.end);
            let message = format!("a value that begins with `{indicator}` must stand in quotes");
            self.push(node, rest_of_line(self.file, property.start), whole, message, flow);
        } else if let Some(comment) = self.comment(node, column) {
            let start = if span.is_empty() { comment.start } else { span.start };
            let message = "the words from `#` on are lost: YAML takes them for a comment".to_owned();
            let end = comment.end;
            self.push(node, comment, start..end, message, flow);
        }
    }

    fn push(&mut self, node: &mut Node, at: Range<usize>, whole: Range<usize>, message: String, flow: bool) {
        if flow {
            // What is left is mostly a word out of a list: it is read on as it is.
            self.found.push(SyntaxError { span: at, message, help: "put the text in quotes".into() });
            return;
        }
        let help = quotes::help(&quoted(self.file, whole.clone()));
        self.found.push(SyntaxError { span: at, message, help });
        let meant = self.file[whole].split_whitespace().collect::<Vec<_>>().join(" ");
        node.data = Data::Text(meant);
        // What else is said of the value is no edit of it: this one comes first.
        node.mark.style = None;
    }

    /// A comment that was hardly meant as one: without a space behind its `#`, on
    /// the line of the value or where another line of it would stand.
    fn comment(&self, node: &Node, column: usize) -> Option<Range<usize>> {
        let Some(Style::Plain | Style::Single | Style::Double) = node.mark.style else { return None };
        let end = node.mark.span.end.min(self.yaml.end);
        let rest = rest_of_line(&self.file[..self.yaml.end], end);
        if let Some(at) = words_behind_a_number_sign(&self.file[rest.clone()]) {
            return Some(rest.start + at..rest.end);
        }
        if node.mark.style != Some(Style::Plain)
            || node.mark.span.is_empty()
            || !self.file[rest.clone()].is_empty()
        {
            return None;
        }
        let (start, line) = lines_from(&self.file[..self.yaml.end], rest.end).nth(1)?;
        let indentation = line.len() - line.trim_start().len();
        let at = words_behind_a_number_sign(line).filter(|at| *at == indentation && indentation > column)?;
        Some(start + at..start + line.len())
    }
}

/// Where in the rest of a line a comment begins, if there is no space behind its `#`.
fn words_behind_a_number_sign(rest: &str) -> Option<usize> {
    let comment = rest.trim_start();
    let behind = comment.strip_prefix('#')?;
    (!behind.starts_with([' ', '\t'])).then(|| rest.len() - comment.len())
}

/// A comment inside a text of several lines, which is why the text's next line at
/// `at` does not fit.
pub fn comment_in_a_text(file: &str, yaml: Range<usize>, at: usize, said: &str) -> Option<SyntaxError> {
    if !said.contains("did not find expected") && !said.contains("could not find expected ':'") {
        return None;
    }
    let here = line_start(file, at);
    let lines: Vec<_> = lines_from(&file[..here], yaml.start).filter(|(_, line)| !line.is_empty()).collect();
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let next = &file[rest_of_line(file, here)];
    // The line itself, or for `could not find` the line before the next one.
    lines.iter().rev().take(2).find_map(|(start, line)| {
        let (key, value) = line.split_once(": ").or_else(|| line.split_once("- ")).unwrap_or(("", line));
        if value.starts_with(['"', '\'', '|', '>']) || line.trim_start().starts_with('#') {
            return None;
        }
        let comment = line.len() - value.len() + value.find(" #")? + 1;
        let continues = indentation(next) > indentation(line) || key.is_empty() || said.contains("could not");
        continues.then(|| SyntaxError {
            span: start + comment..start + line.len(),
            message: "the words from `#` on are lost: YAML takes them for a comment, which ends the text"
                .into(),
            help: "put all of the text in one pair of quotes, or the comment on a line of its own".into(),
        })
    })
}
