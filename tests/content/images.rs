//! What is said about pictures: the file, its words, whose it is.

mod folders;
mod torture;

use std::fs;

use drawing::{Metadata, jpeg, png, with};
use image::{DynamicImage, Rgb, RgbImage};

use crate::{Folder, page, report::assert_says, said_once};

/// A picture like no other, of this width and height in pixels.
fn picture(number: u8, width: u32, height: u32) -> Vec<u8> {
    let pixels = RgbImage::from_pixel(width, height, Rgb([number, 90, 120]));
    png(&DynamicImage::from(pixels))
}

/// The pictures that the examples of the schema name.
pub fn write_those_of_the_examples(content: &Folder) {
    let names = ["treatment-room.jpg", "forehead-001-before.jpg", "forehead-001-after.jpg", "portrait.jpg"];
    for (number, name) in (1..).zip(names) {
        content.write(&format!("images/{name}"), picture(number, 720, 960));
    }
}

/// A content folder with these pictures and a page.
fn folder(pictures: &[&str], keys: &str, body: &str) -> Folder {
    let content = Folder::with_home();
    for (number, path) in (1..).zip(pictures) {
        content.write(path, picture(number, 720, 960));
    }
    content.write("care/index.md", page("", ""));
    content.write("care/a.md", page(keys, body));
    content
}

const PAIR: [&str; 2] = ["img/a-001-before.png", "img/a-001-after.png"];

/// A pair of these two, and the further lines of it.
fn pair(before: &str, after: &str, more: &str) -> String {
    format!("heroImages:\n  - before: {before}\n    after: {after}\n    alt: A forehead\n{more}")
}

const DRAWING: &str = "    source: drawing\n";

#[test]
fn a_picture_is_found_from_the_file_and_from_the_folder() {
    for (path, source) in [
        ("img/room.png", "/img/room.png"),
        ("img/room.png", "../img/room.png"),
        ("img/room.png", "./../img//room.png"),
        ("care/room.png", "room.png"),
        ("care/our room.png", "<our room.png>"),
        ("care/our room.png", "our%20room.png"),
        ("care/T\u{fc}r.PNG", "Tu\u{308}r.PNG"),
        ("care/Tu\u{308}r.png", "/care/T\u{fc}r.png"),
        ("care/100%.png", "100%.png"),
        ("care/a%20b.png", "a%20b.png"),
    ] {
        let content = folder(&[path], "", &format!("![A room]({source})\n"));
        assert_eq!(content.said(), [""; 0], "{path}, {source}");
    }
}

#[test]
fn a_picture_that_is_not_there_has_a_nearest_one() {
    let in_front_matter = |source: &str| {
        let content = folder(
            &["img/room.png", "care/door.png"],
            &format!("image:\n  src: {source}\n  alt: A room\n"),
            "![A](door.png)\n![A room](/img/room.png)\n",
        );
        said_once(content.said())
    };
    for (source, message, help) in [
        ("/img/rom.png", "there is no picture", "did you mean `/img/room.png`?"),
        ("/img/Room.PNG", "capital and small letters count", "write `/img/room.png`"),
        ("img/room.png", "there is no picture", "did you mean `/img/room.png`?"),
        ("room.png", "there is no picture", "did you mean `/img/room.png`?"),
        (r"'\img\room.png'", "no backslashes", "write `/img/room.png`"),
        ("https://clinic.example/room.png", "cannot come from elsewhere", "content folder"),
        ("//clinic.example/room.png", "cannot come from elsewhere", "content folder"),
        ("data:image/png;base64,AAAA", "cannot come from elsewhere", "content folder"),
        ("../../room.png", "outside of the content folder", "content folder"),
        ("/nothing/like/it.gif", "there is no picture", "put it there"),
    ] {
        let said = in_front_matter(source);
        assert!(said.starts_with("care/a.md:7:8 "), "{said}");
        assert!(said.contains(message) && said.contains(help), "{source}: {said}");
    }
}

#[test]
fn markdown_says_where_a_picture_fits() {
    for (body, place, message) in [
        ("Text ![A room](/img/room.png) text.\n", "7:6", "a paragraph of its own"),
        ("- ![A room](/img/room.png)\n", "7:3", "a paragraph of its own"),
        ("| A |\n|---|\n| ![A room](/img/room.png) |\n", "9:3", "a paragraph of its own"),
        ("## ![A room](/img/room.png)\n\nText\n", "7:4", "a paragraph of its own"),
        ("[![A room](/img/room.png)](/care)\n", "7:2", "cannot be a link"),
        ("![](/img/room.png)\n", "7:1", "this picture has no words"),
        ("![room.png](/img/room.png)\n", "7:1", "a picture file's name"),
        ("![IMG_1234](/img/room.png)\n", "7:1", "a picture file's name"),
        ("![IMG-20260304-WA0001](/img/room.png)\n", "7:1", "a picture file's name"),
        ("![jane-doe-001-before](/img/room.png)\n", "7:1", "a picture file's name"),
        ("![Jane Doe 001.jpg](/img/room.png)\n", "7:1", "a picture file's name"),
        ("![A room]()\n", "7:12", "the picture's path is missing"),
        ("![A room ![A door](/img/room.png)](/img/room.png)\n", "7:10", "another picture's words"),
        ("![A room](/img/room.png \"A **bold** one\")\n", "7:1", "only plain words fit here"),
    ] {
        let content = folder(&["img/room.png"], "", &format!("{body}\n![A door](/img/room.png)\n"));
        assert_says(content.said(), &format!("care/a.md:{place}"), &[message]);
    }
}

#[test]
fn pictures_in_markdown_are_figures() {
    let content = folder(
        &["img/room.png"],
        "",
        "Text\n\n![A “*room*” & door](/img/room.png \"By the <b>door\")\n\nText\n",
    );
    let content = content.content();
    let page = content.pages.iter().find(|page| page.route == "/care/a").expect("the page");
    let html = &page.body.0;
    assert!(
        html.starts_with(
            "<p>Text</p>\n<figure class=\"image-with-caption\"><a class=\"image\" href=\"/assets/images/"
        ),
        "{html}"
    );
    assert!(html.contains("<figcaption>By the &lt;b&gt;door</figcaption></figure>\n<p>Text</p>"), "{html}");
    let [(image, path)] = &*page.images else { panic!("{:?}", page.images) };
    assert_eq!((image.width, image.height, &**path), (720, 960, "img/room.png"));
}

#[test]
fn a_pair_is_of_two_pictures_of_somebody_who_agreed() {
    let said = |keys: &str| folder(&PAIR, keys, "").said();
    let [before, after] = PAIR.map(|path| format!("/{path}"));
    assert_eq!(said(&pair(&before, &after, DRAWING)), [""; 0]);
    let consent = "    source: patient\n    consent: C-0142\n";
    assert_eq!(said(&pair(&before, &after, consent)), [""; 0]);

    assert_says(said(&pair(&before, &after, "")), "care/a.md:7:5", &["the key `source` is missing"]);
    assert_says(
        said(&pair(&before, &after, "    source: patient\n")),
        "care/a.md:10:13",
        &["nothing says that this patient has agreed", "`consent: …`"],
    );
    let number = "    source: patient\n    consent: 142\n";
    assert_says(said(&pair(&before, &after, number)), "care/a.md:11:14", &["this must be text"]);
    assert_says(said(&pair(&before, &after, "    source: friend\n")), "care/a.md:10:13", &["friend"]);
    let twice = said(&pair(&before, &before, DRAWING));
    assert!(
        twice[0].starts_with("care/a.md:8:12 this is the picture from before, in both places"),
        "{twice:#?}"
    );
    let without_words = format!("heroImages:\n  - before: {before}\n    after: {after}\n{DRAWING}");
    assert_says(said(&without_words), "care/a.md:7:5", &["the key `alt` is missing"]);
    let named = pair(&before, &after, DRAWING).replace("A forehead", "a-001-before.png");
    assert_says(said(&named), "care/a.md:9:10", &["a picture file's name"]);
}

#[test]
fn words_are_not_what_the_file_is_called() {
    let paths = ["img/jane-doe-001-before.png", "img/jane-doe-001-after.png"];
    for words in ["Jane Doe 001", "jane doe 001 before"] {
        let keys = pair("/img/jane-doe-001-before.png", "/img/jane-doe-001-after.png", DRAWING);
        let keys = keys.replace("A forehead", words);
        assert_says(folder(&paths, &keys, "").said(), "care/a.md:9:10", &["a picture file's name"]);
    }
    // A file may be called what there is to see.
    let said = |words: &str| {
        folder(&["img/treatment-room.png"], "", &format!("![{words}](/img/treatment-room.png)\n")).said()
    };
    assert_eq!(said("Treatment room"), [""; 0]);
    assert_says(said("treatment-room"), "care/a.md:7:1", &["a picture file's name"]);
}

#[test]
fn pairs_are_a_place_that_links_can_have() {
    let keys = pair("/img/a-001-before.png", "/img/a-001-after.png", DRAWING);
    let body = "[See](#page_results) and [the same](/care/a#page_results).\n";
    assert_eq!(folder(&PAIR, &keys, body).said(), [""; 0]);
    assert_says(folder(&[], "", "[See](#page_results).\n").said(), "care/a.md:7:1", &["page_results"]);
}

#[test]
fn one_picture_is_of_one_person() {
    let patient = |number: &str| {
        pair(
            "/img/a-001-before.png",
            "/img/a-001-after.png",
            &format!("    source: patient\n    consent: {number}\n"),
        )
    };
    let content = folder(&PAIR, &patient("C-1"), "");
    content.write("care/b.md", page(&patient("C-1"), ""));
    assert_eq!(content.said(), [""; 0]);
    // A copy under another name is the same picture.
    content.write("img/copy.png", picture(1, 720, 960));
    let other = patient("C-2").replacen("a-001-before", "copy", 1).replace("a-001-after", "b");
    content.write("img/b.png", picture(9, 720, 960));
    content.write("care/b.md", page(&other, ""));
    assert_says(content.said(), "care/b.md:7:13", &["another patient's in", "care/a.md, line 7"]);
    let model = pair("/img/a-001-before.png", "/img/b.png", "    source: model\n");
    content.write("care/b.md", page(&model, "![Copy](/img/copy.png)\n"));
    assert_says(content.said(), "care/b.md:7:13", &["somebody else's in", "`source` differs"]);
}

#[test]
fn what_an_editor_should_know_is_a_warning() {
    let content = folder(&[], "image:\n  src: /small.png\n  alt: A room\n", "");
    content.write("small.png", picture(1, 719, 100));
    assert_says(content.said(), "care/a.md:7:8", &["narrower than 720 px"]);

    let content = folder(&[], "image:\n  src: /there.jpg\n  alt: A room\n", "");
    let pixels = RgbImage::from_pixel(720, 100, Rgb([9, 90, 120]));
    content.write("there.jpg", with(&jpeg(&pixels), &Metadata::personal()));
    assert_says(content.said(), "care/a.md:7:8", &["where it was taken (GPS)", "the repository has it"]);

    let content = folder(&[], &pair("/1.png", "/2.png", DRAWING), "");
    content.write("1.png", picture(1, 720, 960));
    content.write("2.png", picture(2, 760, 960));
    assert_says(content.said(), "care/a.md:8:12", &["differ in shape", "cut them alike"]);

    let content = folder(&["img/alone.png"], "", "");
    assert_says(content.said(), "img/alone.png:1:1", &["no page uses this picture"]);
}

#[test]
fn a_portrait_needs_its_person_s_consent() {
    let section = |more: &str| {
        format!(
            "sections:\n  - type: testimonials\n    title: A\n    items:\n      - quote: It was fine.\n        author: B\n        portrait: /b.png\n{more}"
        )
    };
    let said = |more: &str| folder(&["b.png"], &section(more), "").said();
    assert_eq!(said("        consent: C-1\n"), [""; 0]);
    assert_says(said(""), "care/a.md:12:19", &["the person of this portrait has agreed", "`consent: …`"]);
    assert_says(said("        consent: 142\n"), "care/a.md:13:18", &["this must be text"]);
    // Whoever is seen may be drawn.
    let gallery = "  - type: image-gallery\n    title: A\n    images:\n      - src: /b.png\n        alt: A face\n        source: drawing\n";
    assert_eq!(said(&format!("        consent: drawn by us\n{gallery}")), [""; 0]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_refused() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::TempDir::new().expect("a folder");
    fs::write(outside.path().join("a.png"), picture(1, 720, 960)).expect("a file");
    let content =
        folder(&["img/b.png"], "", "![A room](/out.png)\n![A room](/in.png)\n![A door](/img/b.png)\n");
    symlink(outside.path().join("a.png"), content.path("out.png")).expect("a link");
    symlink(content.path("img/b.png"), content.path("in.png")).expect("a link");
    assert_says(content.said(), "care/a.md:7:11", &["leads out of the content folder"]);
}
