//! `cargo xtask serve`: the development server, what it needs, and the client, built and
//! built again.
//!
//! The first page waits for the server alone. Trunk, wasm-bindgen and the client come while
//! one looks at it already.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::Child,
    sync::mpsc::{Sender, channel},
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
    let server = Server { built: built()?, copy: root().join("target/serve").join(file_name()), args };
    if !server.built.exists() {
        eprintln!("Building the development server; the first time takes a minute or two …");
    }
    command("cargo")
        .args(["build", "--bin=serve"])
        .args(server.built.exists().then_some("--quiet"))
        .run_or_fail_silently()?;
    packages.join().unwrap_or_else(|_| Err("the npm packages cannot be installed".to_owned()))?;
    let (tell, told) = channel();
    let (mut running, mut is_kept_up) = (server.start(&tell)?, false);
    loop {
        match told.recv_timeout(PULSE) {
            // Whatever is wrong with its arguments or its port has been said before that.
            Ok(Told::Serving) if !is_kept_up => {
                is_kept_up = true;
                let (tell, built, copy) = (tell.clone(), server.built.clone(), server.copy.clone());
                // It ends with the program.
                thread::spawn(move || keep_up(&tell, &built, &copy));
            }
            Ok(Told::Restart) => {
                // It may have ended by itself.
                _ = running.kill();
                _ = running.wait();
                running = server.start(&tell)?;
            }
            Ok(Told::Failed(message)) => eprintln!("{message}"),
            Ok(Told::Serving) | Err(_) => {}
        }
        if running.try_wait().is_ok_and(|it| it.is_some()) {
            // Why has been said by the server.
            return Err(String::new());
        }
    }
}

/// What is told to the one who looks after the server.
enum Told {
    /// It listens.
    Serving,
    /// It is another program by now.
    Restart,
    /// Something went wrong; it goes on.
    Failed(String),
}

/// The server as a program of its own: what is built meanwhile is not what runs.
struct Server<'a> {
    /// As Cargo builds it.
    built: PathBuf,
    /// As it runs.
    copy: PathBuf,
    args: &'a [String],
}

impl Server<'_> {
    /// Starts what is built. It ends when this program does, however that ends.
    fn start(&self, tell: &Sender<Told>) -> Fallible<Child> {
        let error = |error| format!("{} cannot be written: {error}", self.copy.display());
        fs::create_dir_all(root().join("target/serve")).map_err(error)?;
        // Not into a file that may be running still.
        _ = fs::remove_file(&self.copy);
        fs::copy(&self.built, &self.copy).map_err(error)?;
        let mut server =
            command(&self.copy.display().to_string()).arg("--supervised").args(self.args).start()?;
        let said = server.stdout.take();
        let tell = tell.clone();
        thread::spawn(move || {
            // Its address comes first, and is all that it says here.
            for line in said.map(BufReader::new).into_iter().flat_map(BufRead::lines).map_while(Result::ok) {
                println!("{line}");
                // Nobody listens any more where the program ends.
                _ = tell.send(Told::Serving);
            }
        });
        Ok(server)
    }
}

/// Where Cargo puts the server: beside this program.
fn built() -> Fallible<PathBuf> {
    let own = env::current_exe().map_err(|error| format!("the task runner: {error}"))?;
    Ok(own.with_file_name(file_name()))
}

fn file_name() -> String {
    format!("serve{}", env::consts::EXE_SUFFIX)
}

/// Builds the client, and what has changed whenever a source file is saved.
fn keep_up(tell: &Sender<Told>, server: &Path, running: &Path) {
    // Nobody listens any more where the program ends.
    let fail = |message: String| _ = tell.send(Told::Failed(message));
    // First: what is saved while the client is built is not lost.
    let saves = match watch::start(&root().join("src"), QUIET, is_source) {
        Ok(saves) => saves,
        Err(message) => return fail(message),
    };
    let tools = match tools::for_build() {
        Ok(tools) => Some(tools),
        Err(message) => {
            fail(format!("{message}\nPages are served without the client."));
            None
        }
    };
    let client = || tools.as_ref().map_or(Ok(()), client);
    let built = root().join("target/serve/client/client_bg.wasm").exists();
    if !built && tools.is_some() {
        eprintln!("Building the client; pages load anew when it is there …");
    }
    if client().is_ok() && !built && tools.is_some() {
        eprintln!("The client is there.");
    }
    while saves.next().is_ok() {
        eprintln!("A source file has changed; building …");
        // What does not compile has been told by then; the last good one stays.
        if command("cargo").args(["build", "--quiet", "--bin=serve"]).run_or_fail_silently().is_err() {
            continue;
        }
        // Before the client is another: a page that loads anew must find a server.
        if fs::read(server).ok() != fs::read(running).ok() {
            _ = tell.send(Told::Restart);
        }
        if client().is_ok() {
            eprintln!("Built.");
        }
    }
}

/// Both the server and the client, for tests.
pub fn build(tools: &Tools) -> Fallible {
    command("cargo").args(["build", "--quiet", "--bin=serve"]).run()?;
    client(tools)
}

/// The client alone, where the server looks for it.
fn client(tools: &Tools) -> Fallible {
    let trunk = tools.command("trunk").args(["build", "--config=src/serve/client.toml", "--log=error"]);
    trunk.run_or_fail_silently()
}

/// Whether a file is part of the server or of the client; editors leave hidden ones beside them.
fn is_source(file: &Path) -> bool {
    let is_hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !is_hidden && file.extension().is_some_and(|it| ["rs", "js", "css", "toml"].iter().any(|end| it == *end))
}
