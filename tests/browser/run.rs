//! Runs one test in one engine, and keeps what a failed one saw.

use std::{
    fs,
    sync::{Arc, Mutex},
};

use libtest_mimic::Failed;
use tests::{
    browser::Session,
    engine::{Engine, Stage},
    root,
    server::Server,
    site,
};
use tokio::task::JoinError;

use crate::{case::Case, context::Context};

/// Runs a test, and fails where something is said or requested that it did not ask for.
pub async fn run(engine: Engine, case: &Case, stage: &Stage) -> Result<(), Failed> {
    let server = Arc::new(Server::start(site(case.site), case.fault).await?);
    let session = Session::start(engine, case.settings, stage).await.map_err(|error| error.to_string())?;
    let expected = Arc::<Mutex<Vec<&str>>>::default();
    let context = Context {
        browser: session.browser.clone(),
        server: Arc::clone(&server),
        expected: Arc::clone(&expected),
    };

    // A panic in a task of its own leaves time to keep evidence and close the window.
    let mut outcome = match tokio::spawn((case.run)(context)).await {
        Ok(outcome) => outcome.map_err(|error| error.to_string()),
        Err(panic) => Err(message(panic)),
    };
    let evidence = root().join("target/browser-tests").join(format!(
        "{engine}-{}-{}",
        case.name.replace("::", "-"),
        case.site
    ));
    if let Err(failure) = &mut outcome
        && let Err(error) = session.browser.keep_evidence(&evidence).await
    {
        // The failure is what matters: a browser that has crashed shows nothing any more.
        failure.push_str(&format!("\nno evidence could be kept: {error}"));
    }
    let (console, ended) = session.end().await;
    if outcome.is_ok() {
        outcome = ended.map_err(|error| format!("the browser did not end well: {error}"));
    }
    if outcome.is_ok() {
        let expected = expected.lock().map(|expected| expected.clone()).unwrap_or_default();
        outcome = nothing_unexpected(&console, &server, &expected);
    }
    if outcome.is_err() {
        fs::create_dir_all(&evidence)?;
        fs::write(evidence.join("console.txt"), console.join("\n"))?;
    }
    outcome.map_err(Failed::from)
}

/// What a test said that did not come to its end.
fn message(error: JoinError) -> String {
    let Ok(panic) = error.try_into_panic() else { return "it was cancelled".into() };
    match panic.downcast::<String>() {
        Ok(message) => *message,
        Err(panic) => (*panic.downcast_ref::<&str>().unwrap_or(&"it panicked")).to_owned(),
    }
}

/// Fails for what was said or requested and is not `expected`.
fn nothing_unexpected(console: &[String], server: &Server, expected: &[&str]) -> Result<(), String> {
    let is_new = |line: &&String| !expected.iter().any(|expected| line.contains(expected));
    let surprises: Vec<_> = console.iter().filter(is_new).collect();
    if !surprises.is_empty() {
        return Err(format!("the console is not silent: {surprises:#?}"));
    }
    let violations = server.violations();
    if !violations.is_empty() {
        return Err(format!("the Content-Security-Policy was violated: {violations:#?}"));
    }
    let failed: Vec<_> = server.answered().into_iter().filter(|it| it.status >= 400).collect();
    if !failed.is_empty() {
        return Err(format!("requests failed: {failed:#?}"));
    }
    Ok(())
}
