//! nginx 1.22 and later.

use std::fmt::Write;

use documents::headers::{IMMUTABLE, REVALIDATED};

use super::Hosting;

/// A snippet to include in a `server` block that sets `listen`, `server_name` and `root`.
pub fn file(hosting: &Hosting) -> String {
    let mut headers = String::new();
    for (name, value) in &hosting.headers {
        _ = writeln!(headers, "add_header {name} \"{value}\" always;");
    }
    let redirects = hosting
        .each_redirect(|from, to| format!("rewrite ^{from}(?:/|\\.html|/index\\.html)?$ {to} permanent;\n"));
    include_str!("nginx.conf")
        .replace("HEADERS\n", &headers)
        .replace("REDIRECTS\n", &redirects)
        .replace("REVALIDATED", REVALIDATED)
        .replace("IMMUTABLE", IMMUTABLE)
}
