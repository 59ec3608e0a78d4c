//! Text that wants to be a script, in every field that an editor writes: it is
//! refused, or it stands in the page as the text that it is.

use std::fs;

use scraper::{Html, Selector};
use site::{
    compile::{Inputs, Profile, compile},
    render,
};

const HOSTILE: [&str; 14] = [
    "<script>hacked()</script>",
    "</script><script>hacked()</script>",
    "</title><script>hacked()</script>",
    "\"><script>hacked()</script>",
    "' onmouseover='hacked()",
    "\" onfocus=\"hacked()\" autofocus=\"",
    "<img src=x onerror=hacked()>",
    "<svg onload=hacked()>",
    "<a href=\"javascript:hacked()\">x</a>",
    "[x](javascript:hacked())",
    "[x](data:text/html,<script>hacked()</script>)",
    "&lt;script&gt;hacked()&lt;/script&gt;",
    "<!--<script>",
    "a\u{2028}b\u{0}c\u{7f}</style><style>*{display:none}",
];

/// Keys of a page, with `TEXT` where the text goes.
const FIELDS: [&str; 16] = [
    "name: TEXT",
    "tagline: TEXT",
    "title: TEXT",
    "metaDescription: TEXT",
    "shortDescription: TEXT",
    "ctaText: TEXT",
    "whyChoose: TEXT",
    "faq: [{ question: TEXT, answer: A }]",
    "faq: [{ question: Q, answer: TEXT }]",
    "faq: [{ question: Q, answer: A, id: TEXT }]",
    "sections: [{ type: features-grid, title: TEXT, items: [{ title: TEXT, description: A }] }]",
    "sections: [{ type: features-grid, title: T, items: [{ title: T, description: TEXT, icon: TEXT }] }]",
    "sections: [{ type: steps, title: TEXT, items: [{ title: TEXT, description: TEXT, time: TEXT }] }]",
    "sections: [{ type: testimonials, title: TEXT, items: [{ quote: TEXT, author: TEXT }] }]",
    "sections: [{ type: cta-banner, title: TEXT, text: TEXT, ctaText: TEXT }]",
    "sections: [{ type: text-block, title: TEXT, content: TEXT }]",
];

const KEYS: [&str; 5] = ["name: A", "title: A", "metaDescription: A", "shortDescription: A", "ctaText: A"];

/// What the document of a page with this key would do, a line each; `None`: it is refused.
fn dangers(field: &str, text: &str, business: &str) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    // JSON's strings are YAML's.
    let quoted = serde_json::to_string(text).expect("a string");
    let field = field.replace("TEXT", &quoted);
    let key = field.split(':').next().unwrap_or_default().to_owned();
    let others = KEYS.iter().filter(|it| !it.starts_with(&format!("{key}:")));
    let keys: String = others.map(|key| format!("{key}\n")).collect();
    let home = format!("---\n{keys}{field}\n---\n");
    fs::write(folder.path().join("index.md"), home).expect("a file");
    let business = business.replace("TEXT", &quoted);
    fs::write(folder.path().join("site.yaml"), business).expect("a file");
    fs::write(folder.path().join("book.md"), format!("---\n{}\n---\n", KEYS.join("\n"))).expect("a file");

    let mut inputs = Inputs::from_env();
    inputs.content = folder.path().to_owned();
    inputs.profile = Profile::Release;
    let content = compile(&inputs).expect("the icon set is installed").content?;
    let site = Box::leak(Box::new(render::site(Box::leak(Box::new(content)))));
    let page = render::document(site, site.route("/"));
    let html = format!("<!doctype html><html><head>{}</head><body>{}</body></html>", page.head, page.body);
    let document = Html::parse_document(&html);

    let mut dangers = Vec::new();
    for element in document.select(&Selector::parse("*").expect("a selector")) {
        let name = element.value().name();
        let data = element.attr("type") == Some("application/ld+json");
        if matches!(name, "iframe" | "object" | "embed" | "base" | "style" | "img")
            || name == "script" && !data
        {
            dangers.push(element.html());
        }
        if data && serde_json::from_str::<serde_json::Value>(&element.inner_html()).is_err() {
            dangers.push(format!("the graph is broken: {}", element.inner_html()));
        }
        for (attribute, value) in element.value().attrs() {
            let scheme = value.trim().to_lowercase();
            let leads = matches!(attribute, "href" | "src" | "action" | "formaction");
            if attribute.starts_with("on")
                || attribute == "style"
                || attribute == "autofocus"
                || leads && (scheme.starts_with("javascript:") || scheme.starts_with("data:"))
            {
                dangers.push(element.html());
            }
        }
    }
    Some(dangers)
}

const BUSINESS: &str = "name: Clinic\nurl: https://example.com\nemail: a@example.com\n";

/// The business's keys.
const BUSINESS_FIELDS: [&str; 6] = [
    "name: TEXT\nurl: https://example.com\nemail: a@example.com\n",
    "name: C\nurl: TEXT\nemail: a@example.com\n",
    "name: C\nurl: https://example.com\nemail: TEXT\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\ndisclaimer: TEXT\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nbooking: { url: TEXT }\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nplaces: [{ name: TEXT, city: TEXT, region: TEXT, street: TEXT }]\n",
];

#[test]
fn hostile_text_is_refused_or_stays_text() {
    let (mut cases, mut shown) = (0, 0);
    for text in HOSTILE {
        let fields = FIELDS.iter().map(|field| (*field, BUSINESS));
        let business = BUSINESS_FIELDS.iter().map(|business| ("name: Home", *business));
        for (field, business) in fields.chain(business) {
            cases += 1;
            let Some(dangers) = dangers(field, text, business) else { continue };
            shown += 1;
            assert_eq!(dangers, [""; 0], "{field} and {business} with {text:?}");
        }
    }
    // Both happen: what is refused, and what is shown as text.
    assert!(cases >= 300 && shown >= 100, "{shown} of {cases} are shown");
}
