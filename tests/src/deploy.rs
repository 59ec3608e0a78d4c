//! Whether a deployed site answers as it should, whoever serves it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Read,
    path::Path,
};

use ureq::{Agent, http::Response};

use crate::{headers, routes_in};

/// Ways to compress, and the endings of their files.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// What a host can do.
#[derive(Clone, Copy)]
pub struct Host {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it sends from the files that the build has compressed.
    encodings: &'static [&'static str],
    /// Whether other forms of an address lead to it; else they may show the page too.
    one_form: bool,
    /// Whether it sends our headers, keeps what they are written in to itself, and redirects.
    reads_ours: bool,
    /// Whether all that is in `assets/` is kept for ever; else the client at least.
    keeps_assets: bool,
}

impl Host {
    /// Those that can be asked about.
    pub const ALL: [Self; 9] = [
        Self::new("caddy").and_encodings().and_one_form().and_assets(),
        Self::new("nginx").and_encodings().and_one_form().and_assets(),
        Self::new("workers").and_one_form(),
        Self::new("pages"),
        Self::new("netlify"),
        Self::new("firebase").and_one_form(),
        Self::new("vercel").and_one_form(),
        Self::new("cloudfront").and_one_form().and_assets(),
        Self { reads_ours: false, ..Self::new("github") },
    ];

    const fn new(name: &'static str) -> Self {
        Self { name, encodings: &[], one_form: false, reads_ours: true, keeps_assets: false }
    }

    const fn and_encodings(self) -> Self {
        Self { encodings: &["br", "gzip"], ..self }
    }

    const fn and_one_form(self) -> Self {
        Self { one_form: true, ..self }
    }

    const fn and_assets(self) -> Self {
        Self { keeps_assets: true, ..self }
    }

    /// The host of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|host| host.name == name)
    }
}

struct Site<'a> {
    host: Host,
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

    /// An older address leads to the current one, in one step and for good.
    fn leads(&mut self, from: &str, to: &str) {
        let (status, location) = self.step(from);
        self.expect([301, 308].contains(&status) && location == to, || {
            format!("{from}: it should lead to {to}, but answers {status} {location}")
        });
    }

    /// Another form of a page's address leads to it in one step, or shows the page.
    fn is_form_of(&mut self, form: &str, to: &str, page: &[u8]) {
        let (status, location) = self.step(form);
        let leads = [301, 302, 307, 308].contains(&status);
        if !self.host.one_form {
            let shown = if leads { self.get(&location, "identity") } else { self.get(form, "identity") };
            self.expect(shown.status == 200 && shown.body == page, || {
                format!("{form}: it is not the page {to} after one step, but answers {status} {location}")
            });
        } else {
            self.expect(leads && location == to, || {
                format!("{form}: it should lead to {to}, but answers {status} {location}")
            });
        }
    }

    /// The status and where it leads, on this site.
    fn step(&mut self, from: &str) -> (u16, String) {
        let answer = self.get(from, "identity");
        (answer.status, answer.header("location").trim_start_matches(self.url).to_owned())
    }
}

/// Compares the site at `url`, without a slash at its end, with the files in `dist`;
/// returns what is wrong, a line each.
pub fn problems(url: &str, dist: &Path, host: Host) -> Vec<String> {
    let config = Agent::config_builder().max_redirects(0).http_status_as_error(false);
    let mut site =
        Site { host, agent: config.build().into(), headers: headers(dist), url, problems: Vec::new() };
    site.expect(!site.headers.is_empty(), || "there is no dist/_headers to compare with".to_owned());
    let routes = routes_in(dist);
    for route in &routes {
        page(&mut site, dist, route);
    }
    assets(&mut site, dist);
    let ours = ["/_headers", "/hosts/Caddyfile"].into_iter().filter(|_| host.reads_ours);
    for path in ["/no/such/page", "/assets/no-such-file.js", "/Book"].into_iter().chain(ours) {
        missing(&mut site, path);
    }
    redirects(&mut site, dist, &routes);
    site.problems
}

fn page(site: &mut Site, dist: &Path, route: &str) {
    let answer = site.get(route, "identity");
    let file = dist.join(route.trim_start_matches('/')).join("index.html");
    site.expect(answer.status == 200, || format!("{route}: answers {}", answer.status));
    site.expect(fs::read(&file).is_ok_and(|it| it == answer.body), || {
        format!("{route}: it is not the file that was built")
    });
    let kind = answer.header("content-type").to_lowercase();
    site.expect(kind == "text/html; charset=utf-8", || format!("{route}: its type is {kind}"));
    let kept = answer.header("cache-control");
    let directives = |kept: &str| kept.split(',').map(|it| it.trim().to_owned()).collect::<BTreeSet<_>>();
    let is_ours = directives(kept) == directives("public, max-age=0, must-revalidate");
    site.expect(is_ours || !site.host.reads_ours, || format!("{route}: it is kept: {kept}"));
    site.expect(!answer.header("etag").is_empty(), || format!("{route}: nothing to revalidate it with"));
    secure(site, route, &answer);
    compressed(site, &file, route);
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
    let same = again.status == 404 && again.body == answer.body;
    // Who shows what the browser has kept of it shows the same.
    site.expect(same || site.host.name == "workers" && again.status == 304, || {
        format!(
            "{path}: whoever has seen the page for missing ones gets {} {} bytes",
            again.status,
            again.body.len()
        )
    });
}

/// An address has one form, and older ones lead to it.
fn redirects(site: &mut Site, dist: &Path, routes: &[String]) {
    let page_of = |route: &str| fs::read(dist.join(&route[1..]).join("index.html")).unwrap_or_default();
    site.is_form_of("/index.html", "/", &page_of("/"));
    for route in routes.iter().filter(|route| *route != "/") {
        for form in ["/", ".html", "/index.html"].map(|end| format!("{route}{end}")) {
            site.is_form_of(&form, route, &page_of(route));
            let query = |it: &str| format!("{it}?from=search");
            site.is_form_of(&query(&form), &query(route), &page_of(route));
        }
    }
    for path in ["/no/such.html", "/no/such/index.html"] {
        let answer = site.get(path, "identity");
        let leads = [301, 302, 307, 308].contains(&answer.status);
        site.expect(leads || answer.status == 404, || format!("{path}: answers {}", answer.status));
    }
    // Another host's address must not come out of this one's.
    let answer = site.get("//example.com/", "identity");
    let location = answer.header("location").to_owned();
    site.expect(!location.starts_with("//"), || format!("//example.com/ leads to {location}"));
    for line in fs::read_to_string(dist.join("_redirects")).unwrap_or_default().lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            [from, to, _] if site.host.reads_ours => {
                site.leads(from, to);
                site.leads(&format!("{from}?from=search"), &format!("{to}?from=search"));
            }
            // The page stands there as well.
            [from, to, _] => site.is_form_of(from, to, &page_of(to)),
            _ => site.problems.push(format!("_redirects has a line that is none: {line}")),
        }
    }
}

/// The headers of every answer are those that the build wrote.
fn secure(site: &mut Site, path: &str, answer: &Answer) {
    if !site.host.reads_ours {
        return;
    }
    for (name, value) in site.headers.clone() {
        let said = answer.header(&name.to_lowercase()).to_owned();
        site.expect(said == value, || format!("{path}: {name} is “{said}” and not “{value}”"));
    }
    let policy = answer.header("content-security-policy");
    let strict = policy.starts_with("default-src 'none'") && !policy.contains("unsafe-inline");
    site.expect(strict, || format!("{path}: its policy is {policy}"));
}

/// The files beside a file are sent to those who understand them.
fn compressed(site: &mut Site, file: &Path, path: &str) {
    let known = site.host.encodings;
    for (encoding, ending) in ENCODINGS.into_iter().filter(|(encoding, _)| known.contains(encoding)) {
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
fn assets(site: &mut Site, dist: &Path) {
    for name in ["assets/images", "assets", ""] {
        for entry in fs::read_dir(dist.join(name)).into_iter().flatten().flatten() {
            let file = entry.file_name().to_string_lossy().into_owned();
            let known = ["wasm", "js", "png", "avif", "webp", "ico", "xml", "txt", "webmanifest"];
            if known.iter().any(|ending| file.ends_with(&format!(".{ending}"))) {
                let path = if name.is_empty() { format!("/{file}") } else { format!("/{name}/{file}") };
                asset(site, dist, &path);
            }
        }
    }
}

fn asset(site: &mut Site, dist: &Path, path: &str) {
    let plain = site.get(path, "identity");
    let file = dist.join(path.trim_start_matches('/'));
    site.expect(plain.status == 200 && fs::read(&file).is_ok_and(|it| it == plain.body), || {
        format!("{path}: it is not the file that was built")
    });
    let known: &[&str] = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("wasm") => &["application/wasm"],
        Some("js") => &["text/javascript", "application/javascript"],
        Some("png") => &["image/png"],
        Some("avif") => &["image/avif"],
        Some("webp") => &["image/webp"],
        Some("ico") => &["image/x-icon", "image/vnd.microsoft.icon"],
        Some("xml") => &["text/xml", "application/xml"],
        Some("webmanifest") => &["application/manifest+json"],
        _ => &["text/plain"],
    };
    let kind = plain.header("content-type").to_owned();
    let fits = known.contains(&kind.split(';').next().unwrap_or_default());
    site.expect(fits, || format!("{path}: its type is {kind}"));
    let immutable = plain.header("cache-control").contains("immutable");
    let is_asset = path.starts_with("/assets/");
    let must = is_asset && site.host.reads_ours && (site.host.keeps_assets || !path.ends_with(".png"));
    site.expect(if must { immutable } else { is_asset || !immutable }, || {
        format!("{path}: immutable: {immutable}")
    });
    secure(site, path, &plain);
    compressed(site, &file, path);
}
