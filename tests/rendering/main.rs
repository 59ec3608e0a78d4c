//! What the components make of a page: HTML, as it is prerendered.

use site::{
    Body, Card, FaqAccordion, Feature, FeaturesGrid, Html, Page, Question, Section, Site,
    render::{Rendered, render},
};

fn page() -> Page {
    Page {
        route: "/a".into(),
        name: "A & <B>".into(),
        tagline: None,
        title: "T & \"t\"".into(),
        meta_description: "D".into(),
        short_description: "S".into(),
        cta_text: None,
        body: Body(Html("<p>Body</p>".into())),
        sections: Vec::new().into(),
        cards: Vec::new().into(),
    }
}

fn draw(page: Page) -> Rendered {
    let site = Box::leak(Box::new(Site { name: "Clinic".into(), pages: vec![page].into() }));
    render(site, site.pages.first())
}

#[track_caller]
fn assert_has(html: &str, part: &str) {
    assert!(html.contains(part), "{html}\nhas no {part}");
}

#[test]
fn the_head_is_escaped() {
    let head = draw(page()).head;
    assert_has(&head, "<title>T &amp; \"t\"</title>".replace('"', "&quot;").as_str());
    assert_has(&head, "<meta name=\"description\" content=\"D\">");
    assert_has(&head, "<meta name=\"route\" content=\"/a\">");
}

#[test]
fn the_name_is_the_only_h1() {
    let body = draw(page()).body;
    assert_has(&body, "<h1>A &amp; &lt;B&gt;</h1>");
    assert_eq!(body.matches("<h1").count(), 1);
}

#[test]
fn what_is_left_out_leaves_no_trace() {
    let body = draw(page()).body;
    for part in ["class=\"tagline\"", "class=\"cta\"", "class=\"cards\"", "<section"] {
        assert!(!body.contains(part), "{part}");
    }
}

#[test]
fn hero_and_body_are_drawn() {
    let body = draw(Page { tagline: Some("calm".into()), cta_text: Some("Book A".into()), ..page() }).body;
    assert_has(&body, "<p class=\"tagline\">calm</p>");
    assert_has(&body, "<a href=\"/book\" class=\"cta\">Book A</a>");
    assert_has(&body, "<div class=\"prose\"><p>Body</p></div>");
}

#[test]
fn features_have_icons_that_assistive_technology_passes_over() {
    let feature = |icon: Option<&'static str>| Feature {
        title: "T".into(),
        description: Html("<em>D</em>".into()),
        icon: icon.map(|icon| Html(icon.into())),
    };
    let grid =
        FeaturesGrid { title: "G".into(), items: vec![feature(Some("<path/>")), feature(None)].into() };
    let body = draw(Page { sections: vec![Section::FeaturesGrid(grid)].into(), ..page() }).body;
    assert_has(&body, "<h2>G</h2>");
    assert_has(&body, " aria-hidden=\"true\" class=\"icon\"><path/></svg><h3>T</h3><p><em>D</em></p>");
    assert_eq!(body.matches("<svg").count(), 1);
}

#[test]
fn questions_are_details_with_headings_and_their_id_inside() {
    let items =
        vec![Question { id: "why".into(), question: "Why?".into(), answer: Html("<p>So.</p>".into()) }];
    let faq = FaqAccordion { title: "F".into(), items: items.into() };
    let body = draw(Page { sections: vec![Section::FaqAccordion(faq)].into(), ..page() }).body;
    assert_has(&body, "<details><summary><h3>Why?</h3></summary><div id=\"why\"><p>So.</p></div></details>");
}

#[test]
fn cards_are_links_with_a_text() {
    let card = Card { route: "/a/b".into(), name: "B".into(), text: "about B".into() };
    let body = draw(Page { cards: vec![card].into(), ..page() }).body;
    assert_has(&body, "<a href=\"/a/b\">B</a><p>about B</p>");
}

#[test]
fn no_marker_is_a_parse_error() {
    assert!(!draw(page()).body.contains("<!>"));
}

#[test]
fn an_unknown_address_has_a_page_that_search_engines_leave_out() {
    let site = Box::leak(Box::new(Site { name: "Clinic".into(), pages: vec![page()].into() }));
    let page = render(site, None);
    assert_has(&page.head, "<meta name=\"robots\" content=\"noindex\">");
    assert_has(&page.body, "<h1>Page not found</h1>");
}
