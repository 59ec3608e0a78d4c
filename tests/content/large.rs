//! Many mistakes and large files: each is told at its place. How long it takes is
//! measured with `cargo xtask check` on the same inputs, not asserted.

use std::fmt::Write;

use site::compile::Profile;

use crate::{Folder, page};

/// A text of `count` parts.
fn many(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, n| {
        let _ = write!(text, "{}", part(n));
        text
    })
}

/// Where something is said and what, without the helps, which another test tries.
fn places(content: &Folder) -> Vec<(usize, usize, String)> {
    let said = content.compile(Profile::Release).report.diagnostics();
    said.into_iter().map(|it| (it.position.0, it.position.1, it.message)).collect()
}

#[test]
fn a_thousand_questions_with_a_link_each() {
    let content = Folder::with_home();
    let faq = |to: &str| {
        let question = |n| {
            format!("  - question: Is {n} fine?\n    answer: >-\n      It's fine, see\n      [it]({to}).\n")
        };
        page(&format!("faq:\n{}", many(1000, question)), "")
    };
    content.write("a.md", faq("/"));
    assert_eq!(places(&content), []);
    content.write("a.md", faq("/nowhere"));
    let said = places(&content);
    assert_eq!(said.len(), 1000);
    for (n, (line, column, message)) in said.iter().enumerate() {
        assert_eq!((*line, *column, &**message), (10 + 4 * n, 7, "there is no page at `/nowhere`"));
    }
}

#[test]
fn two_thousand_mistakes_in_a_file() {
    let content = Folder::with_home();
    content.write(
        "a.md",
        page(&many(1000, |n| format!("unknown{n}: A\n")), &many(1000, |n| format!("One <b>{n}</b>\n\n"))),
    );
    let compiled = content.compile(Profile::Release);
    let said = compiled.report.diagnostics();
    assert_eq!(said.len(), 2000);
    for (n, it) in said.iter().take(1000).enumerate() {
        assert_eq!(
            (it.position, &*it.message),
            ((6 + n, 1), &*format!("the key `unknown{n}` is not known here"))
        );
    }
    for (n, it) in said.iter().skip(1000).enumerate() {
        assert_eq!((it.position, &*it.message), ((1007 + 2 * n, 5), "HTML cannot be used in content"));
    }
    let report = compiled.report.render(false);
    assert_eq!(report.matches(" = help: ").count(), 2000);
    assert!(report.contains("\n3005 | One <b>999</b>\n     |     ^^^\n"), "{report}");
}

#[test]
fn five_thousand_equal_headings() {
    let content = Folder::with_home();
    content.write("a.md", page("", &"## Same\n\n".repeat(5000)));
    let site = content.content();
    let body = &site.pages.iter().find(|page| page.route == "/a").expect("the page").body.0;
    assert!(body.starts_with("<h2 id=\"same\">Same</h2>\n<h2 id=\"same-2\">Same</h2>\n"));
    assert!(body.ends_with("<h2 id=\"same-5000\">Same</h2>\n"));
}

#[test]
fn two_thousand_dead_links_on_two_thousand_pages() {
    let content = Folder::with_home();
    content.write("p/index.md", page("", ""));
    for n in 0..2000 {
        content.write(&format!("p/p{n}.md"), page("", &format!("See [it](/q/q{n}).\n")));
    }
    let said = content.compile(Profile::Release).report.diagnostics();
    assert_eq!(said.len(), 2000);
    for it in said {
        let n =
            it.path.rsplit("/p").next().and_then(|name| name.strip_suffix(".md")).expect("a page").to_owned();
        assert_eq!((it.position, it.message), ((7, 5), format!("there is no page at `/q/q{n}`")));
    }
}

#[test]
fn of_a_very_long_line_the_part_around_a_mistake_is_drawn() {
    let content = Folder::with_home();
    content.write(
        "a.md",
        page("", &format!("{}<b>bold</b> {}\n", "é word ".repeat(3000), "word ".repeat(3000))),
    );
    let report = content.compile(Profile::Release).report.render(false);
    assert!(report.contains("a.md:7:21001\n"), "{report}");
    let (line, marks) = (report.lines().nth(3).expect("the line"), report.lines().nth(4).expect("the marks"));
    assert!(line.starts_with("7 | ...") && line.ends_with("...") && line.chars().count() < 160, "{report}");
    let at = |text: &str, sign: &str| text.split(sign).next().map(|before| before.chars().count());
    assert_eq!(at(line, "<b>"), at(marks, "^^^"), "{report}");
}
