//! The development server, in three engines: what is saved is on the screen at once, what is
//! wrong lies over it, and nothing that a reader does is lost.

mod mistakes;
mod saving;
mod server;

use std::{
    process::ExitCode,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use libtest_mimic::{Arguments, Failed, Trial};
use tests::{
    browser::Browser,
    editing::{Project, Serving},
    engine::{Engine, Settings, Stage},
    process, root,
    trial::{self, Expected},
};
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

/// A page with questions and a link to [`LINKED`], and its file.
const PAGE: &str = "/microneedling/hair-loss";
const FILE: &str = "content/microneedling/hair-loss.md";

/// A page that [`PAGE`] leads to, and its file.
const LINKED: &str = "/microneedling/face";
const LINKED_FILE: &str = "content/microneedling/face.md";

/// What a test has at hand.
struct Context {
    browser: Browser,
    project: Project,
    serving: Arc<Mutex<Option<Serving>>>,
    expected: Expected,
}

impl Context {
    /// The address of a path.
    fn url(&self, path: &str) -> String {
        self.serving().as_ref().map(|it| it.url(path)).expect("a server")
    }

    fn serving(&self) -> MutexGuard<'_, Option<Serving>> {
        self.serving.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Loads a page, and waits until the client has taken it over.
    async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.browser.goto(self.url(path)).await?;
        self.browser.hydrated().await?;
        // Whatever loads the page anew takes this away.
        self.browser.run("window.isTheSame = true").await
    }

    /// The page has not been loaded anew.
    async fn is_the_same(&self) -> WebDriverResult<()> {
        assert!(self.browser.value::<bool>("window.isTheSame === true").await?, "the page was loaded anew");
        Ok(())
    }

    /// Waits until the page's heading is this.
    async fn until_heading(&self, heading: &str) -> WebDriverResult<()> {
        self.browser.until(&format!("document.querySelector('h1')?.textContent === '{heading}'")).await
    }

    /// Waits until the report over the page has these words; empty: until there is none.
    async fn until_report(&self, words: &str) -> WebDriverResult<()> {
        let condition = match words {
            "" => format!("{REPORT} === ''"),
            words => format!("{REPORT}.includes({words:?})"),
        };
        self.browser.until(&condition).await
    }

    /// The console may say something with these words.
    fn expect_on_the_console(&self, words: &'static str) {
        if let Ok(mut expected) = self.expected.lock() {
            expected.push(words);
        }
    }
}

/// The text of the report.
const REPORT: &str =
    "(document.getElementById('serve_report')?.shadowRoot?.querySelector('section')?.innerText ?? '')";

/// Names a test by its function.
macro_rules! case {
    ($($path:ident)::+) => {
        (concat!($("::", stringify!($path)),+), |engine, stage: Arc<Stage>, runtime: Arc<Runtime>| {
            let name = concat!($("::", stringify!($path)),+).trim_start_matches("::");
            runtime.block_on(run(engine, &stage, name, |context| Box::pin($($path)::+(context))))
        })
    };
}

/// Runs a test on a copy of the real site.
async fn run<T>(
    engine: Engine,
    stage: &Stage,
    name: &str,
    test: impl FnOnce(Context) -> T,
) -> Result<(), Failed>
where
    T: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let project = Project::with(&root().join("content"))?;
    // It is there until the browser has ended.
    let serving = Arc::new(Mutex::new(Some(Serving::start(&project, 0)?)));
    let expected = Expected::default();
    let test = |browser| {
        test(Context { browser, project, serving: Arc::clone(&serving), expected: Arc::clone(&expected) })
    };
    let name = format!("editing-{name}");
    trial::run(engine, Settings::default(), stage, &name, &expected, test, || Ok(()))
        .await
        .map_err(Failed::from)
}

type Case = (&'static str, fn(Engine, Arc<Stage>, Arc<Runtime>) -> Result<(), Failed>);

const CASES: [Case; 18] = [
    case!(mistakes::a_mistake_lies_over_the_page_until_it_is_mended),
    case!(mistakes::every_kind_is_told_as_in_the_terminal),
    case!(mistakes::a_report_can_be_hidden_until_there_is_another),
    case!(mistakes::a_page_that_has_never_been_built_shows_what_is_wrong),
    case!(mistakes::a_first_start_with_mistakes_shows_them),
    case!(mistakes::a_mistake_about_the_business_and_one_in_a_style),
    case!(saving::nothing_that_a_reader_has_done_is_lost),
    case!(saving::what_is_typed_and_where_one_types_is_kept),
    case!(saving::a_style_is_exchanged),
    case!(saving::a_first_picture_comes_with_what_it_needs),
    case!(saving::files_come_go_and_are_renamed),
    case!(saving::fifty_saves_end_at_the_last),
    case!(saving::editors_that_write_by_renaming),
    case!(saving::a_save_while_the_client_is_exchanged),
    case!(saving::pages_visited_before_are_shown_as_they_are_now),
    case!(saving::a_content_folder_that_is_exchanged),
    case!(saving::a_link_that_is_followed_during_an_update),
    case!(saving::a_server_that_begins_anew),
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let runtime = Arc::new(Runtime::new().expect("a runtime"));
    let stage = Arc::new(Stage::default());
    let mut trials = server::trials();
    for engine in Engine::ALL {
        trials.extend(CASES.into_iter().map(|(name, run)| {
            let (stage, runtime) = (Arc::clone(&stage), Arc::clone(&runtime));
            let name = format!("{engine} {}", name.trim_start_matches("::"));
            Trial::test(name, move || run(engine, stage, runtime))
        }));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(stage);
    let left = process::left_over();
    if !left.is_empty() {
        eprintln!("processes left over: {left:#?}");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}
