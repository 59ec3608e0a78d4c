//! The task runner: `cargo xtask`.

mod check;
mod copy;
mod defects;
mod dist;
mod fuzz;
mod generate;
mod growth;
mod new;
mod prose;
mod reproduce;
mod run;
mod schema;
mod serve;
mod size;
mod test;
mod tools;
mod trunk;
mod watch;

use std::{env, process::ExitCode};

const HELP: &str = "\
cargo xtask serve       the site at http://127.0.0.1:8080/, up to date with every saved file;
                        `--port NUMBER`; `--editor vscode` lets mistakes open their file there
cargo xtask test        everything that CI runs
cargo xtask check       report what is wrong in content/, and build nothing; `--watch` does so
                        again when a file is saved, `--format json` for machines, `--accept`
                        adds new addresses to content/addresses.txt
cargo xtask new microneedling/neck
                              the file of a page at this address, with every key explained
cargo xtask build       the release build: a complete dist/
cargo xtask size        what the browser downloads, and whether it fits the budget
cargo xtask growth      sizes and times of generated sites of 20 to 1,014 pages, or of `nested-10000`
cargo xtask editing     from a saved file to what the open page shows, and a second start
cargo xtask lighthouse  Lighthouse on the built pages behind Caddy, as a table
cargo xtask looks       pictures of the built pages on a sheet to look at, in target/looks/;
                        `--docs` also writes the README's, `--dist FOLDER` takes another built
                        site (`--sites FOLDER`: its fixtures), `--label TEXT` names it
cargo xtask navigation  from a click to the painted page: embedded, fetched, by a page load
cargo xtask deploy-check URL HOST
                              whether a deployed site answers as dist/ says
cargo xtask observatory Mozilla's verdict on the headers, behind Caddy
cargo xtask audit       dependencies: advisories, licences, sources
cargo xtask repeat      the browser tests 20 times, or as many as said, before both hosts in turn
cargo xtask defects     put defects into a copy of the site; the browser tests must find each
cargo xtask fuzz        random changes to editors' files, for a minute or as many seconds as said
cargo xtask reproduce   two clean builds, which must not differ in a byte
cargo xtask schema      writes docs/front-matter.md and docs/schema/ anew
cargo xtask setup       only install what serve and build need
";

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let task = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    if let Err(message) = &*run::ROOT {
        eprintln!("{message}");
        return ExitCode::FAILURE;
    }
    let done = match task.as_str() {
        "serve" => serve::run(&rest),
        "test" => test::run(),
        "check" => check::run(&rest),
        "build" => trunk::build(&rest),
        "size" => size::run(),
        "growth" => growth::run(&rest),
        "editing" => test::editing_times(),
        "deploy-check" => test::deploy_check(&rest),
        "observatory" => test::observatory(),
        "audit" => test::audit(),
        "repeat" => test::repeat(&rest),
        "defects" => defects::run(&rest),
        "fuzz" => fuzz::run(&rest),
        "new" => new::run(&rest),
        "schema" => schema::write(),
        "reproduce" => reproduce::run(),
        "navigation" => test::navigation(),
        "lighthouse" => test::lighthouse(&rest),
        "looks" => test::looks(&rest),
        "setup" => tools::for_build().map(|tools| println!("{}", tools.how_to_use())),
        _ => {
            print!("{HELP}");
            return if task.is_empty() || task == "help" { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Some failures have been told by the program that failed.
            if !message.is_empty() {
                eprintln!("{message}");
            }
            ExitCode::FAILURE
        }
    }
}
