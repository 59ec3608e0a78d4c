//! Markdown with a slip in it, which readers would see as signs: told at its place; and
//! what looks like it and is fine.

use crate::{Folder, page};

/// What is said of a page with this body (from line 7).
pub fn said_of(body: &str) -> Vec<String> {
    said_with("", body)
}

pub fn said_with(keys: &str, body: &str) -> Vec<String> {
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
pub fn assert_told(cases: &[(&str, usize, usize, &str)]) {
    let said = said_of_each(cases.iter().map(|(body, ..)| *body));
    for ((body, said), (_, line, column, words)) in said.iter().zip(cases) {
        let [one] = &**said else { panic!("not one diagnostic of {body:?}: {said:#?}") };
        assert!(one.starts_with(&format!("{}:{column} ", line + 6)), "{body:?}: {one}");
        assert!(one.contains(words), "{body:?}: {one}\ndoes not say: {words}");
    }
}

#[track_caller]
pub fn assert_fine(bodies: &[&str]) {
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
        ("[![a](/b.png)](/care)", 1, 2, "a picture cannot be a link"),
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
        ("## Ache\n\n###Pain###", 3, 1, "write `### Pain`"),
        ("Text\n##Pain", 2, 1, "write `## Pain`"),
        ("##\u{a0}Pain", 1, 3, "no-break space (U+00A0) behind `##`"),
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
        ("“**bold **”, more", 1, 2, "write `**bold** `"),
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
        ("-\u{a0}One", 1, 2, "no-break space (U+00A0) behind `-`"),
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

/// Each help that is text to paste is tried (`Folder::said`): YAML reads it as it is meant.
#[test]
fn what_to_write_instead_survives_yaml() {
    for slip in [
        "See [it](/caer) “now”",
        "See [it](/care “words”)",
        "See **bold **text",
        "==Marked== text",
        "https://a.b/c",
        "See [it](#pian)",
        "See [it](https://https://a.b)",
        "It is [it](/care/my-page#pian), isn't it",
    ] {
        for value in [
            slip.to_owned(),
            format!("'{}'", slip.replace('\'', "''")),
            format!("\"{slip}\""),
            format!(">-\n  {slip}"),
            format!("|\n  {slip}"),
            format!("Words\n  {slip}"),
            format!("\"\\u0041 \\\"{slip}\\\"\""),
        ] {
            assert!(!said_with(&format!("whyChoose: {value}\n"), "").is_empty(), "{value}");
            // Plain text may have an address in it.
            said_with(&format!("tagline: {value}\n"), "");
        }
    }
    let said = said_with("whyChoose: See [it](/caer)\n", "");
    assert!(said[0].contains("(did you mean `/care`?)"), "{said:#?}");
}
