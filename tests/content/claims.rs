//! What pages should not claim: an editor's list, and where a page uses one.

use crate::{Folder, page, said_once};

const CLAIMS: &str = "claims:
  - words: [painless, safe for all, cure*, 100%, doesn't hurt, risk-free]
    why: nobody knows
    instead: say what it is
    except: [/quoted]
";

fn said(keys: &str, body: &str) -> Vec<String> {
    let content = Folder::with_home();
    content.write("claims.yaml", CLAIMS);
    content.write("quoted.md", page("", "It is painless here.\n"));
    content.write("a.md", page(keys, body));
    content.said()
}

#[test]
fn a_claim_is_a_warning_at_its_place() {
    assert_eq!(
        said_once(said("", "It is **painless**.\n")),
        "a.md:7:9 “painless” is a claim: nobody knows (say what it is)"
    );
    for (body, place) in [
        ("PAINLESS\n", "7:1"),
        ("It is *safe* for\nall of us\n", "7:8"),
        ("> It was safe-for all\n", "7:10"),
        ("It is `painless` here\n", "7:8"),
        ("- one\n- two [is painless](/)\n", "8:11"),
        ("| a |\n| --- |\n| painless |\n", "9:3"),
        ("## Is it painless?\n", "7:10"),
        ("It cures\n", "7:4"),
        ("It is 100% so\n", "7:7"),
        ("It doesn’t hurt\n", "7:4"),
        ("It is risk free\n", "7:7"),
        ("It is risk-free\n", "7:7"),
    ] {
        let said = said_once(said("", body));
        assert!(said.starts_with(&format!("a.md:{place} “")), "{body:?}: {said}");
    }
}

#[test]
fn other_words_and_addresses_are_none() {
    for body in [
        "It is painlessly so\n",
        "See [it](/a?painless=yes#painless)\n",
        "It is secure\n",
        "Safe, for all I know\n",
    ] {
        let said = said("", body);
        assert!(said.iter().all(|it| !it.contains("is a claim")), "{body:?}: {said:#?}");
    }
    // A word in another one.
    assert_eq!(said("", "An unsafe for allies\n"), [""; 0]);
}

#[test]
fn front_matter_is_read_too() {
    let section = "sections:\n  - type: testimonials\n    title: Words\n    items:\n      - quote: It was painless.\n        author: A\n";
    assert!(said_once(said(section, "")).contains("“painless” is a claim"));
    let faq = "faq:\n  - question: Does it hurt?\n    answer: >\n      No, it is *safe\n      for all*.\n";
    let said = said_once(said(faq, ""));
    assert!(said.starts_with("a.md:9:18 “safe for all” is a claim"), "{said}");
}

#[test]
fn a_page_may_be_excepted() {
    let content = Folder::with_home();
    content.write("claims.yaml", CLAIMS);
    content.write("quoted.md", page("", "It is painless.\n"));
    assert_eq!(content.said(), [""; 0]);
    content.remove("quoted.md");
    assert_eq!(
        said_once(content.said()),
        "claims.yaml:5:14 there is no page at `/quoted` (write the address of a page, or take it out)"
    );
}

#[test]
fn a_list_with_mistakes_is_told() {
    let content = Folder::with_home();
    content.write("claims.yaml", "claims:\n  - words: [a b]\n    why: x\n    instaed: y\n");
    let said = content.said();
    assert!(said.iter().any(|it| it.contains("the key `instaed` is not known here")), "{said:#?}");
    content.write("claims.yaml", "claims:\n  - words: ['*']\n    why: x\n    instead: y\n");
    assert!(said_once(content.said()).starts_with("claims.yaml:2:5 these words cannot be looked for"));
    content.write("claims.yaml", "claims: []\n");
    assert!(said_once(content.said()).contains("this list is empty"));
}
