//! `cargo xtask serve`: the development server, what it needs, and the client, built and
//! built again.
//!
//! The first page waits for the server alone. Trunk, wasm-bindgen and the client come while
//! one looks at it already.

use std::{
    path::Path,
    process::{Child, Stdio},
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

use crate::{
    run::{Fallible, command, root},
    tools::{self, Tools},
    watch,
};

/// What editor programs and version control do when they save is over by then.
const QUIET: Duration = Duration::from_millis(100);

/// How often the server is looked after.
const PULSE: Duration = Duration::from_millis(200);

/// Builds and serves until it is stopped.
pub fn run(args: &[String]) -> Fallible {
    // The server asks for them when it starts, and not while it is built.
    let packages = thread::spawn(|| tools::npm_packages("."));
    let built = root().join("target/debug/serve").exists();
    if !built {
        eprintln!("Building the development server; the first time takes a minute or two …");
    }
    command("cargo")
        .args(["build", "--package=serve"])
        .args(built.then_some("--quiet"))
        .run_or_fail_silently()?;
    packages.join().unwrap_or_else(|_| Err("the npm packages cannot be installed".to_owned()))?;
    let mut server = start(args)?;
    let (tell, told) = channel();
    // It ends with the program.
    thread::spawn(move || keep_up(&tell));
    loop {
        match told.recv_timeout(PULSE) {
            Ok(Told::Restart) => {
                // It may have ended by itself.
                _ = server.kill();
                _ = server.wait();
                server = start(args)?;
            }
            Ok(Told::Failed(message)) => eprintln!("{message}"),
            Err(RecvTimeoutError::Timeout) => {}
            // Nobody builds any more; what is there can be looked at.
            Err(RecvTimeoutError::Disconnected) => thread::sleep(PULSE),
        }
        if server.try_wait().is_ok_and(|it| it.is_some()) {
            // Why has been said by the server.
            return Err(String::new());
        }
    }
}

/// The server; it ends when this program does, however that ends.
fn start(args: &[String]) -> Fallible<Child> {
    command("cargo")
        .args(["run", "--quiet", "--package=serve", "--", "--supervised"])
        .args(args)
        .start(Stdio::piped())
}

/// What the one who builds has to tell.
enum Told {
    /// The server is another one.
    Restart,
    /// Something went wrong; it goes on.
    Failed(String),
}

/// Builds the client, and what has changed whenever a source file is saved.
fn keep_up(tell: &Sender<Told>) {
    // Nobody listens any more where the program ends.
    let fail = |message: String| _ = tell.send(Told::Failed(message));
    let tools = match tools::for_build() {
        Ok(tools) => tools,
        Err(message) => return fail(format!("{message}\nPages are served without the client.")),
    };
    let built = root().join("target/serve/client/client_bg.wasm").exists();
    if !built {
        eprintln!("Building the client; pages load anew when it is there …");
    }
    if client(&tools).is_ok() && !built {
        eprintln!("The client is there.");
    }
    let saves = match watch::start(&root().join("src"), QUIET, is_source) {
        Ok(saves) => saves,
        Err(message) => return fail(message),
    };
    while saves.next().is_ok() {
        eprintln!("A source file has changed; building …");
        // What does not compile has been told by then; the last good one stays.
        if command("cargo").args(["build", "--quiet", "--package=serve"]).run_or_fail_silently().is_ok()
            && client(&tools).is_ok()
        {
            eprintln!("Built.");
            _ = tell.send(Told::Restart);
        }
    }
}

/// Both the server and the client, for tests.
pub fn build(tools: &Tools) -> Fallible {
    command("cargo").args(["build", "--quiet", "--package=serve"]).run()?;
    client(tools)
}

/// The client alone, where the server looks for it.
fn client(tools: &Tools) -> Fallible {
    let trunk = tools.command("trunk").args(["build", "--config=src/serve/client.toml", "--log=error"]);
    trunk.run_or_fail_silently()
}

/// Whether a file is part of the server or of the client.
fn is_source(file: &Path) -> bool {
    file.extension().is_some_and(|it| ["rs", "js", "css", "toml"].iter().any(|end| it == *end))
}
