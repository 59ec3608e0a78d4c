//! Pictures of pages, by Chromium's devtools.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use tests::browser::Browser;
use thirtyfour::prelude::*;

use crate::Fallible;

/// So much of a page is on its picture, CSS px.
pub const TALLEST: u32 = 2400;

/// Up to this width the way to book stands at the lower edge of a window (`booking-bar.css`), CSS px.
const NARROW: u32 = 640;

/// What colours and which medium a page is asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// A visitor's own few colours.
    Forced,
    /// On paper.
    Print,
}

impl Scheme {
    /// All of them, in the order of the sheet.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Forced, Self::Print];

    /// Its name, as files have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Forced => "forced-colors",
            Self::Print => "print",
        }
    }

    /// The widths of the view in which pages are shown, CSS px.
    pub fn widths(self) -> &'static [u32] {
        match self {
            Self::Light | Self::Dark | Self::Forced => &[320, 390, 768, 1280, 1600],
            // A4.
            Self::Print => &[794],
        }
    }

    /// The widths of every scheme, each once.
    pub fn all_widths() -> Vec<u32> {
        let mut widths: Vec<u32> = Self::ALL.iter().flat_map(|scheme| scheme.widths()).copied().collect();
        widths.sort_unstable();
        widths.dedup();
        widths
    }

    /// What devtools are told.
    fn emulated(self) -> Value {
        let medium = if self == Self::Print { "print" } else { "" };
        let colours = if self == Self::Dark { "dark" } else { "light" };
        let forced = if self == Self::Forced { "active" } else { "none" };
        json!({ "media": medium, "features": [
            { "name": "prefers-color-scheme", "value": colours },
            { "name": "forced-colors", "value": forced },
        ] })
    }
}

/// How high the window is on a device of this width: a style may ask.
pub fn window(width: u32) -> u32 {
    match width {
        ..360 => 640,
        360..600 => 844,
        600..1000 => 1024,
        1000..1400 => 800,
        _ => 900,
    }
}

/// What a picture is written as.
#[derive(Clone, Copy)]
pub enum Format {
    /// As it is.
    Png,
    /// Smaller, with a quality of at most 100.
    WebP(u32),
}

/// What was answered to the request for the page.
const STATUS: &str = "performance.getEntriesByType('navigation')[0].responseStatus";

/// The client and the search have done what they do at first.
const CALM: &str = "document.documentElement.hasAttribute('data-hydrated')
    && document.documentElement.dataset.search !== 'waiting'";

/// Nothing moves any more but what never stops, or moves with scrolling.
const STILL: &str = "document.getAnimations().every(it => it.playState !== 'running'
    || it.timeline !== document.timeline || it.effect.getComputedTiming().endTime === Infinity)";

/// Hidden scrollbars keep their room.
const WITHOUT_GUTTER: &str = "document.documentElement.style.scrollbarGutter = 'auto'";

/// Ends when the fonts are there, and each picture that is to be seen down to a height.
const LOADED: &str = "
    const [height, done] = arguments;
    const isSeen = it => it.checkVisibility() && it.getBoundingClientRect().top < height;
    const loaded = it => it.complete || new Promise(then => it.onload = it.onerror = then);
    // A picture that is missing is for people to see.
    const shown = async it => { await loaded(it); await it.decode().catch(() => {}); };
    Promise.all([document.fonts.ready, ...[...document.images].filter(isSeen).map(shown)]).then(() => done());";

/// A browser's window to take pictures through.
pub struct Camera<'a> {
    browser: &'a Browser,
}

impl<'a> Camera<'a> {
    /// A camera for Chromium's window.
    pub async fn new(browser: &'a Browser) -> Fallible<Self> {
        let camera = Self { browser };
        // They are the system's, and would be on every picture.
        camera.tell("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        Ok(camera)
    }

    /// Opens a page of the site in light, and waits until it is all there.
    pub async fn open(&self, url: &str, width: u32, status: u16) -> Fallible {
        self.open_in(url, width, window(width), status).await
    }

    /// Opens a page in a window of this height.
    pub async fn open_in(&self, url: &str, width: u32, height: u32, status: u16) -> Fallible {
        self.browser.size(width, height).await?;
        self.show(Scheme::Light).await?;
        self.browser.goto(url).await?;
        let answered: u16 = self.browser.value(STATUS).await?;
        if answered != status {
            let message = format!("the site answers {answered}, and should answer {status}");
            return Err(match status {
                200 => format!("{message}: is there no such page any more?").into(),
                _ => message.into(),
            });
        }
        self.browser.until(CALM).await?;
        self.browser.run(WITHOUT_GUTTER).await?;
        self.loaded(width, height).await
    }

    /// Opens a file of the sheet's own.
    pub async fn open_file(&self, file: &std::path::Path, width: u32, height: u32) -> Fallible {
        self.browser.size(width, height).await?;
        self.show(Scheme::Light).await?;
        self.browser.goto(format!("file://{}", file.display())).await?;
        self.loaded(width, height).await
    }

    /// Waits for fonts and pictures. What is loaded when it comes into sight does so in a high
    /// window; the page is then shown in its own again, whose height a style may ask for.
    async fn loaded(&self, width: u32, height: u32) -> Fallible {
        let high = height.max(TALLEST);
        self.browser.size(width, high).await?;
        self.browser.execute_async(LOADED, vec![json!(high)]).await?;
        Ok(self.browser.size(width, height).await?)
    }

    /// Shows the page in a scheme.
    pub async fn show(&self, scheme: Scheme) -> Fallible {
        self.tell("Emulation.setEmulatedMedia", scheme.emulated()).await?;
        Ok(self.browser.until(STILL).await?)
    }

    /// The page from its top to its end, or to a height.
    pub async fn whole(&self, width: u32, most: u32) -> Fallible<Vec<u8>> {
        let height = self.height().await?.min(most);
        if width <= NARROW {
            // What stands at the window's lower edge stands at the picture's.
            self.browser.size(width, height).await?;
        }
        self.take((width, height), 1.0, Format::Png).await
    }

    /// How high the page is, CSS px.
    pub async fn height(&self) -> Fallible<u32> {
        Ok(self.browser.value("document.documentElement.scrollHeight").await?)
    }

    /// A part of the page from its top, in the view or not: its size, and by how much the picture
    /// is larger.
    pub async fn take(&self, (width, height): (u32, u32), scale: f64, format: Format) -> Fallible<Vec<u8>> {
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": scale });
        let mut asked = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
        if let Format::WebP(quality) = format {
            asked["format"] = json!("webp");
            asked["quality"] = json!(quality);
        }
        let answer = self.tell("Page.captureScreenshot", asked).await?;
        let picture = answer["data"].as_str().ok_or("Chromium has given no picture")?;
        Ok(BASE64_STANDARD.decode(picture)?)
    }

    async fn tell(&self, command: &str, parameters: Value) -> WebDriverResult<Value> {
        self.browser.cdp().send_raw(command, parameters).await
    }
}
