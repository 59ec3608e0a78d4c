//! HTML, which content cannot have, and what to write in its place.

/// What an editor writes in place of a tag.
pub fn help(tag: &str) -> &'static str {
    if tag.starts_with("<!--") {
        return "leave the comment out; what nobody should read does not belong in the file";
    }
    let name = tag.trim_start_matches(['<', '/']);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    match &*name.to_ascii_lowercase() {
        "br" => {
            "for a new line, end the line above with a backslash; for a new paragraph, leave an empty line; \
             a table's cell has one line"
        }
        "b" | "strong" => "write it in Markdown: `**bold**`",
        "i" | "em" | "cite" | "dfn" => "write it in Markdown: `*italics*`",
        "s" | "del" | "strike" => "write it in Markdown: `~~struck through~~`",
        "a" => "write it in Markdown: `[words](/page)`",
        "code" | "kbd" | "tt" | "samp" => "write it in Markdown, between backticks",
        "pre" => "write it in Markdown: between two lines of three backticks",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "write a heading in Markdown: `## Words`",
        "ul" | "ol" | "li" => "write a list in Markdown: each item on a line that begins with `- `",
        "blockquote" | "q" => "write a quotation in Markdown: each line begins with `> `",
        "hr" => "write it in Markdown: a line `---` with an empty line above and below",
        "table" | "thead" | "tbody" | "tr" | "td" | "th" => {
            "write a table in Markdown: cells with `|` between, and `| --- | --- |` below the first line"
        }
        "p" | "div" | "section" | "span" | "font" | "center" | "article" => {
            "take the tag out and keep its words; an empty line begins a new paragraph"
        }
        "u" | "mark" | "small" | "big" => {
            "take the tag out; `**bold**` and `*italics*` are there for emphasis"
        }
        "sup" | "sub" => "take the tag out, and write the sign itself (`²`, `®`) where there is one",
        "img" | "picture" | "figure" | "figcaption" => {
            "take it out: pictures cannot be used yet; their words can stay as text"
        }
        _ => {
            "write it in Markdown (`**bold**`, `*italics*`, `[words](/page)`), or put a backslash before the `<`"
        }
    }
}
