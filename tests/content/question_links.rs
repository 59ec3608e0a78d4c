//! Questions that a page shows of other pages.

use site::{Section, sections::question_links::QuestionLink};

use crate::{Folder, page, said_once};

/// A page with a question and a heading, and one that shows something of it.
fn folder(address: &str) -> Folder {
    let content = Folder::with_home();
    content.write("care/index.md", page("", ""));
    let faq = "aliases: [/older]\nfaq:\n  - question: Does it hurt?\n    answer: A\n";
    content.write("care/peel.md", page(faq, "## Afterwards\n"));
    let links = format!("sections:\n  - type: question-links\n    title: T\n    items: [\"{address}\"]\n");
    content.write("a.md", page(&links, ""));
    content
}

fn shown(address: &str) -> QuestionLink {
    let site = folder(address).content();
    let page = site.pages.iter().find(|page| page.route == "/a").expect("the page");
    let [part] = &*page.parts else { panic!("one part") };
    let Section::QuestionLinks(section) = &part.section else { panic!("questions") };
    section.items[0].clone()
}

#[test]
fn a_question_is_shown_as_it_is_asked() {
    let link = shown("/care/peel#does-it-hurt");
    assert_eq!((&*link.address, &*link.question), ("/care/peel#does-it-hurt", "Does it hurt?"));
    assert_eq!((&*link.page.href, &*link.page.name), ("/care/peel", "A"));
}

#[test]
fn an_older_address_leads_to_the_page_of_today() {
    assert_eq!(shown("/older#does-it-hurt").address, "/care/peel#does-it-hurt");
}

#[test]
fn what_asks_nothing_is_told() {
    let said = |address: &str| said_once(folder(address).said());
    assert!(said("/nowhere#why").contains("there is no page at `/nowhere`"));
    assert!(said("/care/peel#why").contains("the page `/care/peel` has no place named `why`"));
    assert!(
        said("/care/peel#afterwards")
            .contains("the page `/care/peel` asks nothing at `#afterwards`: that is a heading")
    );
    for address in ["/care/peel", "care/peel#x", "https://a.example/#x", "/care/peel#", "/care/peel?a=1#why"]
    {
        assert!(said(address).contains("this is not the address of a question"), "{address}");
    }
    // As “Link to this question” copies it.
    for site in ["https://a.example", "http://localhost:8080"] {
        let copied = format!("{site}/care/peel?a=1#does-it-hurt");
        let copied = said(&copied);
        assert!(copied.contains("write `/care/peel#does-it-hurt`"), "{copied}");
    }
}
