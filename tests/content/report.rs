//! Each kind of mistake with its exact place, counted from 1.

use expect_test::expect_file;

use crate::{FRONT_MATTER, Folder, page};

/// What is said of one page with these further keys (from line 6) and this body.
pub fn said_of(keys: &str, body: &str) -> Vec<String> {
    said_of_file(page(keys, body))
}

/// What is said of a page.
pub fn said_of_file(text: impl AsRef<[u8]>) -> Vec<String> {
    let content = Folder::with_home();
    content.write("a.md", text);
    content.write("microneedling/index.md", page("", ""));
    content.write("microneedling/face.md", page("", "## Pain\n"));
    content.said()
}

/// One thing is said, at this place and with these words.
#[track_caller]
pub fn assert_says(said: Vec<String>, place: &str, words: &[&str]) {
    let [one] = &*said else { panic!("not one diagnostic: {said:#?}") };
    assert!(one.starts_with(&format!("{place} ")), "{one}\nis not at {place}");
    for words in words {
        assert!(one.contains(words), "{one}\ndoes not say: {words}");
    }
}

#[test]
fn front_matter_is_missing() {
    assert_says(said_of_file("Hello\n"), "a.md:1:1", &["front matter is missing", "a line `---`"]);
    assert_says(said_of_file(""), "a.md:1:1", &["front matter is missing"]);
}

#[test]
fn front_matter_is_never_closed() {
    assert_says(said_of_file("---\nname: A\n\nHello\n"), "a.md:1:1", &["never closed", "a line `---`"]);
}

#[test]
fn a_key_is_missing() {
    let without_title = format!("---\n# A comment.\n{}---\n", FRONT_MATTER.replace("title: A\n", ""));
    assert_says(said_of_file(&without_title), "a.md:3:1", &["`title` is missing", "title: …"]);
    let grid = "sections:\n  - type: features-grid\n    items:\n      - title: A\n        description: B\n";
    assert_says(said_of(grid, ""), "a.md:7:5", &["`title` is missing"]);
    assert_says(said_of("faq:\n  - question: A\n", ""), "a.md:7:5", &["`answer` is missing"]);
    assert_says(said_of("sections:\n  - title: A\n", ""), "a.md:7:5", &["`type` is missing"]);
}

#[test]
fn a_value_has_the_wrong_type() {
    assert_says(said_of("tagline: 42\n", ""), "a.md:6:10", &["must be text", "number `42`", "quotes"]);
    assert_says(said_of("tagline: true\n", ""), "a.md:6:10", &["must be text", "`true`", "quotes"]);
    assert_says(said_of("tagline: [a]\n", ""), "a.md:6:10", &["must be text", "a list"]);
    let unnamed = format!("---\n{}---\n", FRONT_MATTER.replace("name: A\n", "name:\n"));
    assert_says(said_of_file(&unnamed), "a.md:2:6", &["empty"]);
    assert_says(said_of("faq: Why?\n", ""), "a.md:6:6", &["must be a list", "`- `"]);
    assert_says(said_of("faq:\n  - Why?\n", ""), "a.md:7:5", &["must be a group of keys"]);
    assert_says(said_of_file("---\n- a\n---\n"), "a.md:2:1", &["must be a group of keys"]);
    let empty = "sections:\n  - type: features-grid\n    title: A\n    items: []\n";
    assert_says(said_of(empty, ""), "a.md:9:12", &["list is empty"]);
}

#[test]
fn a_key_is_not_known() {
    assert_says(
        said_of("taglin: A\n", ""),
        "a.md:6:1",
        &["`taglin` is not known", "did you mean `tagline`?"],
    );
    assert_says(
        said_of("colour: A\n", ""),
        "a.md:6:1",
        &["`colour` is not known", "known keys here: `name`"],
    );
    assert_says(
        said_of("faq:\n  - question: A\n    answer: B\n    anwser: C\n", ""),
        "a.md:9:5",
        &["`anwser` is not known", "did you mean `answer`?"],
    );
    assert_says(said_of("tagline: A\ntagline: B\n", ""), "a.md:7:1", &["`tagline` stands here twice"]);
    assert_says(said_of("1: A\n", ""), "a.md:6:1", &["a key must be a name"]);
}

#[test]
fn a_section_type_is_not_known() {
    let said = said_of("sections:\n  - type: feature-grid\n    title: A\n", "");
    assert_says(said, "a.md:7:11", &["`feature-grid`", "did you mean `features-grid`?"]);
}

#[test]
fn each_section_tells_its_mistakes() {
    for (section, start) in [
        ("text-block\n    title: A\n", "a.md:7:5 the key `content` is missing"),
        (
            "text-block\n    title: A\n    content: |\n      # B\n",
            "a.md:10:7 this is a heading of the first level",
        ),
        (
            "text-block\n    title: A\n    content: |\n      Go [on](/x).\n",
            "a.md:10:10 there is no page at `/x`",
        ),
        ("steps\n    title: A\n    items:\n      - title: B\n", "a.md:10:9 the key `description` is missing"),
        ("cta-banner\n    title: A\n", "a.md:7:5 the key `ctaText` is missing"),
        (
            "testimonials\n    title: A\n    items:\n      - quote: B\n",
            "a.md:10:9 the key `author` is missing",
        ),
        ("booking-form\n", "a.md:7:5 the key `title` is missing"),
        (
            "booking-form\n    title: A\n  - type: booking-form\n    title: B\n",
            "a.md:9:11 this page has a booking form already",
        ),
        ("places\n    title: A\n    places: []\n", "a.md:9:5 the key `places` is not known here"),
    ] {
        let said = said_of(&format!("sections:\n  - type: {section}"), "");
        assert!(said.iter().any(|it| it.starts_with(start)), "{said:#?}\nhas no\n{start}");
    }
}

#[test]
fn an_icon_is_not_known() {
    let grid = |icon| {
        format!(
            "sections:\n  - type: features-grid\n    title: A\n    items:\n      - title: A\n        description: B\n        icon: {icon}\n"
        )
    };
    assert_says(
        said_of(&grid("arow-down"), ""),
        "a.md:12:15",
        &["`arow-down`", "did you mean `arrow-down`?"],
    );
    for known in ["zap", "arrow-down", "check", "check-circle", "edit-2", "trash"] {
        assert_eq!(said_of(&grid(known), ""), [""; 0], "{known}");
    }
}

#[test]
fn an_answer_is_empty() {
    assert_says(said_of("faq:\n  - question: A\n    answer: ''\n", ""), "a.md:8:13", &["this is empty"]);
    assert_says(said_of("faq:\n  - question: A\n    answer: >-\n\n", ""), "a.md:8:13", &["this is empty"]);
}

#[test]
fn a_question_is_asked_twice() {
    let faq =
        "faq:\n  - question: Does it hurt?\n    answer: A\n  - question: does it  hurt?\n    answer: B\n";
    assert_says(said_of(faq, ""), "a.md:9:15", &["asked twice"]);
    let faq =
        "faq:\n  - question: Does it hurt?\n    answer: A\n  - question: Does it hurt!\n    answer: B\n";
    assert_says(said_of(faq, ""), "a.md:9:5", &["has the address `#does-it-hurt`", "an `id` of its own"]);
    let faq = "faq:\n  - question: Does it hurt?\n    answer: A\n  - question: B?\n    answer: B\n    id: does-it-hurt\n";
    assert_says(said_of(faq, ""), "a.md:11:9", &["has the address `#does-it-hurt`"]);
    let faq = "faq:\n  - question: Does it hurt?\n    answer: A\n    id: 'Does it'\n";
    assert_says(said_of(faq, ""), "a.md:9:9", &["cannot be part of an address", "does-it-hurt"]);
}

#[test]
fn yaml_is_not_valid() {
    assert_says(said_of("tagline: A: B\n", ""), "a.md:6:11", &["colon followed by a space", "quotes"]);
    assert_says(said_of("tagline: 'A\n", ""), "a.md:6:10", &["quote is never closed"]);
    assert_says(said_of("faq:\n  - a\n b: c\n", ""), "a.md:8:2", &["does not fit"]);
    assert_says(said_of("faq:\n\t- a\n", ""), "a.md:7:1", &["tab", "spaces"]);
    assert_says(said_of("Just a line\n", ""), "a.md:6:1", &["neither `key: value`"]);
}

#[test]
fn text_is_not_utf_8() {
    let said = said_of_file(b"---\nname: caf\xe9\n---\n");
    assert_says(said, "a.md:2:10", &["not valid UTF-8", "encoding UTF-8"]);
}

#[test]
fn the_booking_button_leads_nowhere() {
    assert_says(said_of("ctaText: Book\n", ""), "a.md:6:10", &["no page at `/book`"]);
}

#[test]
fn an_address_does_not_fit() {
    let content = Folder::with_home();
    content.write("My Page.md", page("", ""));
    content.write("b.md", page("", ""));
    content.write("b/index.md", page("", ""));
    let said = content.said();
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said[0].starts_with("My Page.md:1:1 `My Page` cannot be part of an address"), "{}", said[0]);
    assert!(said[0].contains("my-page"));
    assert!(said[1].starts_with("b.md:1:1 ") && said[1].contains("b/index.md"), "{}", said[1]);
}

#[test]
fn a_page_without_a_fitting_address_is_read_all_the_same() {
    let content = Folder::with_home();
    content.write("My Page.md", page("taglin: A\n", ""));
    let said = content.said();
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said[1].starts_with("My Page.md:6:1 the key `taglin`"), "{}", said[1]);
}

#[test]
fn a_file_that_nobody_reads_is_a_warning() {
    let content = Folder::with_home();
    content.write("a.markdown", page("", ""));
    content.write("prices.pdf", "%PDF");
    assert_says(content.said(), "a.markdown:1:1", &["`.markdown` are not read", "ends in `.md`"]);
}

#[test]
fn a_folder_without_a_page_is_a_warning() {
    let content = Folder::with_home();
    content.write("a/b.md", page("", ""));
    content.write("a/c.md", page("", ""));
    assert_says(content.said(), "a/b.md:1:1", &["no page of its own at `/a`", "add a/index.md"]);
    content.content();
}

#[test]
fn lines_are_counted_as_yaml_counts_them() {
    let text = page("tagline: one\u{2028}\ntaglin: two\n", "");
    assert_says(said_of_file(text), "a.md:7:1", &["`taglin`"]);
}

#[test]
fn the_home_page_is_missing() {
    let content = Folder::with_home();
    content.write("index.md", "");
    let said = content.said();
    assert!(said[0].starts_with("index.md:1:1 the front matter is missing"), "{said:#?}");
}

/// A file of every kind of trouble, and all of it in one report.
#[test]
fn everything_is_told_at_once_and_reads_well() {
    let content = Folder::with_home();
    content.write("a.md", include_str!("a.md"));
    content.write("b.md", b"---\r\nname: caf\xe9\r\n---\r\n");
    content.write("c.md", "---\nname: A\ntagline: 'never closed\n---\n");
    content
        .write("d.md", format!("\u{feff}{}", page("taglin: B\n", "See [é](/nope).\n")).replace('\n', "\r\n"));
    expect_file!["report.txt"].assert_eq(&content.report());
}

#[test]
fn lengths_that_search_engines_cut_are_a_warning() {
    let long = "x".repeat(61);
    let keys = FRONT_MATTER.replace("title: A\n", &format!("title: {long}\n"));
    let content = Folder::with_home();
    content.write("a.md", format!("---\n{keys}---\n"));
    assert_says(content.said(), "a.md:3:8", &["61 characters", "60 at most"]);
    content.write("a.md", "---\nname: A\ntitle: A\nmetaDescription: Short.\nshortDescription: A\n---\n");
    assert_says(content.said(), "a.md:4:18", &["6 characters", "70 to 160"]);
    content.write(
        "a.md",
        "---\nname: A\ntitle: A\nmetaDescription: Short.\nshortDescription: A\nunlisted: true\n---\n",
    );
    assert!(content.said().is_empty(), "nobody searches for it");
}
