//! `cargo xtask editing`: from a saved file to what the open page shows, in Chromium, as a table.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::{Instant, SystemTime},
};

use tests::{
    browser::{Browser, Session},
    editing::{Project, Serving},
    engine::{Engine, Settings, Stage},
    process::Process,
    root,
};

type Fallible<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// How often each thing is saved.
const RUNS: usize = 20;

/// Keeps when each of these was first to be seen, asked in every frame.
const WATCH: &str = "
    window.seen = {};
    (function look() {
        const report = document.getElementById('serve_report')?.shadowRoot?.textContent ?? '';
        const words = document.querySelector('main').textContent.match(/saved-\\d+/)?.[0];
        const color = getComputedStyle(document.querySelector('h1')).color;
        const mistake = report.match(/mistake-\\d+/)?.[0];
        for (const it of [words, color, mistake]) seen[it] ??= performance.timeOrigin + performance.now();
        requestAnimationFrame(look);
    })()";

#[tokio::main]
async fn main() -> ExitCode {
    let result = async {
        println!("| what | pages | median | slowest |\n| --- | --- | --- | --- |");
        let folders: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
        for folder in folders {
            measure(&folder).await?;
        }
        second_start()
    };
    tests::ended(result.await)
}

async fn measure(content: &Path) -> Fallible {
    let project = Project::with(content)?;
    let pages = walkdir::WalkDir::new(content).into_iter().flatten();
    let pages = pages.filter(|it| it.path().extension().is_some_and(|it| it == "md")).count();
    let serving = Serving::start(&project, 0)?;
    let stage = Stage::default();
    let session = Session::start(Engine::Chromium, Settings::default(), &stage).await?;
    let browser = &session.browser;
    browser.goto(serving.url("/")).await?;
    browser.hydrated().await?;
    browser.run(WATCH).await?;
    let (page, style) = (project.read("content/index.md"), project.read("style/base.css"));
    row("a saved word", pages, browser, |run| {
        project.save("content/index.md", &format!("{page}\n\nThis is saved-{run}.\n"));
        format!("saved-{run}")
    })
    .await?;
    row("a saved style", pages, browser, |run| {
        project.save("style/base.css", &format!("{style}\nh1 {{ color: rgb({run}, 0, 0) !important; }}\n"));
        format!("rgb({run}, 0, 0)")
    })
    .await?;
    row("a mistake", pages, browser, |run| {
        project.save("content/index.md", &page.replacen("name:", &format!("mistake-{run}: 1\nname:"), 1));
        format!("mistake-{run}")
    })
    .await?;
    session.end().await.1?;
    Ok(())
}

/// Saves again and again, each time something else that is then looked for.
async fn row(what: &str, pages: usize, browser: &Browser, save: impl Fn(usize) -> String) -> Fallible {
    let mut times = Vec::new();
    for run in 1..=RUNS {
        let saved = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs_f64() * 1000.0;
        let wanted = save(run);
        browser.until(&format!("seen[{wanted:?}]")).await?;
        times.push(browser.value::<f64>(&format!("seen[{wanted:?}]")).await? - saved);
    }
    times.sort_by(f64::total_cmp);
    let [median, slowest] = [times[RUNS / 2], times[RUNS - 1]].map(f64::round);
    println!("| {what} | {pages} | {median} ms | {slowest} ms |");
    Ok(())
}

/// `cargo xtask serve` with nothing changed since the last time, until its address answers.
fn second_start() -> Fallible {
    let serve = || -> Fallible<f64> {
        let start = Instant::now();
        let mut command = Command::new("cargo");
        command.args(["xtask", "serve", "--port", "0"]).current_dir(root());
        let mut process = Process::start(&mut command)?;
        let address = process.wait_for(|line| line.starts_with("http://").then(|| line.to_owned()))?;
        ureq::get(&address).call()?;
        let took = start.elapsed().as_secs_f64();
        process.end();
        Ok(took)
    };
    // The first one may have something to build.
    serve()?;
    println!("\nA second start answers after {:.1} s.", serve()?);
    Ok(())
}
