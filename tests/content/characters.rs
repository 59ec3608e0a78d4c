//! Characters that nobody sees: named where they break something, left where they belong.

use crate::{
    FRONT_MATTER, Folder, SITE, page,
    report::{assert_says, said_of, said_of_file},
    said_once,
};

/// One is told at this place, whatever else is said.
#[track_caller]
fn assert_among(said: &[String], start: &str) {
    assert!(said.iter().any(|it| it.starts_with(start)), "{said:#?}\nhas no\n{start}");
}

#[test]
fn keys_hold_none() {
    for (key, place, name) in [
        ("tagline\u{a0}", "a.md:6:8", "no-break space (U+00A0)"),
        ("\u{a0}\u{a0}tagline", "a.md:6:1", "no-break space (U+00A0)"),
        ("tag\u{ad}line", "a.md:6:4", "soft hyphen (U+00AD)"),
        ("\u{200b}tagline", "a.md:6:1", "zero width space (U+200B)"),
        ("tagline\u{200e}", "a.md:6:8", "left-to-right mark (U+200E)"),
        ("\u{feff}tagline", "a.md:6:1", "byte-order mark (U+FEFF)"),
        ("'tag\u{2060}line'", "a.md:6:5", "word joiner (U+2060)"),
    ] {
        let said = said_of(&format!("{key}: A\n"), "");
        assert_among(
            &said,
            &format!(
                "{place} there is a {}",
                name.split(" (")
                    .next()
                    .expect("a name")
                    .split(", ")
                    .next()
                    .expect("a name")
                    .replace("byte-order mark", "zero width no-break space")
            ),
        );
        assert!(said[0].contains(name) && said[0].contains(" this key"), "{said:#?}");
        assert!(!said.iter().any(|it| it.contains("not known") || it.contains("is missing")), "{said:#?}");
    }
}

#[test]
fn values_that_machines_read_hold_none() {
    let section = |kind: &str| format!("sections:\n  - type: {kind}\n    title: A\n    content: B\n");
    assert_says(
        said_of(&section("text-block\u{a0}"), ""),
        "a.md:7:21",
        &["no-break space (U+00A0) here", "delete it"],
    );
    assert_says(said_of(&section("text\u{200b}-block"), ""), "a.md:7:15", &["zero width space (U+200B)"]);
    for (keys, place) in [
        ("updated: 2026-03-04\u{200b}\n", "a.md:6:20"),
        ("updated: \u{200e}2026-03-04\n", "a.md:6:10"),
        ("path: /offers\u{ad}/glow\n", "a.md:6:14"),
        ("aliases: [/old\u{200b}]\n", "a.md:6:15"),
        ("aliases:\n  - \"/old\\u200b\"\n", "a.md:7:10"),
        ("weight: 10\u{a0}\n", "a.md:6:11"),
        ("draft: true\u{200b}\n", "a.md:6:12"),
        ("faq:\n  - question: A\n    answer: B\n    id: a\u{200d}b\n", "a.md:9:10"),
    ] {
        assert_says(said_of(keys, ""), place, &["there is a ", "(U+", "nobody sees"]);
    }
    let both = "sections:\n  - type: text-block\u{a0}\n    title: A\n    contents: B\n";
    assert_eq!(said_of(both, "").len(), 3, "what else is wrong is told too");
    let icon = "sections:\n  - type: features-grid\n    title: A\n    items:\n      - title: A\n        description: B\n        icon: zap\u{fe0f}\n";
    assert_says(said_of(icon, ""), "a.md:12:18", &["variation selector (U+FE0F)"]);
    let content = Folder::with_home();
    for (site, place) in [
        (SITE.replace("hello@", "hello\u{200b}@"), "site.yaml:3:13"),
        (SITE.replace("https://", "\u{feff}https://"), "site.yaml:2:6"),
        (
            format!("{SITE}places:\n  - name: A\n    city: B\n    region: C\n    phone: 865-555\u{a0}0100\n"),
            "site.yaml:8:19",
        ),
        (format!("{SITE}navigation:\n  footer: [/\u{200b}]\n"), "site.yaml:5:13"),
    ] {
        content.write("site.yaml", site);
        assert_among(&content.said(), &format!("{place} there is a"));
    }
}

#[test]
fn the_lines_of_front_matter_hold_none() {
    let file = |text: &str| said_of_file(text.replace("KEYS", FRONT_MATTER));
    assert_says(file("---\u{200b}\nKEYS---\n"), "a.md:1:4", &["zero width space", "beside `---`"]);
    assert_says(file("---\nKEYS\u{feff}---\n"), "a.md:6:1", &["byte-order mark", "beside `---`"]);
    assert_says(file("---\u{a0}\nKEYS---\n"), "a.md:1:4", &["no-break space"]);
    assert_says(file("\u{feff}\u{feff}---\nKEYS---\n"), "a.md:1:1", &["byte-order mark"]);
    for (keys, place) in [
        ("faq:\n  - question: A\n  \u{a0} answer: B\n", "a.md:8:3"),
        ("faq:\n  -\u{a0}question: A\n    answer: B\n", "a.md:7:4"),
        ("aliases:\n  -\u{a0}/old\n", "a.md:7:4"),
        ("tagline:\u{a0}A\n", "a.md:6:9"),
        ("tagline: one\u{2028}two\n", "a.md:6:13"),
    ] {
        assert_says(said_of(keys, ""), place, &["there is a ", "(U+"]);
    }
}

#[test]
fn the_signs_of_markdown_stand_beside_none() {
    for (body, words) in [
        ("##\u{a0}Pain\n", "behind `##`"),
        ("\u{200b}## Pain\n", "before `##`"),
        ("Text\n\n-\u{a0}one\n", "behind `-`"),
        ("```\u{200b}\ncode\n```\n", "behind ````"),
    ] {
        let said = said_of("", body);
        assert!(said.iter().any(|it| it.contains(words) && it.contains("(U+")), "{said:#?}");
    }
    let block =
        "sections:\n  - type: text-block\n    title: A\n    content: |\n      Words\n\n      -\u{a0}one\n";
    assert_says(said_of(block, ""), "a.md:12:8", &["no-break space", "behind `-`"]);
}

#[test]
fn a_link_s_address_holds_none() {
    for (body, column, name) in [
        ("[a](/\u{200b})", 6, "zero width space (U+200B)"),
        ("[a](/a\u{a0}b)", 7, "no-break space (U+00A0)"),
        ("[a](https://a.b/\u{202e}c)", 17, "right-to-left override (U+202E)"),
        ("<https://a.b/\u{feff}>", 14, "U+FEFF"),
        ("[a](#pa\u{ad}in)\n\n## Pain", 8, "soft hyphen (U+00AD)"),
    ] {
        let content = Folder::with_home();
        content.write("a.md", page("", &format!("{body}\n")));
        content.write("ab.md", page("", ""));
        let said = said_once(content.said());
        assert!(said.starts_with(&format!("a.md:7:{column} ")), "{said}");
        assert!(said.contains(name) && said.contains("in this link's address (nobody sees it"), "{said}");
    }
    let value = "whyChoose: See [it](/\u{200b}).\n";
    assert_says(said_of(value, ""), "a.md:6:22", &["in this link's address"]);
}

#[test]
fn control_characters_reach_no_page() {
    for c in ['\u{0}', '\u{7}', '\u{8}', '\u{b}', '\u{c}', '\u{1b}', '\u{7f}', '\u{80}', '\u{9f}'] {
        let name = format!("(U+{:04X}) here", u32::from(c));
        assert_says(said_of("", &format!("One{c}two\n")), "a.md:7:4", &[&name]);
        assert_says(said_of(&format!("tagline: a{c}b\n"), ""), "a.md:6:11", &[&name]);
        assert_says(said_of(&format!("# a{c}b\n"), ""), "a.md:6:4", &[&name]);
    }
    assert_says(said_of("", "`a\u{200b}b`\n"), "a.md:7:3", &["zero width space (U+200B) here"]);
}

#[test]
fn what_belongs_in_text_stays() {
    let content = Folder::with_home();
    let text = "10\u{a0}mg co\u{ad}op 👩\u{200d}⚕\u{fe0f} שלום\u{200f} می\u{200c}خواهم";
    let keys = format!("tagline: {text}\nfaq:\n  - question: {text}\n    answer: {text}\n");
    content.write(
        "a.md",
        page(&keys, &format!("## {text}\n\n{text}\n")).replace("name: A", &format!("name: {text}")),
    );
    assert_eq!(content.said(), [""; 0]);
    let site = content.content();
    let page = site.pages.iter().find(|page| page.route == "/a").expect("the page");
    assert_eq!(page.name, text, "as it was written");
    assert!(page.body.0.contains(text));
    // What is spread for display is no matter of these.
    assert_eq!(said_of("tagline: one\u{2028}\n", ""), [""; 0]);
}
