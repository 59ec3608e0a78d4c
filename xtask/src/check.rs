//! `cargo xtask check`: the report on `content/`, and nothing else.

use std::{
    fs,
    io::{self, IsTerminal, Write, stderr},
    time::Duration,
};

use report::Report;
use site::compile::{Compiled, Inputs, Published, compile};

use crate::{run::Fallible, tools, watch};

/// What editor programs do when they save is over by then.
const QUIET: Duration = Duration::from_millis(50);

/// What is asked for.
#[derive(Clone, Copy, Default)]
struct Asked {
    accept: bool,
    json: bool,
    watch: bool,
}

impl Asked {
    fn of(args: &[String]) -> Fallible<Self> {
        let mut asked = Self::default();
        let mut args = args.iter().map(String::as_str);
        while let Some(arg) = args.next() {
            match (arg, (arg == "--format").then(|| args.next()).flatten()) {
                ("--accept", _) => asked.accept = true,
                ("--watch", _) => asked.watch = true,
                ("--format", Some("json")) => asked.json = true,
                ("--format", Some("text")) => asked.json = false,
                ("--format", _) => return Err("`--format` is `text` or `json`".into()),
                _ => return Err(format!("`check` takes `--accept`, `--format` and `--watch`, not `{arg}`")),
            }
        }
        Ok(asked)
    }
}

/// Reports errors and warnings; fails where there are errors.
pub fn run(args: &[String]) -> Fallible {
    let asked = Asked::of(args)?;
    tools::npm_packages(".")?;
    let inputs = Inputs::from_env()?;
    if asked.watch { keep_watch(&inputs, asked) } else { once(&inputs, asked) }
}

fn once(inputs: &Inputs, asked: Asked) -> Fallible {
    let mut compiled = compile(inputs)?;
    if asked.accept && accept(inputs, &compiled)? {
        compiled = compile(inputs)?;
    }
    let report = &compiled.report;
    if asked.json {
        // Whoever pipes it into something has perhaps seen enough.
        _ = writeln!(io::stdout(), "{}", report.json());
    } else {
        tell(report);
    }
    if report.has_errors() { Err(String::new()) } else { Ok(()) }
}

/// Reports, and again each time that a file in the content folder is saved. A line says where
/// each report begins and where it ends, for programs that read along.
fn keep_watch(inputs: &Inputs, asked: Asked) -> Fallible {
    let saves = watch::start(&inputs.content_dir(), QUIET, |_| true)?;
    loop {
        if !asked.json {
            eprintln!("Checking {} …", inputs.content.display());
        }
        // What is wrong has been told; it goes on.
        match once(inputs, asked) {
            Err(message) if !message.is_empty() => eprintln!("{message}"),
            _ => {}
        }
        if !asked.json {
            eprintln!("Checked; waiting for a file to be saved.");
        }
        saves.next()?;
    }
}

/// Adds new addresses to the list of those that are published; whether there were any.
fn accept(inputs: &Inputs, compiled: &Compiled) -> Fallible<bool> {
    // With mistakes some pages are not known; they come first.
    let Some(content) = &compiled.content else { return Ok(false) };
    let Published { file, text, expected } = Published::of(inputs, content)?;
    if text == expected {
        return Ok(false);
    }
    fs::write(&file, expected).map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
    Ok(true)
}

/// Fails where the list of published addresses is not that of the content.
pub fn addresses_are_accepted() -> Fallible {
    let inputs = Inputs::from_env()?;
    let compiled = compile(&inputs)?;
    let Some(content) = &compiled.content else {
        tell(&compiled.report);
        return Err(String::new());
    };
    let Published { file, text, expected } = Published::of(&inputs, content)?;
    if text == expected {
        return Ok(());
    }
    Err(format!(
        "{} has not every address of the content, sorted: run `cargo xtask check --accept`",
        file.display()
    ))
}

fn tell(report: &Report) {
    eprint!("{}", report.render(stderr().is_terminal()));
}
