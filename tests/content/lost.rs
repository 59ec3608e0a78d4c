//! Words and lines that YAML would lose without a mistake.

use crate::{
    Folder, SITE, page,
    report::{assert_says, said_of},
};

#[test]
fn words_behind_a_number_sign_are_not_lost() {
    let lost = "the words from `#` on are lost";
    assert_says(
        said_of("tagline: Voted #1 in town\n", ""),
        "a.md:6:16",
        &[lost, "(put the whole value in quotes: `tagline: \"Voted #1 in town\"`)"],
    );
    assert_says(said_of("tagline: #1 in town\n", ""), "a.md:6:10", &[lost, "`tagline: \"#1 in town\"`"]);
    assert_says(
        said_of("tagline: Say \"hi\"  #hello\n", ""),
        "a.md:6:20",
        &[lost, "`tagline: 'Say \"hi\" #hello'`"],
    );
    assert_says(said_of("tagline: 'Voted' #1\n", ""), "a.md:6:18", &[lost, "`tagline: \"'Voted' #1\"`"]);
    assert_says(said_of("tagline: 'Voted'#1\n", ""), "a.md:6:17", &[lost, "`tagline: \"'Voted'#1\"`"]);
    assert_says(said_of("tagline: one\n  two #3\n", ""), "a.md:7:7", &[lost, "`tagline: \"one two #3\"`"]);
    assert_says(
        said_of("tagline: Voted\n  #1 in town\n", ""),
        "a.md:7:3",
        &[lost, "`tagline: \"Voted #1 in town\"`"],
    );
    assert_says(said_of("tagline: Voted #1\n  in town\n", ""), "a.md:6:16", &[lost, "in one pair of quotes"]);
    assert_says(said_of("tagline: Voted # one\n  in town\n", ""), "a.md:6:16", &[lost, "a line of its own"]);
    let faq = "faq:\n  - question: Are you #1?\n    answer: Yes.\n";
    assert_says(said_of(faq, ""), "a.md:7:23", &[lost, "`- question: \"Are you #1?\"`"]);
    let faq = "faq:\n  - question: Are you first?\n    answer: We are #1.\n";
    assert_says(said_of(faq, ""), "a.md:8:20", &[lost, "`answer: \"We are #1.\"`"]);
    let content = Folder::with_home();
    for (keys, place) in [
        ("disclaimer: Suite #4\n", "site.yaml:4:19"),
        ("places:\n  - name: A\n    street: 1 Main St #200\n    city: B\n    region: C\n", "site.yaml:6:23"),
    ] {
        content.write("site.yaml", format!("{SITE}{keys}"));
        assert_says(content.said(), place, &[lost]);
    }
    let hours = "places:\n  - name: A\n    city: B\n    region: C\n    hours:\n      - days: [Monday #1\n        ]\n        opens: 09:00\n        closes: 17:00\n";
    content.write("site.yaml", format!("{SITE}{hours}"));
    assert_says(content.said(), "site.yaml:9:23", &["(put the text in quotes)"]);
    let required = page("", "").replace("name: A\n", "name: #1 clinic\n");
    content.write("site.yaml", SITE);
    content.write("a.md", required);
    assert_says(content.said(), "a.md:2:7", &[lost]);
}

#[test]
fn real_comments_go_on_passing() {
    for keys in [
        "tagline: Voted # a comment\n",
        "tagline: 'Voted' # a comment\n",
        "tagline: Voted #\ta comment\n",
        "tagline: Voted#1 in C#\n",
        "tagline: 'Voted #1'\n",
        "tagline: \"Voted #1\"\n",
        "tagline: >-\n  Voted\n  #1 in town\n",
        "whyChoose: | # a comment\n  Voted #1 in town\n",
        "#tagline: Voted\nweight: 1\n#weight: 2\n",
        "tagline: Voted\n#weight: 2\n",
        "faq: # a comment\n  #- question: A\n  - question: B\n    #answer: C\n    answer: D\n  #- question: E\n",
        "aliases: [/x, /y] #old\n",
        "aliases:\n  - /x\n  #- /y\n",
    ] {
        assert_eq!(said_of(keys, ""), [""; 0], "{keys}");
    }
}

#[test]
fn lines_that_yaml_joins_are_told_in_markdown() {
    let answer = |lines: &str| said_of(&format!("faq:\n  - question: A\n    answer: {lines}\n"), "");
    let (no_paragraph, no_sign) = ("no new paragraph begins here", "this sign begins nothing here");
    for (lines, place, message) in [
        (">-\n      One.\n\n      Two.", "a.md:11:7", no_paragraph),
        (">\n      One.\n\n      Two.", "a.md:11:7", no_paragraph),
        ("One.\n\n      Two.", "a.md:10:7", no_paragraph),
        ("'One.\n\n      Two.'", "a.md:10:7", no_paragraph),
        ("\"One.\n\n      Two.\"", "a.md:10:7", no_paragraph),
        ("It has\n      - parts", "a.md:9:7", no_sign),
        (">-\n      It has\n      1. parts", "a.md:10:7", no_sign),
        (">-\n      It has\n      * parts", "a.md:10:7", no_sign),
        (">-\n      Words\n      ## Heading", "a.md:10:7", no_sign),
        (">-\n      Words\n      > said", "a.md:10:7", no_sign),
    ] {
        assert_says(answer(lines), place, &[message, "begin the text with `|`"]);
    }
    let block = "sections:\n  - type: text-block\n    title: A\n    content: >\n      Words\n      - one\n      - two\n";
    assert_eq!(said_of(block, "").len(), 2);
    let why = "whyChoose: >-\n  One.\n\n  Two.\n";
    assert_says(said_of(why, ""), "a.md:9:3", &[no_paragraph]);
}

#[test]
fn lines_that_mean_nothing_to_markdown_are_joined_in_silence() {
    for keys in [
        "tagline: >-\n  one\n\n  two\n",
        "whyChoose: >-\n  one\n  two - three\n  *four* five\n  -six 7.5\n",
        "faq:\n  - question: A\n    answer: >\n      One.\n\n\n      Two.\n",
        "faq:\n  - question: A\n    answer: |\n      One.\n\n      Two.\n",
        "faq:\n  - question: A\n    answer: >-\n      One\n      two.\n\n",
        "sections:\n  - type: text-block\n    title: A\n    content: |\n      Words\n\n      - one\n      - two\n",
    ] {
        assert_eq!(said_of(keys, ""), [""; 0], "{keys}");
    }
}
