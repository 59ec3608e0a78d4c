//! Pairs that are found by their names, in the folder beside a page.

use std::fs;

use super::{DRAWING, folder, pair, picture};
use crate::{Folder, page, report::assert_says};

#[test]
fn a_folder_beside_a_page_has_its_pairs() {
    let names = [
        "neck-002-after",
        "neck-002-before",
        "neck-001-Before",
        "neck-001-AFTER",
        "neck-10-before",
        "neck-10-after",
    ];
    let paths = names.map(|name| format!("care/a.hero/{name}.png"));
    let content = folder(&paths.each_ref().map(|it| &**it), "", "");
    let said = content.said();
    assert_says(
        said,
        "care/a.hero:1:1",
        &[
            "`neck-001`, `neck-002` and `neck-10`: nothing says",
            "add a file `pictures.yaml`",
            "`- name: neck-001`",
        ],
    );
    let pairs = |content: &Folder| {
        let all = content.content();
        all.pages.into_iter().find(|page| page.route == "/care/a").expect("the page").pairs
    };
    let words: Vec<_> = pairs(&content).into_iter().map(|pair| pair.words).collect();
    assert_eq!(words, ["A, result 1", "A, result 2", "A, result 10"]);

    let note = |name: &str| format!("  - name: {name}\n    alt: A neck\n    source: drawing\n");
    let notes = ["neck-001", "neck-002", "neck-10"].map(note).concat();
    content.write("care/a.hero/pictures.yaml", format!("pairs:\n{notes}"));
    assert_eq!(content.said(), [""; 0]);
    assert_eq!(pairs(&content)[2].words, "A neck");

    content.write(
        "care/a.hero/pictures.yaml",
        format!("pairs:\n{notes}  - name: neck-01\n    alt: A\n    source: drawing\n"),
    );
    assert_says(
        content.said(),
        "care/a.hero/pictures.yaml:11:11",
        &["no pictures `neck-01`", "did you mean `neck-001`?"],
    );
    content.write("care/a.hero/pictures.yaml", format!("pairs:\n{notes}").replace("drawing", "patient"));
    assert_eq!(content.said().iter().filter(|it| it.contains("this patient has agreed")).count(), 3);

    // The page's own key counts alone.
    content.write(
        "care/a.md",
        page(&pair("a.hero/neck-001-Before.png", "a.hero/neck-001-AFTER.png", DRAWING), ""),
    );
    let said = content.said();
    assert_eq!(said.iter().filter(|it| it.contains("no page uses this picture")).count(), 4, "{said:#?}");
    assert!(said.iter().any(|it| it.contains("not read: the page has `heroImages`")), "{said:#?}");
}

#[test]
fn halves_and_strangers_in_a_folder_are_told() {
    let content = folder(&["care/a.hero/neck-001-before.png"], "", "");
    let said = content.said();
    assert!(
        said.iter().any(|it| it.starts_with(
            "care/a.hero/neck-001-before.png:1:1 the picture from after the treatment is missing"
        )),
        "{said:#?}"
    );

    let both = ["care/a.hero/neck-001-before.png", "care/a.hero/neck-001-after.png"];
    let content = folder(&both, "", "");
    content.write("care/a.hero/neck-001-after.webp", fs::read(content.path(both[0])).expect("a file"));
    assert!(
        content.said().iter().any(|it| it.contains("is the same half of the pair")),
        "{:#?}",
        content.said()
    );
    content.remove("care/a.hero/neck-001-after.webp");

    content.write("care/a.hero/neck.png", picture(7, 720, 960));
    let said = content.said();
    assert!(
        said.iter()
            .any(|it| it.starts_with("care/a.hero/neck.png:1:1 no page uses") && it.contains("called like")),
        "{said:#?}"
    );
    content.remove("care/a.hero/neck.png");

    content.write("care/a.hero/neck-001-after.png", picture(1, 720, 960));
    assert!(content.said().iter().any(|it| it.contains("in both places")), "{:#?}", content.said());

    let content =
        folder(&both.map(|path| path.replace("a.hero", "aa.hero")).each_ref().map(|it| &**it), "", "");
    let said = content.said();
    assert!(
        said.iter().any(|it| it.starts_with("care/aa.hero:1:1 this folder of pairs belongs to no page")
            && it.contains("rename it to `care/a.hero`")),
        "{said:#?}"
    );
}

#[test]
fn names_are_one_however_they_are_stored() {
    // One half with an accent in one character, the other in two, and the notes in capital letters.
    let paths = ["care/a.hero/h\u{fc}fte-001-before.png", "care/a.hero/hu\u{308}fte-001-after.png"];
    let content = folder(&paths, "", "");
    content.write(
        "care/a.hero/pictures.yaml",
        "pairs:\n  - name: H\u{dc}FTE-001\n    alt: A hip\n    source: drawing\n",
    );
    assert_eq!(content.said(), [""; 0]);
}

#[test]
fn an_empty_list_shows_none() {
    let paths = ["care/a.hero/neck-001-before.png", "care/a.hero/neck-001-after.png"];
    let content = folder(&paths, "heroImages: []\n", "");
    assert_eq!(content.said().iter().filter(|it| it.contains("no page uses this picture")).count(), 2);
    let pages = content.content().pages;
    assert!(pages.iter().all(|page| page.pairs.is_empty() && page.images.is_empty()));
}

#[test]
fn a_page_with_mistakes_may_show_pictures() {
    let paths = ["care/a.hero/neck-001-before.png", "care/a.hero/neck-001-after.png"];
    let content = folder(&paths, "zzz: A\n", "");
    assert_says(content.said(), "care/a.md:6:1", &["`zzz`"]);
}

#[test]
fn a_folder_s_own_page_has_its_pairs_inside() {
    let paths = ["care.hero/neck-001-before.png", "care.hero/neck-001-after.png"];
    let said = folder(&paths, "", "").said();
    assert!(said.iter().any(|it| it.contains("rename it to `care/index.hero`")), "{said:#?}");
}

#[test]
fn one_picture_in_two_pairs_is_told() {
    let names = ["neck-001-before", "neck-001-after", "neck-002-before", "neck-002-after"];
    let paths = names.map(|name| format!("care/a.hero/{name}.png"));
    let content = folder(&paths.each_ref().map(|it| &**it), "", "");
    content.write("care/a.hero/neck-002-before.png", picture(1, 720, 960));
    let twice = |content: &Folder| {
        let said = content.said().into_iter();
        said.filter(|it| it.contains("in another pair is the same picture")).collect::<Vec<_>>()
    };
    assert_says(
        twice(&content),
        "care/a.hero/neck-002-before.png:1:1",
        &["`care/a.hero/neck-001-before.png`", "`source` and `consent` in `pictures.yaml`"],
    );
    // One patient at two times.
    let note =
        |name: &str| format!("  - name: {name}\n    alt: A neck\n    source: patient\n    consent: C-1\n");
    content.write("care/a.hero/pictures.yaml", format!("pairs:\n{}{}", note("neck-001"), note("neck-002")));
    assert_eq!(content.said(), [""; 0]);

    // Another page may show the same pair, but no half of it.
    let content = folder(&paths[..2].iter().map(|it| &**it).collect::<Vec<_>>(), "", "");
    content.write("care/b.md", page("", ""));
    content.write("care/b.hero/chin-001-before.png", picture(1, 720, 960));
    content.write("care/b.hero/chin-001-after.png", picture(2, 720, 960));
    assert_eq!(twice(&content), [""; 0]);
    content.write("care/b.hero/chin-001-after.png", picture(3, 720, 960));
    assert_says(
        twice(&content),
        "care/b.hero/chin-001-before.png:1:1",
        &["`care/a.hero/neck-001-before.png`"],
    );
}

#[test]
fn what_is_said_of_pairs_is_checked_like_front_matter() {
    let paths = ["care/a.hero/neck-001-before.png", "care/a.hero/neck-001-after.png"];
    let said = |notes: &str| {
        let content = folder(&paths, "", "");
        content.write(
            "claims.yaml",
            "claims:\n  - words: [painless]\n    why: It is not so.\n    instead: gentle\n",
        );
        content.write("care/a.hero/pictures.yaml", notes);
        content.said()
    };
    let note = "pairs:\n  - name: neck-001\n    alt: A neck\n    source: drawing\n";
    assert_eq!(said(note), [""; 0]);
    let place = "care/a.hero/pictures.yaml:";
    assert_says(
        said(&note.replace("A neck", "Neck 001")),
        &format!("{place}3:10"),
        &["a picture file's name"],
    );
    assert_says(
        said(&format!("{note}    caption: A painless hour\n")),
        &format!("{place}5:16"),
        &["painless"],
    );
    // A mistake in the file says nothing of the pairs.
    assert_says(said(&note.replace("    alt", "   alt")), &format!("{place}3:4"), &[]);
    let wrong = said(&note.replace("name: neck-001", "nam: neck-001"));
    assert!(wrong.iter().all(|it| it.contains("`name`")), "{wrong:#?}");
}

#[test]
fn a_file_about_pairs_by_another_name_is_told() {
    for name in ["pictures.yml", "Pictures.yaml", "photos.yaml"] {
        let content = folder(&[], "", "");
        content.write(&format!("care/a.hero/{name}"), "pairs: []\n");
        assert_says(
            content.said(),
            &format!("care/a.hero/{name}:1:1"),
            &["only a file `pictures.yaml` is read", "rename it to `care/a.hero/pictures.yaml`"],
        );
    }
}
