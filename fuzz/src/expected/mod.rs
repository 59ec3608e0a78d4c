//! What is expected of every input, however odd. A failed expectation is a panic: libFuzzer
//! keeps the input.

pub mod html;

use std::sync::LazyLock;

use content::Icons;
use model::Site;
use site::{
    Content,
    compile::{Inputs, Profile, compile_texts},
    render,
};

/// A page without mistakes; further keys and a body follow.
const PAGE: &str = "---\nname: A\ntitle: A page\nmetaDescription: A text that search engines show as it is, because it is as long as they like it.\nshortDescription: A\n";

const HOME: &str = "---\nname: B\ntitle: Home\nmetaDescription: Another text that search engines show as it is, because it is as long as they like.\nshortDescription: B\n---\n";

const BUSINESS: &str = "name: Clinic\nurl: https://clinic.example\nemail: hello@clinic.example\n";

static ICONS: LazyLock<Icons> = LazyLock::new(|| {
    let inputs = Inputs::from_env().expect("the project's folder");
    Icons::load(&inputs.icons_file()).expect("the icon set is installed")
});

/// A page's whole file.
pub fn front_matter(text: &str) {
    expect_of(&[("a.md", text), ("index.md", HOME), ("site.yaml", BUSINESS)]);
}

/// Markdown as a page's text, as a section's, and as an answer.
pub fn markdown(text: &str) {
    let block = |spaces: usize| text.replace('\n', &format!("\n{}", " ".repeat(spaces)));
    for page in [
        format!("{PAGE}---\n{text}"),
        format!(
            "{PAGE}sections:\n  - type: text-block\n    title: A\n    content: |2\n      {}\n---\n",
            block(6)
        ),
        format!("{PAGE}faq:\n  - question: A\n    answer: |2\n      {}\n---\n", block(6)),
    ] {
        expect_of(&[("a.md", &page), ("index.md", HOME), ("site.yaml", BUSINESS)]);
    }
}

/// The file about the business.
pub fn site_yaml(text: &str) {
    let form = format!(
        "{PAGE}sections:\n  - type: booking-form\n    title: A\n  - type: places\n    title: B\n---\n"
    );
    expect_of(&[("book.md", &form), ("index.md", HOME), ("site.yaml", text)]);
}

fn expect_of(texts: &[(&str, &str)]) {
    let compiled = compile_texts(texts, &ICONS, Profile::Debug);
    assert_eq!(compiled.content.is_none(), compiled.report.has_errors(), "what is refused is told");
    compiled.report.render(false);
    for said in compiled.report.diagnostics() {
        let of_it = texts.iter().find(|(inside, _)| said.path == format!("content/{inside}"));
        let (_, text) = of_it.unwrap_or_else(|| panic!("there is no {}", said.path));
        let (line, column) = said.position;
        let place = text.split('\n').nth(line - 1);
        let inside = place.is_some_and(|line| (1..=line.chars().count() + 1).contains(&column));
        assert!(inside, "{line}:{column} is outside of the file: {}", said.message);
        assert!(
            said.replacement.is_none() || said.mended().is_some(),
            "no edit of the file: {}",
            said.message
        );
    }
    if let Some(content) = compiled.content {
        draw(content);
    }
}

/// Draws every page. The components ask for values that stay: what they hold is not
/// given back, some kilobytes each time.
fn draw(content: Content) {
    let content: &'static Content = Box::leak(Box::new(content));
    let site: &'static Site = Box::leak(Box::new(render::site(content, &render::Extras::default())));
    for (page, route) in content.pages.iter().zip(site.routes.iter()) {
        let render::Rendered { head, body } =
            render::document(&content.frame, page, route, &render::picture(&content.frame, page));
        let document = format!("<!doctype html><html><head>{head}</head><body>{body}</body></html>");
        let dangers = html::dangers(&document);
        assert!(dangers.is_empty(), "{dangers:#?}\n{document}");
    }
}
