//! Writes the site in two steps, which Trunk runs as hooks: `draw` before it builds the
//! client, `write` after it.
//!
//! `draw` reads the content, tells what is wrong in it, and draws everything that does not
//! depend on the client ([`drawn`]). `write` reads no content: a file that is saved in the
//! middle of a build cannot give a client that differs from the documents.

mod avif;
mod draw;
mod drawn;
mod files;
mod store;
mod write;

use std::{env, process::ExitCode};

use site::compile::Inputs;

fn main() -> ExitCode {
    let done = Inputs::from_env().and_then(|inputs| match env::args().nth(1).as_deref() {
        // Who starts Trunk may have drawn already, to be the one who tells of mistakes.
        Some("draw") if env::var_os("PRERENDER_DRAWN").is_some() => Ok(()),
        Some("draw") => draw::run(&inputs),
        Some("write") => write::run(&inputs),
        _ => Err("Say `draw` or `write`: Trunk runs the one before a build and the other after it.".into()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // A report has been told already.
            if !message.is_empty() {
                eprintln!("{message}");
            }
            ExitCode::FAILURE
        }
    }
}
