//! `cargo xtask navigation`: from a click to the painted page, in Chromium, as a table.

use std::process::ExitCode;

use serde_json::{Value, json};
use tests::{
    browser::{Browser, Session},
    engine::{Engine, Settings, Stage},
    server::{Fault, Server},
    site,
};

type Fallible<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Where each run begins, and the page that a link in it leads to.
const FROM: &str = "/microneedling/hair-loss";
const TO: &str = "/microneedling/face";

/// An odd number, so that there is one in the middle.
const RUNS: usize = 15;

/// Lighthouse's slow 4G: bytes a second, and ms of latency.
const THROUGHPUT: f64 = 1_638.4 * 1024.0 / 8.0;
const LATENCY: f64 = 150.0;

/// How much slower than this machine's the processor is.
const SLOWER: u32 = 4;

/// Ends when what a page does after it has arrived is done: a visitor reads first.
const IDLE: &str = "const done = arguments[0]; requestIdleCallback(() => requestIdleCallback(done));";

/// Ends when the frame after the click's work has been given to the compositor.
const CLICK: &str = "
    const [path, done] = arguments;
    const heading = document.querySelector('h1').textContent;
    const painted = () => requestAnimationFrame(() => {
        if (document.querySelector('h1').textContent === heading) return painted();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now() - start);
        channel.port2.postMessage(0);
    });
    const start = performance.now();
    document.querySelector(`main a[href='${path}']`).click();
    painted();";

/// The same link without the client: the time of the click is kept for the next page.
const LOAD: &str = "
    document.documentElement.removeAttribute('data-hydrated');
    sessionStorage.clicked = performance.timeOrigin + performance.now();
    document.querySelector(`main a[href='${arguments[0]}']`).click();";

const LOADED: &str = "(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)
    + performance.timeOrigin - sessionStorage.clicked";

/// How one comes to the page.
#[derive(Clone, Copy)]
enum How {
    EmbeddedFirst,
    EmbeddedAgain,
    Prefetched,
    Fetched,
    PageLoad,
}

impl How {
    const ALL: [(Self, &str); 5] = [
        (Self::EmbeddedFirst, "embedded, first visit"),
        (Self::EmbeddedAgain, "embedded, second visit"),
        (Self::Prefetched, "fetched before the click"),
        (Self::Fetched, "fetched by the click"),
        (Self::PageLoad, "page load"),
    ];

    /// The site on which it is tried: the real one, or the same with nothing embedded.
    fn site(self) -> &'static str {
        if matches!(self, Self::EmbeddedFirst | Self::EmbeddedAgain) { "" } else { "fetched" }
    }
}

/// What a click took, and on what the main thread spent it, ms.
struct Taken {
    all: f64,
    script: f64,
    style: f64,
    layout: f64,
    other: f64,
}

#[tokio::main]
async fn main() -> ExitCode {
    tests::ended(run().await)
}

async fn run() -> Fallible {
    let stage = Stage::default();
    println!("From a click to the painted page, ms: medians of {RUNS}, slow 4G, CPU {SLOWER} times slower.");
    println!(
        "{:<26} {:>8} {:>10} {:>8} {:>8} {:>8} {:>8}",
        "", "painted", "from–to", "script", "style", "layout", "other"
    );
    for (how, name) in How::ALL {
        let server = Server::start(site(how.site()), Fault::None).await?;
        let session = Session::start(Engine::Chromium, Settings::default(), &stage).await?;
        let mut runs = Vec::new();
        for _ in 0..RUNS {
            runs.push(once(&session.browser, &server, how).await?);
        }
        session.end().await.1?;
        let sorted = |value: fn(&Taken) -> f64| {
            let mut values: Vec<f64> = runs.iter().map(value).collect();
            values.sort_by(f64::total_cmp);
            values
        };
        let median = |value| sorted(value)[RUNS / 2];
        let all = sorted(|it| it.all);
        let range = format!("{:.0}–{:.0}", all[0], all[RUNS - 1]);
        print!("{name:<26} {:>8.1} {range:>10}", all[RUNS / 2]);
        if let How::PageLoad = how {
            println!();
            continue;
        }
        println!(
            " {:>8.1} {:>8.1} {:>8.1} {:>8.1}",
            median(|it| it.script),
            median(|it| it.style),
            median(|it| it.layout),
            median(|it| it.other)
        );
    }
    Ok(())
}

async fn once(browser: &Browser, server: &Server, how: How) -> Fallible<Taken> {
    slow(browser, false).await?;
    browser.goto(server.url(FROM)).await?;
    browser.hydrated().await?;
    match how {
        How::EmbeddedAgain => {
            click(browser, TO).await?;
            click(browser, FROM).await?;
        }
        How::Prefetched => {
            let link = format!("document.querySelector(\"main a[href='{TO}']\")");
            browser
                .run(&format!("{link}.dispatchEvent(new TouchEvent('touchstart', {{ bubbles: true }}))"))
                .await?;
            let fetched = format!(
                "performance.getEntriesByType('resource').some(it => it.name.includes('{TO}') && it.responseEnd)"
            );
            browser.until(&fetched).await?;
        }
        How::EmbeddedFirst | How::Fetched | How::PageLoad => {}
    }
    slow(browser, true).await?;
    browser.execute_async(IDLE, vec![]).await?;
    let before = spent(browser).await?;
    let all = match how {
        How::PageLoad => {
            browser.execute(LOAD, vec![json!(TO)]).await?;
            browser.until(&format!("location.pathname.startsWith('{TO}') && {LOADED} > 0")).await?;
            browser.value(LOADED).await?
        }
        _ => click(browser, TO).await?,
    };
    let after = spent(browser).await?;
    let [script, style, layout, task] = [0, 1, 2, 3].map(|at| (after[at] - before[at]) * 1000.0);
    Ok(Taken { all, script, style, layout, other: task - script - style - layout })
}

/// Clicks the link to a path; ms until the page is painted.
async fn click(browser: &Browser, path: &str) -> Fallible<f64> {
    Ok(browser.execute_async(CLICK, vec![json!(path)]).await?.convert()?)
}

/// Slows the network and the processor down, or no longer.
async fn slow(browser: &Browser, is: bool) -> Fallible {
    let throughput = if is { THROUGHPUT } else { -1.0 };
    let network = json!({
        "offline": false,
        "latency": if is { LATENCY } else { 0.0 },
        "downloadThroughput": throughput,
        "uploadThroughput": throughput,
    });
    let cpu = json!({ "rate": if is { SLOWER } else { 1 } });
    for (command, parameters) in [
        ("Network.enable", json!({})),
        ("Network.emulateNetworkConditions", network),
        ("Emulation.setCPUThrottlingRate", cpu),
        ("Performance.enable", json!({})),
    ] {
        browser.cdp().send_raw(command, parameters).await?;
    }
    Ok(())
}

/// What the main thread has spent so far on scripts, on styles, on layout and in all, s.
async fn spent(browser: &Browser) -> Fallible<[f64; 4]> {
    let said: Value = browser.cdp().send_raw("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let metrics = said["metrics"].as_array().into_iter().flatten();
        metrics.filter(|it| it["name"] == name).find_map(|it| it["value"].as_f64()).unwrap_or_default()
    };
    Ok(["ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "TaskDuration"].map(metric))
}
