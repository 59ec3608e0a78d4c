//! `cargo xtask check`: the report on `content/`, and nothing else.

use std::io::{IsTerminal, stderr};

use report::Report;
use site::compile::{Inputs, Profile, compile};

use crate::{run::Fallible, tools};

/// Reports errors and warnings; fails where there are errors.
pub fn run() -> Fallible {
    let report = report(Inputs::from_env()?)?;
    eprint!("{}", report.render(stderr().is_terminal()));
    if report.has_errors() { Err(String::new()) } else { Ok(()) }
}

/// Before Trunk serves: the report if there are errors, told before Trunk has anything to
/// add. Without errors its hook tells the warnings.
pub fn before_serving() -> Fallible {
    let mut inputs = Inputs::from_env()?;
    inputs.profile = Profile::Debug;
    let report = report(inputs)?;
    if !report.has_errors() {
        return Ok(());
    }
    eprint!("{}", report.render(stderr().is_terminal()));
    Err(String::new())
}

fn report(inputs: Inputs) -> Fallible<Report> {
    tools::npm_packages(".")?;
    Ok(compile(&inputs)?.report)
}
