//! What is made of the schema, and whether that says what the check says: of every content
//! folder that any of these tests compiles.

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use content::{Icons, schema::Group};
use jsonschema::Validator;
use report::{Diagnostic, Severity};
use serde_json::Value;
use site::{
    compile::{Inputs, Profile},
    schema::{CHARACTERS, LINKS, OWN, Own, PICTURES, SPELLING, TEXT, TWICE, example, files, json, schema},
};
use tests::root;
use walkdir::WalkDir;

use crate::{Folder, SITE, images, page};

/// What the check alone knows: of what kind that is, in which words it says so, and keys of a
/// page that it says it of. This is all that it may refuse where a schema does not.
const OWN_RULES: &[(&Own, &str, &str)] = &[
    (&LINKS, "there is no page at", "ctaText: Book\n"),
    (&LINKS, "has no place named", "whyChoose: See [this](/#nowhere).\n"),
    (
        &LINKS,
        "asks nothing at",
        "sections:\n  - type: question-links\n    title: A\n    items: [\"/b#part\"]\n",
    ),
    (&LINKS, "is taken by", "aliases: [/b]\n"),
    (&PICTURES, "picture", "image:\n  src: /no.jpg\n  alt: A room\n"),
    (&TWICE, "has the address `#", "faq:\n  - question: Menu\n    answer: A\n"),
    (
        &TWICE,
        "is asked twice",
        "faq:\n  - question: A\n    answer: A\n  - question: a\n    answer: B\n    id: b\n",
    ),
    (&TWICE, "this keyword is there twice", "keywords: [botox, Botox]\n"),
    (&TEXT, "this web address begins twice", "whyChoose: See [it](https://https://a.b).\n"),
    (&TEXT, "HTML cannot be used", "whyChoose: <b>Us</b>\n"),
    (&TEXT, "cannot stand here", "whyChoose: |\n  - Us\n"),
    (&TEXT, "this shows nothing", "whyChoose: '[a]: /b'\n"),
    (
        &TEXT,
        "heading of the first level",
        "sections:\n  - type: text-block\n    title: A\n    content: |\n      # B\n",
    ),
    (&CHARACTERS, " (U+", "tagline: a\u{7}b\n"),
    (&SPELLING, "the words from `#` on are lost", "tagline: Voted #1\n"),
    (&SPELLING, "must stand in quotes", "tagline: &more text\n"),
    (&SPELLING, "it is the word for nothing", "tagline: Null\n"),
    (&SPELLING, "a whole number, but it is the number", "weight: +5\n"),
    (&SPELLING, "stands here twice", "tagline: A\ntagline: B\n"),
];

static ICONS: LazyLock<Icons> = LazyLock::new(|| {
    let inputs = Inputs::from_env().expect("the project's folder");
    Icons::load(&inputs.icons_file()).expect("the icon set is installed")
});

/// The JSON Schemas of a page, of `site.yaml`, of `claims.yaml` and of `pictures.yaml`.
static VALIDATORS: LazyLock<[Validator; 4]> = LazyLock::new(|| {
    let schema = schema();
    [schema.page, schema.site, schema.claims, schema.pictures].map(|group| validator(&group))
});

fn validator(group: &Group) -> Validator {
    let schema = json::document("", group, &ICONS);
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap_or_else(|it| panic!("{it}"))
}

/// The check and the JSON Schemas agree about each file of a folder.
#[track_caller]
pub fn assert_agreement(folder: &Path, said: &[Diagnostic]) {
    for entry in WalkDir::new(folder).into_iter().flatten().filter(|it| it.file_type().is_file()) {
        let inside = entry.path().strip_prefix(folder).expect("inside").display().to_string();
        if let (Some(validator), Ok(text)) = (validator_of(&inside), fs::read_to_string(entry.path())) {
            let path = entry.path().display().to_string();
            let errors = said.iter().filter(|it| it.severity == Severity::Error && it.path == path);
            assert_agreement_about(&inside, &text, validator, &errors.collect::<Vec<_>>());
        }
    }
}

#[track_caller]
fn assert_agreement_about(inside: &str, text: &str, validator: &Validator, errors: &[&Diagnostic]) {
    let is_page = inside.ends_with(".md");
    // The first line of a page stands for the file as a whole, and its text is no YAML.
    let (yaml, lines) = match front_matter(text) {
        _ if !is_page => (text.to_owned(), 1..usize::MAX),
        Some(yaml) => (yaml.clone(), 2..yaml.lines().count() + 2),
        None => return assert!(!errors.is_empty(), "{inside} has no front matter, and is fine:\n{text}"),
    };
    // What is no YAML is told by whoever reads it.
    let Ok(value) = serde_yaml::from_str::<Value>(&yaml) else {
        return assert!(!errors.is_empty(), "{inside} is no YAML, and fine:\n{text}");
    };
    let refused: Vec<_> =
        validator.iter_errors(&value).map(|it| format!("{}: {it}", it.instance_path())).collect();
    let is_own = |message: &str| {
        OWN_RULES.iter().any(|(own, words, _)| message.contains(words) && (is_page || *own != &TEXT))
    };
    let others: Vec<_> = errors
        .iter()
        .filter(|it| lines.contains(&it.position.0) && !is_own(&it.message))
        .map(|it| &it.message)
        .collect();
    assert!(others.is_empty() || !refused.is_empty(), "the schema does not see {others:#?} in\n{text}");
    assert!(!errors.is_empty() || refused.is_empty(), "the check does not see {refused:#?} in\n{text}");
}

fn validator_of(inside: &str) -> Option<&'static Validator> {
    let [page, site, claims, pictures] = &*VALIDATORS;
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/-_".contains(c);
    match inside {
        "site.yaml" => Some(site),
        "claims.yaml" => Some(claims),
        _ if inside.ends_with(".hero/pictures.yaml") => Some(pictures),
        _ => inside.strip_suffix(".md").filter(|name| name.chars().all(is_plain)).map(|_| page),
    }
}

/// A page's front matter.
fn front_matter(text: &str) -> Option<String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    lines.next().filter(|line| line.trim_end() == "---")?;
    let lines: Vec<_> = lines.collect();
    let end = lines.iter().position(|line| line.trim_end() == "---")?;
    Some(lines[..end].join("\n") + "\n")
}

#[test]
fn the_files_made_of_the_schema_are_up_to_date() {
    let parsed = |path: &str, text: &str| -> Value {
        if path.ends_with(".json") { serde_json::from_str(text).expect("JSON") } else { text.into() }
    };
    for (path, expected) in files(&ICONS) {
        let text = fs::read_to_string(root().join(path)).unwrap_or_default();
        let same = !text.is_empty() && parsed(path, &text) == parsed(path, &expected);
        assert!(same, "{path} is out of date: run `cargo xtask schema`");
    }
}

#[test]
fn what_the_check_alone_knows_is_no_matter_of_a_schema() {
    let folder = Folder::with_home();
    folder.write("b.md", page("", "## Part\n"));
    let [validator, ..] = &*VALIDATORS;
    for (_, words, keys) in OWN_RULES {
        let text = page(keys, "");
        folder.write("a.md", &text);
        let said = folder.said();
        assert!(said.iter().any(|it| it.starts_with("a.md:") && it.contains(words)), "{keys}: {said:#?}");
        let Some(Ok(value)) = front_matter(&text).map(|yaml| serde_yaml::from_str(&yaml)) else { continue };
        assert!(validator.is_valid(&value), "{keys}");
    }
    let known: BTreeSet<_> = OWN_RULES.iter().map(|(own, ..)| own.what).collect();
    assert_eq!(known, OWN.iter().map(|own| own.what).collect(), "each that the reference lists");
}

#[test]
fn the_sites_and_the_examples_are_fine() {
    for site in ["content", "tests/sites/form", "tests/sites/elsewhere", "tests/sites/hostile"] {
        assert_agreement(&root().join(site), &[]);
    }
    let folder = Folder::with_home();
    for page in
        ["contact", "book", "book/sent", "book/failed", "microneedling/index", "microneedling/hair-loss"]
    {
        folder.write(&format!("{page}.md"), page_with_own_title(page));
    }
    folder.write("microneedling/face.md", page("faq:\n  - question: Does it hurt?\n    answer: A\n", ""));
    let schema = schema();
    folder.write("a.md", format!("---\n{}---\n", example(&schema.page)));
    folder.write("site.yaml", example(&schema.site));
    folder.write("claims.yaml", example(&schema.claims));
    folder.write("contact.hero/pictures.yaml", example(&schema.pictures));
    images::write_those_of_the_examples(&folder);
    for side in ["before", "after"] {
        fs::copy(
            folder.path(&format!("images/forehead-001-{side}.jpg")),
            folder.path(&format!("contact.hero/neck-001-{side}.jpg")),
        )
        .expect("a picture");
    }
    let said = folder.said();
    // The example has the same questions in two places.
    assert!(said.iter().all(|it| it.contains("this is a placeholder")), "{said:#?}");
}

fn page_with_own_title(name: &str) -> String {
    page("", "").replace("name: A\n", &format!("name: {name}\n"))
}

/// Values for one key after the other, fine or not: whatever the check says, the schema says too.
#[test]
fn values_of_every_kind_are_judged_alike() {
    let web = [
        "https://a.b",
        "HTTPS://A.B/c?d#e",
        "http://localhost:8080",
        "https://192.168.0.1",
        "https://a.b:65535",
        "https://medium.com/@name",
        "https://web.archive.org/web/https://a.b/",
        "https://a.b/",
        "https://a.b//",
        "https://müller.example",
        "https://xn--mller-kva.example",
        "https://my_page.example.com",
        "https://[::1]/",
        "https://-",
        "https://-a.b",
        "https://a-.b",
        "https://a..b",
        "https://.a.b",
        "https://a.b.",
        "https://clinic",
        "https://a,b.com",
        "https://a%2eb.com",
        "https://a.b:99999",
        "https://a.b:0",
        "https://a.b:",
        "https://a.b:x",
        "https://1.2.3",
        "https://1.2.3.400",
        "https://1.2.3.04",
        "https://a.1",
        "https://a.0x1",
        "https://a.1b",
        "https://[::1",
        "https://https://a.b",
        "https://http//a.b",
        "https:///a.b",
        "https://",
        "https:a.b",
        "https://me@a.b",
        "https://a.b/c d",
        "https://a.b/\"",
        "ftp://a.b",
        "a.b",
        "/a",
        "  https://a.b  ",
    ];
    let numbers = ["5", "-5", "0", "1.5", "9223372036854775808", "true", "[a]", "{a: b}", "null", "''"];
    let mail = [
        "a@b.c",
        "first.last+tag@mail.clinic.example",
        "hello@müller.example",
        "hello@.",
        "@a.b",
        "a@b",
        "a@b..c",
        "a@-b.c",
        "a@b.c.",
        ".a@b.c",
        "a..b@c.d",
        "a@b@c.d",
        "a b@c.d",
        "a@1.2.3.4",
        "a@b.c:80",
        "a&b@c.d",
        "mailto:a@b.c",
        "A@B.C",
    ];
    let form =
        ["/submit", "/", "//a.b", "/a;b", "/a/b?c=d&e", "https://a.b/c", "HTTPS://a.b", "httpx", "submit"];
    let times = ["09:00", "23:59", "24:00", "9:00", "09:60", "0900", "09:00:00", "noon"];
    let phones = [
        "865-555-0100",
        "+1 (865) 555.0100",
        "8655550100",
        "555",
        "call us",
        "865/555/0100",
        "++18655550100",
    ];
    let routes = [
        "/a/b",
        "/a/b/",
        "/",
        "//",
        "a",
        "/A",
        "/a b",
        "/a_b",
        "/assets",
        "/assets/x",
        "/assets-and-more",
        "/_headers",
        "/x/_y",
        "/index",
        "/x/index",
        "/index/x",
        "/indexes",
        "/404",
        "/x/404",
        "/x/404/",
        "/404/x",
        "/x/4040",
    ];
    let ids = [
        "does-it-hurt",
        "a",
        "A",
        "a--b",
        "-a",
        "a-",
        "a b",
        "crème",
        "Crème",
        "a_b",
        "a.b",
        "100",
        "007",
        "1-2",
    ];
    let dates = [
        "2026-03-04",
        "2024-02-29",
        "2026-02-29",
        "1900-02-29",
        "2000-02-29",
        "2026-02-30",
        "2026-13-01",
        "2026-00-01",
        "2026-04-31",
        "2026-3-4",
        "20260304",
        "2026-03-04T10:00:00Z",
        "soon",
        "0001-01-01",
    ];
    let types = ["text-block", "Text-block", "textblock", "5"];
    let icons = ["waves", "check-circle", "wavez", "Waves"];
    let days = ["Monday", "monday", "Mon"];
    let place = "places:\n  - name: A\n    city: B\n    region: C\n";
    let hours =
        format!("{place}    hours:\n      - days: [Friday]\n        closes: \"17:00\"\n        opens: ");
    let item = "sections:\n  - type: features-grid\n    title: A\n    items:\n      - title: A\n        description: B\n        icon: ";
    let folder = Folder::with_home();
    let judge = |file: &str, before: &str, values: &[&str]| {
        for value in values.iter().chain(&numbers) {
            // Both as it is and as text.
            for value in [(*value).to_owned(), format!("\"{}\"", value.replace('"', "\\\""))] {
                let text = format!("{before}{value}\n");
                folder.write(file, if file == "a.md" { page(&text, "") } else { text });
                folder.compile(Profile::Release);
            }
        }
    };
    judge("a.md", "path: ", &routes);
    judge("a.md", "aliases:\n  - ", &routes);
    judge("a.md", "faq:\n  - question: A\n    answer: B\n    id: ", &ids);
    judge("a.md", "updated: ", &dates);
    judge("a.md", "sections:\n  - title: A\n    content: B\n    type: ", &types);
    judge("a.md", item, &icons);
    for key in
        ["tagline", "weight", "draft", "unlisted", "whyChoose", "whyChooseTitle", "sections", "faq", "colour"]
    {
        judge("a.md", &format!("{key}: "), &["yes", "A"]);
    }
    judge("site.yaml", "name: A\nemail: a@b.c\nurl: ", &web);
    judge("site.yaml", "name: A\nurl: https://a.b\nemail: ", &mail);
    judge("site.yaml", &format!("{SITE}booking:\n  url: "), &web);
    judge("site.yaml", &format!("{SITE}booking:\n  form_action: "), &form);
    judge("site.yaml", &format!("{SITE}social:\n  - name: A\n    url: "), &web);
    judge("site.yaml", &format!("{SITE}navigation:\n  header:\n    - "), &routes);
    judge("site.yaml", &format!("{SITE}{place}    phone: "), &phones);
    judge("site.yaml", &format!("{SITE}{hours}"), &times);
    let days_of = hours.replace("[Friday]", "[DAY]").replace("opens: ", "opens: \"09:00\"");
    for day in days {
        judge("site.yaml", &format!("{SITE}{}\n# ", days_of.replace("DAY", day)), &[]);
    }
    folder.write("site.yaml", SITE);
    judge("claims.yaml", "claims:\n  - why: A\n    instead: B\n    words:\n      - ", &["*", "cure*", "a b"]);
}
