//! `dist/` behind real servers, with the configuration that the build wrote.

use std::{
    fs,
    io::{Cursor, Read},
    path::Path,
};

use flate2::read::GzDecoder;
use tests::{
    deploy,
    lighthouse::{TEMPLATES, lighthouse},
    process::Process,
    servers, site,
};

fn nothing_is_wrong(folder: &Path, url: &str, server: &Process, encodings: &[&str]) {
    let problems = deploy::problems(url, folder, encodings);
    assert_eq!(problems, [""; 0], "{}", server.said().join("\n"));
}

/// The real site, one with older addresses, and one whose texts want to be orders.
const SITES: [&str; 3] = ["", "form", "hostile"];

#[test]
fn caddy_serves_the_site() {
    for folder in SITES.map(site) {
        let (server, url) = servers::caddy(&folder).expect("caddy starts");
        nothing_is_wrong(&folder, &url, &server, &["br", "gzip"]);
    }
}

#[test]
fn nginx_serves_the_site() {
    for folder in SITES.map(site) {
        let port = servers::free_port().expect("a free port");
        let (server, _home) = servers::nginx(&folder, port).expect("nginx starts");
        nothing_is_wrong(&folder, &format!("http://127.0.0.1:{port}"), &server, &["br", "gzip"]);
    }
}

#[test]
fn lighthouse_finds_nothing_behind_caddy() {
    let (_server, url) = servers::caddy(&site("")).expect("caddy starts");
    for path in TEMPLATES {
        // Not how fast: that is measured, by `cargo xtask lighthouse`.
        let verdict = lighthouse(&format!("{url}{path}"), &["accessibility", "best-practices", "seo"]);
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
