//! `cargo xtask lighthouse [PATH …]`: the medians of five runs a page, as a table.

use std::{process::ExitCode, time::Duration};

use tests::{
    lighthouse::{TEMPLATES, Verdict, lighthouse},
    server::{Fault, Server},
    servers, site,
};

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// The page that is measured behind other hosts as well.
const PAGE: &str = "/microneedling/hair-loss";

/// Of the site for pictures: a page without any, and the same one with three pairs.
const WITHOUT_AND_WITH_PICTURES: [&str; 2] = ["/none", "/three"];

/// An odd number, so that there is one in the middle.
const RUNS: usize = 5;

#[tokio::main]
async fn main() -> ExitCode {
    tests::ended(run().await)
}

async fn run() -> Result<(), String> {
    let mut pages: Vec<String> = std::env::args().skip(1).collect();
    if pages.is_empty() {
        pages = TEMPLATES.map(str::to_owned).to_vec();
    }
    println!(
        "{:<50} {:>5} {:>5} {:>5} {:>5} {:>7} {:>7} {:>8} {:>6} {:>6}",
        "page", "perf", "a11y", "best", "seo", "FCP ms", "LCP ms", "requests", "TBT", "CLS"
    );
    // The site as it is deployed.
    let caddy = servers::caddy(&site("")).map_err(|error| error.to_string())?;
    for page in pages {
        measure(&page, format!("{}{page}", caddy.url)).await?;
    }
    let pictures = servers::caddy(&site("pictures")).map_err(|error| error.to_string())?;
    for page in WITHOUT_AND_WITH_PICTURES {
        measure(&format!("{page} (site of pictures)"), format!("{}{page}", pictures.url)).await?;
    }
    let cloudflare = servers::pages(&site("")).map_err(|error| error.to_string())?;
    measure(&format!("{PAGE} (Cloudflare Pages)"), format!("{}{PAGE}", cloudflare.url)).await?;
    let hosts = [
        (Fault::None, "plain server"),
        (Fault::NoScripts, "scripts forbidden"),
        (Fault::WasmLate(Duration::from_secs(10)), ".wasm 10 s late"),
    ];
    for (fault, note) in hosts {
        let server = Server::start(site(""), fault).await.map_err(|error| error.to_string())?;
        measure(&format!("{PAGE} ({note})"), server.url(PAGE)).await?;
    }
    Ok(())
}

/// Measures a page, and prints its row; `requests` are those before the largest paint.
async fn measure(name: &str, url: String) -> Result<(), String> {
    let runs = tokio::task::spawn_blocking(move || {
        // Now and then a recording fails, and Lighthouse asks to be run again.
        let run = |_| lighthouse(&url, &CATEGORIES).or_else(|_| lighthouse(&url, &CATEGORIES));
        (0..RUNS).map(run).collect::<Result<Vec<Verdict>, _>>()
    });
    let runs = runs.await.map_err(|error| error.to_string())??;
    let median = |value: fn(&Verdict) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values[RUNS / 2]
    };
    let scores: String = (0..CATEGORIES.len())
        .map(|category| {
            let lowest = runs.iter().map(|run| run.scores[category].1).fold(100.0, f64::min);
            format!(" {lowest:>5}")
        })
        .collect();
    println!(
        "{name:<50}{scores} {:>7.0} {:>7.0} {:>8} {:>6.0} {:>6.3}",
        median(|run| run.first_paint),
        median(|run| run.largest_paint),
        runs.iter().map(|run| run.before_paint).max().unwrap_or_default(),
        median(|run| run.blocking),
        median(|run| run.shift)
    );
    // Cache times are the host's; what costs points is said.
    if let Some(worst) = runs.iter().find(|run| run.scores.iter().any(|(_, score)| *score < 100.0)) {
        for complaint in &worst.complaints {
            println!("    {complaint}");
        }
    }
    Ok(())
}
