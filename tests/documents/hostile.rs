//! Text that wants to be a script, in every field that an editor writes: it is
//! refused, or it stands in the page as the text that it is.

use std::fs;

use scraper::{Html, Selector};
use site::{
    compile::{Inputs, Profile, compile},
    render,
};
use tests::{routes_in, site as built};

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
    "a\u{2028}b\u{0}c\u{7f}</style><style>/*hacked*/*{display:none}",
];

/// Keys of a page, with `TEXT` where the text goes.
const FIELDS: [&str; 23] = [
    "name: TEXT",
    "tagline: TEXT",
    "title: TEXT",
    "metaDescription: TEXT",
    "shortDescription: TEXT",
    "ctaText: TEXT",
    "whyChoose: TEXT",
    "whyChoose: A\nwhyChooseTitle: TEXT",
    "path: TEXT",
    "aliases: [TEXT]",
    "updated: TEXT",
    "faq: [{ question: TEXT, answer: A }]",
    "faq: [{ question: Q, answer: TEXT }]",
    "faq: [{ question: Q, answer: A, id: TEXT }]",
    "sections: [{ type: features-grid, title: TEXT, items: [{ title: TEXT, description: A }] }]",
    "sections: [{ type: features-grid, title: T, items: [{ title: T, description: TEXT, icon: TEXT }] }]",
    "sections: [{ type: steps, title: TEXT, items: [{ title: TEXT, description: TEXT, time: TEXT }] }]",
    "sections: [{ type: testimonials, title: TEXT, items: [{ quote: TEXT, author: TEXT }] }]",
    "sections: [{ type: cta-banner, title: TEXT, text: TEXT, ctaText: TEXT }]",
    "sections: [{ type: text-block, title: TEXT, content: TEXT }]",
    "sections: [{ type: booking-form, title: TEXT }]",
    "sections: [{ type: places, title: TEXT }]",
    // Not a key: the text below the front matter, as it is.
    "---\nTEXT",
];

const KEYS: [&str; 5] = ["name: A", "title: A", "metaDescription: A", "shortDescription: A", "ctaText: A"];

/// What the document of a page with this key would do, a line each; `None`: it is refused.
fn dangers(field: &str, text: &str, business: &str) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    // JSON's strings are YAML's.
    let quoted = serde_json::to_string(text).expect("a string");
    let field = field.replace("TEXT", if field.starts_with("---") { text } else { &quoted });
    let key = field.split(':').next().unwrap_or_default().to_owned();
    let others = KEYS.iter().filter(|it| !it.starts_with(&format!("{key}:")));
    let keys: String = others.map(|key| format!("{key}\n")).collect();
    let home = format!("---\n{keys}{field}\n{}", if field.starts_with("---") { "" } else { "---\n" });
    fs::write(folder.path().join("index.md"), home).expect("a file");
    let business = business.replace("TEXT", &quoted);
    fs::write(folder.path().join("site.yaml"), business).expect("a file");
    fs::write(folder.path().join("book.md"), format!("---\n{}\n---\n", KEYS.join("\n"))).expect("a file");

    let mut inputs = Inputs::from_env();
    inputs.content = folder.path().to_owned();
    inputs.profile = Profile::Release;
    let content = compile(&inputs).expect("the icon set is installed").content?;
    let site = Box::leak(Box::new(render::site(Box::leak(Box::new(content)))));
    // The last of them is no page: what is shown instead.
    let drawn = ["/", "/book", "/none"].map(|route| render::document(site, site.route(route)));
    let html = |it: &render::Rendered| {
        format!("<!doctype html><html><head>{}</head><body>{}</body></html>", it.head, it.body)
    };
    Some(drawn.iter().flat_map(|page| dangers_of(&Html::parse_document(&html(page)))).collect())
}

/// What a document would do that no page of ours does, a line each.
fn dangers_of(document: &Html) -> Vec<String> {
    let mut dangers = Vec::new();
    for element in document.select(&Selector::parse("*").expect("a selector")) {
        let name = element.value().name();
        let data = element.attr("type") == Some("application/ld+json");
        if matches!(name, "iframe" | "object" | "embed" | "base" | "img")
            || matches!(name, "script" | "style") && !data && element.html().contains("hacked")
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
    dangers
}

const BUSINESS: &str = "name: Clinic\nurl: https://example.com\nemail: a@example.com\n";

/// The business's keys.
const BUSINESS_FIELDS: [&str; 12] = [
    "name: TEXT\nurl: https://example.com\nemail: a@example.com\n",
    "name: C\nurl: TEXT\nemail: a@example.com\n",
    "name: C\nurl: https://example.com\nemail: TEXT\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\ndisclaimer: TEXT\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nbooking: { url: TEXT }\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nplaces: [{ name: TEXT, city: TEXT, region: TEXT, street: TEXT }]\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nplaces: [{ name: P, city: C, region: R, postalCode: TEXT }]\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nplaces: [{ name: P, city: C, region: R, phone: TEXT }]\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nplaces: [{ name: P, city: C, region: R, hours: [{ days: [TEXT], opens: TEXT, closes: TEXT }] }]\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nbooking: { form_action: TEXT }\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nsocial: [{ name: TEXT, url: TEXT }, { name: TEXT, url: https://example.com }]\n",
    "name: C\nurl: https://example.com\nemail: a@example.com\nnavigation: { header: [TEXT], footer: [TEXT] }\n",
];

/// The files of a site whose every text wants to be a script.
#[test]
fn hostile_text_stays_text_in_every_file() {
    let dist = built("hostile");
    let mut pages: Vec<_> = routes_in(&dist)
        .iter()
        .map(|route| dist.join(route.trim_start_matches('/')).join("index.html"))
        .collect();
    assert!(pages.len() > 3);
    pages.push(dist.join("404.html"));
    for page in pages {
        let html = fs::read_to_string(&page).expect("a page");
        assert!(html.contains("hacked"), "{}", page.display());
        assert_eq!(dangers_of(&Html::parse_document(&html)), [""; 0], "{}", page.display());
    }
    // A line of the content that became a line of theirs would be an order to the host.
    for file in
        ["_headers", "_redirects", "_hosts/Caddyfile", "_hosts/nginx.conf", "robots.txt", "sitemap.xml"]
    {
        let text = fs::read_to_string(dist.join(file)).expect("a file");
        assert!(!text.contains("hacked"), "{file}: {text}");
    }
    let manifest = fs::read_to_string(dist.join("manifest.webmanifest")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    assert!(manifest["name"].as_str().is_some_and(|name| name.contains("<script>")), "{manifest}");
}

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
