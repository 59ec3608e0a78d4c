//! Front matter's YAML as a tree that knows where its nodes stand.
//!
//! serde_yaml says what the values are and keeps no positions; [`marks`] reads the
//! same text once more for them. Both meet in [`tree`], in one walk.

mod error;
mod events;
mod lines;
mod marks;
mod node;
mod quotes;
mod syntax;
mod tree;
mod unintended;

use std::ops::Range;

pub use error::SyntaxError;
pub use node::{Data, Mark, Node, Style};

use report::Help;

/// How a scalar's line looks with it in quotes.
pub fn quoted_line(file: &str, span: Range<usize>) -> Help {
    quotes::help(&quotes::quoted(file, span))
}

/// The same of whatever stands behind the key on the line of `offset`, if it ends there.
pub fn quoted_value(file: &str, offset: usize) -> Option<Help> {
    quotes::whole_value(file, offset).map(|quoted| quotes::help(&quoted))
}

/// Parses the part `yaml` of a file; an empty one is an empty mapping. What YAML
/// would lose of the text comes along as mistakes.
pub fn parse(file: &str, yaml: Range<usize>) -> Result<(Node, Vec<SyntaxError>), SyntaxError> {
    let text = &file[yaml.clone()];
    let empty = text.lines().all(|line| {
        let line = line.trim_start();
        line.is_empty() || line.starts_with('#')
    });
    if empty {
        let mark = Mark::at(yaml.start);
        return Ok((Node { data: Data::Mapping(Vec::new()), mark }, Vec::new()));
    }
    match tree::parse(text, marks::read(file, yaml.clone())) {
        Ok(mut root) => {
            let unintended = unintended::find(file, yaml, &mut root);
            Ok((root, unintended))
        }
        Err(error) => Err(syntax::explain(file, yaml, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str =
        "---\nname: A\nfaq:\n  - question: Q\n    answer: 'é' # why\nflow: {a: 1, b: [x, y]}\n- ";

    /// Every node of a tree with the text that it stands for, keys first.
    fn spans<'t>(file: &'t str, node: &Node, spans: &mut Vec<(usize, &'t str)>) {
        let span = node.mark.span.clone();
        spans.push((span.start, &file[span]));
        match &node.data {
            Data::List(items) => items.iter().for_each(|item| self::spans(file, item, spans)),
            Data::Mapping(entries) => entries.iter().for_each(|(key, value)| {
                self::spans(file, key, spans);
                self::spans(file, value, spans);
            }),
            _ => {}
        }
    }

    fn shown(file: &str) -> Vec<(usize, &str)> {
        let mut all = Vec::new();
        let (node, _) =
            parse(file, 0..file.len()).unwrap_or_else(|error| panic!("{file:?}: {}", error.message));
        spans(file, &node, &mut all);
        all
    }

    #[test]
    fn every_node_knows_its_span() {
        let (node, _) = parse(YAML, 4..YAML.len() - 2).expect("YAML");
        let mut all = Vec::new();
        spans(YAML, &node, &mut all);
        let texts: Vec<_> = all.iter().map(|(_, text)| *text).filter(|text| text.len() > 1).collect();
        assert_eq!(texts, ["name", "faq", "question", "answer", "'é'", "flow"]);
        assert!(all.contains(&(19, "")) && YAML[19..].starts_with("- question"), "{all:?}");
    }

    #[test]
    fn scalars_of_every_style_know_their_span() {
        for (file, value) in [
            ("a: b # c\n", "b"),
            ("a:  'it''s' # c\n", "'it''s'"),
            ("a: \"x \\\" y\"  #c\n", "\"x \\\" y\""),
            ("a: one\n  two\nb: c\n", "one\n  two"),
            ("a: |  # c | d\n\n  one\n\nb: c\n", "|  # c | d\n\n  one\n\n"),
            ("a: >-\r\n  one\r\n  two\r\nb: c\r\n", ">-\r\n  one\r\n  two\r\n"),
            ("a: &x one\nb: *x\n", "one"),
            ("a:\nb: c\n", ""),
            ("a:   \nb: c\n", ""),
        ] {
            assert_eq!(shown(file)[2].1, value, "{file:?}");
        }
    }

    #[test]
    fn what_is_left_empty_stands_behind_its_colon_or_hyphen() {
        assert_eq!(shown("a:  \nb: c\n")[2], (2, ""));
        assert_eq!(shown("a :  \n")[2], (3, ""));
        assert_eq!(shown("- a # - b\n-\n- c\n")[2], (11, ""));
        assert_eq!(shown("a:\n- b\n")[2], (3, ""), "a list at its first hyphen");
    }

    #[test]
    fn what_libyaml_forgives_costs_no_span() {
        for file in [
            "a: [\n  b,\n  c\n]\nd: e\n",
            "a: [\nb,\nc\n]\nd: e\n",
            "a: {\n  b: c\n}\nf: [\n]\nd: e\n",
            "a: 'b'#c\nd: e\n",
            "a: b\u{feff}\nd: e\n",
            "a:\n  b: 'c\r c'\nd: e\n",
            "a: 'b\nc'\nd: e\n",
            "a: \"b\nc\n\nc\"\nd: e\n",
            "a: b\u{2028}\nd: e\n",
            "a:\n  - b: [\n  c\n  ]\nd: e\n",
        ] {
            let all = shown(file);
            let at = file.find("d: e").expect("a mark");
            assert_eq!(all[all.len() - 2..], [(at, "d"), (at + 3, "e")], "{file:?}");
        }
    }

    #[test]
    fn an_alias_stands_where_it_is_written() {
        let all = shown("a: &x [one, two]\nb: *x\nc: d\n");
        assert_eq!(all[6..9], [(20, "*x"); 3]);
        assert_eq!(all[9], (23, "c"));
    }

    #[test]
    fn duplicate_keys_survive_parsing() {
        assert_eq!(shown("a: 1\na: 2\n")[1..], [(0, "a"), (3, "1"), (5, "a"), (8, "2")]);
    }
}
