//! Artifacts of other programs: lost characters, templates, their own Markdown.

use super::row::{
    About::{Artifact, Markdown},
    Fix::Advice,
    Row,
};

/// Templates come before braces, and all of it before [`super::malformed`].
pub const ROWS: &[Row] = &[
    // Lost characters, and what programs leave that wrote or copied the text.
    (
        Artifact,
        "\u{FFFD}+",
        "a character was lost here, and readers see `\u{FFFD}`",
        Advice("type it again; it was lost when the text was copied or saved in another encoding"),
    ),
    (
        Artifact,
        "[ÃÂ][\u{80}-\u{9F}¡-º¼-¿‰Š‹ŒŽ€‚ƒ„†‡ˆ]|â€[\u{80}-\u{9F}™œ˜“”¦¢]|ï»¿|ðŸ",
        "a character was garbled here, and readers see these signs",
        Advice("type it again, and save the file with the encoding UTF-8"),
    ),
    (
        Artifact,
        "[\u{E000}-\u{F8FF}\u{FFFC}]+",
        "this character shows nothing outside of the program that it comes from",
        Advice("take it out, or type what it is to show"),
    ),
    (
        Artifact,
        r"【\d+(?::\d+)?†[^】\n]*】|:?contentReference\[oaicite[^\]]*\](?:\{[^}]*\})?|(?-u:\b)(?:cite)?turn\d+(?:search|view|news)\d+(?-u:\b)",
        "this was left behind by a chat program",
        Advice("take it out"),
    ),
    (
        Artifact,
        r"(?i)(?-u:\b)lorem ipsum(?-u:\b)",
        "this text fills a place, and says nothing",
        Advice("write the real text"),
    ),
    (
        Artifact,
        r"(?-u:\b)(?:TODO|FIXME)(?-u:\b)(?:\([^)]*\))?:",
        "this is a note to yourself, and readers see it",
        Advice("do it, or take the note out"),
    ),
    (
        Artifact,
        r"(?P<at>\[(?i:your|insert|enter)(?-u:\b)[^\[\]\n]*\])(?:[^(]|$)",
        "this is to be filled in, and readers see it as it stands",
        Advice("write what belongs here"),
    ),
    // Templates and shortcodes.
    (
        Artifact,
        r"\{\{[^{}]*(?:\}\})?|\}\}|\{%[^{}]*(?:%\})?|%\}|<%[^\n]*?(?:%>|$)|\{#[^\n]*?#\}|\$\{[^{}\n]*\}|\{/\*[^\n]*?(?:\*/\}|$)",
        "this is a template's code, which readers see as it stands",
        Advice("write the words that it stands for, or take it out"),
    ),
    (
        Artifact,
        r#"\[/?[a-z][a-z0-9_-]*(?:\s+[a-z][a-z0-9_-]*=["“”'‘’][^\[\]\n]*)\s*/?\]|\[/(?:audio|caption|embed|gallery|playlist|video|[a-z]+(?:_[a-z]+)+)\]"#,
        "this is another program's shortcode, which readers see as it stands",
        Advice("write the words that it stands for, or take it out"),
    ),
    (Artifact, r"%%[^%\n]+%%", "this is another program's comment, which readers see", Advice("take it out")),
    (
        Markdown,
        r"!?\[\[[^\[\]\n]*\]\]",
        "double brackets make no link here",
        Advice("write a link: `[words](/page)`"),
    ),
    (
        Markdown,
        r"^\[![A-Za-z]+\][+-]?",
        "boxes of this kind are not known here",
        Advice("write the word itself, such as `**Note:**`"),
    ),
    (
        Markdown,
        r"(?m)^\[(?:TOC|toc)\]\s*$",
        "there is no table of contents, and readers see this",
        Advice("take it out"),
    ),
    (
        Markdown,
        r"(?m)^:{3,}.*$",
        "boxes of this kind are not known here, and readers see the colons",
        Advice("take the line out"),
    ),
    (
        Markdown,
        r"\[\^[^\[\]\s]+\]:?",
        "footnotes are not known here, and readers see this as it stands",
        Advice("write what it says in the text itself, or below it as a sentence"),
    ),
    (
        Markdown,
        r"^\[[ xX]?\](?:\s|$)",
        "boxes to tick are not known here, and readers see the brackets",
        Advice("take the brackets out: the list is one without them"),
    ),
    // Escapes and entities.
    (
        Artifact,
        r"\\(?:r\\)?[nrt]",
        "these signs break no line: readers see a backslash",
        Advice("leave an empty line for a new paragraph, or end the line with a backslash for a new line"),
    ),
    (
        Artifact,
        r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|nbsp|ensp|emsp|thinsp|shy|amp|lt|gt|quot|apos|[lr]s?a?quo|[lr]dquo|[sb]dquo|sbquo|[nm]dash|hellip|bull|middot|copy|reg|trade|deg|euro|pound|cent|sect|times|frac\d\d|sup\d|szlig|[aoAO][Ee]lig|[A-Za-z](?:acute|grave|circ|uml|tilde|ring|cedil|slash));|&nbsp(?-u:\b)",
        "readers see these signs, not the one that they stand for",
        Advice("type the sign itself, or a space for `&nbsp;`"),
    ),
];
