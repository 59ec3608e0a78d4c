//! Running other programs from the project's root.

use std::{
    env,
    ffi::OsStr,
    io,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::LazyLock,
    time::{Duration, Instant},
};

use wait4::Wait4;

/// Done, or a message for people; an empty one when all has been said.
pub type Fallible<T = ()> = Result<T, String>;

/// The project's root, or what is said where there is none.
pub static ROOT: LazyLock<Fallible<PathBuf>> = LazyLock::new(site::compile::root);

/// The project's root, without which no task begins.
pub fn root() -> PathBuf {
    ROOT.clone().unwrap_or_default()
}

/// What a program took, with all that it started.
pub struct Used {
    /// From its start to its end.
    pub time: Duration,
    /// The most that one process had in memory, bytes.
    pub memory: u64,
}

/// A program to run from the project's root.
pub fn command(program: &str) -> Run {
    // On Windows npm and its programs are batch files, which need their ending.
    let program = if cfg!(windows) && program == "npm" { "npm.cmd" } else { program };
    let mut command = Command::new(program);
    // A backtrace tells a visitor of this project nothing.
    command.current_dir(root()).env("RUST_BACKTRACE", "0");
    Run { command, shown: program.to_owned() }
}

/// A program with its arguments.
pub struct Run {
    command: Command,
    shown: String,
}

impl Run {
    pub fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        for arg in args {
            self.shown.push(' ');
            self.shown.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    pub fn arg(self, arg: impl AsRef<OsStr>) -> Self {
        self.args([arg])
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it in another folder than the root.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Starts it, and does not wait for its end; what it reads and says goes through pipes.
    pub fn start(mut self) -> Fallible<Child> {
        self.command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| cannot_start(&self.shown, &error))
    }

    /// Keeps what it says to itself.
    pub fn quiet(mut self) -> Self {
        self.command.stdout(Stdio::null()).stderr(Stdio::null());
        self
    }

    /// Lets the program, and whatever it starts, look for others in these folders first.
    pub fn path(self, folders: &[PathBuf]) -> Self {
        let before = env::var_os("PATH").unwrap_or_default();
        let all = folders.iter().cloned().chain(env::split_paths(&before));
        match env::join_paths(all) {
            Ok(path) => self.env("PATH", path),
            Err(_) => self,
        }
    }

    /// Runs it; a failure names the command.
    pub fn run(self) -> Fallible {
        let shown = self.shown.clone();
        match self.status()? {
            true => Ok(()),
            false => Err(format!("failed: {shown}")),
        }
    }

    /// Runs it as `run` does, and measures what it took.
    pub fn measure(mut self) -> Fallible<Used> {
        let start = Instant::now();
        let ended = self.command.spawn().and_then(Wait4::wait4);
        let ended = ended.map_err(|error| cannot_start(&self.shown, &error))?;
        match ended.status.success() {
            true => Ok(Used { time: start.elapsed(), memory: ended.rusage.maxrss }),
            false => Err(format!("failed: {}", self.shown)),
        }
    }

    /// Runs it; what it says is told where it fails, and else of no interest.
    pub fn run_told_if_it_fails(mut self) -> Fallible {
        let output = self.command.output().map_err(|error| cannot_start(&self.shown, &error))?;
        if output.status.success() {
            return Ok(());
        }
        let said = [output.stdout, output.stderr].concat();
        Err(format!("{}\nfailed: {}", String::from_utf8_lossy(&said).trim(), self.shown))
    }

    /// Runs it; what went wrong it has told itself.
    pub fn run_or_fail_silently(self) -> Fallible {
        if self.status()? { Ok(()) } else { Err(String::new()) }
    }

    fn status(mut self) -> Fallible<bool> {
        let status = self.command.status().map_err(|error| cannot_start(&self.shown, &error))?;
        Ok(status.success())
    }

    /// What it prints on success; `None` where it is missing or fails.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

fn cannot_start(shown: &str, error: &io::Error) -> String {
    format!("cannot start `{shown}`: {error}")
}
