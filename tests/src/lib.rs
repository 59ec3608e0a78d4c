//! Helpers of the browser tests: a static file server, a browser, Lighthouse.

pub mod browser;
pub mod lighthouse;
pub mod server;

use std::path::{Path, PathBuf};

/// The project's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The built site, or one of `tests/sites/` by name.
pub fn site(name: &str) -> PathBuf {
    if name.is_empty() { root().join("dist") } else { root().join("target/sites").join(name) }
}

/// Every route that has an `index.html`, ordered.
pub fn routes() -> Vec<String> {
    fn walk(folder: &Path, route: &str, routes: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{}/{name}", route.trim_end_matches('/')), routes);
            } else if name == "index.html" {
                routes.push(route.to_owned());
            }
        }
    }
    let mut routes = Vec::new();
    walk(&site(""), "/", &mut routes);
    routes.sort();
    assert!(!routes.is_empty(), "there is no dist/: run `cargo xtask build`");
    routes
}
