//! The three browser engines, each with its driver's process and peculiarities.

use std::{error::Error, fmt, fs, io, net::TcpStream, path::Path, process::Command};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use tokio::sync::OnceCell;

use crate::{process::Process, servers::free_port};

/// A browser engine.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Engine {
    /// Chrome, Edge and most others, by way of chromedriver.
    Chromium,
    /// Firefox, by way of geckodriver.
    Firefox,
    /// Safari's engine: WebKitGTK's MiniBrowser, by way of WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

impl fmt::Display for Engine {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// What a visitor has set in the browser.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Whether scripts run.
    pub scripts: bool,
    /// Whether the visitor has asked for less motion.
    pub reduced_motion: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { scripts: true, reduced_motion: false }
    }
}

/// What all sessions share; it ends when dropped.
#[derive(Default)]
pub struct Stage {
    profile: OnceCell<TempDir>,
}

impl Stage {
    /// A profile for Firefox that has been started once: with a new one it starts more slowly.
    async fn profile(&self) -> Result<TempDir, Box<dyn Error>> {
        let started = self.profile.get_or_try_init(|| async {
            let home = tempfile::tempdir()?;
            let driver = geckodriver(Settings::default(), home.path())?;
            driver.open().await?.quit().await?;
            Ok::<_, Box<dyn Error>>(home)
        });
        let profile = tempfile::tempdir()?;
        let all = started.await?.path().join(".");
        let copied = Command::new("cp").arg("-r").args([&all, profile.path()]).status()?;
        if copied.success() { Ok(profile) } else { Err("Firefox's profile cannot be copied".into()) }
    }
}

/// A driver that is ready for one session.
pub(crate) struct Driver {
    pub process: Process,
    /// The screen that it is shown on.
    pub display: Option<Process>,
    pub url: String,
    pub capabilities: Value,
    /// Where the browser has its settings, or what it leaves behind.
    pub home: Option<TempDir>,
}

impl Driver {
    pub async fn start(engine: Engine, settings: Settings, stage: &Stage) -> Result<Self, Box<dyn Error>> {
        match engine {
            Engine::Chromium => Ok(chromedriver(settings)?),
            Engine::Firefox => {
                let profile = stage.profile().await?;
                let driver = geckodriver(settings, profile.path())?;
                Ok(Self { home: Some(profile), ..driver })
            }
            Engine::WebKit => Ok(webkit_driver(settings)?),
        }
    }

    /// Opens the browser's window.
    pub async fn open(&self) -> Result<WebDriver, Box<dyn Error>> {
        let Value::Object(capabilities) = self.capabilities.clone() else {
            return Err("capabilities are an object".into());
        };
        Ok(WebDriver::new(&self.url, capabilities).await?)
    }
}

fn chromedriver(settings: Settings) -> io::Result<Driver> {
    // It leaves folders behind where it keeps what is temporary.
    let home = tempfile::tempdir()?;
    let mut command = Command::new("chromedriver");
    command.arg("--port=0").env("TMPDIR", home.path());
    let mut process = Process::start(&mut command)?;
    let port = process.wait_for(|line| {
        line.split_once("successfully on port ").map(|(_, port)| port.trim_end_matches('.').to_owned())
    })?;
    let mut args = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
    ];
    if settings.reduced_motion {
        args.push("--force-prefers-reduced-motion");
    }
    let mut preferences = json!({});
    if !settings.scripts {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": args, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    Ok(Driver {
        process,
        display: None,
        url: format!("http://127.0.0.1:{port}"),
        capabilities,
        home: Some(home),
    })
}

fn geckodriver(settings: Settings, profile: &Path) -> io::Result<Driver> {
    let mut command = Command::new("geckodriver");
    command.args(["--host=127.0.0.1", "--port=0", "--websocket-port=0"]);
    let mut process = Process::start(&mut command)?;
    let address =
        process.wait_for(|line| line.split_once("Listening on ").map(|(_, address)| address.to_owned()))?;
    let capabilities = json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": firefox(),
            "args": ["-headless", "-profile", profile],
            "prefs": {
                "javascript.enabled": settings.scripts,
                "ui.prefersReducedMotion": i32::from(settings.reduced_motion),
                // The console, on its output.
                "devtools.console.stdout.content": true,
                "devtools.console.stdout.chrome": false,
                "javascript.options.showInConsole": true,
                // A process in reserve takes its time from those that run.
                "dom.ipc.processPrelaunch.enabled": false,
            },
        },
    });
    Ok(Driver { process, display: None, url: format!("http://{address}"), capabilities, home: None })
}

/// Debian's name for it, or everybody else's.
fn firefox() -> &'static str {
    let debian = "/usr/bin/firefox-esr";
    if Path::new(debian).exists() { debian } else { "firefox" }
}

/// Starts Xvfb, for the engine that cannot do without a screen, on a display of its own choice.
/// Each browser has its own: windows that come and go would take each other's focus, and bring the
/// display's own pointer into what a test does with its.
fn display() -> io::Result<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let mut server = Process::start(&mut command)?;
    let number = server.wait_for(|line| line.parse::<u16>().ok())?;
    Ok((server, format!(":{number}")))
}

fn webkit_driver(settings: Settings) -> io::Result<Driver> {
    let (server, display) = display()?;
    // GTK reads whether to animate from a file, WebKit tells pages.
    let home = tempfile::tempdir()?;
    let gtk = home.path().join("gtk-3.0");
    fs::create_dir_all(&gtk)?;
    let animations = u8::from(!settings.reduced_motion);
    fs::write(gtk.join("settings.ini"), format!("[Settings]\ngtk-enable-animations={animations}\n"))?;

    // It takes no port of its own choice.
    let port = free_port()?;
    let mut command = Command::new("WebKitWebDriver");
    command
        .args(["--host=127.0.0.1", &format!("--port={port}")])
        .env("DISPLAY", display)
        .env("XDG_CONFIG_HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_CACHE_HOME", home.path().join("cache"))
        // Waiting for an accessibility bus that is not there takes half a minute.
        .env("NO_AT_BRIDGE", "1")
        // It has none of its own as root. What it loads are our pages alone.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        // Without graphics hardware, Mesa's threads crash now and then while a page goes.
        .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    let mut process = Process::start(&mut command)?;
    // It does not say when it is ready.
    process.wait_until(|| TcpStream::connect(("127.0.0.1", port)).is_ok())?;
    let url = format!("http://127.0.0.1:{port}");
    let capabilities = json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "args": [
                "--automation",
                "--enable-write-console-messages-to-stdout=true",
                // Without compositing, pages crash that begin one.
                "--features=-ViewTransitions",
                format!("--enable-javascript={}", settings.scripts),
            ],
        },
    });
    Ok(Driver { process, display: Some(server), url, capabilities, home: Some(home) })
}
