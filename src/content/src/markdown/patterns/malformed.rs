//! Malformed Markdown: links, headings, emphasis, tables and lists with a slip in them.

use super::row::{
    About::{Address, Block, Link, Markdown},
    Fix::{Advice, Template},
    Row,
};

/// Special cases come before the general ones, whose help can say less.
pub const ROWS: &[Row] = &[
    // Links that are none.
    (
        Link,
        r#"!?\[([^\[\]\n]*)\]\(([^\s()]+)\s+["“”„'‘’][^()\n]*\)"#,
        "this link is none: the words after its address need straight quotation marks at both ends",
        Template("[$1]($2)"),
    ),
    (
        Link,
        r"!?\[([^\[\]\n]*)\]\(\s*(?:tel|mailto|https?):[^()\n]*\s[^()\n]*\)",
        "this link is none: there is a space in its address",
        Advice("take the spaces out of the address"),
    ),
    (
        Link,
        r"!?\[[^\[\]\n]*\]\([^()\n]*\s[^()\n]*\)",
        "this link is none: there is a space in its address",
        Advice("write the page's address, which has hyphens in place of spaces"),
    ),
    (
        Link,
        r"!?\[([^\[\]\n]*)\]\(([^()\s]*)\)",
        "this link is shown as it stands",
        Advice("write it anew: `[words](/page)`"),
    ),
    (Link, r"\[([^\[\]\n]+)\]\(([^()\s]+)", "this link is never closed", Template("[$1]($2)")),
    (
        Link,
        r"\[([^\[\]\n]+)\]\s+\(((?:/|#|https?:|mailto:|tel:)[^()\s]*)\)",
        "this link is none: nothing can stand between its brackets",
        Template("[$1]($2)"),
    ),
    (
        Link,
        r"\(([^()\n]+)\)\[((?:/|#|https?:|mailto:|tel:)[^\[\]\s]*)\]",
        "this link is none: its brackets are the wrong way round",
        Template("[$1]($2)"),
    ),
    (
        Link,
        r"\[([^\[\]()\n]+)\(((?:/|https?:|mailto:|tel:)[^()\s]*)\)",
        "this link is none: its square bracket is never closed",
        Template("[$1]($2)"),
    ),
    (
        Link,
        r"(?m)^[^\x01\n]*?(?P<at>\]\()",
        "this is what is left of a link",
        Advice("write it anew: `[words](/page)`"),
    ),
    // Headings.
    (
        Markdown,
        r"(?m)^(#{2,6})([^#\s].*?)(?:\s*#+)?$",
        "this is no heading: a space is missing after its `#`",
        Template("$1 $2"),
    ),
    (
        Markdown,
        r"(?m)^#{7,}.*$",
        "this is no heading: there are six levels at most",
        Advice("begin it with fewer `#`"),
    ),
    (
        Markdown,
        r"\{[#.:][^{}\n]*\}",
        "braces of this kind are not known here, and readers see them",
        Advice("take them out: a heading's address is made of its words"),
    ),
    (
        Markdown,
        r"(?m)[^#\s](?P<at>##+)$",
        "these signs are shown: a space is missing before them",
        Advice("take them out"),
    ),
    // Emphasis.
    (
        Markdown,
        r"\*\*([^*\s\n](?:[^*\n]*[^*\s])?)([ \u{a0}]+)\*\*(\w*)",
        "these words are not bold: a space stands inside of the stars",
        Template("**$1**$2$3"),
    ),
    (
        Markdown,
        r"(\w*)\*\*([ \u{a0}]+)([^*\n]*[^*\s])[ \u{a0}]*\*\*",
        "these words are not bold: a space stands inside of the stars",
        Template("$1$2**$3**"),
    ),
    (
        Markdown,
        r"\*\*([^*\s](?:[^*\n]*[^*\s])?)\*\*(\w+)",
        "these words are not bold: a letter follows right behind the stars",
        Template("**$1** $2"),
    ),
    (
        Markdown,
        r"(\w+)\*\*([^*\s](?:[^*\n]*[^*\s])?)\*\*",
        "these words are not bold: a letter stands right before the stars",
        Template("$1 **$2**"),
    ),
    (
        Markdown,
        r"(?:^|[^*])(?P<at>\*{2,3})(?:[^*]|$)",
        "these stars make nothing bold, and readers see them",
        Advice(
            "write them at both ends, right at the words: `**bold**`; or a backslash before each that is meant literally",
        ),
    ),
    (
        Markdown,
        r"(?:^|[^_\w])(?P<at>__([^_\s](?:[^_\n]*[^_\s])?)(\s*)__)",
        "these words are not bold",
        Template("**$2**$3"),
    ),
    (
        Markdown,
        r"(?:^|[^_\w])(?P<at>__)[^_\s]",
        "these signs make nothing bold, and readers see them",
        Advice("write two stars at both ends, right at the words: `**bold**`"),
    ),
    (
        Markdown,
        r"(?:^|[^~])(?P<at>~~)(?:[^~]|$)",
        "these signs strike nothing through, and readers see them",
        Advice("write them at both ends, right at the words: `~~struck through~~`"),
    ),
    (
        Markdown,
        r"(?:^|[^=])(?P<at>==([^=\s](?:[^=\n]*[^=\s])?)==)(?:[^=]|$)",
        "marks of this kind are not known here, and readers see the signs",
        Template("**$2**"),
    ),
    (
        Markdown,
        r"[A-Za-z)](?P<at>[~^](\d{1,2})[~^])",
        "raised and lowered signs of this kind are not known here",
        Advice("write the sign itself, such as `²` or `₂`"),
    ),
    (
        Markdown,
        r"(?:^|[\s(])(?P<at>:[a-z][a-z0-9_+-]*[a-z0-9]:)(?:$|[\s).,!?])",
        "names of pictures are not known here, and readers see this as it stands",
        Advice("type or paste the sign itself, or take it out"),
    ),
    // Tables and lists.
    (
        Block,
        r"(?m)^(?:.*\|.*\n)*[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*(?:\n.*\|.*)*$",
        "this is no table: its first two lines have not as many cells each, or no table can stand here",
        Advice("give the line of dashes as many cells as the first line, and put an empty line above it"),
    ),
    (
        Block,
        r"(?m)^[ \t]*\|.*\|.*\|[ \t]*(?:\n.*\|.*)*$",
        "this is no table: the line of dashes below its first line is missing",
        Advice("below the first line goes one with as many cells: `| --- | --- |`"),
    ),
    (
        Block,
        r"(?m)^(?P<at>[•‣▪◦●])(?:.*\n?)*",
        "this is no list, and its lines become one",
        Advice("begin each item with `- ` in place of this sign"),
    ),
    (
        Block,
        r"(?m)^(?P<at>[-+*][^\W\d_]).*\n[-+*][^\W\d_]",
        "this is no list: a space is missing after each sign",
        Advice("begin each item with `- `"),
    ),
    (
        Block,
        r"(?m)^(?P<at>\d{1,2}[.)])[A-ZÀ-ÖØ-Þ](?:.*\n?)*",
        "this is no list: a space is missing after the number",
        Advice("put a space after each number: `1. Words`"),
    ),
    (
        Address,
        r#"https?://[^\s<>\x01]*[^\s<>\x01.,;:!?()\[\]'"’”*_]"#,
        "this address is no link",
        Template("<$0>"),
    ),
    (
        Address,
        r#"(?-u:\b)www\.[A-Za-z0-9-]+\.[^\s<>\x01]*[^\s<>\x01.,;:!?()\[\]'"’”*_]"#,
        "this address is no link",
        Template("[$0](https://$0)"),
    ),
];
