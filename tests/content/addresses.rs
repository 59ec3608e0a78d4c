//! Addresses: what leads somewhere, what the help says where it does not.

use site::compile::Profile;

use crate::{Folder, SITE, page};

/// A folder with pages to link to, and the linking page `care/here.md`.
fn folder(body: &str) -> Folder {
    let content = Folder::with_home();
    content.write("care/index.md", page("", ""));
    content.write("care/other.md", page("aliases: [/old/other]\n", "## Crème & pain\n"));
    content.write("care/moved.md", page("path: /offers/glow\n", ""));
    content.write("top.md", page("", ""));
    content.write("care/here.md", page("", body));
    content
}

#[track_caller]
fn assert_help(target: &str, help: &str) {
    let said = folder(&format!("See [it]({target}).\n")).said();
    let [one] = &*said else { panic!("not one diagnostic of {target:?}: {said:#?}") };
    assert!(one.starts_with("care/here.md:7:5 "), "{target:?}: {one}");
    assert!(one.contains(help), "{target:?}: {one}\ndoes not say: {help}");
}

/// The links of the page as they are published; nothing is said.
#[track_caller]
fn published(target: &str) -> String {
    let content = folder(&format!("See [it]({target}).\n"));
    assert_eq!(content.said(), [""; 0], "{target:?}");
    let pages = content.content().pages;
    let html = &pages.iter().find(|page| page.route == "/care/here").expect("the page").body.0;
    html.split('"').nth(1).expect("a link").to_owned()
}

#[test]
fn a_file_s_path_is_answered_with_its_page() {
    for (target, help) in [
        ("other.md", "write `/care/other`"),
        ("./other.md", "write `/care/other`"),
        ("other", "write `/care/other`"),
        ("../care/other.md", "write `/care/other`"),
        ("../top.md", "write `/top`"),
        ("care/other", "write `/care/other`"),
        ("care/other.md", "write `/care/other`"),
        ("content/care/other.md", "write `/care/other`"),
        ("/content/care/other.md", "write `/care/other`"),
        ("/care/other.md", "write `/care/other`"),
        ("/care/other.html", "write `/care/other`"),
        ("/care/other/index.html", "write `/care/other`"),
        ("/care/index.md", "write `/care`"),
        ("_index.md", "write `/care`"),
        ("../index.md", "write `/`"),
        ("/Care/Other", "write `/care/other`"),
        ("/care/%6Fther", "write `/care/other`"),
        ("moved.md", "write `/offers/glow`"),
        ("/care/moved", "write `/offers/glow`"),
        ("/old/other.html", "write `/care/other`"),
        ("other.md#cr%C3%A8me-pain", "write `/care/other#crème-pain`"),
        ("/care/other.html?a=b#cr%C3%A8me-pain", "write `/care/other?a=b#crème-pain`"),
        ("other.md#nowhere", "write `/care/other`"),
        ("/care/othr.md", "did you mean `/care/other`?"),
        ("../../top.md", "write `/top`"),
        ("nowhere.md", "begin it with `/`"),
    ] {
        assert_help(target, help);
    }
}

#[test]
fn a_missing_beginning_is_said() {
    for (target, help) in [
        ("a@b.c", "write `mailto:a@b.c`"),
        ("865-555-0100", "write `tel:8655550100`"),
        ("www.clinic.com", "write `https://www.clinic.com`"),
        ("htps://a.b", "write `https://a.b`"),
        ("mailto://a@b.c", "write `mailto:a@b.c`"),
    ] {
        assert_help(target, help);
    }
}

#[test]
fn a_fragment_is_found_however_it_is_written() {
    for target in
        ["/care/other#cr%C3%A8me-pain", "/care/other#cre\u{300}me-pain", "/care/other#cre%CC%80me-pain"]
    {
        // Browsers decode it, and find the id as it is in the page.
        assert_eq!(published(target), "/care/other#cr%C3%A8me-pain", "{target}");
    }
    assert_help("/care/other#creme-pain", "did you mean `#crème-pain`?");
    assert_help("/care/other#100%", "leave the part from `#` out");
}

#[test]
fn an_id_is_one_whichever_way_its_letters_were_typed() {
    let content = Folder::with_home();
    let faq =
        "faq:\n  - question: A\n    answer: '[x](#cr%C3%A8me) [y](#gru\u{308}n)'\n    id: cre\u{300}me\n";
    content.write("a.md", page(faq, "## Gru\u{308}n\n"));
    assert_eq!(content.said(), [""; 0]);
    let html = content.content().pages[1].body.0.clone();
    assert!(html.contains("id=\"grün\""), "{html}");
}

#[test]
fn addresses_that_cannot_exist_are_refused() {
    for (target, help) in [
        ("https://-", "as a browser shows it"),
        ("https://a..b", "as a browser shows it"),
        ("https://clinic", "as a browser shows it"),
        ("https://a.b:99999", "1 to 65535"),
        ("https://https://a.b", "write `https://a.b`"),
        ("https://me@a.b", "`mailto:`"),
        ("mailto:hello@.", "`mailto:name@example.com`"),
        ("mailto:hello", "`mailto:name@example.com`"),
        ("tel:call-us", "`tel:+18655550100`"),
        ("tel:865%20555%200100", "write `tel:8655550100`"),
    ] {
        assert_help(target, help);
    }
    for fine in [
        "https://a.b:8080/c?d#e",
        "http://a.b",
        "https://müller.example",
        "mailto:a@b.c?subject=x",
        "tel:+1-865",
    ] {
        published(fine);
    }
}

#[test]
fn links_to_the_own_site_are_checked_by_their_full_address_too() {
    for (target, help) in [
        ("https://clinic.example/care/othr", "did you mean `/care/other`?"),
        ("https://clinic.example/care/other.html", "write `/care/other`"),
        ("http://clinic.example/nowhere-at-all", "add a page there"),
        ("HTTPS://Clinic.Example/care/other#pain", "has no place named `pain`"),
        ("https://clinic.example/old/other", "link to `/care/other`"),
        ("https://clinic.example/old/other/#cr%C3%A8me-pain", "link to `/care/other`"),
    ] {
        assert_help(target, help);
    }
    for fine in [
        "https://clinic.example",
        "https://clinic.example/",
        "https://clinic.example/care/other/?a=b#cr%C3%A8me-pain",
        "https://clinic.example:8443/x",
        "https://shop.clinic.example/x",
        "https://other.example/care/x",
    ] {
        published(fine);
    }
}

#[test]
fn the_own_site_s_address_is_checked_in_site_yaml_and_beside_its_mistakes() {
    let (url, email) = ("https://clinic.example", "hello@clinic.example");
    for (keys, place) in [
        ("booking:\n  url: https://clinic.example/boook\n", "site.yaml:5:8"),
        ("social:\n  - name: A\n    url: https://clinic.example/boook\n", "site.yaml:6:10"),
        ("navigation:\n  footer: [\"https://clinic.example/boook\"]\n", "site.yaml:5:12"),
    ] {
        let said = said_of_site(url, email, keys);
        let [one] = &*said else { panic!("{keys}: {said:#?}") };
        assert!(one.starts_with(place) && one.contains("/book`?"), "{keys}: {one}");
        assert_eq!(said_of_site(url, email, &keys.replace("boook", "book")), [""; 0], "{keys}");
    }
    let content = folder("See [it](https://clinic.example/care/othr).\n");
    content.write("site.yaml", format!("{SITE}emial: x\n"));
    assert_eq!(content.said().len(), 2, "{:#?}", content.said());
}

/// What is said of `site.yaml` with `url` and `email` and these further keys.
fn said_of_site(url: &str, email: &str, keys: &str) -> Vec<String> {
    let content = folder("");
    content.write("book/sent.md", page("", ""));
    content.write("book/failed.md", page("", ""));
    content.write("book/index.md", page("", ""));
    content.write("site.yaml", format!("name: Clinic\nurl: {url}\nemail: {email}\n{keys}"));
    content.said()
}

#[test]
fn site_yaml_has_the_same_checks() {
    let (url, email) = ("https://clinic.example", "hello@clinic.example");
    assert_eq!(said_of_site(url, email, ""), [""; 0]);
    for wrong in
        ["https://-", "https://https://clinic.example", "https://clinic.example:99999", "https://clinic"]
    {
        let said = said_of_site(wrong, email, "");
        assert!(said.len() == 1 && said[0].starts_with("site.yaml:2:6 "), "{wrong}: {said:#?}");
        for keys in ["booking:\n  url: ", "booking:\n  form_action: ", "social:\n  - name: A\n    url: "] {
            let said = said_of_site(url, email, &format!("{keys}{wrong}\n"));
            assert!(said.len() == 1 && said[0].starts_with("site.yaml:"), "{keys}{wrong}: {said:#?}");
        }
    }
    for (wrong, help) in [
        ("hello@.", "`name@example.com`"),
        ("hello@clinic", "`name@example.com`"),
        ("mailto:hello@clinic.example", "write `hello@clinic.example`"),
    ] {
        let said = said_of_site(url, wrong, "");
        assert!(
            said.len() == 1 && said[0].starts_with("site.yaml:3:8 ") && said[0].contains(help),
            "{said:#?}"
        );
    }
    let said = said_of_site("clinic.example", email, "");
    assert!(said.len() == 1 && said[0].contains("write `https://clinic.example`"), "{said:#?}");
    let said = said_of_site("https://müller.example", email, "");
    assert!(said.len() == 1 && said[0].contains("write `https://xn--mller-kva.example`"), "{said:#?}");
}

#[test]
fn placeholders_are_told_by_their_whole_host() {
    for (url, email) in [
        ("https://www.example.com", "a@clinic.example"),
        ("https://example.org:8080", "a@clinic.example"),
        ("https://EXAMPLE.net", "a@clinic.example"),
        ("https://clinic.test", "a@clinic.example"),
        ("https://clinic.example", "a@mail.example.com"),
    ] {
        let said = said_of_site(url, email, "");
        assert!(said.len() == 1 && said[0].contains("this is a placeholder"), "{url} {email}: {said:#?}");
    }
    for fine in ["https://myexample.com", "https://contest.com", "https://example.com.clinic.example"] {
        assert_eq!(said_of_site(fine, "a@clinic.example", ""), [""; 0], "{fine}");
    }
}

#[test]
fn plain_http_is_told_where_something_is_sent() {
    let said = said_of_site("http://clinic.example", "a@clinic.example", "");
    assert!(said.len() == 1 && said[0].contains("write `https://clinic.example`"), "{said:#?}");
    for keys in
        ["booking:\n  url: http://book.example/x\n", "booking:\n  form_action: http://book.example/x\n"]
    {
        let said = said_of_site("https://clinic.example", "a@clinic.example", keys);
        assert!(said.len() == 1 && said[0].contains("write `https://book.example/x`"), "{said:#?}");
    }
    for fine in ["http://localhost:8080", "http://127.0.0.1"] {
        assert_eq!(said_of_site(fine, "a@clinic.example", ""), [""; 0], "{fine}");
    }
}

/// As many mistakes as nobody makes: each is told, and with help for the first at least.
#[test]
fn thousands_of_dead_links_are_told() {
    let content = Folder::with_home();
    content.write("site.yaml", SITE);
    content.write("pages/index.md", page("", ""));
    for n in 0..300 {
        content.write(
            &format!("pages/page-{n:04}.md"),
            page("", &format!("[a](/pages/pgae-{n:04}) [b](#hedaing)\n\n## Heading\n")),
        );
    }
    // Their helps are tried elsewhere.
    let said = content.compile(Profile::Release).report.diagnostics();
    assert_eq!(said.len(), 600);
    for (n, pair) in said.chunks(2).enumerate() {
        assert_eq!(pair[0].message, format!("there is no page at `/pages/pgae-{n:04}`"));
        assert_eq!(pair[0].help, Some(format!("did you mean `/pages/page-{n:04}`?")));
        assert_eq!(pair[1].help.as_deref(), Some("did you mean `#heading`?"));
    }
}
