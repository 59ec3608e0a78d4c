//! A browser window, driven over W3C WebDriver.

use std::{
    fs,
    ops::Deref,
    path::Path,
    time::{Duration, Instant},
};

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::{
    ElementId, RequestData, SessionId, common::command::FormatRequestData, error::WebDriverErrorInner,
    prelude::*,
};

use crate::{
    engine::{Driver, Engine, Settings, Stage},
    process::Process,
};

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is asked whether it has.
const PULSE: Duration = Duration::from_millis(10);

/// A browser window, with the questions that tests ask of it.
#[derive(Clone)]
pub struct Browser {
    driver: WebDriver,
    engine: Engine,
}

/// The processes behind a window.
pub struct Session {
    /// The window.
    pub browser: Browser,
    process: Process,
    _display: Option<Process>,
    _home: Option<tempfile::TempDir>,
}

impl Session {
    /// Starts a browser.
    ///
    /// # Errors
    /// The driver is not installed, does not start, or has no browser.
    pub async fn start(
        engine: Engine,
        settings: Settings,
        stage: &Stage,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        let (driver, window) = Self::open(engine, settings, stage).await?;
        if engine != Engine::Chromium {
            // Chromium starts with its size, the others cannot.
            window.set_window_rect(0, 0, 1280, 900).await?;
        }
        Ok(Self {
            browser: Browser { driver: window, engine },
            process: driver.process,
            _display: driver.display,
            _home: driver.home,
        })
    }

    async fn open(
        engine: Engine,
        settings: Settings,
        stage: &Stage,
    ) -> Result<(Driver, WebDriver), Box<dyn std::error::Error>> {
        let mut tries_left = 3;
        loop {
            tries_left -= 1;
            let opened = async {
                let driver = Driver::start(engine, settings, stage).await?;
                let window = driver.open().await?;
                Ok((driver, window))
            };
            // The port that a driver has chosen may be taken by another one meanwhile.
            match opened.await {
                Err(_) if tries_left > 0 => {}
                done => return done,
            }
        }
    }

    /// Closes the window, ends its processes, and returns what was on the console,
    /// and whether the browser was there to the end.
    pub async fn end(self) -> (Vec<String>, WebDriverResult<()>) {
        let Self { browser, process, _display, _home } = self;
        let engine = browser.engine;
        let mut console = Vec::new();
        let ended = async {
            match engine {
                Engine::Chromium => {
                    let log = browser.driver.browser_log().await?;
                    console.extend(log.into_iter().map(|entry| entry.message));
                    browser.driver.quit().await
                }
                // Quitting takes a third of the time of a short test. What answers is there, and
                // has written what it had to say.
                Engine::Firefox => {
                    browser.windows().await?;
                    browser
                        .driver
                        .leak()
                        .map_err(|error| WebDriverErrorInner::FatalError(error.to_string()).into())
                }
                // Its output is all there at the end.
                Engine::WebKit => browser.driver.quit().await,
            }
        };
        let ended = ended.await;
        console.extend(process.end().into_iter().filter(|line| is_console(engine, line)));
        (console, ended)
    }
}

/// Parts of Firefox that found no server, or no time.
const OWN_WORDS: [&str; 2] = ["console.error: RSLoader:", "console.error: ExperimentAPI:"];

/// Whether a line of a browser's output comes from a page's console.
fn is_console(engine: Engine, line: &str) -> bool {
    match engine {
        Engine::Chromium => false,
        // Firefox has words of its own there.
        Engine::Firefox if OWN_WORDS.iter().any(|begin| line.starts_with(begin)) => false,
        Engine::Firefox => ["console.", "JavaScript error: http", "JavaScript warning: http"]
            .iter()
            .any(|begin| line.starts_with(begin)),
        Engine::WebKit => line.contains("CONSOLE "),
    }
}

impl Deref for Browser {
    type Target = WebDriver;
    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Browser {
    /// The engine it runs on.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The first element that a CSS selector finds, as soon as it is there.
    pub async fn element(&self, css: &str) -> WebDriverResult<WebElement> {
        self.query(By::Css(css)).wait(PATIENCE, PULSE).first().await
    }

    /// The value of a JavaScript expression.
    pub async fn value<T: serde::de::DeserializeOwned>(&self, expression: &str) -> WebDriverResult<T> {
        self.execute(format!("return ({expression})"), vec![]).await?.convert()
    }

    /// Runs JavaScript statements.
    pub async fn run(&self, statements: &str) -> WebDriverResult<()> {
        self.execute(statements, vec![]).await.map(drop)
    }

    /// Waits until a JavaScript expression is true.
    pub async fn until(&self, expression: &str) -> WebDriverResult<()> {
        self.until_is(&format!("Boolean({expression})"), &json!(true)).await
    }

    /// Waits until a JavaScript expression has a value.
    pub async fn until_is(&self, expression: &str, wanted: &Value) -> WebDriverResult<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // While a page is being replaced there is nobody to answer.
            let found = self.value::<Value>(expression).await;
            if found.as_ref().is_ok_and(|it| it == wanted) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let place = self.value::<String>("`${location.href}, scrolled to ${scrollY}`").await?;
                let message = format!("never became {wanted}, but is {found:?}, at {place}: {expression}");
                return Err(WebDriverErrorInner::Timeout(message).into());
            }
            #[expect(clippy::disallowed_methods, reason = "the pulse of a wait")]
            tokio::time::sleep(PULSE).await;
        }
    }

    /// Waits until the client has taken the page over.
    pub async fn hydrated(&self) -> WebDriverResult<()> {
        self.until("document.documentElement.hasAttribute('data-hydrated')").await
    }

    /// Scrolls as a visitor does: after what the page itself does in this frame, and until
    /// the page has heard of it.
    pub async fn scroll_to(&self, y: u32) -> WebDriverResult<()> {
        self.run(&format!(
            "window.hasScrolled = false;
             requestAnimationFrame(() => {{
                 addEventListener('scroll', () => {{ window.hasScrolled = true; }}, {{ once: true }});
                 scrollTo(0, {y});
             }})"
        ))
        .await?;
        self.until(&format!("window.hasScrolled && scrollY === {y}")).await
    }

    /// Presses a key, wherever focus is.
    pub async fn press(&self, key: Key) -> WebDriverResult<()> {
        self.action_chain().send_keys(key).perform().await
    }

    /// Makes the window narrow: 320 px where the engine can, else as narrow as its window gets.
    pub async fn narrow(&self) -> WebDriverResult<()> {
        if self.engine == Engine::Chromium {
            return self.size(320, 800).await;
        }
        self.set_window_rect(0, 0, 320, 800).await
    }

    /// The size of the page's view, px; Chromium alone can have any.
    pub async fn size(&self, width: u32, height: u32) -> WebDriverResult<()> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Media features as a visitor may have set them; Chromium alone can be told.
    pub async fn media(&self, features: &[(&str, &str)]) -> WebDriverResult<()> {
        let features: Vec<_> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }

    /// An element's name as assistive technology is told it.
    pub async fn accessible_name(&self, element: &WebElement) -> WebDriverResult<String> {
        self.cmd(Computed("computedlabel", element.element_id())).await?.value()
    }

    /// An element's role as assistive technology is told it.
    pub async fn accessible_role(&self, element: &WebElement) -> WebDriverResult<String> {
        self.cmd(Computed("computedrole", element.element_id())).await?.value()
    }

    /// Keeps what a person needs to see why a test failed.
    pub async fn keep_evidence(&self, folder: &Path) -> WebDriverResult<()> {
        fs::create_dir_all(folder)?;
        self.screenshot(&folder.join("screenshot.png")).await?;
        fs::write(folder.join("page.html"), self.source().await?)?;
        Ok(())
    }
}

/// What an element is to assistive technology: commands of the standard that
/// thirtyfour does not have (W3C WebDriver, 12.4).
#[derive(Debug)]
struct Computed(&'static str, ElementId);

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self(what, element) = self;
        RequestData::new(Method::GET, format!("session/{session}/element/{element}/{what}"))
    }
}
