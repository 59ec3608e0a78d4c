//! What each host answers to each form of an address: one table, which is the promise.

use std::{fs, io, path::Path, thread};

use tests::{
    headers,
    servers::{self, Served},
    site,
};
use ureq::Agent;

/// A row for each form of a page's address `A`, and of an older address `O` of a page; then
/// what goes with the answers. A cell is the status, and for a redirect where it leads.
///
/// `github` is a model; `apache` and `any nginx` are set up as their packages do, without a
/// rule of ours. These three have the build for such hosts, on which a page stands at its
/// older addresses as well.
const TABLE: &str = "
              | caddy   | nginx   | workers | pages    | firebase | github  | apache   | any nginx
A             | 200     | 200     | 200     | 200      | 200      | 200     | 301 A/   | 301 A/
A/            | 301 A   | 301 A   | 307 A   | 200      | 301 A    | 200     | 200      | 200
A.html        | 301 A   | 301 A   | 307 A   | 308 A    | 301 A    | 200     | 200      | 200
A/index.html  | 301 A   | 301 A   | 307 A   | 308 A/   | 301 A    | 200     | 200      | 200
A?q=1         | 200     | 200     | 200     | 200      | 200      | 200     | 301 A/?q=1 | 301 A/?q=1
A/?q=1        | 301 A?q=1 | 301 A?q=1 | 307 A?q=1 | 200 | 301 A?q=1 | 200  | 200      | 200
O             | 301 A   | 301 A   | 301 A   | 301 A    | 301 A    | 200     | 301 O/   | 301 O/
O/            | 301 A   | 301 A   | 301 A   | 301 A    | 301 A    | 200     | 200      | 200
O?q=1         | 301 A?q=1 | 301 A?q=1 | 301 A?q=1 | 301 A?q=1 | 301 A?q=1 | 200 | 301 O/?q=1 | 301 O/?q=1
missing       | 404, ours | 404, ours | 404, ours | 404, ours | 404, ours | 404, ours | 404, theirs | 404, theirs
policy, 200   | header  | header  | header  | header   | header   | page    | page     | page
policy, 404   | header  | header  | header  | header   | header   | page    | none     | none
.wasm         | typed   | typed   | typed   | typed    | typed    | typed   | typed    | typed
page kept     | asked   | asked   | asked   | asked    | asked    | minutes | unsaid   | unsaid
client kept   | always  | always  | always  | always   | always   | minutes | unsaid   | unsaid
";

/// How each is started, and the site that it has.
type Host = (&'static str, fn(&Path) -> io::Result<Served>, &'static str);

const HOSTS: [Host; 8] = [
    ("caddy", servers::caddy, "form"),
    ("nginx", servers::nginx, "form"),
    ("workers", servers::workers, "form"),
    ("pages", servers::pages, "form"),
    ("firebase", servers::firebase, "form"),
    ("github", servers::github, "plain"),
    ("apache", servers::apache, "plain"),
    ("any nginx", servers::bare_nginx, "plain"),
];

/// A page without any below it, one with some, and one below another.
const PAGES: [&str; 3] = ["/about", "/care", "/care/two-hundred"];

/// A page's older address, and the page.
const OLDER: [(&str, &str); 2] = [("/old/other", "/care/other"), ("/previous", "/care/other")];

#[test]
fn every_host_answers_every_form_of_an_address() {
    let rows: Vec<Vec<&str>> =
        TABLE.trim().lines().map(|line| line.split('|').map(str::trim).collect()).collect();
    let differences: Vec<String> = thread::scope(|scope| {
        let rows = &rows;
        let asked = HOSTS.map(|host| scope.spawn(move || of_host(host, rows)));
        asked.into_iter().flat_map(|it| it.join().expect("no panic")).collect()
    });
    assert_eq!(differences, [""; 0]);
}

/// What differs from the table's column, a line each.
fn of_host((name, start, folder): Host, rows: &[Vec<&str>]) -> Vec<String> {
    let (head, rows) = rows.split_first().expect("a head");
    let column = head.iter().position(|it| *it == name).expect("a column");
    let folder = site(folder);
    let served = start(&folder).unwrap_or_else(|error| panic!("{name}: {error}"));
    let host = Asked { url: &served.url, folder: &folder };
    let mut differences = Vec::new();
    for row in rows {
        for (asked, found) in host.cells(row[0]) {
            if found != row[column] {
                differences.push(format!("{name}, {} ({asked}): {found} and not {}", row[0], row[column]));
            }
        }
    }
    differences
}

/// A host with its site.
struct Asked<'a> {
    url: &'a str,
    folder: &'a Path,
}

struct Answer {
    status: u16,
    headers: ureq::http::HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Who says the policy: a header, the page itself, or nobody.
    fn policy(&self, folder: &Path) -> String {
        let all = headers(folder).into_iter().all(|(name, value)| self.header(&name) == value);
        let in_page = String::from_utf8_lossy(&self.body)
            .contains("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"");
        if all {
            "header"
        } else if in_page {
            "page"
        } else {
            "none"
        }
        .to_owned()
    }

    fn kept(&self) -> String {
        match self.header("cache-control") {
            "public, max-age=0, must-revalidate" => "asked",
            "public, max-age=31536000, immutable" => "always",
            "max-age=600" => "minutes",
            "" => "unsaid",
            other => other,
        }
        .to_owned()
    }
}

impl Asked<'_> {
    fn get(&self, path: &str) -> Answer {
        let config = Agent::config_builder().max_redirects(0).http_status_as_error(false).proxy(None);
        let asked = Agent::from(config.build())
            .get(format!("{}{path}", self.url))
            // As a browser asks for a page.
            .header("sec-fetch-mode", "navigate")
            .header("accept-encoding", "identity")
            .call();
        let (head, mut body) = asked.unwrap_or_else(|error| panic!("{path}: {error}")).into_parts();
        Answer {
            status: head.status.as_u16(),
            headers: head.headers,
            body: body.read_to_vec().unwrap_or_else(|error| panic!("{path}: {error}")),
        }
    }

    /// What is asked for a row, each with what is found.
    fn cells(&self, row: &str) -> Vec<(String, String)> {
        let page = PAGES[0].to_owned();
        match row {
            "missing" => {
                let path = "/no/such/page".to_owned();
                let answer = self.get(&path);
                let ours = fs::read(self.folder.join("404.html")).expect("the page for missing ones");
                let whose = if answer.body == ours { "ours" } else { "theirs" };
                vec![(path, format!("{}, {whose}", answer.status))]
            }
            "policy, 200" => vec![(page.clone(), self.page(&page).policy(self.folder))],
            "policy, 404" => {
                vec![("/no/such/page".to_owned(), self.get("/no/such/page").policy(self.folder))]
            }
            "page kept" => vec![(page.clone(), self.page(&page).kept())],
            "client kept" => vec![(".wasm".to_owned(), self.get(&self.client()).kept())],
            ".wasm" => {
                let kind = self.get(&self.client()).header("content-type").to_owned();
                vec![(".wasm".to_owned(), if kind == "application/wasm" { "typed".to_owned() } else { kind })]
            }
            form => {
                let older = form.starts_with('O');
                let end = &form[1..];
                let asked: Vec<_> =
                    if older { OLDER.to_vec() } else { PAGES.iter().map(|page| (*page, *page)).collect() };
                asked
                    .into_iter()
                    .map(|(at, page)| (format!("{at}{end}"), self.form(&format!("{at}{end}"), at, page)))
                    .collect()
            }
        }
    }

    /// A page, whichever of its two forms the host answers with it.
    fn page(&self, path: &str) -> Answer {
        let answer = self.get(path);
        if answer.status == 200 { answer } else { self.get(&format!("{path}/")) }
    }

    /// What is answered to one form of the address of a page, which `at` is an older one of
    /// or its own. It never takes more than one step to the page.
    fn form(&self, form: &str, at: &str, page: &str) -> String {
        let file = self.folder.join(&page[1..]).join("index.html");
        let file = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let answer = self.get(form);
        if answer.status == 200 {
            return if answer.body == file { "200".to_owned() } else { "200, another page".to_owned() };
        }
        let location = answer.header("location");
        let location = location.strip_prefix(self.url).unwrap_or(location).to_owned();
        let at_end = self.get(&location);
        if at_end.status != 200 || at_end.body != file {
            return format!("{} {location}, which is not the page", answer.status);
        }
        let shown = [(page, "A"), (at, "O")]
            .into_iter()
            .find_map(|(address, letter)| Some(format!("{letter}{}", location.strip_prefix(address)?)));
        format!("{} {}", answer.status, shown.unwrap_or(location))
    }

    /// The address of the `.wasm`.
    fn client(&self) -> String {
        let assets = fs::read_dir(self.folder.join("assets")).expect("assets");
        let names = assets.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        format!("/assets/{}", names.into_iter().find(|name| name.ends_with(".wasm")).expect("a .wasm"))
    }
}
