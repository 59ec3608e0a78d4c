//! Mistakes lie over the last good page, until they are mended.

use serde_json::Value;
use tests::editing::Serving;
use thirtyfour::prelude::*;

use crate::{Context, FILE, LINKED, PAGE, REPORT};

pub async fn a_mistake_lies_over_the_page_until_it_is_mended(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    let good = it.project.read(FILE);
    it.project.replace(FILE, "\ntagline:", "\ntaglin:");
    it.until_report("the key `taglin` is not known here").await?;
    let report: String = it.browser.value(REPORT).await?;
    for words in [
        FILE.to_owned() + ":3:1",
        "taglin: for hair regrowth".to_owned(),
        "did you mean `tagline`?".to_owned(),
    ] {
        assert!(report.contains(&words), "{report}\nhas no {words}");
    }
    // The old page is below.
    it.until_heading("Hair Loss Microneedling").await?;
    // Warnings are there too, folded away.
    let folded = "(it => it && !it.open && it.textContent.includes('warning'))\
                  (document.getElementById('serve_report').shadowRoot.querySelector('details'))";
    assert!(it.browser.value::<bool>(folded).await?);
    it.project.save(FILE, &good.replace("for hair regrowth and density", "for a fuller look"));
    it.until_report("").await?;
    it.browser.until("document.querySelector('.tagline').textContent === 'for a fuller look'").await?;
    it.is_the_same().await
}

/// The open page shows what `check --format json` and the terminal say: message, place and help.
/// (That the three agree on every kind of mistake, the tests of reports ask.)
pub async fn every_kind_is_told_as_in_the_terminal(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    for (name, text) in TROUBLE {
        it.project.save(&format!("content/mistakes/{name}.md"), text);
    }
    it.until_report("content/mistakes/").await?;
    let mut inputs = site::compile::Inputs::from_env().expect("the project's folder");
    inputs.content = it.project.path("content");
    inputs.profile = site::compile::Profile::Debug;
    let report = site::compile::compile(&inputs).expect("the icon set is installed").report;
    let json = report.json();
    let (machine, terminal) = (json["diagnostics"].as_array().expect("a list"), report.render(false));
    assert!(json["errors"].as_u64().is_some_and(|errors| errors > 10), "{json:#}");
    it.until_report(&report.totals()).await?;
    let shown: Vec<Vec<String>> = it
        .browser
        .value(
            "[...document.getElementById('serve_report').shadowRoot.querySelectorAll('li')].map(it =>
                ['.message', '.place', '.help'].map(part => it.querySelector(part)?.textContent ?? ''))",
        )
        .await?;
    assert_eq!(shown.len(), machine.len());
    for it in machine {
        let text = |name: &str| it[name].as_str().unwrap_or_default().to_owned();
        // The server has the project's folder as its own.
        let file =
            text("file").split_once("/content/").map(|(_, file)| format!("content/{file}")).expect("a file");
        let place = format!("{file}:{}:{}", it["line"], it["column"]);
        let help =
            it.get("help").and_then(Value::as_str).map(|help| format!("help: {help}")).unwrap_or_default();
        let entry = vec![format!("{}: {}", text("severity"), text("message")), place.clone(), help];
        assert!(shown.contains(&entry), "{entry:#?} is not among {shown:#?}");
        let in_the_terminal = format!("{}:{}:{}", text("file"), it["line"], it["column"]);
        assert!(terminal.contains(&in_the_terminal), "{in_the_terminal} is not in the terminal");
    }
    Ok(())
}

pub async fn a_report_can_be_hidden_until_there_is_another(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    it.project.replace(FILE, "\ntagline:", "\ntaglin:");
    it.until_report("taglin").await?;
    it.browser
        .run("document.getElementById('serve_report').shadowRoot.querySelector('button').click()")
        .await?;
    it.until_report("").await?;
    it.project.replace(FILE, "\nctaText:", "\ncta:");
    it.until_report("the key `cta` is not known here").await
}

pub async fn a_page_that_has_never_been_built_shows_what_is_wrong(it: Context) -> WebDriverResult<()> {
    it.expect_on_the_console("404");
    let text = it.project.read(FILE).replace("Hair Loss Microneedling", "Neck Microneedling");
    it.project.save("content/microneedling/neck.md", &text.replace("\nname:", "\nnam:"));
    it.browser.goto(it.url("/microneedling/neck")).await?;
    it.until_report("the key `name` is missing").await?;
    it.project.save("content/microneedling/neck.md", &text);
    it.until_heading("Neck Microneedling").await?;
    it.until_report("").await
}

pub async fn a_first_start_with_mistakes_shows_them(it: Context) -> WebDriverResult<()> {
    it.expect_on_the_console("503");
    it.serving().take();
    let good = it.project.read(FILE);
    it.project.replace(FILE, "\nname:", "\nnam:");
    *it.serving() = Some(Serving::start(&it.project, 0).expect("the server starts with mistakes too"));
    it.browser.goto(it.url(LINKED)).await?;
    let alone = "document.getElementById('serve_report')?.innerText ?? ''";
    it.browser.until(&format!("({alone}).includes('the key `name` is missing')")).await?;
    // Another mistake takes its place.
    it.project.replace(FILE, "\nnam:", "\nnamen:");
    it.browser.until(&format!("({alone}).includes('namen')")).await?;
    it.project.save(FILE, &good);
    it.until_heading("Face Microneedling").await
}

pub async fn a_mistake_about_the_business_and_one_in_a_style(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    let (business, style) = (it.project.read("content/site.yaml"), it.project.read("style/hero.css"));
    it.project.replace("content/site.yaml", "\nemail:", "\ne-mail:");
    it.until_report("content/site.yaml:").await?;
    it.project.save("style/hero.css", &format!("{style}\n.hero {{ color: red; }} }}\n"));
    it.until_report("style/hero.css:").await?;
    it.project.save("content/site.yaml", &business);
    it.browser.until(&format!("!{REPORT}.includes('site.yaml')")).await?;
    it.project.save("style/hero.css", &style);
    it.until_report("").await?;
    it.is_the_same().await
}

/// Pages with every kind of trouble, as the tests of reports have them.
const TROUBLE: [(&str, &str); 3] = [
    ("many", include_str!("../content/a.md")),
    ("missing", "Hello\n"),
    ("unclosed", "---\nname: A\ntagline: 'never closed\n---\n"),
];
