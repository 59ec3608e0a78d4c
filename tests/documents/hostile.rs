//! Text that wants to be a script, in every field that an editor writes: it is
//! refused, or it stands in the page as the text that it is.

use std::fs;

use ::images::FOLDER;
use model::Site;
use scraper::{Html, Selector};
use site::{
    Content,
    compile::{Inputs, Profile, compile},
    render,
};
use tests::{routes_in, site as built};

const HOSTILE: [&str; 18] = [
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
    "a\u{2028}b\u{0}c\u{7f}hacked",
    "</style><style>/*hacked*/*{display:none}",
    // Addresses, as far as they look like some.
    "https://a.example/'onfocus='hacked()",
    "/submit?to=https://a.example\" always; return 200 hacked; add_header A \"b",
    "/submit?to=https://a.example;script-src%20hacked",
];

/// Keys of a page, with `TEXT` where the text goes, and whether any text is taken there.
const FIELDS: [(&str, bool); 33] = [
    ("name: TEXT", true),
    ("tagline: TEXT", true),
    ("title: TEXT", true),
    ("metaDescription: TEXT", true),
    ("shortDescription: TEXT", true),
    ("ctaText: TEXT", true),
    ("whyChoose: TEXT", true),
    ("whyChoose: A\nwhyChooseTitle: TEXT", true),
    ("path: TEXT", false),
    ("aliases: [TEXT]", false),
    ("updated: TEXT", false),
    ("faq: [{ question: TEXT, answer: A }]", true),
    ("faq: [{ question: Q, answer: TEXT }]", true),
    ("faq: [{ question: Q, answer: A, id: TEXT }]", false),
    ("sections: [{ type: features-grid, title: TEXT, items: [{ title: TEXT, description: A }] }]", true),
    ("sections: [{ type: features-grid, title: T, items: [{ title: T, description: TEXT }] }]", true),
    (
        "sections: [{ type: features-grid, title: T, items: [{ title: T, description: D, icon: TEXT }] }]",
        false,
    ),
    ("sections: [{ type: steps, title: TEXT, items: [{ title: TEXT, description: A, time: TEXT }] }]", true),
    ("sections: [{ type: steps, title: T, items: [{ title: T, description: TEXT }] }]", true),
    ("sections: [{ type: testimonials, title: TEXT, items: [{ quote: Q, author: TEXT }] }]", true),
    ("sections: [{ type: testimonials, title: T, items: [{ quote: TEXT, author: A }] }]", true),
    ("sections: [{ type: cta-banner, title: TEXT, text: TEXT, ctaText: TEXT }]", true),
    ("sections: [{ type: text-block, title: TEXT, content: A }]", true),
    ("sections: [{ type: text-block, title: T, content: TEXT }]", true),
    ("sections: [{ type: booking-form, title: TEXT }, { type: places, title: TEXT }]", true),
    ("image: { src: TEXT, alt: A }", false),
    ("image: { src: a.png, alt: TEXT, caption: TEXT, source: patient, consent: TEXT }", true),
    ("heroImages: [{ before: a.png, after: b.png, alt: TEXT, caption: TEXT, source: drawing }]", true),
    ("heroImages: [{ before: a.png, after: TEXT, alt: A, source: TEXT }]", false),
    (
        "sections: [{ type: image-gallery, title: TEXT, images: [{ src: a.png, alt: TEXT, caption: TEXT }] }]",
        true,
    ),
    (
        "sections: [{ type: testimonials, title: T, items: [{ quote: Q, author: TEXT, portrait: a.png, consent: TEXT }] }]",
        true,
    ),
    ("---\n![TEXT](a.png \"TEXT\")", true),
    // Not a key: the text below the front matter, as it is.
    ("---\nTEXT", true),
];

/// Keys of `site.yaml` beside those that it must have.
const BUSINESS_FIELDS: [(&str, bool); 15] = [
    ("name: TEXT", true),
    ("url: TEXT", false),
    ("email: TEXT", false),
    ("disclaimer: TEXT", true),
    ("places: [{ name: TEXT, city: C, region: R }]", true),
    ("places: [{ name: P, city: TEXT, region: TEXT, street: TEXT }]", true),
    ("places: [{ name: P, city: C, region: R, postalCode: TEXT }]", true),
    ("places: [{ name: P, city: C, region: R, phone: TEXT }]", false),
    (
        "places: [{ name: P, city: C, region: R, hours: [{ days: [Monday], opens: TEXT, closes: \"09:00\" }] }]",
        false,
    ),
    ("booking: { url: TEXT }", true),
    ("booking: { form_action: TEXT }", true),
    ("social: [{ name: TEXT, url: https://a.example }]", true),
    ("social: [{ name: N, url: TEXT }]", true),
    ("navigation: { header: [TEXT] }", false),
    ("navigation: { footer: [TEXT] }", false),
];

/// The script that the page for missing ones has.
const NOT_FOUND: &str = include_str!("../../src/site/src/article/not_found.js");

const KEYS: [&str; 5] = ["name: A", "title: A", "metaDescription: A", "shortDescription: A", "ctaText: A"];

const BUSINESS: [&str; 3] = ["name: Clinic", "url: https://clinic.example", "email: a@clinic.example"];

/// A line for each key, that of `field` instead of the one that is there already.
fn lines(keys: &[&str], field: &str) -> String {
    let key = field.split_once(':').map_or(field, |(key, _)| key);
    let others = keys.iter().filter(|it| !it.starts_with(&format!("{key}:")));
    others.chain([&field]).map(|line| format!("{line}\n")).collect()
}

/// What the documents of a site with these keys would do, a line each; `None`: it is refused.
fn dangers(field: &str, business: &str, text: &str) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: String| {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    };
    // JSON's strings are YAML's.
    let quoted = serde_json::to_string(text).expect("a string");
    let filled = |field: &str| field.replace("TEXT", if field.starts_with("---") { text } else { &quoted });
    let end = if field.starts_with("---") { "" } else { "---\n" };
    write("index.md", format!("---\n{}{end}", lines(&KEYS, &filled(field))));
    for (number, name) in [(1, "a.png"), (2, "b.png")] {
        let pixels = image::RgbImage::from_pixel(720, 2, image::Rgb([number, 90, 60]));
        fs::write(folder.path().join(name), drawing::png(&pixels.into())).expect("a picture");
    }
    write("site.yaml", lines(&BUSINESS, &filled(business)));
    for (name, more) in [
        ("book.md", "sections: [{ type: booking-form, title: A }, { type: places, title: B }]"),
        ("book/sent.md", "unlisted: true"),
        ("book/failed.md", "unlisted: true"),
    ] {
        write(name, format!("---\n{}---\n", lines(&KEYS, more)));
    }

    let mut inputs = Inputs::from_env().expect("the project's folder");
    inputs.content = folder.path().to_owned();
    inputs.profile = Profile::Release;
    let content = compile(&inputs).expect("the icon set is installed").content?;
    let content: &'static Content = Box::leak(Box::new(content));
    let site: &'static Site = Box::leak(Box::new(render::site(content, &render::Extras::default())));
    let page = |route| {
        let at = content.pages.iter().position(|page| page.route == route).expect("a page");
        let page = &content.pages[at];
        render::document(&content.frame, page, &site.routes[at], &render::picture(&content.frame, page))
    };
    let drawn = [page("/"), page("/book"), render::not_found(&content.frame, &content.pages)];
    let html = |it: &render::Rendered| {
        format!("<!doctype html><html><head>{}</head><body>{}</body></html>", it.head, it.body)
    };
    // The document around a page, with its scripts and styles, is not drawn here.
    let is_own = |script: &str| script.trim() == NOT_FOUND.trim();
    Some(drawn.iter().flat_map(|page| dangers_of(&Html::parse_document(&html(page)), is_own)).collect())
}

/// What a document would do that no page of ours does, a line each; `is_own` knows
/// the scripts and styles that it may have.
fn dangers_of(document: &Html, is_own: impl Fn(&str) -> bool) -> Vec<String> {
    let mut dangers = Vec::new();
    for element in document.select(&Selector::parse("*").expect("a selector")) {
        let name = element.value().name();
        let data = element.attr("type") == Some("application/ld+json");
        let files = ["src", "srcset"].into_iter().filter_map(|it| element.attr(it));
        let is_published = files.flat_map(|it| it.split(", ")).all(|it| it.starts_with(FOLDER));
        if matches!(name, "iframe" | "object" | "embed" | "base")
            || matches!(name, "img" | "source") && !is_published
            || matches!(name, "script" | "style") && !data && !is_own(&element.text().collect::<String>())
        {
            dangers.push(element.html());
        }
        if data && serde_json::from_str::<serde_json::Value>(&element.inner_html()).is_err() {
            dangers.push(format!("the graph is broken: {}", element.inner_html()));
        }
        let is_icon = name == "link" && element.attr("rel") == Some("icon");
        for (attribute, value) in element.value().attrs() {
            let scheme = value.trim().to_lowercase();
            let leads = matches!(attribute, "href" | "src" | "action" | "formaction");
            // As an icon it runs nothing.
            let is_picture = is_icon && scheme.starts_with("data:image/svg+xml,");
            if attribute.starts_with("on")
                || attribute == "style"
                || attribute == "autofocus"
                || leads && (scheme.starts_with("javascript:") || scheme.starts_with("data:")) && !is_picture
            {
                dangers.push(element.html());
            }
        }
    }
    dangers
}

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
        let is_own = |text: &str| !text.contains("hacked");
        assert_eq!(dangers_of(&Html::parse_document(&html), is_own), [""; 0], "{}", page.display());
    }
    // A line of the content that became a line of theirs would be an order to the host.
    for file in [
        "_headers",
        "_redirects",
        "robots.txt",
        "sitemap.xml",
        "../firebase.json",
        "../vercel.json",
        "../hosts/Caddyfile",
        "../hosts/nginx.conf",
        "../hosts/cloudfront-function.js",
        "../hosts/cloudfront-headers.json",
    ] {
        let text = fs::read_to_string(dist.join(file)).expect("a file");
        assert!(!text.contains("hacked"), "{file}: {text}");
        assert!(
            !text.contains("form-action 'self' /") && !text.contains("https://example.com"),
            "{file}: {text}"
        );
    }
    let manifest = fs::read_to_string(dist.join("manifest.webmanifest")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    assert!(manifest["name"].as_str().is_some_and(|name| name.contains("<script>")), "{manifest}");
}

#[test]
fn hostile_text_is_refused_or_stays_text() {
    let fields = FIELDS.iter().map(|(field, takes)| (*field, BUSINESS[0], *takes));
    let business = BUSINESS_FIELDS.iter().map(|(business, takes)| (KEYS[0], *business, *takes));
    for (field, business, takes) in fields.chain(business) {
        let mut shown = 0;
        for text in HOSTILE {
            let Some(dangers) = dangers(field, business, text) else { continue };
            shown += 1;
            assert_eq!(dangers, [""; 0], "{field} and {business} with {text:?}");
        }
        assert!((shown > 0) == takes && shown < HOSTILE.len(), "{field} and {business}: {shown} are shown");
    }
}
