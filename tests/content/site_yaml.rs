//! What `site.yaml` says of the business: booking, menus, and mistakes in it.

use site::Booking;

use crate::{
    Folder, SITE,
    catalogue::{folders, named},
    page,
};

#[test]
fn a_form_needs_its_pages() {
    let folder = folders();
    folder.write("book/sent.md", page("", ""));
    folder.write("site.yaml", format!("{SITE}booking:\n  form_action: /submit\n"));
    let said = folder.said();
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("site.yaml:5:16 there is no page at `/book/failed`"), "{}", said[0]);
}

#[test]
fn a_menu_s_link_to_an_alias_is_a_warning() {
    let folder = folders();
    folder.write("skin/glow.md", named("Glow", "aliases: [/glow]\n"));
    folder.write("site.yaml", format!("{SITE}navigation:\n  footer: [/glow/]\n"));
    assert!(folder.said()[0].starts_with("site.yaml:5:12 `/glow` is an older address of `/skin/glow`"));
    assert_eq!(folder.content().frame.footer_links[0].href, "/skin/glow");
}

#[test]
fn booking_is_elsewhere_a_form_or_an_e_mail() {
    let folder = folders();
    folder.write("a.md", page("ctaText: Book\n", ""));
    folder.write("book/sent.md", page("", ""));
    folder.write("book/failed.md", page("", ""));
    let booking = |keys: &str| {
        folder.write("site.yaml", format!("{SITE}{keys}"));
        let content = folder.content();
        (content.frame.business.booking.clone(), content.frame.booking.clone())
    };
    assert_eq!(booking(""), (Booking::Email, Some("/book".into())));
    let form = booking("booking:\n  form_action: /submit\n");
    assert_eq!(form, (Booking::Form("/submit".into()), Some("/book".into())));
    let elsewhere = booking("booking:\n  url: https://book.example.com/x\n  form_action: /submit\n");
    assert_eq!(elsewhere.1.as_deref(), Some("https://book.example.com/x"));
}

#[test]
fn a_button_needs_no_page_where_booking_is_elsewhere() {
    let folder = Folder::with_home();
    folder.write("a.md", page("ctaText: Book\n", ""));
    assert!(folder.said()[0].starts_with("a.md:6:10 there is no page at `/book`"));
    folder.write("site.yaml", format!("{SITE}booking:\n  url: https://book.example.com\n"));
    assert_eq!(folder.said(), [""; 0]);
}

#[test]
fn mistakes_in_site_yaml_are_told_like_all_others() {
    let folder = folders();
    for (keys, start) in [
        ("emial: a@b.c\n", "site.yaml:4:1 the key `emial` is not known here (did you mean `email`?)"),
        ("social:\n  - name: A\n    url: a.b\n", "site.yaml:6:10 this is not a web address"),
        ("places:\n  - name: A\n    city: B\n", "site.yaml:5:5 the key `region` is missing"),
        (
            "places:\n  - name: A\n    city: B\n    region: C\n    phone: call us\n",
            "site.yaml:8:12 this is not a phone",
        ),
        ("booking:\n  form_action: //a.b\n", "site.yaml:5:16 this is not an address that a form"),
        ("booking:\n  form_action: /a;b\n", "site.yaml:5:16 this is not an address that a form"),
        (
            "navigation:\n  footer: [/boook]\n",
            "site.yaml:5:12 there is no page at `/boook` (did you mean `/book`?)",
        ),
    ] {
        folder.write("site.yaml", format!("{SITE}{keys}"));
        let said = folder.said();
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(said[0].starts_with(start), "{}\nis not\n{start}", said[0]);
    }
    let hours = "places:\n  - name: A\n    city: B\n    region: C\n    hours:\n      - days: [Mnday]\n        opens: '9'\n        closes: \"17:00\"\n";
    folder.write("site.yaml", format!("{SITE}{hours}"));
    let said = folder.said();
    assert!(
        said[0].starts_with("site.yaml:9:16 `Mnday` is not a known day (did you mean `Monday`?"),
        "{}",
        said[0]
    );
    assert!(said[1].starts_with("site.yaml:10:16 this is not a time of day"), "{}", said[1]);
}
