//! What `cargo xtask fuzz` has found, and that its targets can find anything.

use std::fs;

#[path = "../../fuzz/src/expected/mod.rs"]
mod expected;

use tests::root;

#[test]
fn a_document_with_something_else_than_our_pages_have_is_told() {
    for dangerous in [
        "<script>hacked()</script>",
        "<p onclick=\"hacked()\">x</p>",
        "<a href=\"javascript:hacked()\">x</a>",
        "<a href=\" \tJavaScript:hacked()\">x</a>",
        "<a href=\"data:text/html,x\">x</a>",
        "<a href=\"java\nscript:hacked()\">x</a>",
        "<iframe src=\"/\"></iframe>",
        "<svg><script>hacked()</script></svg>",
        "<p style=\"position:fixed\">x</p>",
        "<img src=x>",
        "<b>x</b>",
        "<form action=\"javascript:hacked()\"></form>",
        "<input autofocus>",
        "<a href=\"//elsewhere.example\">x</a>",
    ] {
        assert_ne!(expected::html::dangers(&format!("<main>{dangerous}</main>")), [""; 0], "{dangerous}");
    }
    assert_eq!(expected::html::dangers("<main><p>x <a href=\"/a\">y</a></p></main>"), [""; 0]);
}

/// What the targets begin with is as they expect it.
#[test]
fn the_site_s_own_files_are_as_expected() {
    let content = root().join("content");
    for page in ["microneedling/hair-loss.md", "book.md", "index.md", "microneedling/face.md"] {
        let text = fs::read_to_string(content.join(page)).expect("a page");
        expected::front_matter(&text);
        expected::markdown(text.splitn(3, "---\n").nth(2).expect("a body"));
    }
    expected::front_matter(include_str!("a.md"));
    expected::site_yaml(&fs::read_to_string(content.join("site.yaml")).expect("a file"));
}
