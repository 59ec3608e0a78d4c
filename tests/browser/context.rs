//! What a test has at hand: a browser, a server, and the pages that tests begin on.

use std::sync::Arc;

use tests::{browser::Browser, server::Server, trial::Expected};
use thirtyfour::prelude::*;

/// The real page: seven questions, and a link in its text.
pub const PAGE: &str = "/microneedling/hair-loss";

/// A page that [`PAGE`] links to in its text, and the other way round.
pub const LINKED: &str = "/microneedling/face";

/// The path, in the form that routes have: a host may add a slash.
pub const HERE: &str = "location.pathname.replace(/\\/$/, '')";

/// What a test has at hand.
#[derive(Clone)]
pub struct Context {
    /// The browser's window.
    pub browser: Browser,
    /// The host of the site.
    pub server: Arc<Server>,
    /// What the console may say.
    pub expected: Expected,
}

impl Context {
    /// Loads a page.
    pub async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.browser.goto(self.server.url(path)).await
    }

    /// Loads a page, and waits until the client has taken it over.
    pub async fn open_hydrated(&self, path: &str) -> WebDriverResult<()> {
        self.open(path).await?;
        self.browser.hydrated().await
    }

    /// Waits until the page with this heading is shown.
    pub async fn until_page(&self, heading: &str) -> WebDriverResult<()> {
        self.browser.until(&format!("document.querySelector('h1')?.textContent === '{heading}'")).await
    }

    /// The console may say something with these words: the test asks for it.
    pub fn expect_on_the_console(&self, words: &'static str) {
        if let Ok(mut expected) = self.expected.lock() {
            expected.push(words);
        }
    }
}
