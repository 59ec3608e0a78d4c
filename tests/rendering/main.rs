//! What the components make of content: HTML, as it is prerendered.

mod composition;
mod images;

use model::Site;
use site::{
    Booking, Business, Card, Content, Date, Folder, Frame, Html, Link, Listed, ListedFolder, Page, Part,
    Place, Section, WhyChoose,
    render::{self, Extras, Rendered},
    sections::{
        booking_form::BookingForm,
        cta_banner::CtaBanner,
        faq_accordion::{FaqAccordion, Question},
        features_grid::{Feature, FeaturesGrid},
        places::Places,
        search::Search,
        steps::{Step, Steps},
        testimonials::{Testimonial, Testimonials},
        text_block::TextBlock,
    },
};

fn page() -> Page {
    Page {
        route: "/a".into(),
        name: "A & <B>".into(),
        title: "T & \"t\"".into(),
        meta_description: "D".into(),
        short_description: String::new(),
        tagline: None,
        cta_text: None,
        updated: None,
        draft: false,
        unlisted: false,
        keywords: Vec::new(),
        breadcrumbs: Vec::new(),
        is_treatment: false,
        art: None,
        image: None,
        pairs: Vec::new(),
        images: Vec::new(),
        body: html(""),
        why_choose: None,
        facts: Vec::new(),
        parts: Vec::new(),
        cards: Vec::new(),
        related: Vec::new(),
        listed: Vec::new(),
    }
}

fn part(section: Section) -> Part {
    Part { id: None, section }
}

fn html(text: &str) -> Html {
    Html(text.into())
}

fn place(name: &str) -> Place {
    Place {
        name: name.into(),
        street: None,
        city: "Town".into(),
        region: "TN".into(),
        postal_code: None,
        phone: Some("+1 (865) 555-0100".into()),
        hours: Vec::new(),
    }
}

fn content(page: Page, booking: Booking) -> &'static Content {
    let link = |href: &'static str, name: &'static str| Link { href: href.into(), name: name.into() };
    let frame = Frame {
        business: Business {
            name: "Clinic".into(),
            url: "https://example.com".into(),
            email: "hello@example.com".into(),
            places: vec![place("North"), place("South")],
            booking: booking.clone(),
            social: Vec::new(),
            disclaimer: Some("Results differ.".into()),
        },
        folders: vec![Folder {
            page: link("/a", "A"),
            children: vec![link("/a/b", "B")],
            below: vec![link("/a/b", "B")],
        }],
        header_links: Vec::new(),
        footer_links: vec![link("/privacy", "Privacy")],
        booking: Some(match booking {
            Booking::Elsewhere(url) => url,
            _ => "/book".into(),
        }),
        search: None,
    };
    Box::leak(Box::new(Content { frame, pages: vec![page], redirects: Vec::new() }))
}

/// A page's article.
fn draw(page: Page) -> String {
    let content = content(page, Booking::Email);
    render::article(&content.frame, &content.pages[0])
}

fn draw_section(section: Section) -> String {
    draw(Page { parts: vec![part(section)], ..page() })
}

/// A page's document.
fn document(page: Page) -> Rendered {
    let content = content(page, Booking::Email);
    let site: &'static Site = Box::leak(Box::new(render::site(content, &Extras::default())));
    let page = &content.pages[0];
    render::document(&content.frame, page, &site.routes[0], &render::picture(&content.frame, page))
}

#[track_caller]
fn assert_has(html: &str, part: &str) {
    assert!(html.contains(part), "{html}\nhas no\n{part}");
}

#[test]
fn the_head_is_escaped() {
    let head = &document(page()).head;
    assert_has(head, "<title>T &amp; &quot;t&quot;</title>");
    assert_has(head, "<meta name=\"description\" content=\"D\">");
    assert_has(head, "<meta name=\"route\" content=\"/a\">");
    assert!(!head.contains("noindex"));
    assert_has(&document(Page { unlisted: true, ..page() }).head, "noindex");
}

#[test]
fn the_name_is_the_only_h1() {
    let body = document(page()).body;
    assert_has(&body, "<h1>A &amp; &lt;B&gt;</h1>");
    assert_eq!(body.matches("<h1").count(), 1);
}

#[test]
fn what_is_left_out_leaves_no_trace() {
    let article = draw(page());
    for part in ["tagline", "cta", "cards", "<section", "prose", "<svg", "breadcrumbs", "draft", "<time"] {
        assert!(!article.contains(part), "{part}");
    }
}

#[test]
fn the_frame_says_where_one_is() {
    let body = document(page()).body;
    assert_eq!(body.matches("aria-current=\"page\"").count(), 2, "in the menu and in the footer");
    assert_has(&body, "<a href=\"/a\" aria-current=\"page\">A</a>");
    assert_has(&body, "<a href=\"/a/b\">B</a>");
    assert_has(&body, "<p class=\"disclaimer\">Results differ.</p>");
}

#[test]
fn hero_and_body_are_drawn() {
    let article = draw(Page {
        tagline: Some("calm".into()),
        cta_text: Some("Book A".into()),
        body: html("<p>Body</p>"),
        art: Some(html("<path d=\"M0 0\"/>")),
        image: None,
        pairs: Vec::new(),
        images: Vec::new(),
        draft: true,
        is_treatment: true,
        breadcrumbs: vec![Link { href: "/".into(), name: "Home".into() }],
        updated: Some(Date { iso: "2026-03-04".into(), words: "March 4, 2026".into() }),
        why_choose: Some(WhyChoose { title: "Why".into(), id: "why".into(), text: html("<em>So</em>") }),
        ..page()
    });
    for part in [
        "<p class=\"tagline\">calm</p>",
        "<a href=\"/book?treatment=/a\" class=\"cta\">Book A</a>",
        "<div class=\"prose\"><p>Body</p></div>",
        "<svg viewBox=\"0 0 400 400\" aria-hidden=\"true\" class=\"art\"><g id=\"page_art\"><path d=\"M0 0\"/></g></svg>",
        "Draft: not published",
        "<li><a href=\"/\">Home</a></li>",
        "<time datetime=\"2026-03-04\">March 4, 2026</time>",
        "<h2>Why</h2><p><em>So</em></p>",
    ] {
        assert_has(&article, part);
    }
}

#[test]
fn features_have_icons_that_assistive_technology_passes_over() {
    let feature = |icon: Option<&str>| Feature {
        title: "T".into(),
        description: html("<em>D</em>"),
        icon: icon.map(html),
    };
    let items = vec![feature(Some("<path/>")), feature(None)];
    let article = draw_section(Section::FeaturesGrid(FeaturesGrid { title: "G".into(), items }));
    assert_has(&article, "<h2>G</h2>");
    assert_has(&article, "aria-hidden=\"true\" class=\"icon\"><path/></svg><h3>T</h3><p><em>D</em></p>");
    assert_eq!(article.matches("<svg").count(), 1);
}

#[test]
fn questions_are_details_with_headings_and_their_id_inside() {
    let items = vec![Question { id: "why".into(), question: "Why?".into(), answer: html("<p>So.</p>") }];
    let article = draw_section(Section::FaqAccordion(FaqAccordion { title: "F".into(), items }));
    assert_has(&article, "<details><summary><h3>Why?</h3></summary><div id=\"why\"><div><p>So.</p></div>");
}

#[test]
fn text_steps_banner_and_testimonials_are_drawn() {
    let text = TextBlock { title: "T".into(), content: html("<p>C</p>") };
    assert_has(&draw_section(Section::TextBlock(text)), "<h2>T</h2><div class=\"prose\"><p>C</p></div>");

    let step =
        |time: Option<&str>| Step { title: "S".into(), description: html("D"), time: time.map(Into::into) };
    let steps = Steps { title: "T".into(), items: vec![step(Some("5 minutes")), step(None)] };
    let article = draw_section(Section::Steps(steps));
    assert_has(
        &article,
        "<li><h3>S</h3><p class=\"time\">5 minutes</p><p>D</p></li><li><h3>S</h3><p>D</p></li>",
    );

    let banner = CtaBanner { title: "T".into(), text: Some(html("D")), cta_text: "Go".into() };
    let article = draw_section(Section::CtaBanner(banner));
    assert_has(&article, "<h2>T</h2><p>D</p><a href=\"/book\" class=\"cta\">Go</a>");

    let said = Testimonial { quote: "Q <b>".into(), author: "A".into(), portrait: None };
    let article = draw_section(Section::Testimonials(Testimonials { title: "T".into(), items: vec![said] }));
    assert_has(&article, "<blockquote><p>Q &lt;b&gt;</p></blockquote><figcaption>A</figcaption>");
}

#[test]
fn places_have_numbers_to_tap() {
    let article = draw_section(Section::Places(Places { title: "T".into() }));
    assert_has(&article, "<h3>North</h3><p>Town, TN</p>");
    assert_has(&article, "<a href=\"tel:+18655550100\">+1 (865) 555-0100</a>");
    assert_has(&article, "<a href=\"mailto:hello@example.com\">hello@example.com</a>");

    for (written, tapped) in [
        ("(865) 555-0100", "+18655550100"),
        ("1-865-555-0100", "+18655550100"),
        ("+44 20 7946 0000", "+442079460000"),
    ] {
        let place = Place { phone: Some(written.into()), ..place("North") };
        assert_eq!(place.tel().as_deref(), Some(tapped));
    }
}

#[test]
fn the_form_is_an_e_mail_or_is_posted() {
    let draw = |booking| {
        let form = Section::BookingForm(BookingForm { title: "T".into() });
        let content = content(Page { parts: vec![part(form)], ..page() }, booking);
        render::article(&content.frame, &content.pages[0])
    };
    let email = draw(Booking::Email);
    assert_has(&email, "<form data-mail=\"mailto:hello@example.com?subject=Appointment%20request\">");
    assert_has(&email, "<p class=\"without-scripts\">Please write to ");
    assert!(!email.contains("honeypot"));
    assert_has(&email, "<option value=\"B\" data-route=\"/a/b\">B</option>");
    assert_has(&email, "<option value=\"North\">North</option>");

    let posted = draw(Booking::Form("/submit".into()));
    assert_has(&posted, "method=\"post\" action=\"/submit\"");
    assert_has(&posted, "name=\"_next\" value=\"https://example.com/book/sent\"");
    assert_has(&posted, "class=\"honeypot\"");
    assert!(!posted.contains("data-mail") && !posted.contains("without-scripts"));
}

#[test]
fn buttons_lead_elsewhere_where_booking_is() {
    let content = content(
        Page { cta_text: Some("Book".into()), is_treatment: true, ..page() },
        Booking::Elsewhere("https://b.example.com".into()),
    );
    let article = render::article(&content.frame, &content.pages[0]);
    assert_has(&article, "<a href=\"https://b.example.com\" class=\"cta\">Book</a>");
}

#[test]
fn cards_are_links_with_a_text() {
    let card = Card { route: "/a/b".into(), name: "B".into(), text: "about B".into(), mark: None };
    let article = draw(Page { cards: vec![card], ..page() });
    assert_has(&article, "<li><h3><a href=\"/a/b\">B</a></h3><p>about B</p></li>");
}

#[test]
fn a_search_lists_everything_without_scripts() {
    let link = |href: &'static str, name: &'static str| Link { href: href.into(), name: name.into() };
    let listed = Listed { page: link("/a/b", "B <i>"), questions: vec![link("/a/b#why", "Why?")] };
    let article = draw(Page {
        listed: vec![ListedFolder { name: "A".into(), pages: vec![listed] }],
        parts: vec![part(Section::Search(Search { label: "What?".into() }))],
        ..page()
    });
    assert_has(&article, "<form action=\"/a\"><label for=\"search_q\">What?</label>");
    assert_has(
        &article,
        "<h2>A</h2><ul role=\"list\"><li><a href=\"/a/b\">B &lt;i&gt;</a>\
         <ul><li><a href=\"/a/b#why\">Why?</a></li></ul></li></ul>",
    );
}

#[test]
fn no_marker_is_a_parse_error() {
    assert!(!document(page()).body.contains("<!"));
}

#[test]
fn every_form_of_a_path_is_understood() {
    let site = render::site(content(page(), Booking::Email), &Extras::default());
    for form in ["/a", "/a/", "/a.html", "/a/index.html"] {
        assert_eq!(site.route(form).map(|route| &*route.path), Some("/a"), "{form}");
    }
    assert!(site.route("/b").is_none() && site.route("/").is_none());
}

#[test]
fn an_unknown_address_has_a_page_that_lists_the_others() {
    let content = content(page(), Booking::Email);
    let page = render::not_found(&content.frame, &content.pages);
    assert_has(&page.head, "<meta name=\"robots\" content=\"noindex\">");
    assert_has(&page.body, "<h1>Page not found</h1>");
    assert_has(&page.body, "<a href=\"/a\">A &amp; &lt;B&gt;</a>");
}
