//! Runs one test in one engine.

use std::sync::Arc;

use libtest_mimic::Failed;
use tests::{
    engine::{Engine, Stage},
    server::Server,
    site,
    trial::{self, Expected},
};

use crate::{case::Case, context::Context};

/// Runs a test, and fails where something is said or requested that it did not ask for.
pub async fn run(engine: Engine, case: &Case, stage: &Stage) -> Result<(), Failed> {
    let server = Arc::new(Server::start(site(case.site), case.fault).await?);
    let expected = Expected::default();
    let test = |browser| {
        let context = Context { browser, server: Arc::clone(&server), expected: Arc::clone(&expected) };
        (case.run)(context)
    };
    let name = format!("{}-{}", case.name, case.site);
    let afterwards = || nothing_failed(&server);
    trial::run(engine, case.settings, stage, &name, &expected, test, afterwards).await.map_err(Failed::from)
}

/// Fails for what was requested and should not have been.
fn nothing_failed(server: &Server) -> Result<(), String> {
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
