//! Values that YAML takes for something else than an editor does: each is told where
//! it stands, and the help says what to write.

use crate::{
    FRONT_MATTER, Folder, SITE, page,
    report::{assert_says, said_of, said_of_file},
};

#[test]
fn a_value_that_begins_with_a_sign_of_yaml_s_must_stand_in_quotes() {
    for value in [
        "[New] offers",
        "{a} b",
        "{a}{b} clinic",
        "> text",
        ">text",
        "| text",
        "|- text",
        "- text",
        "\"Best\" clinic",
        "'A' b",
        "@home",
        "%5 off",
        "* new",
        "& more",
        "&more text",
        "&more",
        "! text",
        "!new offer",
        "!",
        ", then",
        "] x",
        "} x",
        "? really",
    ] {
        let said = said_of(&format!("tagline: {value}\nupdated: 2026-03-04\n"), "");
        let quoted = if value.contains('"') { format!("'{value}'") } else { format!("\"{value}\"") };
        assert_says(
            said,
            "a.md:6:10",
            &["must stand in quotes", &format!("(put the whole value in quotes: `tagline: {quoted}`)")],
        );
    }
    for value in ["`code`", "*new* offer", "**bold** words"] {
        let said = said_of(&format!("whyChoose: {value}\nupdated: 2026-03-04\n"), "");
        assert_says(said, "a.md:6:12", &["must stand in quotes", &format!("`whyChoose: \"{value}\"`)")]);
    }
    let faq = "faq:\n  - question: \"Best\" of all?\n    answer: B\n";
    assert_says(said_of(faq, ""), "a.md:7:15", &["`- question: '\"Best\" of all?'`"]);
}

#[test]
fn values_of_yaml_s_own_are_no_mistake() {
    for keys in [
        "aliases: [/old, \"/older\"] # a comment\n",
        "tagline: \"Best\"   # a comment\n",
        "tagline: 'it''s'\n",
        "tagline: !!str 5\n",
        "tagline: &words one\nwhyChoose: *words\n",
        "tagline: a [b] {c} & d, @e > f | g * h ! i % j ` k\n",
        "whyChoose: |-\n  [all](/) > of * it\n",
    ] {
        assert_eq!(said_of(keys, ""), [""; 0], "{keys}");
    }
}

#[test]
fn a_colon_and_a_bracket_are_told_with_the_line_in_quotes() {
    assert_says(
        said_of("tagline: Redness: how long?\n", ""),
        "a.md:6:17",
        &["`tagline: \"Redness: how long?\"`"],
    );
    assert_says(
        said_of("tagline: [New offers\n", ""),
        "a.md:6:10",
        &["never closed", "`tagline: \"[New offers\"`"],
    );
    assert_says(
        said_of("tagline: [New]\n", ""),
        "a.md:6:10",
        &["must be text, but it is a list", "`tagline: \"[New]\"`"],
    );
    assert_says(
        said_of("tagline: '90s style\n", ""),
        "a.md:6:10",
        &["never closed", "`tagline: \"'90s style\"`"],
    );
}

#[test]
fn every_mistake_stands_at_its_own_place() {
    for (keys, place, words) in [
        ("tagline: a\u{7}b\n", "a.md:6:11", "bell (U+0007)"),
        ("tagline: a\u{0}b\n", "a.md:6:11", "null (U+0000)"),
        ("updated: 2026-03-04\ntagline: a\u{9b}b\n", "a.md:7:11", "control character (U+009B)"),
        ("tagline: A\n...\nfaq: []\n", "a.md:7:1", "`---` and `...` end the front matter"),
        ("tagline: \"50\\% off\"\n", "a.md:6:13", "a backslash in double quotes"),
        ("tagline: \"a \\ud800\"\n", "a.md:6:13", "a backslash in double quotes"),
        ("tagline: \"a \\x4\"\n", "a.md:6:13", "a backslash in double quotes"),
        ("tagline: \"a \\x07 b\"\n", "a.md:6:13", "bell (U+0007)"),
    ] {
        assert_says(said_of(keys, ""), place, &[words]);
    }
}

#[test]
fn words_that_are_values_of_yaml_s_say_how_they_are_written() {
    for name in ["Null", "NULL", "True", "1e3", "42", "0x1F", ".5", ".inf", "-3"] {
        let text = format!("---\n{}---\n", FRONT_MATTER.replace("name: A\n", &format!("name: {name}\n")));
        assert_says(said_of_file(text), "a.md:2:7", &[&format!("`{name}`"), &format!("`name: \"{name}\"`")]);
    }
    for name in ["No", "Yes", "12:30", "1_000", "2026-03-04", "3D", "null and void", "Off"] {
        let text = format!("---\n{}---\n", FRONT_MATTER.replace("name: A\n", &format!("name: {name}\n")));
        assert_eq!(said_of_file(text), [""; 0], "{name}");
    }
    // Nobody leaves `Null` out by accident.
    assert_says(said_of("tagline: Null\n", ""), "a.md:6:10", &["`tagline: \"Null\"`"]);
}

#[test]
fn numbers_dates_and_choices_are_suggested_as_they_must_be_written() {
    for (key, value) in [
        ("weight: 010", "10"),
        ("weight: '10'", "10"),
        ("weight: +5", "5"),
        ("weight: \"-2\"", "-2"),
        ("draft: yes", "true"),
        ("draft: 'false'", "false"),
        ("unlisted: No", "false"),
        ("unlisted: 1", "true"),
        ("updated: 20260304", "2026-03-04"),
        ("updated: 2026-3-4", "2026-03-04"),
        ("updated: March 4, 2026", "2026-03-04"),
        ("updated: 2026-03-04T10:00:00Z", "2026-03-04"),
        ("updated: '2026/03/04'", "2026-03-04"),
    ] {
        let said = said_of(&format!("{key}\n"), "");
        assert_says(
            said,
            &format!("a.md:6:{}", key.find(": ").expect("a key") + 3),
            &[&format!("(write `{value}`)")],
        );
    }
    assert_says(said_of("weight: 1.5\n", ""), "a.md:6:9", &["whole number", "`1.5`", "for instance `10`"]);
    assert_says(said_of("weight: 1e1\n", ""), "a.md:6:9", &["whole number", "`1e1`"]);
    assert_says(said_of("weight: first\n", ""), "a.md:6:9", &["whole number", "`first`"]);
    assert_says(said_of("draft: maybe\n", ""), "a.md:6:8", &["`true` or `false`", "`maybe`"]);
    assert_says(said_of("updated: 03/04/2026\n", ""), "a.md:6:10", &["not a date", "year, month and day"]);
}

#[test]
fn keys_of_other_systems_are_answered_with_this_one_s() {
    for (line, help) in [
        ("published: false", "(write `draft: true`: a page is published unless it says `draft: true`)"),
        ("published: true", "(a page is published unless it says `draft: true`)"),
        ("Publish: false", "(write `draft: true`"),
        ("subtitle: A", "(write `tagline`)"),
        ("slug: glow", "(write `path` if"),
        ("permalink: /glow/", "(write `path` if"),
        ("redirect_from: /glow", "(write `aliases`, a list"),
        ("date: 2026-03-04", "(write `updated` for"),
        ("lastmod: 2026-03-04", "(write `updated` for"),
        ("menu_order: 3", "(write `weight`, a number"),
        ("noindex: true", "(write `unlisted`: `unlisted: true` takes"),
        ("hidden: true", "(write `unlisted`"),
        ("description: A", "(write `metaDescription`)"),
        ("seo_title: A", "(write `title`)"),
        ("summary: A", "(write `shortDescription`)"),
        ("layout: page", "(leave it out: every page has the same layout)"),
        ("tags: [a]", "(leave it out: folders group the pages)"),
        ("categories: a", "(leave it out"),
        ("author: Sarah", "(leave it out"),
        ("featured_image: a.png", "(write `image`, a group of `src`"),
        ("canonical: /a", "(leave it out"),
    ] {
        assert_says(said_of(&format!("{line}\n"), ""), "a.md:6:1", &["is not known here", help]);
    }
    let content = Folder::with_home();
    for (line, help) in [
        ("phone: 555", "write `places`, a list of places"),
        ("logo: a.png", "leave it out"),
        ("socialMedia: []", "write `social`, a list"),
        ("baseURL: https://a.b", "write `url`"),
    ] {
        content.write("site.yaml", format!("{SITE}{line}\n"));
        assert_says(content.said(), "site.yaml:4:1", &["is not known here", help]);
    }
}

#[test]
fn what_content_systems_leave_empty_counts_as_left_out() {
    let optional = [
        "tagline",
        "ctaText",
        "updated",
        "whyChoose",
        "whyChooseTitle",
        "aliases",
        "path",
        "weight",
        "draft",
        "unlisted",
        "faq",
        "sections",
    ];
    for empty in ["", " ''", " \"\"", " ~", " null", " []", " {}", " |", " >-", " ' '", " # a comment"] {
        let keys: String = optional.iter().map(|key| format!("{key}:{empty}\n")).collect();
        assert_eq!(said_of(&keys, ""), [""; 0], "{empty}");
        let section = format!(
            "sections:\n  - type: features-grid\n    title: A\n    items:\n      - title: A\n        description: B\n        icon:{empty}\n  - type: faq-accordion\n    title: A\n    items:\n      - question: A\n        answer: B\n        id:{empty}\n  - type: steps\n    title: A\n    items:\n      - title: A\n        description: B\n        time:{empty}\n"
        );
        assert_eq!(said_of(&section, ""), [""; 0], "{empty}");
        let content = Folder::with_home();
        let keys: String = ["places", "booking", "social", "disclaimer", "navigation"]
            .iter()
            .map(|key| format!("{key}:{empty}\n"))
            .collect();
        content.write("site.yaml", format!("{SITE}{keys}"));
        assert_eq!(content.said(), [""; 0], "{empty}");
        let place = ["street", "postalCode", "phone", "hours"]
            .iter()
            .map(|key| format!("    {key}:{empty}\n"))
            .collect::<String>();
        let booking = format!(
            "booking:\n  url:{empty}\n  form_action:{empty}\nnavigation:\n  header:{empty}\n  footer:{empty}\n"
        );
        content.write(
            "site.yaml",
            format!("{SITE}{booking}places:\n  - name: A\n    city: B\n    region: C\n{place}"),
        );
        assert_eq!(content.said(), [""; 0], "{empty}");
    }
    for empty in ["", " ''", " ~", " |", " \u{200b}", " \"\\u00a0\""] {
        let text = format!("---\n{}---\n", FRONT_MATTER.replace("name: A\n", &format!("name:{empty}\n")));
        assert!(said_of_file(text)[0].contains("this is empty"), "{empty}");
        let items =
            said_of(&format!("sections:\n  - type: features-grid\n    title: A\n    items:{empty}\n"), "");
        assert!(items[0].contains("this list is empty"), "{items:#?}");
    }
}

#[test]
fn two_parts_with_one_id_are_told_with_the_other_one() {
    let block = "sections:\n  - type: text-block\n    title: A\n    content: |\n      ## Pain\n";
    let faq = "faq:\n  - question: Pain\n    answer: A\n";
    assert_says(
        said_of(&format!("{faq}{block}"), ""),
        "a.md:7:5",
        &["the heading in line 13 has the address `#pain` already"],
    );
    let twice = "faq:\n  - question: Pain?\n    answer: A\n  - question: Pain!\n    answer: A\n";
    assert_says(said_of(twice, ""), "a.md:9:5", &["the question in line 7 has the address `#pain` already"]);
    let frame = "faq:\n  - question: Menu\n    answer: A\n";
    assert_says(said_of(frame, ""), "a.md:7:5", &["a part of every page has the address `#menu` already"]);
    let content = Folder::with_home();
    content.write("a.md", page(faq, "## Pain\n"));
    assert_eq!(content.said(), [""; 0], "a heading takes another one");
}
