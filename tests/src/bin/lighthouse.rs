//! `cargo xtask lighthouse [PATH …]`: the median of three runs a page, as a table.

use std::{process::ExitCode, time::Duration};

use tests::{
    lighthouse::{TEMPLATES, Verdict, lighthouse},
    server::{Fault, Server},
    servers, site,
};

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// The page on which the host's faults are tried.
const PAGE: &str = "/microneedling/hair-loss";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), String> {
    let mut pages: Vec<String> = std::env::args().skip(1).collect();
    if pages.is_empty() {
        pages = TEMPLATES.map(str::to_owned).to_vec();
    }
    println!(
        "{:<50} {:>5} {:>5} {:>5} {:>5} {:>7} {:>7} {:>6} {:>6}",
        "page", "perf", "a11y", "best", "seo", "FCP ms", "LCP ms", "TBT", "CLS"
    );
    let hosts = [
        (Fault::None, ""),
        (Fault::WasmLate(Duration::from_secs(10)), " (.wasm 10 s late)"),
        (Fault::NoScripts, " (no scripts)"),
    ];
    // The site as it is deployed; its faults are a server's of our own.
    let (_caddy, deployed) = servers::caddy(&site("")).map_err(|error| error.to_string())?;
    for (fault, note) in hosts {
        let server = Server::start(site(""), fault).await.map_err(|error| error.to_string())?;
        // What the `.wasm` and scripts cost is told by one page.
        let only = [PAGE.to_owned()];
        for page in if fault == Fault::None { &*pages } else { &only } {
            let url = if fault == Fault::None { format!("{deployed}{page}") } else { server.url(page) };
            let verdict = tokio::task::spawn_blocking(move || median(&url))
                .await
                .map_err(|error| error.to_string())??;
            let scores: String = verdict.scores.iter().map(|(_, score)| format!(" {score:>5}")).collect();
            println!(
                "{:<50}{scores} {:>7.0} {:>7.0} {:>6.0} {:>6.3}",
                format!("{page}{note}"),
                verdict.first_paint,
                verdict.largest_paint,
                verdict.blocking,
                verdict.shift
            );
            // Cache times are the host's; what costs points is said.
            if verdict.scores.iter().any(|(_, score)| *score < 100.0) {
                for complaint in verdict.complaints {
                    println!("    {complaint}");
                }
            }
        }
    }
    Ok(())
}

/// Of three runs the one with the median first paint.
fn median(url: &str) -> Result<Verdict, String> {
    // Now and then a recording fails, and Lighthouse asks to be run again.
    let run = |_| lighthouse(url, &CATEGORIES).or_else(|_| lighthouse(url, &CATEGORIES));
    let mut runs = (0..3).map(run).collect::<Result<Vec<_>, _>>()?;
    runs.sort_by(|a, b| a.first_paint.total_cmp(&b.first_paint));
    Ok(runs.swap_remove(1))
}
