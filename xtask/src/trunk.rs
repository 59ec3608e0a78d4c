//! Trunk, which builds the site.

use std::path::Path;

use crate::{
    run::{Fallible, Run, command},
    tools::{self, Tools},
};

/// The release build: a complete `dist/`.
pub fn build(args: &[String]) -> Fallible {
    let tools = tools::for_build()?;
    // What Trunk's hook would do, before Trunk has anything to add to a report.
    command("cargo").args(["run", "--quiet", "--bin=prerender", "--", "draw"]).run_or_fail_silently()?;
    release(&tools).env("PRERENDER_DRAWN", "1").args(args).run_or_fail_silently()
}

/// A release build, to be run in the project or in a copy of it.
pub fn release(tools: &Tools) -> Run {
    tools.command("trunk").args(["build", "--release", "--log", "error"])
}

/// A release build of other content to another folder than `dist/`.
pub fn release_of(tools: &Tools, content: &Path, dist: &Path) -> Run {
    release(tools).arg("--dist").arg(dist).env("CONTENT_DIR", content)
}
