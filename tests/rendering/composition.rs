//! How a page is put together: facts, contents, grounds, marks on cards.

use std::fs;

use content::schema::{Kind, Shape};
use site::{
    Card, Fact, Link, Page, Part, Section, WhyChoose, compile,
    sections::{
        cta_banner::CtaBanner,
        faq_accordion::{FaqAccordion, Question},
        question_links::{QuestionLink, QuestionLinks},
        text_block::TextBlock,
    },
};
use walkdir::WalkDir;

use crate::{assert_has, draw, draw_section, html, page};

fn text(id: &str) -> Part {
    let title = format!("Title of {id}");
    Part { id: Some(id.into()), section: Section::TextBlock(TextBlock { title, content: html("<p>C</p>") }) }
}

fn banner() -> Part {
    let banner = CtaBanner { title: "Band".into(), text: None, cta_text: "Go".into() };
    Part { id: Some("band".into()), section: Section::CtaBanner(banner) }
}

fn questions() -> Part {
    let answer = html("<p>So.</p>");
    let items = vec![Question { id: "why".into(), question: "Why <i>?".into(), answer }];
    Part { id: Some("faq".into()), section: Section::FaqAccordion(FaqAccordion { title: "F".into(), items }) }
}

#[test]
fn facts_are_a_description_list() {
    let fact = |icon| Fact { label: "Time <b>".into(), value: html("<em>an</em> hour"), icon };
    let article = draw(Page { facts: vec![fact(None), fact(Some(html("<path/>")))], ..page() });
    assert_has(&article, "<dl aria-label=\"At a glance\" class=\"facts\">");
    let said = article.replace(' ', "");
    assert_has(&said, "<div><dt>Time&lt;b&gt;</dt><dd><em>an</em>hour</dd></div>");
    assert_eq!(article.matches("class=\"icon\"").count(), 1);
}

#[test]
fn contents_are_parts_and_questions() {
    let body = html("<h2 id=\"one\">One &amp; <em>only</em></h2><p>T</p><h3 id=\"two\">Two</h3>");
    let article = draw(Page { body, parts: vec![text("three"), questions()], ..page() });
    assert_has(&article, "<a href=\"#one\">One &amp; only</a>");
    assert_has(&article, "<a href=\"#three\">Title of three</a>");
    assert_has(
        &article,
        "<a href=\"#faq\">F</a><ul role=\"list\"><li><a href=\"#why\">Why &lt;i&gt;?</a></li></ul>",
    );
    assert_has(&article, "<section id=\"three\"");
    assert!(!article.contains("href=\"#two\""), "smaller headings are left out");
}

#[test]
fn a_page_that_is_seen_at_once_has_no_contents() {
    let parts = || vec![text("one"), text("two")];
    assert!(!draw(Page { parts: parts(), ..page() }).contains("contents"));
    let home = Page { route: "/".into(), parts: vec![text("a"), text("b"), text("c")], ..page() };
    assert!(!draw(home).contains("contents"));
}

#[test]
fn grounds_follow_from_what_stands_before() {
    let why_choose = Some(WhyChoose { title: "Why".into(), id: "why".into(), text: html("So") });
    let article = draw(Page { why_choose, parts: vec![text("one"), banner(), text("two")], ..page() });
    let grounds: Vec<_> =
        article.split("data-ground=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    assert_eq!(grounds, ["line", "deep"]);
    let (beside, wide) = article.split_once("Band").expect("the band");
    assert!(beside.contains("Title of one") && wide.contains("Title of two"));
}

#[test]
fn cards_have_a_mark_of_their_page() {
    let card = Card { route: "/a/b".into(), name: "B".into(), text: "T".into(), mark: Some(html("<path/>")) };
    let article = draw(Page { cards: vec![card], ..page() });
    assert_has(&article, "<svg viewBox=\"0 0 400 400\" aria-hidden=\"true\" class=\"art\"><path/></svg>");
}

#[test]
fn question_links_have_the_question_and_its_page() {
    let item = QuestionLink {
        address: "/a/b#why".into(),
        question: "Why <i>?".into(),
        page: Link { href: "/a/b".into(), name: "B".into() },
    };
    let section = QuestionLinks { title: "Asked".into(), items: vec![item] };
    let article = draw_section(Section::QuestionLinks(section));
    assert_has(&article, "<li><a href=\"/a/b#why\">Why &lt;i&gt;?</a><p>B</p></li>");
}

#[test]
fn a_section_s_style_is_in_its_own_files() {
    let Shape::Typed(types) = Section::shape() else { panic!("sections have a type") };
    let style = compile::root().expect("the project's folder").join("style");
    let mut seen = 0;
    for file in WalkDir::new(style).into_iter().map(|file| file.expect("a file").into_path()) {
        if file.extension().is_none_or(|it| it != "css") {
            continue;
        }
        let css = fs::read_to_string(&file).expect("text");
        for name in types.iter().map(|it| it.name) {
            let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
            if css.split(&format!(".{name}")).skip(1).any(ends) {
                seen += 1;
                assert_eq!(file.file_stem().and_then(|it| it.to_str()), Some(name), "{}", file.display());
            }
        }
    }
    assert!(seen >= 9, "{seen}");
}
