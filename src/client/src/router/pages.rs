//! The pages that can be shown without a page load: those in the `.wasm`, and those
//! that were fetched. There is no list of all pages: an address without one is found
//! out by asking.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use model::{Route, Site, plain};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    Response,
    js_sys::{self, Promise, Reflect},
    wasm_bindgen::{JsCast, JsValue},
};

/// How many fetched pages are kept; who has seen more goes on by page loads, which
/// begin anew.
const KEPT: usize = 100;

/// How urgent an answer is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Priority {
    /// A visitor may be about to go there.
    Low,
    /// A visitor waits for it.
    High,
}

/// All pages that are at hand, and those that were asked for.
pub(super) struct Pages {
    site: &'static Site,
    /// What every document of this build has, and none of another.
    build: Option<String>,
    fetched: RefCell<Vec<&'static Route>>,
    /// One answer for each path, whoever asks.
    asked: RefCell<Vec<(String, Promise)>>,
    /// Low-priority answers that are on their way.
    in_flight: Cell<usize>,
}

impl Pages {
    pub(super) fn new(site: &'static Site) -> Self {
        let tag = document().query_selector("meta[name=build]").ok().flatten();
        Self {
            site,
            build: tag.map(|tag| tag.outer_html()),
            fetched: RefCell::default(),
            asked: RefCell::default(),
            in_flight: Cell::default(),
        }
    }

    /// The page at a path, if it is at hand.
    pub(super) fn at_hand(&self, path: &str) -> Option<&'static Route> {
        let fetched = || self.fetched.borrow().iter().copied().find(|route| route.path == plain(path));
        self.site.route(path).or_else(fetched)
    }

    /// Forgets what was fetched: all of it may be another by now.
    #[cfg(debug_assertions)]
    pub(super) fn forget(&self) {
        self.fetched.borrow_mut().clear();
        self.asked.borrow_mut().clear();
    }

    /// Low-priority answers that are on their way.
    pub(super) fn in_flight(&self) -> usize {
        self.in_flight.get()
    }

    /// Whether a path has been asked for.
    pub(super) fn is_asked(&self, path: &str) -> bool {
        self.asked.borrow().iter().any(|(asked, _)| asked == plain(path))
    }

    /// Fetches a page from its own address; `None`: what is there is no page of this build.
    pub(super) async fn fetch(&self, path: &str, priority: Priority) -> Option<&'static Route> {
        if let Some(route) = self.at_hand(path) {
            return Some(route);
        }
        let build = self.build.as_ref()?;
        if self.fetched.borrow().len() >= KEPT {
            return None;
        }
        let path = plain(path);
        let known = self.asked.borrow().iter().find(|(asked, _)| asked == path).map(|(_, it)| it.clone());
        let answer = known.unwrap_or_else(|| {
            let answer = future_to_promise(text(path.to_owned(), priority));
            self.asked.borrow_mut().push((path.to_owned(), answer.clone()));
            answer
        });
        if priority == Priority::Low {
            self.in_flight.update(|it| it + 1);
        }
        let text = JsFuture::from(answer).await;
        if priority == Priority::Low {
            self.in_flight.update(|it| it - 1);
        }
        let text = text.ok().and_then(|text| text.as_string());
        // Forgotten meanwhile: it is what the page was.
        #[cfg(debug_assertions)]
        if !self.is_asked(path) {
            return None;
        }
        // Another one who waited for the same answer may have been first.
        if let Some(route) = self.at_hand(path) {
            return Some(route);
        }
        match text.filter(|text| text.contains(&**build)).and_then(|text| cut(&text)) {
            Some(route) => {
                // It stays as long as the document does; see `KEPT`.
                let route: &'static Route = Box::leak(Box::new(route));
                self.fetched.borrow_mut().push(route);
                Some(route)
            }
            None => {
                // It may have been the network: who asks again is answered anew.
                self.asked.borrow_mut().retain(|(asked, _)| asked != path);
                None
            }
        }
    }
}

/// The document at a path of this site.
async fn text(path: String, priority: Priority) -> Result<JsValue, JsValue> {
    let options = js_sys::Object::new();
    let priority = if priority == Priority::Low { "low" } else { "high" };
    Reflect::set(&options, &"priority".into(), &priority.into())?;
    let window = window();
    let request = window.fetch_with_str_and_init(&path, options.unchecked_ref());
    let answer: Response = JsFuture::from(request).await?.dyn_into()?;
    let is_html = answer.headers().get("content-type")?.is_some_and(|it| it.starts_with("text/html"));
    // A host may lead on to another form of the same address, and nowhere else.
    let same_place = web_sys::Url::new(&answer.url()).is_ok_and(|url| {
        window.location().origin().is_ok_and(|it| it == url.origin()) && plain(&url.pathname()) == path
    });
    if answer.status() != 200 || !is_html || !same_place {
        return Err(JsValue::NULL);
    }
    JsFuture::from(answer.text()?).await
}

/// Cuts a page out of its document, at the marks that the prerenderer writes.
fn cut(document: &str) -> Option<Route> {
    let start = document.find("<title>")?;
    let (head, rest) = document[start..].split_once("<meta name=\"route\" ")?;
    let (route, rest) = rest.split_once('>')?;
    let (_, rest) = rest.split_once("<article>")?;
    let (article, _) = rest.split_once("</article></main>")?;
    let value = |name: &str| {
        let (_, rest) = route.split_once(&format!("{name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    };
    Some(Route {
        path: value("content").filter(|path| !path.is_empty())?.to_owned().into(),
        head: format!("{head}<meta name=\"route\" {route}>").into(),
        cta_text: value("data-cta").map(|text| text.to_owned().into()),
        is_treatment: route.contains("data-treatment"),
        article: article.to_owned().into(),
    })
}
