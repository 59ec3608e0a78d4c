//! Caddy 2.6 and later.

use std::fmt::Write;

use documents::headers::{IMMUTABLE, REVALIDATED};

use super::Hosting;

/// The whole `Caddyfile`.
pub fn file(hosting: &Hosting) -> String {
    let mut headers = String::new();
    for (name, value) in &hosting.headers {
        _ = writeln!(headers, "\t\t{name} \"{value}\"");
    }
    let redirects = hosting.each_redirect(|from, to| {
        ["", "/", ".html", "/index.html"].map(|end| format!("\t\t{from}{end} {to}\n")).concat()
    });
    include_str!("Caddyfile")
        .replace("\t\tHEADERS\n", &headers)
        .replace("\t\tREDIRECTS\n", &redirects)
        .replace("REVALIDATED", REVALIDATED)
        .replace("IMMUTABLE", IMMUTABLE)
}
