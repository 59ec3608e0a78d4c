//! What folders say about pages: order, menu, cards, drafts, addresses.

use site::{Content, Page, compile::Profile};

use crate::{Folder, page};

fn get<'a>(content: &'a Content, route: &str) -> &'a Page {
    content.pages.iter().find(|page| page.route == route).unwrap_or_else(|| panic!("no page at {route}"))
}

/// A page of this name with further keys.
pub fn named(name: &str, keys: &str) -> String {
    page(keys, "").replacen("name: A", &format!("name: {name}"), 1)
}

fn cards(page: &Page) -> Vec<&str> {
    page.cards.iter().map(|card| &*card.route).collect()
}

/// Two folders with pages, and pages beside them.
pub fn folders() -> Folder {
    let folder = Folder::with_home();
    folder.write("skin/index.md", named("Skin", "weight: 2\n"));
    folder.write("skin/peel.md", named("Peel", ""));
    folder.write("skin/laser.md", named("Laser", ""));
    folder.write("skin/zinc.md", named("Zinc", "weight: 1\n"));
    folder.write("hair/index.md", named("Hair", "weight: 1\n"));
    folder.write("hair/scalp/index.md", named("Scalp", ""));
    folder.write("book.md", named("Book", ""));
    folder
}

#[test]
fn pages_with_a_weight_come_first_the_others_by_name() {
    let content = folders().content();
    assert_eq!(cards(get(&content, "/skin")), ["/skin/zinc", "/skin/laser", "/skin/peel"]);
    let menu: Vec<_> = content.frame.folders.iter().map(|item| &*item.page.href).collect();
    assert_eq!(menu, ["/hair", "/skin"]);
    let children: Vec<_> = content.frame.folders[1].children.iter().map(|link| &*link.name).collect();
    assert_eq!(children, ["Zinc", "Laser", "Peel"]);
}

#[test]
fn the_home_page_shows_folders_and_a_folder_its_pages() {
    let content = folders().content();
    assert_eq!(cards(get(&content, "/")), ["/hair", "/skin"]);
    assert_eq!(cards(get(&content, "/hair")), ["/hair/scalp"]);
    assert!(cards(get(&content, "/book")).is_empty());
}

#[test]
fn neighbours_are_related_and_breadcrumbs_lead_up() {
    let content = folders().content();
    let related: Vec<_> = get(&content, "/skin/laser").related.iter().map(|card| &*card.route).collect();
    assert_eq!(related, ["/skin/zinc", "/skin/peel"]);
    assert!(get(&content, "/skin").related.is_empty(), "folders are in the menu");
    let trail =
        |route| get(&content, route).breadcrumbs.iter().map(|link| link.href.to_string()).collect::<Vec<_>>();
    assert_eq!(trail("/hair/scalp"), ["/", "/hair"]);
    assert_eq!(trail("/"), [""; 0]);
}

#[test]
fn a_draft_is_left_out_of_the_release_and_marked_before() {
    let folder = folders();
    folder.write("skin/new.md", named("New", "draft: true\n"));
    let content = folder.content();
    assert!(content.pages.iter().all(|page| page.route != "/skin/new"));
    assert_eq!(cards(get(&content, "/skin")).len(), 3);

    let content = folder.compile(Profile::Debug).content.expect("no errors");
    assert!(get(&content, "/skin/new").draft);
    assert_eq!(cards(get(&content, "/skin")).len(), 4);
}

#[test]
fn a_link_to_a_draft_is_an_error_in_the_release_alone() {
    let folder = folders();
    folder.write("skin/new.md", named("New", "draft: true\n"));
    folder.write("a.md", page("", "See [new](/skin/new).\n"));
    let said = folder.said();
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("a.md:7:5 the page `/skin/new` is a draft"), "{}", said[0]);
    assert!(folder.compile(Profile::Debug).content.is_some());
}

#[test]
fn a_path_moves_the_page_and_leaves_its_place() {
    let folder = folders();
    folder.write("skin/moved.md", named("Moved", "path: /offers/glow/\n"));
    folder.write("a.md", page("", "See [it](/offers/glow).\n"));
    let content = folder.content();
    let moved = get(&content, "/offers/glow");
    assert_eq!(moved.breadcrumbs[1].href, "/skin");
    assert!(cards(get(&content, "/skin")).contains(&"/offers/glow"));

    folder.write("b.md", page("path: offers\n", ""));
    assert!(folder.said()[0].starts_with("b.md:6:7 this is not an address of this site"));
}

#[test]
fn two_pages_that_search_results_cannot_tell_apart_are_a_warning() {
    let folder = Folder::with_home();
    let keys = |unlisted| {
        format!(
            "---\nname: A\ntitle: Same\nmetaDescription: {}\nshortDescription: A\n{unlisted}---\n",
            "same ".repeat(16).trim()
        )
    };
    folder.write("a.md", keys(""));
    folder.write("b.md", keys(""));
    folder.write("c.md", keys("unlisted: true\n"));
    let said = folder.said();
    assert!(said[0].starts_with("b.md:3:8 ") && said[0].contains("a.md has the same `title`"), "{said:#?}");
    assert!(
        said[1].starts_with("b.md:4:18 ") && said[1].contains("a.md has the same `metaDescription`"),
        "{said:#?}"
    );
    assert_eq!(said.len(), 2);
}

#[test]
fn the_build_s_own_addresses_are_not_pages() {
    let folder = Folder::with_home();
    folder.write("assets.md", page("aliases: [/assets/old, /assets-and-more]\n", ""));
    folder.write("_headers.md", page("", ""));
    let said = folder.said();
    assert!(
        said[0].starts_with("_headers.md:1:1 the address /_headers is kept for the build's own files"),
        "{said:#?}"
    );
    assert!(
        said[1].starts_with("assets.md:1:1 the address /assets is kept for the build's own files"),
        "{said:#?}"
    );
    assert!(
        said[2].starts_with("assets.md:6:11 the address /assets/old is kept for the build's own files"),
        "{said:#?}"
    );
    assert_eq!(said.len(), 3);
}

/// Every page is `a/index.html` and `a.html`: what would be another file's name is refused.
#[test]
fn addresses_of_other_pages_files_are_not_pages() {
    let folder = Folder::with_home();
    folder.write("404.md", page("", ""));
    folder.write("a.md", page("path: /skin/index\naliases: [/index/b, /old/404, /404/old]\n", ""));
    folder.write("skin/index.md", page("", ""));
    folder.write("skin/404.md", page("", ""));
    let said = folder.said();
    for (said, place) in said.iter().zip([
        "404.md:1:1 the address /404 ",
        "a.md:1:1 the address /skin/index ",
        "a.md:7:11 the address /index/b ",
        "a.md:7:21 the address /old/404 ",
        "skin/404.md:1:1 the address /skin/404 ",
    ]) {
        assert!(said.starts_with(&format!("{place}is kept for the build's own files")), "{said}");
        assert!(said.contains(if place.contains("404 ") { "than `404`" } else { "than `index`" }), "{said}");
    }
    assert_eq!(said.len(), 5, "{said:#?}");
}

#[test]
fn a_link_to_an_alias_is_a_warning_and_becomes_the_current_one() {
    let folder = folders();
    folder.write("skin/glow.md", named("Glow", "aliases: [/glow, /old/glow]\n"));
    folder.write("a.md", page("", "See [it](/old/glow?a=b#c).\n"));
    let said = folder.said();
    // The fragment is looked for where the alias leads.
    assert!(said[0].starts_with("a.md:7:5 `/old/glow` is an older address of `/skin/glow`"), "{said:#?}");
    assert!(said[1].starts_with("a.md:7:5 the page `/skin/glow` has no place named `c`"), "{said:#?}");

    folder.write("a.md", page("", "See [it](/old/glow).\n"));
    let compiled = folder.compile(Profile::Release);
    assert_eq!(compiled.content.as_ref().unwrap().redirects.len(), 2);
    let content = compiled.content.expect("a warning only");
    assert!(get(&content, "/a").body.0.contains("href=\"/skin/glow\""));
}

#[test]
fn one_address_has_one_page() {
    let folder = folders();
    folder.write("other.md", named("Other", "path: /skin/peel\n"));
    let said = folder.said();
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].contains("the same address as") && said[0].contains("other.md"), "{}", said[0]);

    folder.write("other.md", named("Other", "aliases: [/skin/peel]\n"));
    let said = folder.said();
    assert!(said[0].starts_with("other.md:6:11 the address /skin/peel is taken by"), "{}", said[0]);
}

#[test]
fn an_alias_of_a_draft_is_not_published() {
    let folder = folders();
    folder.write("skin/new.md", named("New", "draft: true\naliases: [/new]\n"));
    assert!(folder.compile(Profile::Release).content.unwrap().redirects.is_empty());
    assert_eq!(folder.compile(Profile::Debug).content.unwrap().redirects.len(), 1);
}

#[test]
fn a_date_is_shown_in_words() {
    let folder = folders();
    folder.write("a.md", page("updated: 2026-03-04\n", ""));
    let content = folder.content();
    let date = get(&content, "/a").updated.as_ref().expect("a date");
    assert_eq!((&*date.iso, &*date.words), ("2026-03-04", "March 4, 2026"));
    for wrong in ["2026-02-30", "4 March 2026", "2026-3-4"] {
        folder.write("a.md", page(&format!("updated: {wrong}\n"), ""));
        assert!(folder.said()[0].starts_with("a.md:6:10 this is not a date"), "{wrong}");
    }
}

#[test]
fn unlisted_pages_are_in_no_list() {
    let folder = folders();
    folder.write("skin/thanks.md", named("Thanks", "unlisted: true\n"));
    let content = folder.content();
    assert!(!cards(get(&content, "/skin")).contains(&"/skin/thanks"));
    assert!(get(&content, "/skin/thanks").related.is_empty());
}

#[test]
fn a_search_finds_pages_and_questions_and_nothing_unlisted() {
    let folder = folders();
    folder.write("find.md", page("unlisted: true\nsections:\n  - type: search\n    label: What?\n", ""));
    folder.write("skin/thanks.md", named("Thanks", "unlisted: true\nkeywords: [secret]\n"));
    folder.write("skin/draft.md", named("Later", "draft: true\n"));
    folder.write(
        "a.md",
        page(
            "keywords: [botox]\nfaq:\n  - question: Why?\n    answer: So *it* is.\n",
            "## Two *words*\n\nA text.\n",
        ),
    );
    let content = folder.content();
    assert_eq!(content.frame.search.as_deref(), Some("/find"));
    let listed: Vec<_> = get(&content, "/find").listed.iter().flat_map(|it| &it.pages).collect();
    assert!(get(&content, "/a").listed.is_empty());
    let routes: Vec<&str> = listed.iter().map(|it| &*it.page.href).collect();
    assert!(routes.contains(&"/") && routes.contains(&"/skin") && routes.contains(&"/a"), "{routes:?}");
    assert!(!routes.iter().any(|it| ["/find", "/skin/thanks", "/skin/draft"].contains(it)), "{routes:?}");
    let questions: Vec<&str> = listed.iter().flat_map(|it| &it.questions).map(|it| &*it.href).collect();
    assert_eq!(questions, ["/a#why"]);

    let records: serde_json::Value = serde_json::from_str(&documents::records(&content, true)).unwrap();
    let record = records.as_array().unwrap().iter().find(|it| it[0] == "/a").unwrap();
    assert_eq!(record[4], serde_json::json!(["Two words"]));
    assert_eq!(record[5], serde_json::json!(["botox"]));
    assert_eq!(record[6], serde_json::json!([["why", "Why?", "So it is."]]));
    assert_eq!(record[7], "text two words");
    assert_eq!(records.as_array().unwrap().len(), listed.len());
    assert!(!documents::records(&content, false).contains("So it is"));
}

#[test]
fn why_choose_has_a_title_of_its_own_or_a_default() {
    let folder = folders();
    folder.write("a.md", page("whyChoose: Because *we* listen.\n", ""));
    folder.write("b.md", page("whyChooseTitle: Why here\nwhyChoose: So.\n", ""));
    let content = folder.content();
    let why = |route| get(&content, route).why_choose.clone().expect("why");
    assert_eq!(why("/a").title, "Why choose us");
    assert_eq!(why("/a").text.0, "Because <em>we</em> listen.");
    assert_eq!(why("/b").title, "Why here");
    folder.write("b.md", page("whyChooseTitle: Why here\n", ""));
    assert!(folder.said()[0].starts_with("b.md:6:17 this is the heading of a text that is missing"));
}
