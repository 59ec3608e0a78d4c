//! Helpers of the tests: servers, three browser engines, processes, what is printed,
//! what a deployed site answers, Lighthouse, pictures,
//! the development server.

pub mod browser;
pub mod deploy;
pub mod editing;
pub mod engine;
pub mod lighthouse;
pub mod pdf;
pub mod process;
pub mod server;
pub mod servers;
pub mod trial;

use std::{
    fmt::Display,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The project's root.
pub fn root() -> PathBuf {
    site::compile::root().unwrap_or_else(|message| panic!("{message}"))
}

/// How a program ends: well, or with what went wrong said to people.
pub fn ended(result: Result<(), impl Display>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The built site, or one of `tests/sites/` by name.
pub fn site(name: &str) -> PathBuf {
    if name.is_empty() { root().join("dist") } else { root().join("target/sites").join(name).join("dist") }
}

/// The headers of every answer that the build of `dist` wrote for hosts.
pub fn headers(dist: &Path) -> Vec<(String, String)> {
    let file = std::fs::read_to_string(dist.join("_headers")).unwrap_or_default();
    let of_every_answer = file.lines().skip(1).take_while(|line| line.starts_with(' '));
    of_every_answer
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Every route of the built site, ordered.
pub fn routes() -> Vec<String> {
    routes_in(&site(""))
}

/// Every route that has a page in a built site, ordered. A page has two files, which are one.
pub fn routes_in(dist: &Path) -> Vec<String> {
    fn walk(folder: &Path, route: &str, routes: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{}/{name}", route.trim_end_matches('/')), routes);
            } else if name == "index.html" && is_page(&entry.path(), route) {
                routes.push(route.to_owned());
            }
        }
    }
    // At an older address lies the page of another one.
    fn is_page(file: &Path, route: &str) -> bool {
        let tag = format!("<meta name=\"route\" content=\"{route}\"");
        std::fs::read_to_string(file).is_ok_and(|html| html.contains(&tag))
    }
    let mut routes = Vec::new();
    walk(dist, "/", &mut routes);
    routes.sort();
    assert!(!routes.is_empty(), "there is no dist/: run `cargo xtask build`");
    routes
}
