//! Behaviour in a real browser, against the built `dist/`.
//!
//! Each test has a server and a browser window of its own, and fails on any
//! console message and any failed request that it did not ask for. What a failed
//! test saw is kept in `target/browser-tests/`.

mod booking;
mod faq;
mod layout;
mod menu;
mod navigation;
mod pages;
mod resilience;

use std::{pin::Pin, process::ExitCode, sync::Arc};

use libtest_mimic::{Arguments, Failed, Trial};
use tests::{
    browser::{Browser, Driver},
    root,
    server::{Fault, Server},
    site,
};
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

/// What a test has at hand.
#[derive(Clone)]
pub struct Context {
    browser: Browser,
    server: Arc<Server>,
}

impl Context {
    async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.browser.goto(self.server.url(path)).await
    }

    async fn open_hydrated(&self, path: &str) -> WebDriverResult<()> {
        self.open(path).await?;
        self.browser.hydrated().await
    }
}

type Running = Pin<Box<dyn Future<Output = WebDriverResult<()>> + Send>>;

/// A test and the circumstances it wants.
pub struct Case {
    name: &'static str,
    run: fn(Context) -> Running,
    site: &'static str,
    scripts: bool,
    fault: Fault,
}

impl Case {
    fn name(&self) -> &'static str {
        self.name.trim_start_matches("::")
    }

    /// On a site of `tests/sites/` instead of the real one.
    fn on(self, site: &'static str) -> Self {
        Self { site, ..self }
    }

    fn without_scripts(self) -> Self {
        Self { scripts: false, ..self }
    }

    fn with(self, fault: Fault) -> Self {
        Self { fault, ..self }
    }
}

/// A test by its path.
#[macro_export]
macro_rules! case {
    ($($path:ident)::+) => {
        $crate::Case {
            name: concat!($("::", stringify!($path)),+),
            run: |context| Box::pin($($path)::+(context)),
            site: "",
            scripts: true,
            fault: Default::default(),
        }
    };
}

fn cases() -> Vec<Case> {
    vec![
        case!(booking::the_form_knows_the_treatment),
        case!(booking::the_form_becomes_an_e_mail),
        case!(booking::the_form_is_posted_and_answered).on("form"),
        case!(booking::buttons_lead_elsewhere).on("elsewhere"),
        case!(faq::opens_and_closes_by_mouse),
        case!(faq::opens_and_closes_by_keyboard),
        case!(faq::opens_without_scripts).without_scripts(),
        case!(faq::stays_open_when_the_client_takes_over).with(Fault::WasmHeld),
        case!(layout::templates_fit_every_width),
        case!(layout::templates_fit_text_of_twice_the_size),
        case!(layout::every_section_fits_every_width).on("form"),
        case!(layout::what_has_focus_is_never_behind_the_booking_bar),
        case!(menu::opens_and_closes_by_keyboard),
        case!(menu::closes_after_a_navigation),
        case!(menu::works_by_touch),
        case!(menu::works_without_scripts).without_scripts(),
        case!(menu::is_a_row_where_there_is_room),
        case!(navigation::follows_a_link_without_a_page_load_and_comes_back),
        case!(navigation::understands_every_form_of_a_deep_url),
        case!(navigation::announces_each_page_once_and_moves_focus),
        case!(navigation::opens_the_question_that_a_link_leads_to),
        case!(navigation::restores_the_scroll_position),
        case!(navigation::brings_each_page_s_own_head),
        case!(navigation::leaves_fragments_to_the_browser),
        case!(navigation::works_without_scripts).without_scripts(),
        case!(navigation::shows_the_page_for_unknown_addresses),
        case!(pages::every_route_loads_in_silence_and_answers_a_click),
        case!(pages::nothing_moves_while_loading),
        case!(pages::lighthouse_finds_nothing),
        case!(resilience::works_while_the_wasm_is_on_its_way).with(Fault::WasmHeld),
        case!(resilience::works_without_the_wasm).with(Fault::WasmMissing),
        case!(resilience::fetches_the_wasm_once_after_the_first_paint),
    ]
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let runtime = Arc::new(Runtime::new().expect("a runtime"));
    let driver = Arc::new(Driver::start());
    let trials = cases()
        .into_iter()
        .map(|case| {
            let (runtime, driver) = (Arc::clone(&runtime), Arc::clone(&driver));
            Trial::test(case.name(), move || runtime.block_on(run(&driver, &case)))
        })
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(driver);
    conclusion.exit_code()
}

async fn run(driver: &Driver, case: &Case) -> Result<(), Failed> {
    let server = Arc::new(Server::start(site(case.site), case.fault).await?);
    let browser = driver.open(case.scripts).await?;
    let context = Context { browser: browser.clone(), server: Arc::clone(&server) };

    // A panic in a task of its own leaves time to keep evidence and close the window.
    let outcome = match tokio::spawn((case.run)(context)).await {
        Ok(Ok(())) => nothing_unexpected(&browser, &server).await,
        Ok(Err(error)) => Err(error.to_string().into()),
        Err(panic) => Err(match panic.try_into_panic() {
            Ok(message) => {
                message.downcast_ref::<String>().cloned().unwrap_or_else(|| "it panicked".into()).into()
            }
            Err(_) => "it was cancelled".into(),
        }),
    };
    if outcome.is_err() {
        browser
            .keep_evidence(&root().join("target/browser-tests").join(case.name().replace("::", "-")))
            .await?;
    }
    (*browser).clone().quit().await?;
    outcome
}

async fn nothing_unexpected(browser: &Browser, server: &Server) -> Result<(), Failed> {
    let console = browser.console().await?;
    if !console.is_empty() {
        return Err(format!("the console is not silent: {console:#?}").into());
    }
    let failed: Vec<_> = server.answered().into_iter().filter(|it| it.status >= 400).collect();
    if !failed.is_empty() {
        return Err(format!("requests failed: {failed:#?}").into());
    }
    Ok(())
}
