//! `cargo xtask deploy-check URL`: whether a deployed site answers as it should.

use std::process::ExitCode;

use tests::{deploy, site};

fn main() -> ExitCode {
    let Some(url) = std::env::args().nth(1) else {
        eprintln!("Which site? `cargo xtask deploy-check https://www.example.com`");
        return ExitCode::FAILURE;
    };
    let problems = deploy::problems(url.trim_end_matches('/'), &site(""), &["br", "gzip"]);
    for problem in &problems {
        println!("{problem}");
    }
    println!("{}: {} problems, compared with the dist/ of this folder", url, problems.len());
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
