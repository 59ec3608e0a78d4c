//! Runs one test in one engine, and keeps what a failed one saw.

use std::{
    fs,
    sync::{Arc, Mutex},
    time::Duration,
};

use thirtyfour::error::WebDriverResult;
use tokio::{task::JoinError, time::timeout};

use crate::{
    browser::{Browser, Session},
    engine::{Engine, Settings, Stage},
    root,
};

/// No test takes so long: a browser that does not answer any more must not keep all the others
/// waiting.
const LIMIT: Duration = Duration::from_secs(300);

/// What the console may say: a test asks for it.
pub type Expected = Arc<Mutex<Vec<&'static str>>>;

/// Runs a test in a browser of its own. It fails where the console says something that is not
/// `expected`, or where something else is wrong `afterwards`.
///
/// # Errors
/// What went wrong; what was to be seen then is kept by the test's `name`.
pub async fn run<T>(
    engine: Engine,
    settings: Settings,
    stage: &Stage,
    name: &str,
    expected: &Expected,
    test: impl FnOnce(Browser) -> T,
    afterwards: impl FnOnce() -> Result<(), String>,
) -> Result<(), String>
where
    T: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let session = timeout(LIMIT, Session::start(engine, settings, stage)).await;
    let session = session.map_err(|_| "the browser did not start")?.map_err(|error| error.to_string())?;
    // A panic in a task of its own leaves time to keep evidence and close the window.
    let mut running = tokio::spawn(test(session.browser.clone()));
    let mut outcome = match timeout(LIMIT, &mut running).await {
        Ok(Ok(outcome)) => outcome.map_err(|error| error.to_string()),
        Ok(Err(panic)) => Err(message(panic)),
        Err(_) => Err(format!("it did not come to its end within {} s", LIMIT.as_secs())),
    };
    running.abort();
    let evidence = root().join("target/browser-tests").join(format!("{engine}-{}", name.replace("::", "-")));
    if let Err(failure) = &mut outcome {
        // The failure is what matters: a browser that has crashed shows nothing any more.
        match timeout(LIMIT, session.browser.keep_evidence(&evidence)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failure.push_str(&format!("\nno evidence could be kept: {error}")),
            Err(_) => failure.push_str("\nno evidence could be kept: the browser does not answer"),
        }
    }
    let (console, ended) = session.end().await;
    if outcome.is_ok() {
        outcome = ended.map_err(|error| format!("the browser did not end well: {error}"));
    }
    if outcome.is_ok() {
        let expected = expected.lock().map(|expected| expected.clone()).unwrap_or_default();
        outcome = is_silent(&console, &expected).and_then(|()| afterwards());
    }
    if outcome.is_err() {
        let kept = fs::create_dir_all(&evidence)
            .and_then(|()| fs::write(evidence.join("console.txt"), console.join("\n")));
        kept.map_err(|error| error.to_string())?;
    }
    outcome
}

/// What a test said that did not come to its end.
fn message(error: JoinError) -> String {
    let Ok(panic) = error.try_into_panic() else { return "it was cancelled".into() };
    match panic.downcast::<String>() {
        Ok(message) => *message,
        Err(panic) => (*panic.downcast_ref::<&str>().unwrap_or(&"it panicked")).to_owned(),
    }
}

/// Fails for what the console says and is not `expected`.
fn is_silent(console: &[String], expected: &[&str]) -> Result<(), String> {
    let is_new = |line: &&String| !expected.iter().any(|expected| line.contains(expected));
    let surprises: Vec<_> = console.iter().filter(is_new).collect();
    if surprises.is_empty() { Ok(()) } else { Err(format!("the console is not silent: {surprises:#?}")) }
}
