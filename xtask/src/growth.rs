//! `cargo xtask growth`: how downloads and builds grow with the number of pages.

use std::{env, fmt::Write as _, fs, path::Path, time::Duration};

use crate::{
    dist::{Dist, Weight},
    generate::Generated,
    run::{Fallible, Used, command, root},
    size::{FIRST_VISIT_AT_MOST, PAGE},
    tools::{self, Tools},
    trunk::release_of,
};

/// What is measured where nothing is said: the largest nested site takes too long.
const USUAL: [&str; 3] = ["flat-20", "flat-114", "flat-1014"];

/// What a site of this many pages, or fewer, must keep to on two cores.
struct Bars {
    pages: usize,
    /// The first visit by Brotli and gzip, bytes.
    first_visit: Weight,
    /// Seconds.
    check: f64,
    /// Seconds; none where nothing is asked for.
    build: f64,
    /// Seconds, after one page's text has changed.
    rebuild: f64,
}

const BARS: [Bars; 4] = [
    Bars {
        pages: 20,
        first_visit: Weight { brotli: 86_000, gzip: 112_000 },
        check: 0.3,
        build: f64::INFINITY,
        rebuild: 8.0,
    },
    Bars { pages: 114, first_visit: LARGE, check: 0.4, build: f64::INFINITY, rebuild: 8.0 },
    Bars { pages: 1014, first_visit: LARGE, check: 1.0, build: 60.0, rebuild: 10.0 },
    Bars { pages: usize::MAX, first_visit: LARGE, check: 10.0, build: f64::INFINITY, rebuild: f64::INFINITY },
];
const LARGE: Weight = Weight { brotli: FIRST_VISIT_AT_MOST, gzip: 115_000 };

/// For the largest process of `check`, and of a build, in bytes.
const CHECK_MEMORY: u64 = 1_000_000_000;
const BUILD_MEMORY: u64 = 1_500_000_000;

/// What was measured of one site.
struct Figures {
    site: Generated,
    first_visit: Weight,
    page: Weight,
    check: Used,
    build: Used,
    rebuild: Used,
}

pub fn run(args: &[String]) -> Fallible {
    let names = if args.is_empty() { USUAL.map(str::to_owned).to_vec() } else { args.to_vec() };
    let sites = names.iter().map(|name| name.parse()).collect::<Fallible<Vec<Generated>>>()?;
    // Before the build, whose hook may compile it anew.
    let runner = env::current_exe().map_err(|error| format!("the task runner: {error}"))?;
    let tools = tools::for_build()?;
    // What is measured is the work on pages, and not how long Rust takes for the programs.
    if let Some(site) = sites.first() {
        println!("── compiling");
        site.write(&root().join(site.content()))?;
        release_of(&tools, &site.content(), &site.dist()).env("DOCUMENTS_ONLY", "1").run()?;
    }
    let mut figures = Vec::new();
    for site in sites {
        println!("── {site}");
        figures.push(measure(&tools, &runner, site)?);
        // Long runs are read while they go on.
        print!("{}", table(&figures[figures.len() - 1..]));
    }
    print!("\n{}", table(&figures));
    Ok(())
}

fn measure(tools: &Tools, runner: &Path, site: Generated) -> Fallible<Figures> {
    let content = root().join(site.content());
    site.write(&content)?;
    let check = command(&runner.display().to_string());
    let check = check.arg("check").env("CONTENT_DIR", &content).measure()?;
    let release = || release_of(tools, &site.content(), &site.dist()).measure();
    let build = release()?;

    let page = content.join(site.some_page());
    let error = |error: std::io::Error| format!("{}: {error}", page.display());
    let text = fs::read_to_string(&page).map_err(error)?;
    fs::write(&page, text + "\nOne more sentence.\n").map_err(error)?;
    let rebuild = release()?;

    let dist = Dist::read(&root().join(site.dist()))?;
    let page = dist.heaviest_page()?;
    Ok(Figures { site, first_visit: page + dist.client()?, page, check, build, rebuild })
}

/// The figures as Markdown, each with its bar.
fn table(all: &[Figures]) -> String {
    let mut table = format!("| what |{}\n| --- |", cells(all, |it| it.site.to_string()));
    _ = writeln!(table, "{}", cells(all, |_| "---".into()));
    let mut row = |what: &str, cell: &dyn Fn(&Figures, &Bars) -> String| {
        let bars = |site: Generated| BARS.iter().find(|bars| site.pages <= bars.pages).unwrap_or(&BARS[3]);
        _ = writeln!(table, "| {what} |{}", cells(all, |it| cell(it, bars(it.site))));
    };
    row("first visit: document, JavaScript, `.wasm`, Brotli 11", &|it, bars| {
        kilobytes(it.first_visit.brotli, bars.first_visit.brotli)
    });
    row("the same, gzip 9", &|it, bars| kilobytes(it.first_visit.gzip, bars.first_visit.gzip));
    row("HTML of the heaviest page but a folder's own, Brotli 11", &|it, _| kilobytes(it.page.brotli, PAGE));
    row("`check`", &|it, bars| seconds(it.check.time, bars.check));
    row("`check`, memory", &|it, _| memory(it.check.memory, CHECK_MEMORY));
    row("complete release build, everything compiled", &|it, bars| seconds(it.build.time, bars.build));
    row("the same after one page's text has changed", &|it, bars| seconds(it.rebuild.time, bars.rebuild));
    row("build, memory of its largest process", &|it, _| memory(it.build.memory, BUILD_MEMORY));
    table
}

fn cells(all: &[Figures], cell: impl Fn(&Figures) -> String) -> String {
    all.iter().fold(String::new(), |cells, it| format!("{cells} {} |", cell(it)))
}

fn kilobytes(bytes: usize, bar: usize) -> String {
    let kilo = |bytes| bytes as f64 / 1000.0;
    format!("{:.1} KB{}", kilo(bytes), in_brackets(kilo(bytes), kilo(bar)))
}

fn seconds(time: Duration, bar: f64) -> String {
    format!("{:.2} s{}", time.as_secs_f64(), in_brackets(time.as_secs_f64(), bar))
}

fn memory(bytes: u64, bar: u64) -> String {
    let giga = |bytes| bytes as f64 / 1e9;
    format!("{:.2} GB{}", giga(bytes), in_brackets(giga(bytes), giga(bar)))
}

/// Nothing where there is no bar.
fn in_brackets(value: f64, bar: f64) -> String {
    let verdict = if value <= bar { "within" } else { "ABOVE" };
    if bar.is_finite() { format!(" ({verdict} {bar})") } else { String::new() }
}
