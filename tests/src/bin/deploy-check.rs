//! `cargo xtask deploy-check URL HOST`: whether a deployed site answers as it should.

use std::process::ExitCode;

use tests::{
    deploy::{self, Host},
    site,
};

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let asked = match &*args {
        [url, host] => Host::named(host).map(|host| (url, host)),
        _ => None,
    };
    let Some((url, host)) = asked else {
        let names = Host::ALL.map(|host| host.name).join(", ");
        eprintln!(
            "Which site, and who serves it? `cargo xtask deploy-check https://www.example.com caddy`\n\
             Known are: {names}."
        );
        return ExitCode::FAILURE;
    };
    let problems = deploy::problems(url.trim_end_matches('/'), &site(""), host);
    for problem in &problems {
        println!("{problem}");
    }
    println!("{}: {} problems, compared with the dist/ of this folder", url, problems.len());
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
