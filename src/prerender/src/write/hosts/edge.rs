//! Netlify, Cloudflare Pages and Cloudflare Workers, which read the same two files.

use std::fmt::Write;

use documents::headers::IMMUTABLE;

use super::Hosting;

/// `_headers`. All three revalidate what is not named, and Cloudflare would join two values
/// of one header.
pub fn headers(hosting: &Hosting) -> String {
    let mut file = "/*\n".to_owned();
    for (name, value) in &hosting.headers {
        _ = writeln!(file, "  {name}: {value}");
    }
    // Not `/assets/*`: Cloudflare says it of what is missing there as well.
    // Of pictures there are more than these hosts take lines. One that is missing may be kept as
    // missing; all of a deploy comes at once, and a page that asks for one that is gone has gone too.
    let pictures = hosting.immutable_folder.map(|folder| format!("{folder}*"));
    for path in hosting.immutable.iter().chain(&pictures) {
        _ = write!(file, "{path}\n  Cache-Control: {IMMUTABLE}\n");
    }
    file
}

/// `_redirects`. Cloudflare knows an address in the very form that is written alone.
pub fn redirects(hosting: &Hosting) -> String {
    hosting.each_redirect(|from, to| format!("{from} {to} 301\n{from}/ {to} 301\n"))
}

/// `.assetsignore`: what Cloudflare Workers are not given. They compress by themselves, and
/// answer every form of a page's address from its folder.
pub const ASSETS_IGNORE: &str = "*.br\n*.gz\n*.html\n!index.html\n!404.html\n";
