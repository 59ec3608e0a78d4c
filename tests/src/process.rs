//! Programs that the tests start, and end with all that those have started.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read},
    os::unix::process::CommandExt,
    process::{Child, Command, Stdio},
    sync::{Arc, Condvar, LazyLock, Mutex},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// Marks every process of a run, the children of children too.
const MARK: &str = "BROWSER_TESTS_RUN";

/// How long a program may take to say that it is ready.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is asked.
const PULSE: Duration = Duration::from_millis(10);

/// Held while a program is being started, and for good once the run is interrupted.
static STARTING: Mutex<()> = Mutex::new(());

/// Ctrl-C and SIGTERM end what the tests have started too: in groups of their own, the
/// programs do not get them themselves.
static INTERRUPTIBLE: LazyLock<Result<(), ctrlc::Error>> = LazyLock::new(|| {
    ctrlc::set_handler(|| {
        let _nothing_more = STARTING.lock();
        until_gone(|process| {
            // It may have ended by itself.
            let _ = kill_process(process, Signal::KILL);
        });
        // What shells make of Ctrl-C: 128 and the number of its signal.
        std::process::exit(130)
    })
});

/// How long what a program has said is waited for after its end: something that it has
/// started, and that is in no group of ours, may keep the other end open for ever.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// The lines that a program has said, and news of one more or of the end.
#[derive(Default)]
struct Output {
    lines: Mutex<Vec<String>>,
    more: Condvar,
}

/// A running program; dropped, it ends with everything in its process group.
pub struct Process {
    child: Child,
    said: Arc<Output>,
    readers: Vec<JoinHandle<()>>,
}

impl Process {
    /// Starts a program, whose output is kept line by line.
    ///
    /// # Errors
    /// With the program's name: it is not installed. Or Ctrl-C cannot be caught.
    pub fn start(command: &mut Command) -> io::Result<Self> {
        INTERRUPTIBLE.as_ref().map_err(io::Error::other)?;
        let name = command.get_program().to_string_lossy().into_owned();
        let starting = STARTING.lock();
        let mut child = command
            .env(MARK, std::process::id().to_string())
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
        drop(starting);
        let said = Arc::new(Output::default());
        let readers = [
            child.stdout.take().map(|out| read(out, Arc::clone(&said))),
            child.stderr.take().map(|out| read(out, Arc::clone(&said))),
        ];
        Ok(Self { child, said, readers: readers.into_iter().flatten().collect() })
    }

    /// The first of its lines, said or still to be said, that `find` finds something in.
    ///
    /// # Errors
    /// What it said instead, when it ended or said nothing of the kind for a minute.
    pub fn wait_for<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> io::Result<T> {
        let said = Arc::clone(&self.said);
        let mut found = None;
        self.wait_until(|| {
            found = said.lines.lock().ok().and_then(|lines| lines.iter().find_map(|line| find(line)));
            found.is_some()
        })?;
        found.ok_or_else(|| io::Error::other("it said nothing"))
    }

    /// Waits until it is ready.
    ///
    /// # Errors
    /// What it said when it ended, or was not ready within a minute.
    pub fn wait_until(&mut self, mut ready: impl FnMut() -> bool) -> io::Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !ready() {
            if Instant::now() > deadline || self.child.try_wait()?.is_some() {
                return Err(io::Error::other(format!("it did not start: {}", self.said().join("\n"))));
            }
            if let Ok(lines) = self.said.lines.lock() {
                // A line, or nothing for a while: either way it is asked again.
                let _ = self.said.more.wait_timeout(lines, PULSE);
            }
        }
        Ok(())
    }

    /// Everything it has said so far.
    pub fn said(&self) -> Vec<String> {
        self.said.lines.lock().map(|lines| lines.clone()).unwrap_or_default()
    }

    /// Ends it and everything in its group, and returns all that was said.
    pub fn end(mut self) -> Vec<String> {
        self.kill();
        let deadline = Instant::now() + LAST_WORDS;
        while Instant::now() < deadline && self.readers.iter().any(|reader| !reader.is_finished()) {
            if let Ok(lines) = self.said.lines.lock() {
                let _ = self.said.more.wait_timeout(lines, PULSE);
            }
        }
        self.said()
    }

    fn kill(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

fn read(out: impl Read + Send + 'static, said: Arc<Output>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut out = BufReader::new(out);
        let mut line = Vec::new();
        while out.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            if let Ok(mut lines) = said.lines.lock() {
                lines.push(String::from_utf8_lossy(&line).trim_end().to_owned());
                said.more.notify_all();
            }
            line.clear();
        }
    })
}

/// Processes of this run that do not go, by their command lines.
pub fn left_over() -> Vec<String> {
    until_gone(|_| ())
}

/// Does something to each process of this run until none is left; those that do not
/// go, by their command lines.
fn until_gone(each: impl Fn(Pid)) -> Vec<String> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        // What has been killed takes a moment to go.
        let left = marked();
        if left.is_empty() || Instant::now() > deadline {
            return left.into_iter().map(|(_, line)| line).collect();
        }
        left.iter().for_each(|(process, _)| each(*process));
        #[expect(clippy::disallowed_methods, reason = "the pulse of a wait")]
        std::thread::sleep(PULSE);
    }
}

/// Processes of this run, with their command lines.
fn marked() -> Vec<(Pid, String)> {
    let mark = format!("{MARK}={}", std::process::id());
    let mut marked = Vec::new();
    for process in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let number = process.file_name().to_str().and_then(|name| name.parse().ok());
        let Some(number) = number.and_then(Pid::from_raw) else { continue };
        let environment = fs::read(process.path().join("environ")).unwrap_or_default();
        if environment.split(|byte| *byte == 0).any(|variable| variable == mark.as_bytes()) {
            let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
            marked.push((number, String::from_utf8_lossy(&line).replace('\0', " ")));
        }
    }
    marked
}
