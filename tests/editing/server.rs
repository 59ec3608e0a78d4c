//! What the server answers, and to whom.

use std::{
    fs,
    io::{Read, Write},
    net::{Ipv4Addr, TcpStream, UdpSocket},
    path::Path,
};

use libtest_mimic::{Failed, Trial};
use tests::{
    editing::{Project, Serving},
    root, routes_in, site,
};

/// All of these tests.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::test("server answers_to_its_own_name_alone", answers_to_its_own_name_alone),
        Trial::test("server listens_on_this_machine_alone", listens_on_this_machine_alone),
        Trial::test("server serves_nothing_but_the_site", serves_nothing_but_the_site),
        Trial::test("server what_is_shown_is_what_a_release_shows", what_is_shown_is_what_a_release_shows),
        Trial::test("server a_picture_is_made_when_it_is_asked_for", a_picture_is_made_when_it_is_asked_for),
        Trial::test("server nothing_of_it_is_in_a_release", nothing_of_it_is_in_a_release),
    ]
}

fn real() -> Result<(Project, Serving), Failed> {
    let project = Project::with(&root().join("content"))?;
    let serving = Serving::start(&project, 0)?;
    Ok((project, serving))
}

/// The answer to a request for a path, as it is written, by this host's name.
fn ask(port: u16, path: &str, host: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn answers_to_its_own_name_alone() -> Result<(), Failed> {
    let (_project, serving) = real()?;
    let port = serving.port();
    for host in [format!("127.0.0.1:{port}"), format!("localhost:{port}")] {
        assert!(ask(port, "/", &host)?.starts_with("HTTP/1.1 200"), "{host}");
    }
    let others =
        ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "127.0.0.1", "192.168.0.1", ""];
    for host in others.map(str::to_owned).into_iter().chain(others.map(|host| format!("{host}:{port}"))) {
        if host == format!("127.0.0.1:{port}") {
            continue;
        }
        for path in ["/", "/_serve/events", "/_serve/live.js"] {
            let answer = ask(port, path, &host)?;
            assert!(
                answer.starts_with("HTTP/1.1 421") || answer.starts_with("HTTP/1.1 400"),
                "{host} {path}: {answer}"
            );
        }
    }
    Ok(())
}

fn listens_on_this_machine_alone() -> Result<(), Failed> {
    let (_project, serving) = real()?;
    // The address that this machine has for others; nothing is sent.
    let socket = UdpSocket::bind("0.0.0.0:0")?;
    if socket.connect("192.0.2.1:9").is_err() {
        return Ok(());
    }
    let own = socket.local_addr()?.ip();
    assert!(own.is_loopback() || TcpStream::connect((own, serving.port())).is_err(), "it listens on {own}");
    Ok(())
}

fn serves_nothing_but_the_site() -> Result<(), Failed> {
    let (project, serving) = real()?;
    fs::write(project.path("secret.txt"), "secret")?;
    let host = format!("127.0.0.1:{}", serving.port());
    for path in [
        "/secret.txt",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/../secret.txt",
        "/_serve/../secret.txt",
        "//secret.txt",
        "/content/index.md",
        "/index.md",
        "/Trunk.toml",
        "/target/serve/client/client.js",
        "/style/hero.css",
        "/_serve/",
        "/_serve/nothing",
    ] {
        let answer = ask(serving.port(), path, &host)?;
        assert!(!answer.starts_with("HTTP/1.1 200") && !answer.contains("secret"), "{path}: {answer}");
    }
    Ok(())
}

/// What a visitor sees of a document: its own head, its styles, its body.
fn shown(html: &str) -> [String; 3] {
    let between = |start: &str, end: &str| {
        let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("no {start} in {html}"));
        rest.split_once(end).map_or("", |(part, _)| part).to_owned()
    };
    let head = between("<title>", "<style>");
    let head = head.split("<script defer src=\"/_serve/").next().unwrap_or_default();
    // A release shortens scripts, and with that the names of those that are files.
    let without = |head: &str, tag: &str| {
        let (before, after) = head.split_once(tag).unwrap_or((head, ""));
        before.to_owned() + after.split_once("</script>").map_or("", |(_, rest)| rest)
    };
    let scripts = ["id=\"form_script\"", "type=\"module\"", "id=\"search_script\""];
    let head = scripts.iter().fold(head.to_owned(), |head, it| without(&head, &format!("<script {it}")));
    [head, between("<style>", "</style>"), between("<body>", "</body>")]
}

fn what_is_shown_is_what_a_release_shows() -> Result<(), Failed> {
    for (content, dist) in
        [("content", ""), ("tests/sites/form", "form"), ("tests/sites/pictures", "pictures")]
    {
        let project = Project::with(&root().join(content))?;
        let serving = Serving::start(&project, 0)?;
        let host = format!("127.0.0.1:{}", serving.port());
        let dist = site(dist);
        let routes = routes_in(&dist);
        assert!(routes.len() > 3);
        let compare = |path: &str, file: &Path| -> Result<(), Failed> {
            let answer = ask(serving.port(), path, &host)?;
            let (_, html) = answer.split_once("\r\n\r\n").ok_or("no answer")?;
            let released = fs::read_to_string(file)?;
            for (now, released) in shown(html).iter().zip(shown(&released)) {
                assert_eq!(*now, released, "{path}");
            }
            Ok(())
        };
        for route in &routes {
            compare(route, &dist.join(route.trim_start_matches('/')).join("index.html"))?;
        }
        compare("/there-is-no-such-page", &dist.join("404.html"))?;
        for file in ["sitemap.xml", "robots.txt", "llms.txt", "manifest.webmanifest"] {
            let answer = ask(serving.port(), &format!("/{file}"), &host)?;
            assert!(answer.contains(&fs::read_to_string(dist.join(file))?), "{file}");
        }
    }
    Ok(())
}

fn a_picture_is_made_when_it_is_asked_for() -> Result<(), Failed> {
    let project = Project::with(&root().join("tests/sites/pictures"))?;
    let serving = Serving::start(&project, 0)?;
    let host = format!("127.0.0.1:{}", serving.port());
    let page = ask(serving.port(), "/results", &host)?;
    let [avif, script] = [("srcset=\"", " 360w"), ("import(\"", "\"")].map(|(start, end)| {
        page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(address, _)| address)
    });
    assert!(avif.ends_with("-360.avif"), "{avif}");
    for width in [avif.to_owned(), avif.replace("-360.avif", "-720.webp")] {
        let answer = ask(serving.port(), &width, &host)?;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("image/webp"), "{width}");
        assert!(answer.contains("RIFF"), "{width}");
    }
    assert!(ask(serving.port(), script, &host)?.contains("text/javascript"), "{script}");
    let unknown = ask(serving.port(), "/assets/images/0000000000000000-360.avif", &host)?;
    assert!(unknown.starts_with("HTTP/1.1 404"), "{unknown}");
    Ok(())
}

fn nothing_of_it_is_in_a_release() -> Result<(), Failed> {
    for entry in walkdir::WalkDir::new(site("")) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path())?;
            for words in ["_serve", "serve:changed", "idiomorph"] {
                let found = bytes.windows(words.len()).any(|it| it.eq_ignore_ascii_case(words.as_bytes()));
                assert!(!found, "{} has {words}", entry.path().display());
            }
        }
    }
    Ok(())
}
