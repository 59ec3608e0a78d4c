//! Lighthouse, as its users run it: mobile, simulated throttling.

use std::process::Command;

use serde_json::Value;

use crate::root;

/// A page of every kind that search engines list.
pub const TEMPLATES: [&str; 6] =
    ["/", "/microneedling", "/microneedling/hair-loss", "/book", "/contact", "/privacy"];

/// What Lighthouse says of a page.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Category and score, 0 to 100.
    pub scores: Vec<(String, f64)>,
    /// First contentful paint, ms; 0 where performance was not asked for.
    pub first_paint: f64,
    /// Largest contentful paint, ms.
    pub largest_paint: f64,
    /// Requests that were answered before the largest paint, the document among them, as
    /// observed: what a paint may have waited for.
    pub before_paint: usize,
    /// Total blocking time, ms.
    pub blocking: f64,
    /// Cumulative layout shift.
    pub shift: f64,
    /// Audits below their best.
    pub complaints: Vec<String>,
}

/// Runs Lighthouse on a page for these categories.
///
/// # Errors
/// What it said when it could not run.
pub fn lighthouse(url: &str, categories: &[&str]) -> Result<Verdict, String> {
    let output = Command::new("node")
        .arg(root().join("tests/node_modules/lighthouse/cli/index.js"))
        .args([url, "--quiet", "--output=json", &format!("--only-categories={}", categories.join(","))])
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run")
        .env("CHROME_PATH", "/usr/bin/chromium")
        .output()
        .map_err(|error| format!("node: {error}"))?;
    let said: Value = serde_json::from_slice(&output.stdout)
        .map_err(|_| format!("Lighthouse: {}", String::from_utf8_lossy(&output.stderr)))?;

    let number = |audit: &str| said["audits"][audit]["numericValue"].as_f64().unwrap_or_default();
    let scores = categories
        .iter()
        .map(|name| {
            let score = said["categories"][name]["score"]
                .as_f64()
                .ok_or(format!("Lighthouse gave no {name} score"))?;
            Ok(((*name).to_owned(), (score * 100.0).round()))
        })
        .collect::<Result<_, String>>()?;
    let metrics = &said["audits"]["metrics"]["details"]["items"][0];
    let painted = metrics["observedLargestContentfulPaint"].as_f64().unwrap_or_default();
    let requests = said["audits"]["network-requests"]["details"]["items"].as_array().into_iter().flatten();
    let complaints = said["audits"].as_object().into_iter().flatten();
    Ok(Verdict {
        scores,
        first_paint: number("first-contentful-paint"),
        largest_paint: number("largest-contentful-paint"),
        before_paint: requests
            .filter(|request| request["networkEndTime"].as_f64().is_some_and(|end| end <= painted))
            .count(),
        blocking: number("total-blocking-time"),
        shift: number("cumulative-layout-shift"),
        complaints: complaints
            .filter(|(_, audit)| audit["score"].as_f64().is_some_and(|score| score < 1.0))
            .map(|(name, audit)| format!("{name}: {} {}", audit["title"], audit["displayValue"]))
            .collect(),
    })
}
