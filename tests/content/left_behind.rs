//! What other programs, merges and encodings leave behind, in Markdown and in plain text;
//! and what looks like it and is fine.

use crate::{
    Folder,
    almost_markdown::{assert_fine, assert_told, said_of, said_with},
    page,
};

#[test]
fn what_other_programs_leave_behind() {
    assert_told(&[
        ("Hello {{ name }}!", 1, 7, "a template's code"),
        ("{{< youtube abc >}}", 1, 1, "a template's code"),
        ("Hello {% if a %}", 1, 7, "a template's code"),
        ("Hello <%= name %>!", 1, 7, "a template's code"),
        ("Hello ${name}!", 1, 7, "a template's code"),
        ("Text {/* note */}", 1, 6, "a template's code"),
        ("[gallery ids=\"1,2\"]", 1, 1, "shortcode"),
        ("See [[Other page]].", 1, 5, "double brackets"),
        ("See ![[picture.png]].", 1, 5, "double brackets"),
        ("> [!NOTE]\n> Text", 1, 3, "boxes of this kind"),
        ("::: note\nText", 1, 1, "boxes of this kind"),
        ("Text %%hidden%% text", 1, 6, "comment"),
        ("[TOC]", 1, 1, "table of contents"),
        ("Text[^1].", 1, 5, "footnotes"),
        ("[^1]: Smith 2020.", 1, 1, "footnotes"),
        ("- [ ] one", 1, 3, "boxes to tick"),
        ("- [x] one", 1, 3, "boxes to tick"),
        ("Nice :smile: day", 1, 6, "names of pictures"),
        ("As said【4†source】.", 1, 8, "chat program"),
        ("As said :contentReference[oaicite:0]{index=0}.", 1, 9, "chat program"),
        ("Lorem ipsum dolor", 1, 1, "fills a place"),
        ("TODO: write this", 1, 1, "a note to yourself"),
        ("Ask for [Your Name] here", 1, 9, "to be filled in"),
        ("a\u{f0b7} b", 1, 2, "outside of the program"),
    ]);
    assert_eq!(said_of("{% if a %}you{% endif %}\n").len(), 2, "each is told");
    assert_fine(&[
        "At 9:30:15, a:b:c, and a note: this one",
        "Save 100%, {really}, [so] and [on]",
        "`{{ name }}` and `[[x]]`",
        "See [note](/care): it's fine",
        "TODO INCLUIDO",
        "    {{ code }}",
    ]);
}

#[test]
fn lost_and_garbled_characters() {
    assert_told(&[
        ("a caf\u{fffd} here", 1, 6, "a character was lost"),
        ("a `caf\u{fffd}` here", 1, 7, "a character was lost"),
        ("```\ncaf\u{fffd}\n```", 2, 4, "a character was lost"),
        ("a cafÃ© here", 1, 6, "garbled"),
        ("itâ€™s here", 1, 3, "garbled"),
        ("a &amp;nbsp; b", 1, 3, "the one that they stand for"),
        ("a &nbsp b", 1, 3, "the one that they stand for"),
        (r"one\ntwo", 1, 4, "break no line"),
    ]);
    assert_fine(&[
        "café, it’s, MAÇÃ”, Â",
        "a &amp; b, AT&T; R&D, our Q&As; more",
        "one\\\ntwo",
        r"`\n` and \\n",
    ]);
}

#[test]
fn what_a_merge_left_is_an_error() {
    let conflict = "<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> other\n";
    for body in [conflict.to_owned(), conflict.replace('\n', "\r\n"), format!("- a\n{conflict}")] {
        let said = said_of(&body);
        let [one] = &*said else { panic!("{said:#?}") };
        assert!(one.contains("two versions of the same lines begin here"), "{one}");
        assert!(one.starts_with(if body.starts_with('-') { "a.md:8:1" } else { "a.md:7:1" }), "{one}");
    }
    let content = Folder::with_home();
    content.write("a.md", page("", conflict));
    assert!(content.report().contains("error: two versions"));
    // In front matter and in site.yaml it is the one thing that is said, and not a fault of YAML.
    let said = said_with(&conflict.replace("One", "tagline: One").replace("Two", "tagline: Two"), "");
    assert!(said.len() == 1 && said[0].starts_with("a.md:6:1 two versions"), "{said:#?}");
    let content = Folder::with_home();
    content.write(
        "site.yaml",
        format!("name: Clinic\n{}", conflict.replace("One", "url: a").replace("Two", "url: b")),
    );
    let said = content.said();
    assert!(said.len() == 1 && said[0].starts_with("site.yaml:2:1 two versions"), "{said:#?}");
    assert_told(&[(">>>>>>> other", 1, 1, "left behind by a merge")]);
    assert_fine(&["Title\n-----\n\na << b >> c", "> > > deep"]);
}

#[test]
fn keys_below_the_front_matter_are_told() {
    let said = said_of("tagline: One\nupdated: 2026-03-04\n\nText\n");
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(
        said[0].starts_with("a.md:7:1 ") && said[0].contains("the key `tagline` stands below"),
        "{said:#?}"
    );
    assert!(said[1].starts_with("a.md:8:1 ") && said[1].contains("`updated`"), "{said:#?}");
    let said = said_of("\ntagline: One\n---\n\nText\n");
    assert!(said.iter().any(|it| it.starts_with("a.md:8:1 ") && it.contains("move it above")), "{said:#?}");
    let said = said_of("faq:\n  - question: Why?\n    answer: So.\ntagline: x\n");
    assert_eq!(said.iter().filter(|it| it.contains("stands below")).count(), 2, "{said:#?}");
    assert_fine(&["Note: this is text", "Text\n\ntagline: in the middle", "https: a word", "name:this"]);
}

#[test]
fn plain_text_is_words_alone() {
    // Where in the value it stands, counted from 0.
    for (value, at, words) in [
        ("Fine *lines*", 5, "write `lines`"),
        ("Fine **lines**", 5, "write `lines`"),
        ("See [this page](/care)", 4, "write `this page`"),
        ("A&nbsp;B", 1, "a space in its place"),
        ("A &amp; B", 2, "write `&`"),
        ("It&rsquo;s", 2, "write `’`"),
        ("A<br>B", 1, "take it out"),
        ("A <b>B</b>", 2, "take it out"),
        ("<p>A</p>", 0, "take it out"),
        ("A <!-- b -->", 2, "take it out"),
        ("A `b` c", 2, "write `b`"),
        (r"Terms\* apply", 5, "write `*`"),
        ("**A **b", 0, "only plain words"),
        ("[A](/care my)", 0, "only plain words"),
        ("A {{ b }}", 2, "a template's code"),
        ("A caf\u{fffd}", 5, "a character was lost"),
        ("A cafÃ©", 5, "garbled"),
        (r"A\nb", 1, "break no line"),
        ("## A", 0, "write `A`"),
    ] {
        let said = said_with(&format!("tagline: '{value}'\n"), "");
        let [one] = &*said else { panic!("{value:?}: {said:#?}") };
        assert!(one.starts_with(&format!("a.md:6:{} ", 11 + at)) && one.contains(words), "{value:?}: {one}");
    }
    for fine in [
        "R&D, AT&T;, 5 * 3, <3, a < b",
        "> 500 clients",
        "1. Numb the skin",
        "- A",
        "* Terms apply",
        "#1 in town",
        "Results* differ",
        "A | B",
        "before_and_after",
        "10~20 [or so] (or more)",
        "See https://a.b",
        "“A” – it’s B…",
    ] {
        assert_eq!(said_with(&format!("tagline: '{}'\n", fine.replace('\'', "''")), ""), [""; 0], "{fine:?}");
    }
}

#[test]
fn every_text_for_readers_is_looked_at() {
    let keys = "tagline: '*1*'\nctaText: '*2*'\nwhyChooseTitle: '*3*'\nwhyChoose: '**4 **a'\nsections:\n\
                \x20 - type: steps\n    title: '*5*'\n    items:\n      - title: '*6*'\n        description: '**7 **a'\n        time: '*8*'\n\
                \x20 - type: testimonials\n    title: '*9*'\n    items:\n      - quote: '*10*'\n        author: '*11*'\n\
                \x20 - type: text-block\n    title: '*12*'\n    content: '**13 **a'\n\
                \x20 - type: cta-banner\n    title: '*14*'\n    text: '**15 **a'\n    ctaText: '*16*'\n\
                faq:\n  - question: '*17*'\n    answer: '**18 **a'\n";
    let content = Folder::with_home();
    content.write("a.md", page(keys, "**19 **a\n"));
    content.write("book.md", page("", ""));
    content.write(
        "site.yaml",
        format!(
            "{}disclaimer: '*20*'\nplaces:\n  - name: '*21*'\n    city: '*22*'\n    region: '*23*'\n",
            crate::SITE
        ),
    );
    let said = content.said();
    assert_eq!(said.len(), 23, "{said:#?}");
}
