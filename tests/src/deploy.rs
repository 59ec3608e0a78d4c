//! Whether a deployed site answers as it should, whoever serves it.

use std::{collections::BTreeMap, fs, io::Read, path::Path};

use ureq::{Agent, http::Response};

use crate::{headers, routes_in};

/// Ways to compress, and the endings of their files.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

struct Site<'a> {
    agent: Agent,
    headers: Vec<(String, String)>,
    url: &'a str,
    problems: Vec<String>,
}

/// An answer, read to its end.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value)
    }
}

impl Site<'_> {
    fn get(&mut self, path: &str, encoding: &str) -> Answer {
        self.ask(path, &[("accept-encoding", encoding)])
    }

    /// Asks whether an earlier answer still holds, as browsers do.
    fn get_again(&mut self, path: &str, earlier: &Answer) -> Answer {
        let (etag, modified) = (earlier.header("etag"), earlier.header("last-modified"));
        let asked = [("if-none-match", etag), ("if-modified-since", modified)];
        let asked: Vec<_> = asked.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        self.ask(path, &asked)
    }

    fn ask(&mut self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.get(format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let asked = request.call();
        let read = |response: Response<ureq::Body>| {
            let (head, body) = response.into_parts();
            let mut bytes = Vec::new();
            body.into_reader().read_to_end(&mut bytes).map_err(ureq::Error::Io)?;
            let header = |(name, value): (&ureq::http::HeaderName, &ureq::http::HeaderValue)| {
                (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
            };
            Ok(Answer {
                status: head.status.as_u16(),
                headers: head.headers.iter().map(header).collect(),
                body: bytes,
            })
        };
        asked.and_then(read).unwrap_or_else(|error| {
            self.problems.push(format!("{path}: {error}"));
            Answer { status: 0, headers: BTreeMap::new(), body: Vec::new() }
        })
    }

    fn expect(&mut self, what: bool, problem: impl FnOnce() -> String) {
        if !what {
            self.problems.push(problem());
        }
    }

    fn redirects(&mut self, from: &str, to: &str) {
        let answer = self.get(from, "identity");
        let location = answer.header("location").trim_start_matches(self.url).to_owned();
        self.expect([301, 308].contains(&answer.status) && location == to, || {
            format!("{from}: it should lead to {to}, but answers {} {location}", answer.status)
        });
    }
}

/// Compares the site at `url`, without a slash at its end, with the files in `dist`;
/// returns what is wrong, a line each. `encodings` are those that the server must
/// know.
pub fn problems(url: &str, dist: &Path, encodings: &[&str]) -> Vec<String> {
    let config = Agent::config_builder().max_redirects(0).http_status_as_error(false);
    let mut site = Site { agent: config.build().into(), headers: headers(dist), url, problems: Vec::new() };
    site.expect(!site.headers.is_empty(), || "there is no dist/_headers to compare with".to_owned());
    let routes = routes_in(dist);
    for route in &routes {
        page(&mut site, dist, route, encodings);
    }
    assets(&mut site, dist, encodings);
    for path in ["/no/such/page", "/assets/no-such-file.js", "/_headers", "/_hosts/Caddyfile", "/Book"] {
        missing(&mut site, path);
    }
    redirects(&mut site, dist, &routes);
    site.problems
}

fn page(site: &mut Site, dist: &Path, route: &str, encodings: &[&str]) {
    let answer = site.get(route, "identity");
    let file = dist.join(route.trim_start_matches('/')).join("index.html");
    site.expect(answer.status == 200, || format!("{route}: answers {}", answer.status));
    site.expect(fs::read(&file).is_ok_and(|it| it == answer.body), || {
        format!("{route}: it is not the file that was built")
    });
    let kind = answer.header("content-type").to_lowercase();
    site.expect(kind == "text/html; charset=utf-8", || format!("{route}: its type is {kind}"));
    let kept = answer.header("cache-control");
    site.expect(kept == "public, max-age=0, must-revalidate", || format!("{route}: it is kept: {kept}"));
    site.expect(!answer.header("etag").is_empty(), || format!("{route}: nothing to revalidate it with"));
    secure(site, route, &answer);
    compressed(site, &file, route, encodings);
}

/// What is not there is answered with the site's own page for it.
fn missing(site: &mut Site, path: &str) {
    let answer = site.get(path, "identity");
    site.expect(answer.status == 404, || format!("{path}: answers {}, not 404", answer.status));
    let html = String::from_utf8_lossy(&answer.body).contains("Page not found");
    site.expect(html, || format!("{path}: it is not the site's own page for missing ones"));
    site.expect(!answer.header("cache-control").contains("immutable"), || {
        format!("{path}: what is missing now is kept for ever")
    });
    secure(site, path, &answer);
    let again = site.get_again(path, &answer);
    site.expect(again.status == 404 && again.body == answer.body, || {
        format!(
            "{path}: whoever has seen the page for missing ones gets {} {} bytes",
            again.status,
            again.body.len()
        )
    });
}

/// An address has one form, and older ones lead to it.
fn redirects(site: &mut Site, dist: &Path, routes: &[String]) {
    site.redirects("/index.html", "/");
    for route in routes.iter().filter(|route| *route != "/") {
        site.redirects(&format!("{route}/"), route);
        site.redirects(&format!("{route}/index.html"), route);
        site.redirects(&format!("{route}/?from=search"), &format!("{route}?from=search"));
    }
    // Another host's address must not come out of this one's.
    let answer = site.get("//example.com/", "identity");
    let location = answer.header("location").to_owned();
    site.expect(!location.starts_with("//"), || format!("//example.com/ leads to {location}"));
    for line in fs::read_to_string(dist.join("_redirects")).unwrap_or_default().lines() {
        if let [from, to, _] = line.split(' ').collect::<Vec<_>>()[..] {
            site.redirects(from, to);
            site.redirects(&format!("{from}/"), to);
        }
    }
}

/// The headers of every answer are those that the build wrote.
fn secure(site: &mut Site, path: &str, answer: &Answer) {
    for (name, value) in site.headers.clone() {
        let said = answer.header(&name.to_lowercase()).to_owned();
        site.expect(said == value, || format!("{path}: {name} is “{said}” and not “{value}”"));
    }
    let policy = answer.header("content-security-policy");
    let strict = policy.starts_with("default-src 'none'") && !policy.contains("unsafe-inline");
    site.expect(strict, || format!("{path}: its policy is {policy}"));
}

/// The files beside a file are sent to those who understand them.
fn compressed(site: &mut Site, file: &Path, path: &str, encodings: &[&str]) {
    for (encoding, ending) in ENCODINGS.into_iter().filter(|(encoding, _)| encodings.contains(encoding)) {
        let Ok(compressed) = fs::read(file.with_added_extension(ending)) else { continue };
        let answer = site.get(path, encoding);
        site.expect(answer.header("content-encoding") == encoding && answer.body == compressed, || {
            format!("{path}: as {encoding} it is not the file that was built")
        });
        let varies = answer.header("vary").to_lowercase();
        site.expect(varies.contains("accept-encoding"), || format!("{path}: caches may mix encodings"));
    }
}

/// The files beside the pages.
fn assets(site: &mut Site, dist: &Path, encodings: &[&str]) {
    for name in ["assets", ""] {
        for entry in fs::read_dir(dist.join(name)).into_iter().flatten().flatten() {
            let file = entry.file_name().to_string_lossy().into_owned();
            let known = ["wasm", "js", "png", "ico", "xml", "txt", "webmanifest"];
            if known.iter().any(|ending| file.ends_with(&format!(".{ending}"))) {
                let path = if name.is_empty() { format!("/{file}") } else { format!("/{name}/{file}") };
                asset(site, dist, &path, encodings);
            }
        }
    }
}

fn asset(site: &mut Site, dist: &Path, path: &str, encodings: &[&str]) {
    let plain = site.get(path, "identity");
    let file = dist.join(path.trim_start_matches('/'));
    site.expect(plain.status == 200 && fs::read(&file).is_ok_and(|it| it == plain.body), || {
        format!("{path}: it is not the file that was built")
    });
    let known: &[&str] = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("wasm") => &["application/wasm"],
        Some("js") => &["text/javascript", "application/javascript"],
        Some("png") => &["image/png"],
        Some("ico") => &["image/x-icon", "image/vnd.microsoft.icon"],
        Some("xml") => &["text/xml", "application/xml"],
        Some("webmanifest") => &["application/manifest+json"],
        _ => &["text/plain"],
    };
    let kind = plain.header("content-type").to_owned();
    let fits = known.contains(&kind.split(';').next().unwrap_or_default());
    site.expect(fits, || format!("{path}: its type is {kind}"));
    let immutable = plain.header("cache-control").contains("immutable");
    site.expect(immutable == path.starts_with("/assets/"), || format!("{path}: immutable: {immutable}"));
    secure(site, path, &plain);
    compressed(site, &file, path, encodings);
}
