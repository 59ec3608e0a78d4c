//! Mistakes in Markdown: links, HTML, headings, what cannot be shown.

use crate::report::{assert_says, said_of};

#[test]
fn a_link_leads_nowhere() {
    let to = |target: &str| said_of("", &format!("Ein [é](/a) and [b]({target}).\n"));
    assert_says(
        to("/microneedling/fase"),
        "a.md:7:17",
        &["no page at `/microneedling/fase`", "did you mean `/microneedling/face`?"],
    );
    assert_says(
        to("/microneedling/face#pan"),
        "a.md:7:17",
        &["no place named `pan`", "did you mean `#pain`?"],
    );
    assert_says(to("#pan"), "a.md:7:17", &["no place named `pan`"]);
    assert_says(to("face"), "a.md:7:17", &["begin it with `/`"]);
    assert_says(to(""), "a.md:7:17", &["no address"]);
    for fine in
        ["/microneedling/face/", "/microneedling/face?from=a#pain", "https://example.com", "tel:+1", "#main"]
    {
        assert_eq!(to(fine), [""; 0], "{fine}");
    }
}

#[test]
fn a_link_in_an_answer_leads_nowhere() {
    let faq = "faq:\n  - question: A\n    answer: >-\n      It's in two\n      lines: [here](/nowhere).\n";
    assert_says(said_of(faq, ""), "a.md:10:14", &["no page at `/nowhere`"]);
    let faq = "faq:\n  - question: A\n    answer: 'It''s [here](/nowhere).'\n";
    assert_says(said_of(faq, ""), "a.md:8:20", &["no page at `/nowhere`"]);
}

#[test]
fn html_is_refused() {
    assert_says(said_of("", "One <b>two</b>\n"), "a.md:7:5", &["HTML cannot be used", "Markdown"]);
    assert_says(said_of("", "<script>\nalert(1)\n</script>\n"), "a.md:7:1", &["HTML cannot be used"]);
    let faq = "faq:\n  - question: A\n    answer: One <i>two</i>\n";
    assert_says(said_of(faq, ""), "a.md:8:17", &["HTML cannot be used"]);
}

#[test]
fn a_closing_tag_alone_is_html_too() {
    assert_says(said_of("", "One </b> two\n"), "a.md:7:5", &["HTML cannot be used"]);
}

#[test]
fn a_reference_to_nothing_is_no_link() {
    assert_says(said_of("", "See [the page][nowhere].\n"), "a.md:7:5", &["`nowhere`", "round brackets"]);
    assert_eq!(
        said_of("", "[Note] is text, and [this][face] a link.\n\n[face]: /microneedling/face\n"),
        [""; 0]
    );
}

#[test]
fn markdown_that_shows_nothing_is_empty() {
    let faq = "faq:\n  - question: A\n    answer: '[Note]: painless'\n";
    assert_says(said_of(faq, ""), "a.md:8:13", &["this shows nothing", "backslash"]);
    let grid = "sections:\n  - type: features-grid\n    title: A\n    items:\n      - title: A\n        description: '[Note]: painless'\n";
    assert_says(said_of(grid, ""), "a.md:11:22", &["this shows nothing"]);
}

#[test]
fn a_second_h1_is_refused() {
    assert_says(said_of("", "Text\n\n# Title\n"), "a.md:9:1", &["first level", "`##`"]);
    assert_says(said_of("", "Title\n=====\n"), "a.md:7:1", &["first level"]);
}

#[test]
fn other_schemes_are_refused() {
    for scheme in ["javascript:alert(1)", "data:text/html,x", "ftp://a.b"] {
        let said = said_of("", &format!("[a]({scheme})\n"));
        assert_says(said, "a.md:7:1", &["cannot be used", "`https://`"]);
    }
    assert_says(said_of("", "[a](//example.com)\n"), "a.md:7:1", &["`https://`"]);
    for empty in ["https://", "https:/book", "mailto:", "tel:"] {
        assert_says(said_of("", &format!("[a]({empty})\n")), "a.md:7:1", &["the whole address"]);
    }
}

#[test]
fn pictures_and_blocks_in_answers_are_refused() {
    let faq = |answer: &str| format!("faq:\n  - question: A\n    answer: \"{answer}\"\n");
    assert_says(said_of(&faq("![a](/a.png)"), ""), "a.md:8:14", &["a picture cannot stand here"]);
    assert_says(said_of(&faq("- one"), ""), "a.md:8:14", &["a list cannot stand here"]);
    assert_says(said_of(&faq("# one"), ""), "a.md:8:14", &["a heading cannot stand here"]);
}

#[test]
fn headings_and_links_have_words() {
    assert_says(said_of("", "##\n\nText\n"), "a.md:7:1", &["this heading is empty"]);
    assert_says(said_of("", "See [](/microneedling).\n"), "a.md:7:5", &["this link has no words"]);
    assert_eq!(said_of("", "See [*all*](/microneedling) or [`it`](/a).\n"), [""; 0]);
}
