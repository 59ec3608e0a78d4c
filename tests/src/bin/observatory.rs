//! `cargo xtask observatory`: Mozilla's verdict on the headers, behind Caddy.
//!
//! Two of its tests ask for HTTPS and for a redirect to it, on the ports of both:
//! this needs ports 80 and 443 of loopback, and so root.

use std::{
    error::Error,
    fs,
    net::TcpStream,
    process::{Command, ExitCode},
};

use serde_json::Value;
use tests::{process::Process, root, servers, site};

/// What the scan must reach; 100 is an A+.
const BAR: i64 = 130;

fn main() -> ExitCode {
    match run() {
        Ok(score) if score >= BAR => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<i64, Box<dyn Error>> {
    let home = tempfile::tempdir()?;
    let mut command = servers::caddy_at("localhost", &site(""));
    command.envs([("HOME", home.path()), ("XDG_DATA_HOME", home.path()), ("XDG_CONFIG_HOME", home.path())]);
    let mut server = Process::start(&mut command)?;
    // It makes a certificate of its own first.
    server.wait_for(|line| line.contains("certificate obtained successfully").then_some(()))?;
    server.wait_until(|| TcpStream::connect(("127.0.0.1", 443)).is_ok())?;

    let observatory = root().join("tests/node_modules/@mdn/mdn-http-observatory");
    // Hosts that browsers know beforehand: not this one.
    fs::write(observatory.join("conf/hsts-preload.json"), "{}")?;
    let output = Command::new("node")
        .arg(observatory.join("src/scan.js"))
        .arg("localhost")
        .env("NODE_EXTRA_CA_CERTS", home.path().join("caddy/pki/authorities/local/root.crt"))
        .output()?;
    let said: Value = serde_json::from_slice(&output.stdout)?;
    let scan = &said["scan"];
    let score = scan["score"].as_i64().ok_or_else(|| format!("the scan failed: {said}"))?;
    println!(
        "score {score}, grade {}, {} of {} tests failed",
        scan["grade"], scan["testsFailed"], scan["testsQuantity"]
    );
    for (name, test) in said["tests"].as_object().into_iter().flatten() {
        println!(
            "{:>4}  {name}: {}",
            test["scoreModifier"].to_string(),
            test["result"].as_str().unwrap_or_default()
        );
    }
    let failed = scan["testsFailed"].as_i64() != Some(0);
    Ok(if failed { 0 } else { score })
}
