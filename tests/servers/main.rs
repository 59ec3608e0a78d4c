//! `dist/` behind real servers, with the configuration that the build wrote.

mod cloudfront;
mod container;
mod matrix;

use std::{
    fs,
    io::{self, Cursor, Read},
    path::Path,
};

use flate2::read::GzDecoder;
use tests::{
    deploy::{self, Host},
    lighthouse::{TEMPLATES, lighthouse},
    servers::{self, Served},
    site,
};

/// The real site, one with older addresses, one whose texts want to be orders, and one with pictures.
const SITES: [&str; 4] = ["", "form", "hostile", "pictures"];

fn nothing_is_wrong(host: &str, start: fn(&Path) -> io::Result<Served>) {
    let host = Host::named(host).expect("a host");
    for folder in SITES.map(site) {
        let server = start(&folder).expect("it starts");
        let mut problems = deploy::problems(&server.url, &folder, host);
        // Its development server fails at files without an ending; the host itself does not.
        problems.retain(|it| host.name != "pages" || !it.starts_with("/_headers: "));
        let said = server.process.said();
        assert_eq!(problems, [""; 0], "{}", said.join("\n"));
        let warnings: Vec<_> =
            said.iter().filter(|it| it.contains("WARNING") || it.contains("invalid")).collect();
        assert_eq!(warnings, [""; 0]);
    }
}

#[test]
fn caddy_serves_the_site() {
    nothing_is_wrong("caddy", servers::caddy);
}

#[test]
fn nginx_serves_the_site() {
    nothing_is_wrong("nginx", servers::nginx);
}

#[test]
fn cloudflare_workers_serve_the_site() {
    nothing_is_wrong("workers", servers::workers);
}

#[test]
fn cloudflare_pages_serves_the_site() {
    nothing_is_wrong("pages", servers::pages);
}

#[test]
fn lighthouse_finds_nothing_behind_caddy() {
    let server = servers::caddy(&site("")).expect("caddy starts");
    for path in TEMPLATES {
        // Not how fast: that is measured, by `cargo xtask lighthouse`.
        let verdict =
            lighthouse(&format!("{}{path}", server.url), &["accessibility", "best-practices", "seo"]);
        let verdict = verdict.expect("Lighthouse runs");
        for (category, score) in &verdict.scores {
            assert_eq!(*score, 100.0, "{path} {category}: {:#?}", verdict.complaints);
        }
    }
}

/// Compressed files hold what they stand beside.
#[test]
fn compressed_files_decode_to_the_files() {
    for file in ["index.html", "sitemap.xml", "microneedling/hair-loss/index.html"] {
        let file = site("").join(file);
        let plain = fs::read(&file).expect("a file");
        let beside = |ending: &str| fs::read(file.with_added_extension(ending)).expect("a file beside it");
        let read = |mut decoder: Box<dyn Read>| {
            let mut bytes = Vec::new();
            decoder.read_to_end(&mut bytes).expect("it decodes");
            bytes
        };
        assert_eq!(read(Box::new(GzDecoder::new(Cursor::new(beside("gz"))))), plain);
        assert_eq!(read(Box::new(brotli::Decompressor::new(Cursor::new(beside("br")), 4096))), plain);
    }
}
