//! `cargo xtask test`: everything that CI runs; and the commands that measure or check `dist/`.

use std::{path::Path, sync::LazyLock, time::Instant};

use crate::{
    check,
    generate::Generated,
    run::{Fallible, command, root},
    serve, size,
    tools::{self, Tools},
    trunk,
};

/// Programs that the tests start, and Debian's packages of them.
const PROGRAMS: [(&str, &str); 10] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    // A screen for WebKit, which cannot do without.
    ("Xvfb", "xvfb"),
    // Reads what was printed.
    ("pdftotext", "poppler-utils"),
    ("caddy", "caddy"),
    ("nginx", "nginx"),
    ("/usr/sbin/apache2", "apache2"),
    ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static"),
];

/// Firefox's driver, which Debian does not have.
const GECKODRIVER: &str = "0.37.1";

/// The newest that builds with this project's Rust.
const CARGO_DENY: &str = "0.20.2";

/// What is measured beside the real site.
const LARGE_SITE: &str = "flat-1014";

/// The site whose pictures are not in the repository: they are drawn.
const PICTURES: &str = "pictures";

/// The site with a booking form.
const FORM: &str = "form";

/// Further sites for the tests that need another one: their names, their content, and
/// what the build's environment says.
const SITES: [(&str, &str, &str); 6] = [
    (FORM, "tests/sites/form", ""),
    // Behind the one with the same pages: its client is compiled already.
    ("plain", "tests/sites/form", "PLAIN_HOST=1"),
    ("elsewhere", "tests/sites/elsewhere", ""),
    ("hostile", "tests/sites/hostile", ""),
    (PICTURES, "tests/sites/pictures", ""),
    ("fetched", "content", "EMBED_BUDGET=0"),
];

pub fn run() -> Fallible {
    let mut tools = for_tests()?;

    step("formatting");
    command("cargo").args(["fmt", "--all", "--check"]).run()?;
    command("cargo").args(["fmt", "--manifest-path=fuzz/Cargo.toml", "--check"]).run()?;

    step("lints");
    let strict = ["--", "--deny", "warnings"];
    command("cargo").args(["clippy", "--quiet", "--workspace", "--all-targets"]).args(strict).run()?;
    command("cargo")
        .args(["clippy", "--quiet", "--package=client", "--target=wasm32-unknown-unknown"])
        .args(strict)
        .run()?;

    // Advisories are asked for by `cargo xtask audit`: they change while the project does not.
    step("licences and sources of dependencies");
    deny(&mut tools, &["licenses", "bans", "sources"])?;

    step("addresses that are published");
    check::addresses_are_accepted()?;

    step("unit and rendering tests");
    command("cargo")
        .args(["test", "--quiet", "--lib", "--bins", "--test=pixels", "--test=content", "--test=rendering"])
        .run()?;

    step("release build");
    trunk::build(&[])?;
    sites(&tools, &root())?;

    step("sizes");
    size::run()?;
    size::of_a_large_site(&tools, &root())?;

    step("documents and servers");
    command("cargo").args(["test", "--quiet", "--test=documents", "--test=servers"]).run()?;

    step("the development server");
    editing(&tools, &["--quiet"])?;

    step("browser tests");
    browser(&tools, "plain", &[])?;

    step("browser tests, behind Caddy with the configuration that the build wrote");
    browser(&tools, "caddy", &[])?;

    step("browser tests, behind Cloudflare Workers");
    browser(&tools, "workers", &["chromium"])
}

/// The browser tests on what is built, before one of the hosts that they know. What fails
/// is said at the end, among nothing else.
fn browser(tools: &Tools, host: &str, which: &[&str]) -> Fallible {
    tools
        .command("cargo")
        .args(["test", "--quiet", "--test=browser", "--", "--quiet"])
        .args(which)
        .env("TESTS_HOST", host)
        .run()
}

/// The tests of the development server, with what they need.
fn editing(tools: &Tools, which: &[&str]) -> Fallible {
    serve::build(tools)?;
    let cargo = tools.command("cargo").args(["test", "--quiet", "--test=editing", "--"]);
    cargo.args(which).run()
}

/// From a saved file to the open page, for the real site and for one of a thousand pages.
pub fn editing_times() -> Fallible {
    let tools = for_tests()?;
    serve::build(&tools)?;
    let large = LARGE_SITE.parse::<Generated>()?;
    large.write(&root().join(large.content()))?;
    let cargo = tools.command("cargo").args(["run", "--quiet", "--bin=editing", "--"]);
    cargo.arg("content").arg(large.content()).run_or_fail_silently()
}

/// Builds the further sites, in the project or in a copy of it.
pub fn sites(tools: &Tools, project: &Path) -> Fallible {
    SITES.iter().try_for_each(|(site, ..)| self::site(tools, project, site))
}

/// Builds one of the further sites.
pub fn site(tools: &Tools, project: &Path, name: &str) -> Fallible {
    let known = SITES.iter().find(|(site, ..)| *site == name);
    let (site, content, told) = known.ok_or_else(|| format!("there is no site `{name}`"))?;
    if *site == PICTURES {
        let draw = ["run", "--quiet", "--bin=drawing"];
        tools.command("cargo").args(draw).folder(project).run()?;
    }
    let dist = Path::new("target/sites").join(site).join("dist");
    let build = trunk::release_of(tools, Path::new(content), &dist).folder(project);
    let build = told.split_once('=').into_iter().fold(build, |build, (name, value)| build.env(name, value));
    // Their warnings are meant: hostile text has very many.
    build.run_told_if_it_fails()
}

/// The browser tests on the built `dist/`, again and again, before both hosts in turn.
pub fn repeat(args: &[String]) -> Fallible {
    let times = match args {
        [] => 20,
        [times] => times.parse().map_err(|_| format!("`{times}` is not a number"))?,
        _ => return Err("`repeat` takes one number".into()),
    };
    let tools = for_tests()?;
    trunk::build(&[])?;
    sites(&tools, &root())?;
    for time in 1..=times {
        let host = if time % 2 == 1 { "plain" } else { "caddy" };
        step(&format!("{time} of {times}, {host}"));
        browser(&tools, host, &[])?;
    }
    Ok(())
}

/// What the build and the browser tests need.
pub fn for_tests() -> Fallible<Tools> {
    let mut tools = tools::for_build()?;
    tools::debian_packages(&PROGRAMS)?;
    tools::npm_packages("tests")?;
    tools::cargo_tool(&mut tools, "geckodriver", "geckodriver", GECKODRIVER, true)?;
    Ok(tools)
}

pub fn lighthouse(args: &[String]) -> Fallible {
    tools::debian_packages(&PROGRAMS)?;
    tools::npm_packages("tests")?;
    if !root().join("dist/index.html").exists() {
        return Err("There is no dist/ yet: run `cargo xtask build`.".into());
    }
    command("cargo").args(["run", "--quiet", "--bin=lighthouse", "--"]).args(args).run_or_fail_silently()
}

/// Pictures of pages for people to look at: of the site as it is now, or of one that is built.
pub fn looks(args: &[String]) -> Fallible {
    tools::debian_packages(&PROGRAMS)?;
    if !args.iter().any(|arg| arg == "--dist") {
        let tools = tools::for_build()?;
        trunk::build(&[])?;
        for shown in [PICTURES, FORM] {
            site(&tools, &root(), shown)?;
        }
    }
    let looks = ["run", "--quiet", "--bin=looks", "--"];
    command("cargo").args(looks).args(args).run_or_fail_silently()
}

/// From a click to the painted page: embedded, fetched, and by a page load.
pub fn navigation() -> Fallible {
    let tools = for_tests()?;
    trunk::build(&[])?;
    site(&tools, &root(), "fetched")?;
    let cargo = tools.command("cargo").args(["run", "--quiet", "--bin=navigation"]);
    cargo.run_or_fail_silently()
}

pub fn deploy_check(args: &[String]) -> Fallible {
    command("cargo").args(["run", "--quiet", "--bin=deploy-check", "--"]).args(args).run_or_fail_silently()
}

pub fn observatory() -> Fallible {
    tools::debian_packages(&PROGRAMS)?;
    tools::npm_packages("tests")?;
    command("cargo").args(["run", "--quiet", "--bin=observatory"]).run_or_fail_silently()
}

/// The dependencies under the policy of `deny.toml`.
pub fn audit() -> Fallible {
    step("crates");
    deny(&mut tools::for_build()?, &["advisories", "licenses", "bans", "sources"])?;
    step("npm packages");
    for folder in ["", "tests"] {
        command("npm").args(["audit", "--audit-level=high"]).folder(&root().join(folder)).run()?;
    }
    Ok(())
}

fn deny(tools: &mut Tools, checks: &[&str]) -> Fallible {
    tools::cargo_tool(tools, "cargo-deny", "cargo-deny", CARGO_DENY, true)?;
    tools.command("cargo").args(["deny", "--log-level=error", "check"]).args(checks).run()
}

/// Says what comes next, and how long everything has taken so far.
fn step(name: &str) {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    println!("\n── {name} ({} s)", BEGIN.elapsed().as_secs());
}
