//! `cargo xtask check`: the report on `content/`, and nothing else.

use std::io::{IsTerminal, stderr};

use site::compile::{Inputs, compile};

use crate::{run::Fallible, tools};

pub fn run() -> Fallible {
    tools::npm_packages(".")?;
    let report = compile(&Inputs::from_env())?.report;
    eprint!("{}", report.render(stderr().is_terminal()));
    if report.has_errors() { Err(String::new()) } else { Ok(()) }
}
