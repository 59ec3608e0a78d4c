//! A browser, driven over W3C WebDriver.

use std::{
    fs,
    io::{BufRead, BufReader},
    ops::Deref,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::json;
use thirtyfour::{error::WebDriverErrorInner, prelude::*};

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(20);

/// A driver process, ended when dropped.
pub struct Driver {
    child: Child,
    url: String,
}

impl Driver {
    /// Starts chromedriver on a port of its own choice.
    ///
    /// # Panics
    /// Where it is not installed: a missing browser fails the tests.
    pub fn start() -> Self {
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is on PATH (`cargo xtask test` installs it)");
        let stdout = child.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
        let port = lines
            .find_map(|line| {
                Some(line.split_once("successfully on port ")?.1.trim_end_matches('.').to_owned())
            })
            .expect("chromedriver says its port");
        // What it goes on to say is read, so that it can go on saying it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, url: format!("http://127.0.0.1:{port}") }
    }

    /// Opens a browser window.
    pub async fn open(&self, scripts: bool) -> WebDriverResult<Browser> {
        let mut capabilities = DesiredCapabilities::chrome();
        for arg in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900",
        ] {
            capabilities.add_arg(arg)?;
        }
        if !scripts {
            let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
            capabilities.add_experimental_option("prefs", off)?;
        }
        capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        Ok(Browser { driver: WebDriver::new(&self.url, capabilities).await? })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A browser window, with the questions that tests ask of it.
#[derive(Clone)]
pub struct Browser {
    driver: WebDriver,
}

impl Deref for Browser {
    type Target = WebDriver;
    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Browser {
    /// The first element that a CSS selector finds, as soon as it is there.
    pub async fn element(&self, css: &str) -> WebDriverResult<WebElement> {
        self.query(By::Css(css)).wait(PATIENCE, Duration::from_millis(20)).first().await
    }

    /// Waits until a JavaScript expression is true.
    pub async fn until(&self, expression: &str) -> WebDriverResult<()> {
        let script = format!("return Boolean({expression})");
        let deadline = std::time::Instant::now() + PATIENCE;
        while !self.execute(&*script, vec![]).await?.convert::<bool>()? {
            if std::time::Instant::now() > deadline {
                return Err(WebDriverErrorInner::Timeout(format!("never came true: {expression}")).into());
            }
        }
        Ok(())
    }

    /// Waits until the client has taken the page over.
    pub async fn hydrated(&self) -> WebDriverResult<()> {
        self.until("document.documentElement.hasAttribute('data-hydrated')").await
    }

    /// Everything on the console since the last time this was asked.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        Ok(self.browser_log().await?.into_iter().map(|entry| entry.message).collect())
    }

    /// Keeps what a person needs to see why a test failed.
    pub async fn keep_evidence(&self, folder: &Path) -> WebDriverResult<()> {
        fs::create_dir_all(folder)?;
        self.screenshot(&folder.join("screenshot.png")).await?;
        fs::write(folder.join("page.html"), self.source().await?)?;
        fs::write(folder.join("console.txt"), self.console().await?.join("\n"))?;
        Ok(())
    }
}
