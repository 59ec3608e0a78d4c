//! Almost Markdown: what readers should never see, told at its place; and what looks like
//! it and is fine.

use crate::{Folder, page};

/// What is said of a page with this body (from line 7).
fn said_of(body: &str) -> Vec<String> {
    said_with("", body)
}

fn said_with(keys: &str, body: &str) -> Vec<String> {
    let content = Folder::with_home();
    content.write("a.md", page(keys, body));
    content.write("care/my-page.md", page("", "## Pain\n"));
    content.write("care/index.md", page("", ""));
    content.said()
}

/// What is said of each of these bodies, all in one folder.
fn said_of_each<'b>(bodies: impl Iterator<Item = &'b str>) -> Vec<(&'b str, Vec<String>)> {
    let content = Folder::with_home();
    content.write("care/my-page.md", page("", "## Pain\n"));
    content.write("care/index.md", page("", ""));
    let bodies: Vec<_> = bodies.collect();
    for (index, body) in bodies.iter().enumerate() {
        content.write(&format!("{index}.md"), page("", &format!("{body}\n")));
    }
    let said = content.said();
    let of = |index: usize| {
        let start = format!("{index}.md:");
        said.iter().filter_map(|it| it.strip_prefix(&start)).map(str::to_owned).collect()
    };
    bodies.into_iter().enumerate().map(|(index, body)| (body, of(index))).collect()
}

/// Of each body one thing is said: at this line and column of it, in these words.
#[track_caller]
fn assert_told(cases: &[(&str, usize, usize, &str)]) {
    let said = said_of_each(cases.iter().map(|(body, ..)| *body));
    for ((body, said), (_, line, column, words)) in said.iter().zip(cases) {
        let [one] = &**said else { panic!("not one diagnostic of {body:?}: {said:#?}") };
        assert!(one.starts_with(&format!("{}:{column} ", line + 6)), "{body:?}: {one}");
        assert!(one.contains(words), "{body:?}: {one}\ndoes not say: {words}");
    }
}

#[track_caller]
fn assert_fine(bodies: &[&str]) {
    for (body, said) in said_of_each(bodies.iter().copied()) {
        assert_eq!(said, [""; 0], "{body:?}");
    }
}

#[test]
fn links_that_are_none() {
    assert_told(&[
        ("See [it](/care/my page).", 1, 5, "a space in its address"),
        ("See *this* [*it*](/care/my page).", 1, 12, "a space in its address"),
        ("[Call](tel:+1 865 555 0100) us.", 1, 1, "a space in its address"),
        ("See [it](/care “words”).", 1, 5, "write `[it](/care)`"),
        ("See [it] (/care) here.", 1, 5, "write `[it](/care)`"),
        ("See (it)[/care] here.", 1, 5, "write `[it](/care)`"),
        ("See [it](/care and more", 1, 5, "write `[it](/care)`"),
        ("See [it(/care) here.", 1, 5, "write `[it](/care)`"),
        ("See [`it`] (/care).", 1, 5, "write [`it`](/care)"),
        ("See it](/care).", 1, 7, "what is left of a link"),
        ("Line one\nand [it](/care/my page).", 2, 5, "a space in its address"),
        ("- item\n- see [it](/care/my page).", 2, 7, "a space in its address"),
        ("> see [it](/care/my page).", 1, 7, "a space in its address"),
        ("| a |\n|---|\n| [it](/care/my page) |", 3, 3, "a space in its address"),
    ]);
    assert_fine(&[
        "See [it](/care/my-page) (and more).",
        "[Note] is text (really), and so is [this].",
        "See [it](/care \"words\").",
        "`[it](/care/my page)` is code.",
        r"\[it](/care/my page) is meant so.",
        "A (b) [c] (d).",
    ]);
}

#[test]
fn a_link_in_a_link_is_refused() {
    assert_told(&[
        ("See [see [x](/care) more](/) now.", 1, 5, "a link cannot stand in another link's words"),
        ("[<https://a.b> x](/care)", 1, 2, "a link cannot stand in another link's words"),
        ("[![a](/b.png)](/care)", 1, 2, "pictures cannot be used yet"),
    ]);
    let content = Folder::with_home();
    content.write("a.md", page("", "See [see [x](/) more](/) now.\n"));
    assert!(content.report().contains("error: a link cannot stand"));
    assert_fine(&["[https://a.b](/care)", "[see *all*](/care), [x](/)"]);
}

#[test]
fn headings_that_are_none() {
    assert_told(&[
        ("##Pain", 1, 1, "write `## Pain`"),
        ("###Pain###", 1, 1, "write `### Pain`"),
        ("Text\n##Pain", 2, 1, "write `## Pain`"),
        ("##\u{a0}Pain", 1, 1, "write `## Pain`"),
        ("####### Seven", 1, 1, "six levels at most"),
        ("## Pain {#id}", 1, 9, "made of its words"),
        ("## Pain {.big}", 1, 9, "made of its words"),
        ("Text\n{: .note}", 2, 1, "made of its words"),
        ("## Pain##", 1, 8, "a space is missing before them"),
    ]);
    assert_fine(&["## Pain ##", "#1 in town", "## C#", "Ask for #skincare", "## {x}"]);
}

#[test]
fn emphasis_that_is_none() {
    assert_told(&[
        ("Some **bold **text", 1, 6, "write `**bold** text`"),
        ("Some ** bold** text", 1, 6, "write ` **bold**`"),
        ("Some words** bold ** text", 1, 6, "write `words **bold**`"),
        ("**Note:**text", 1, 1, "write `**Note:** text`"),
        ("Some word**“bold”** text", 1, 6, "write `word **“bold”**`"),
        ("Some **bold text", 1, 6, "make nothing bold"),
        ("Some bold** text", 1, 10, "make nothing bold"),
        ("Some __bold __ text", 1, 6, "not bold"),
        ("Some __bold text", 1, 6, "make nothing bold"),
        ("Some ~~old text", 1, 6, "strike nothing through"),
        ("Some ==marked== text", 1, 6, "write `**marked**`"),
        ("H~2~O", 1, 2, "raised and lowered"),
        ("10 m^2^ big", 1, 5, "raised and lowered"),
    ]);
    assert_fine(&[
        "Some **bold** text, *italics*, __bold__, ~~old~~",
        r"Some \*\*stars\*\* meant so",
        "5 * 3, a*, *Terms apply",
        "Rated ***** by all",
        "Name: ________",
        "20~30 or 40~50",
        "a == b, snake_case, `a ** b`",
        "&#42;&#42;stars",
    ]);
}

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
fn footnotes_that_become_links_are_told() {
    let said = said_of("Text[^1].\n\n[^1]: Smith\n");
    let [one] = &*said else { panic!("{said:#?}") };
    assert!(one.starts_with("a.md:7:5 footnotes are not known here"), "{one}");
}

#[test]
fn a_definition_that_nothing_asks_for_is_told() {
    assert_told(&[("Text\n\n[Note]: painless", 3, 1, "this line is not shown")]);
    assert_fine(&["See [it][Care].\n\n[care]: /care", "See [care].\n\n[care]: /care"]);
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
    assert_fine(&["café, it’s, MAÇÃ”, Â", "a &amp; b, AT&T; R&D", "one\\\ntwo", r"`\n` and \\n"]);
}

#[test]
fn addresses_that_are_no_links() {
    assert_told(&[
        ("See https://a.b/c_d.", 1, 5, "write `<https://a.b/c_d>`"),
        ("See www.clinic.com/x, please", 1, 5, "write `[www.clinic.com/x](https://www.clinic.com/x)`"),
        ("(https://a.b)", 1, 2, "write `<https://a.b>`"),
    ]);
    assert_fine(&[
        "<https://a.b>",
        "[https://a.b](https://a.b)",
        "[www.a.com *x*](https://a.b)",
        "`https://a.b`",
    ]);
}

#[test]
fn tables_and_lists_that_are_none() {
    assert_told(&[
        ("| a | b |\n| 1 | 2 |", 1, 1, "the line of dashes"),
        ("| a | b |\n|---|\n| 1 | 2 |", 1, 1, "as many cells"),
        ("• one\n• two", 1, 1, "begin each item with `- `"),
        ("1.One\n2.Two", 1, 1, "`1. Words`"),
        ("-One\n-Two", 1, 1, "a space is missing after each sign"),
        ("-\u{a0}One", 1, 1, "write `- One`"),
    ]);
    assert_fine(&[
        "a | b",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "1) one\n2) two",
        "-20 % off",
        "-Sarah",
        "a • b",
        "1.5 ml",
    ]);
}

#[test]
fn rows_that_do_not_fit_their_table() {
    let head = "| a | b |\n|---|---|\n";
    for (row, column, words) in [
        ("| 1 | 2 | 3 |", 11, "whose head has 2 cells"),
        ("1 | 2 | é f | 4", 9, "is not shown"),
        ("| 1 | `x|y` |", 7, r"write `x\|y`"),
        ("| `x|y` |", 3, "ends a table's cell"),
        ("Text right below", 1, "becomes a row"),
    ] {
        let said = said_of(&format!("{head}{row}\n"));
        let [one] = &*said else { panic!("{row:?}: {said:#?}") };
        assert!(one.starts_with(&format!("a.md:9:{column} ")) && one.contains(words), "{row:?}: {one}");
    }
    for row in ["| 1 |", "| 1 | 2 | |", "| 1 | `x\\|y` |", "| `1` | `2` |", "| 1 \\| 2 | 3 |", "1 | 2"] {
        assert_eq!(said_of(&format!("{head}{row}\n")), [""; 0], "{row:?}");
    }
}

#[test]
fn html_is_answered_with_markdown() {
    assert_told(&[
        ("one<br>two", 1, 4, "end the line above with a backslash"),
        ("one <!-- two --> three", 1, 5, "leave the comment out"),
        ("<!-- one -->", 1, 1, "leave the comment out"),
        ("one <em>two</em>", 1, 5, "`*italics*`"),
        ("one <a href=\"/care\">two</a>", 1, 5, "`[words](/page)`"),
        ("10 m<sup>2</sup>", 1, 5, "the sign itself"),
        ("<p>one</p>", 1, 1, "an empty line begins a new paragraph"),
        ("<Fancy prop={1} />", 1, 1, "HTML cannot be used"),
    ]);
}

#[test]
fn code_that_swallows_the_page_is_told() {
    assert_told(&[
        ("```\ncode\n\n## Not a heading", 1, 1, "never closed"),
        ("```", 1, 1, "never closed"),
        ("```markdown\n## Heading\n```", 1, 1, "shows Markdown as code"),
    ]);
    assert_fine(&[
        "```\ncode\n```",
        "~~~text\ncode\n~~~~",
        "- item\n\n  ```\n  code\n  ```",
        "> ```\n> code\n> ```",
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
