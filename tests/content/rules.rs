//! What content without mistakes becomes.

use site::{Content, Page, Section};

use crate::{Folder, page, said_once};

fn get<'a>(site: &'a Content, route: &str) -> &'a Page {
    site.pages.iter().find(|page| page.route == route).unwrap_or_else(|| panic!("no page at {route}"))
}

fn sections(page: &Page) -> Vec<&Section> {
    page.parts.iter().map(|part| &part.section).collect()
}

fn accordion(page: &Page) -> (&str, Vec<&str>) {
    let accordion = page.parts.iter().find_map(|part| match &part.section {
        Section::FaqAccordion(accordion) => Some(accordion),
        _ => None,
    });
    let accordion = accordion.expect("an accordion");
    (&accordion.title, accordion.items.iter().map(|item| &*item.question).collect())
}

#[test]
fn the_route_is_the_file_s_place() {
    let content = Folder::with_home();
    content.write("a/index.md", page("", ""));
    content.write("a/b.md", page("", ""));
    let site = content.content();
    let routes: Vec<_> = site.pages.iter().map(|page| &*page.route).collect();
    assert_eq!(routes, ["/", "/a", "/a/b"]);
}

#[test]
fn sections_and_faq_may_be_left_out() {
    let content = Folder::with_home();
    content.write("a.md", page("faq: []\nsections: []\n", ""));
    assert!(get(&content.content(), "/a").parts.is_empty());
}

#[test]
fn an_faq_without_an_accordion_is_shown() {
    let content = Folder::with_home();
    content.write("a.md", page("faq:\n  - question: Why?\n    answer: Because.\n", ""));
    let site = content.content();
    assert_eq!(accordion(get(&site, "/a")), ("Frequently asked questions", vec!["Why?"]));
}

#[test]
fn an_faq_that_differs_from_the_accordion_is_a_warning() {
    let accordion_of = |question: &str, answer: &str| {
        format!(
            "sections:\n  - type: faq-accordion\n    title: T\n    items:\n      - question: One?\n        answer: A\n      - question: {question}\n        answer: {answer}\n"
        )
    };
    let faq = "faq:\n  - question: One?\n    answer: A\n  - question: Two?\n    answer: B\n";
    let said = |section: String| {
        let content = Folder::with_home();
        content.write("a.md", page(&format!("{faq}{section}"), ""));
        (content.said(), content.content())
    };
    assert_eq!(said(accordion_of("Two?", "B")).0, [""; 0]);

    let (warnings, site) = said(accordion_of("Three?", "B"));
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].starts_with("a.md:9:5 question 2 of `faq` is “Two?”"), "{}", warnings[0]);
    assert_eq!(accordion(get(&site, "/a")).1, ["One?", "Three?"], "what is shown stands");

    let (warnings, _) = said(accordion_of("Two?", "C"));
    assert!(warnings[0].starts_with("a.md:9:5 `faq` answers “Two?” differently"), "{}", warnings[0]);
}

#[test]
fn an_faq_beside_its_accordion_is_no_mistake_where_another_is() {
    let content = Folder::with_home();
    let question = "  - question: Why?\n    answer: So.\n";
    let items = question.replace("\n", "\n    ").trim_end().to_owned();
    let section = format!("sections:\n  - type: faq-accordion\n    title: T\n    items:\n    {items}\n");
    content.write("a.md", page(&format!("faq:\n{question}{section}"), ""));
    assert_eq!(content.said(), [""; 0]);
    content.write("a.md", page(&format!("faq:\n{question}{section}"), "").replace("title: A\n", ""));
    assert!(said_once(content.said()).contains("the key `title` is missing"));
    content.write("a.md", page(&format!("faq:\n{question}{section}  - type: places\n"), ""));
    assert!(said_once(content.said()).contains("the key `title` is missing"));
}

#[test]
fn a_question_s_address_is_its_words_or_its_id() {
    let content = Folder::with_home();
    let faq = "faq:\n  - question: Does it hurt?\n    answer: A\n  - question: What is a *course*?\n    answer: B\n    id: course\n";
    content.write("a.md", page(faq, "## Course\n"));
    let site = content.content();
    let [Section::FaqAccordion(faq)] = &*sections(get(&site, "/a")) else { panic!("one section") };
    let ids: Vec<_> = faq.items.iter().map(|item| &*item.id).collect();
    assert_eq!(ids, ["does-it-hurt", "course"]);
    assert_eq!(get(&site, "/a").body.0, "<h2 id=\"course-2\">Course</h2>\n", "one namespace of ids a page");
}

#[test]
fn answers_and_descriptions_hold_inline_markdown() {
    let content = Folder::with_home();
    let keys = "faq:\n  - question: Why *not*?\n    answer: |\n      **One** [two](/).\n\n      Three & four.\n\
                sections:\n  - type: features-grid\n    title: <T>\n    items:\n      - title: A\n        description: '`x` & *y*'\n";
    content.write("a.md", page(keys, ""));
    let site = content.content();
    let [Section::FeaturesGrid(grid), Section::FaqAccordion(faq)] = &*sections(get(&site, "/a")) else {
        panic!("two sections")
    };
    assert_eq!(grid.title, "<T>", "plain text stays what it is");
    assert_eq!(grid.items[0].description.0, "<code>x</code> &amp; <em>y</em>");
    assert_eq!(grid.items[0].icon, None);
    assert_eq!(faq.items[0].question, "Why *not*?", "plain text stays what it is");
    assert_eq!(
        faq.items[0].answer.0,
        "<p><strong>One</strong> <a href=\"/\">two</a>.</p>\n<p>Three &amp; four.</p>\n"
    );
}

#[test]
fn a_body_becomes_html_that_a_strict_policy_allows() {
    let content = Folder::with_home();
    let body = "## Same\n\n## Same\n\n[slash](/a/) <https://example.com> <a@b.c>\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n";
    content.write("a.md", page("", body));
    let site = content.content();
    let html = &*get(&site, "/a").body.0;
    for part in [
        "<h2 id=\"same\">Same</h2>",
        "<h2 id=\"same-2\">Same</h2>",
        "<a href=\"/a\">slash</a>",
        "<a href=\"https://example.com\">https://example.com</a>",
        "<a href=\"mailto:a@b.c\">a@b.c</a>",
        "<th class=\"right\" scope=\"col\">b</th>",
        "<td class=\"right\">2</td>",
    ] {
        assert!(html.contains(part), "{html}\nhas no {part}");
    }
    assert!(!html.contains("style="));
}

#[test]
fn a_byte_order_mark_and_crlf_are_fine() {
    let content = Folder::with_home();
    let keys = "faq:\n  - question: Why?\n    answer: >-\n      One\n      two.\n";
    content.write("a.md", format!("\u{feff}{}", page(keys, "Text\n\nMore\n")).replace('\n', "\r\n"));
    let site = content.content();
    assert_eq!(get(&site, "/a").body.0, "<p>Text</p>\n<p>More</p>\n");
}

#[test]
fn the_real_page_compiles_with_every_field() {
    let inputs = site::compile::Inputs::from_env().expect("the project's folder");
    let compiled = site::compile::compile(&inputs).expect("the icon set is installed");
    // What is to be filled in when the site is taken over, what the given page claims (its
    // text is the editor's), and nothing else.
    let said = compiled.report.diagnostics();
    let (claims, others): (Vec<_>, Vec<_>) = said.iter().partition(|it| it.message.contains(" is a claim: "));
    assert!(
        others.iter().all(|it| it.message == "this is a placeholder"),
        "{}",
        compiled.report.render(false)
    );
    assert!(claims.iter().all(|it| it.path == "content/microneedling/hair-loss.md"), "{claims:#?}");
    assert!(claims.iter().any(|it| it.message.starts_with("“safe for all” ") && it.position == (33, 36)));
    let site = compiled.content.expect("content");
    let page = get(&site, "/microneedling/hair-loss");
    assert_eq!(page.name, "Hair Loss Microneedling");
    assert_eq!(page.tagline.as_deref(), Some("for hair regrowth and density"));
    assert_eq!(page.title, "Hair Loss Microneedling | Sarah Hitchcox Aesthetics");
    assert!(page.meta_description.starts_with("Microneedling for hair loss prevention"));
    assert_eq!(page.cta_text.as_deref(), Some("Book Hair Loss Microneedling"));
    let [Section::FeaturesGrid(grid), Section::FaqAccordion(faq)] = &*sections(page) else {
        panic!("two sections")
    };
    assert_eq!((grid.items.len(), faq.items.len()), (3, 7));
    assert_eq!(faq.title, "Hair Loss FAQs");
    let overview = get(&site, "/microneedling");
    let card = overview.cards.iter().find(|card| card.route == page.route).expect("a card");
    assert_eq!(card.text, page.short_description);
}
