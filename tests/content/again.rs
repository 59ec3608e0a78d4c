//! A folder that is compiled again and again is what it would be if it were compiled anew.

use image::{Rgb, RgbImage};
use site::compile::{Compiler, Inputs, Profile, compile};

use crate::{Folder, page};

#[test]
fn what_is_remembered_is_never_out_of_date() {
    let folder = Folder::with_home();
    let mut inputs = Inputs::from_env().expect("the project's folder");
    inputs.content = folder.path("");
    inputs.profile = Profile::Debug;
    let mut compiler = Compiler::new(inputs.clone()).expect("the icon set is installed");
    let mut seen = Vec::new();
    let mut same = |step: &str| {
        let (again, anew) = (compiler.compile().expect("a folder"), compile(&inputs).expect("a folder"));
        assert_eq!(again.report.render(false), anew.report.render(false), "{step}");
        assert_eq!(again.content, anew.content, "{step}");
        seen.push(again.report.render(false));
    };
    let claims = "claims:\n  - words: [painless]\n    why: It is not so.\n    instead: gentle\n";
    let a = page("", "See [b](/care/b) and [old](/old). It is painless.\n");
    let notes = "pairs:\n  - name: neck-001\n    alt: A neck\n    source: drawing\n";
    let steps: [(&str, &str, Option<&str>); 18] = [
        ("a page", "a.md", Some(&a)),
        ("another", "care/b.md", Some(&page("faq:\n  - question: Why?\n    answer: So.\n", ""))),
        ("its folder", "care/index.md", Some(&page("", ""))),
        ("an older address", "care/b.md", Some(&page("aliases: [/old]\n", ""))),
        ("a list of claims", "claims.yaml", Some(claims)),
        ("another list", "claims.yaml", Some(&claims.replace("painless", "gentle"))),
        ("no list", "claims.yaml", None),
        ("a mistake", "care/b.md", Some("---\nnam: B\n---\n")),
        ("no file", "care/b.md", None),
        ("a draft", "care/index.md", Some(&page("draft: true\n", ""))),
        ("an address that is taken", "care.md", Some(&page("", ""))),
        ("and is not any more", "care.md", None),
        (
            "another business",
            "site.yaml",
            Some("name: Other\nurl: https://other.example\nemail: a@other.example\n"),
        ),
        ("a page with pairs", "care/neck.md", Some(&page("", ""))),
        ("what is said of them", "care/neck.hero/pictures.yaml", Some(notes)),
        (
            "something else of them",
            "care/neck.hero/pictures.yaml",
            Some(&notes.replace("A neck", "A throat")),
        ),
        ("nothing of them", "care/neck.hero/pictures.yaml", None),
        ("the first page again", "a.md", Some(&page("", "All is well.\n"))),
    ];
    same("the beginning");
    for (number, (step, file, text)) in (0..).zip(steps) {
        // One of them is another picture each time.
        for (side, colour) in [("before", 1), ("after", 100 + number)] {
            let pixels = RgbImage::from_pixel(720, 4, Rgb([colour, 9, 9]));
            folder.write(&format!("care/neck.hero/neck-001-{side}.png"), drawing::png(&pixels.into()));
        }
        match text {
            Some(text) => folder.write(file, text),
            None => folder.remove(file),
        }
        same(step);
        same(&format!("{step}, once more"));
    }
    seen.dedup();
    assert!(seen.len() > 8, "the steps change too little: {seen:#?}");
}
