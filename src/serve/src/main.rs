//! The development server: it compiles content and styles when they are saved, draws a page
//! when somebody looks at it, and tells the open pages what has changed.
//!
//! ```text
//! watch ─► project ─► state ─► answer
//!                       └────► drawn, pictures
//! ```
//!
//! The client is Trunk's work, which `cargo xtask serve` sees to; this program shows what is
//! there of it, and does without where nothing is.

mod answer;
mod drawn;
mod pictures;
mod project;
mod state;
mod watch;

use std::{
    env, io,
    net::Ipv4Addr,
    process::{self, ExitCode},
    thread,
};

use project::Project;
use site::compile::{Inputs, Profile};
use tokio::{net::TcpListener, runtime::Runtime, sync::watch as latest};

/// Where it listens unless `--port` says something else.
const PORT: u16 = 8080;

const HELP: &str = "\
cargo xtask serve [--port NUMBER] [--editor vscode]

--port    the address's port, 8080 by default; 0 for any that is free
--editor  the places of mistakes open their file in this program
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// What is asked for.
struct Arguments {
    port: u16,
    links_to_vscode: bool,
    /// Ends with the program that has started it.
    supervised: bool,
}

impl Arguments {
    fn read() -> Result<Self, String> {
        let mut arguments = Self { port: PORT, links_to_vscode: false, supervised: false };
        let mut given = env::args().skip(1);
        while let Some(name) = given.next() {
            if name == "--supervised" {
                arguments.supervised = true;
                continue;
            }
            match (&*name, given.next().as_deref()) {
                ("--port", Some(port)) => {
                    arguments.port = port.parse().map_err(|_| format!("`{port}` is no port: 0 to 65535"))?;
                }
                ("--editor", Some("vscode")) => arguments.links_to_vscode = true,
                _ => return Err(HELP.trim_end().to_owned()),
            }
        }
        Ok(arguments)
    }
}

fn run() -> Result<(), String> {
    let arguments = Arguments::read()?;
    if arguments.supervised {
        thread::spawn(|| {
            _ = io::copy(&mut io::stdin(), &mut io::sink());
            process::exit(0);
        });
    }
    let mut inputs = Inputs::from_env()?;
    inputs.profile = Profile::Debug;
    let runtime = Runtime::new().map_err(|error| format!("no server can be started: {error}"))?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port)).await.map_err(|error| {
            format!("port {} cannot be had: {error}; `--port` takes another", arguments.port)
        })?;
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        let mut changes = watch::start(&inputs)?;
        let mut project = Project::read(inputs, arguments.links_to_vscode)?;
        let (tell, state) = latest::channel(project.state());
        // It ends with the program.
        thread::spawn(move || {
            while let Ok(changed) = changes.recv() {
                project.take(changed);
                tell.send_replace(project.state());
            }
        });
        println!("http://127.0.0.1:{port}/");
        axum::serve(listener, answer::router(port, state)).await.map_err(|error| error.to_string())
    })
}
