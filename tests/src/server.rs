//! The host of the browser tests: a plain file server with the headers that the build
//! wrote, or Caddy with the configuration that the build wrote. Either can be told to
//! fail.

use std::{
    collections::HashMap,
    convert::Infallible,
    env, io,
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Redirect, Response},
    routing::post,
};
use futures_util::{StreamExt, stream};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use tower::{Layer, ServiceExt};
use tower_http::{
    compression::CompressionLayer,
    services::{ServeDir, ServeFile},
};
use ureq::Agent;

use crate::{process::Process, servers};

/// What arrives at once where pages trickle, bytes, and the time to the next part.
const PART: usize = 700;
const PAUSE: Duration = Duration::from_millis(30);

/// The environment variable that says who answers: `plain` or `caddy`.
const HOST: &str = "TESTS_HOST";

/// What is wrong with the host.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Pages arrive bit by bit, so that browsers paint them unfinished.
    HtmlTrickles,
    /// The `.wasm` waits until [`Server::release_wasm`].
    WasmHeld,
    /// The `.wasm` is this late.
    WasmLate(Duration),
    /// The `.wasm` is not there.
    WasmMissing,
    /// Half of the `.wasm` arrives, as if it were all.
    WasmTruncated,
    /// The `.wasm` is said to be something else.
    WasmOfWrongType,
    /// A policy forbids to fetch the `.wasm`.
    WasmBlocked,
    /// This script of somebody else's runs first in every page.
    Script(&'static str),
    /// A proxy writes the body's HTML anew: white space and comments come and go.
    HtmlRewritten,
    /// A policy forbids all scripts.
    NoScripts,
}

/// What is answered at one path instead of its page.
#[derive(Clone, Debug, PartialEq)]
pub enum Instead {
    /// Nothing, until [`Server::answer`] takes this back.
    Silence,
    /// That there is nothing.
    NotFound,
    /// That it is elsewhere.
    Redirect(&'static str),
    /// The page, said to be something else.
    Type(&'static str),
    /// Somebody else's page, as networks in hotels send it.
    Portal,
    /// No answer at all: the connection ends.
    Nothing,
}

/// One answered request.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Path of the request.
    pub path: String,
    /// Status of the answer.
    pub status: u16,
}

/// The server; it ends when dropped.
pub struct Server {
    address: SocketAddr,
    state: Arc<Shared>,
    task: JoinHandle<()>,
}

struct Shared {
    fault: Fault,
    host: Mutex<Arc<Host>>,
    released: watch::Sender<bool>,
    instead: watch::Sender<HashMap<String, Instead>>,
    answered: Mutex<Vec<Answered>>,
    posted: Mutex<Vec<String>>,
    violations: Mutex<Vec<String>>,
}

/// Who has the files.
enum Host {
    /// Sends `/a` to `/a/`, and answers that with `/a/index.html`.
    Plain(PathBuf),
    /// Caddy, at this address.
    Caddy(String, Process),
}

impl Host {
    fn start(folder: PathBuf) -> io::Result<Arc<Self>> {
        if !crate::headers(&folder).iter().any(|(name, _)| name == "Content-Security-Policy") {
            return Err(io::Error::other(format!("{} has no policy for its pages", folder.display())));
        }
        match env::var(HOST).as_deref() {
            Err(_) | Ok("plain") => Ok(Arc::new(Self::Plain(folder))),
            Ok("caddy") => {
                let (process, address) = servers::caddy(&folder)?;
                Ok(Arc::new(Self::Caddy(address, process)))
            }
            Ok(other) => Err(io::Error::other(format!("{HOST} is `{other}`, not `plain` or `caddy`"))),
        }
    }
}

impl Server {
    /// Serves a folder.
    ///
    /// # Errors
    /// No port is free, or Caddy does not start.
    pub async fn start(folder: PathBuf, fault: Fault) -> io::Result<Self> {
        let state = Arc::new(Shared {
            fault,
            host: Mutex::new(Host::start(folder)?),
            released: watch::Sender::new(false),
            instead: watch::Sender::default(),
            answered: Mutex::default(),
            posted: Mutex::default(),
            violations: Mutex::default(),
        });
        let router = Router::new()
            .route("/submit", post(take_form))
            .route("/violation", post(take_violation))
            .fallback(file)
            .with_state(Arc::clone(&state))
            .layer(middleware::from_fn_with_state(Arc::clone(&state), answer));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(async move {
            // Ends when the task is aborted; there is nobody to tell before.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { address, state, task })
    }

    /// The address of a path on this server.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Lets held requests for the `.wasm` go on.
    pub fn release_wasm(&self) {
        self.state.released.send_replace(true);
    }

    /// Answers something else at this path from now on, in any of its forms; `None`: its
    /// page again, also to requests that are waiting.
    pub fn answer(&self, path: &str, instead: Option<Instead>) {
        self.state.instead.send_modify(|all| {
            _ = match instead {
                Some(instead) => all.insert(path.to_owned(), instead),
                None => all.remove(path),
            };
        });
    }

    /// How often the page of a path was sent, in any of its forms: a host may lead from
    /// one to the other first.
    pub fn sent(&self, path: &str) -> usize {
        let is_it = |it: &&Answered| it.status == 200 && it.path.trim_end_matches('/') == path;
        self.answered().iter().filter(is_it).count()
    }

    /// Serves another folder from now on.
    ///
    /// # Errors
    /// Caddy does not start.
    pub fn deploy(&self, folder: PathBuf) -> io::Result<()> {
        let host = Host::start(folder)?;
        if let Ok(mut current) = self.state.host.lock() {
            *current = host;
        }
        Ok(())
    }

    /// All answers so far.
    pub fn answered(&self) -> Vec<Answered> {
        self.state.answered.lock().map(|all| all.clone()).unwrap_or_default()
    }

    /// The bodies of all forms that were posted to `/submit`.
    pub fn posted(&self) -> Vec<String> {
        self.state.posted.lock().map(|all| all.clone()).unwrap_or_default()
    }

    /// What browsers reported of the Content-Security-Policy.
    pub fn violations(&self) -> Vec<String> {
        self.state.violations.lock().map(|all| all.clone()).unwrap_or_default()
    }

    /// Forgets all answers so far: the failures among them were wanted.
    pub fn forget_answered(&self) {
        if let Ok(mut answered) = self.state.answered.lock() {
            answered.clear();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
        // Connections that are still open hold the state, and with it Caddy.
        if let Ok(mut host) = self.state.host.lock() {
            *host = Arc::new(Host::Plain(PathBuf::new()));
        }
    }
}

async fn file(State(state): State<Arc<Shared>>, request: Request) -> Response {
    let Ok(host) = state.host.lock().map(|host| Arc::clone(&host)) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    match &*host {
        Host::Plain(folder) => plain_file(folder.clone(), request).await,
        Host::Caddy(address, _process) => {
            let url = format!("{address}{}", request.uri());
            let asked = tokio::task::spawn_blocking(move || forward(&url, &request));
            match asked.await {
                Ok(Ok(response)) => response,
                Ok(Err(error)) => (StatusCode::BAD_GATEWAY, error.to_string()).into_response(),
                Err(error) => (StatusCode::BAD_GATEWAY, error.to_string()).into_response(),
            }
        }
    }
}

async fn plain_file(folder: PathBuf, request: Request) -> Response {
    let headers = crate::headers(&folder);
    let not_found = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder).not_found_service(not_found);
    // Its error type has no values.
    let Ok(response) = CompressionLayer::new().layer(files).oneshot(request).await;
    let mut response = response.into_response();
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// What another server answers to GET, as it is: a redirect too.
fn forward(url: &str, request: &Request) -> Result<Response, ureq::Error> {
    let config = Agent::config_builder().max_redirects(0).http_status_as_error(false).proxy(None);
    let mut asked = Agent::from(config.build()).get(url);
    for (name, value) in request.headers().iter().filter(|(name, _)| **name != header::HOST) {
        asked = asked.header(name, value);
    }
    let (mut head, mut body) = asked.call()?.into_parts();
    head.headers.remove(header::TRANSFER_ENCODING);
    Ok(Response::from_parts(head, Body::from(body.read_to_vec()?)))
}

/// The site's policy with a place to report to, or with the fault.
fn policy(fault: Fault, policy: &str) -> Option<HeaderValue> {
    let policy = match fault {
        // What the test puts into the page is not part of the site.
        Fault::Script(_) => return None,
        Fault::NoScripts => "script-src 'none'".to_owned(),
        Fault::WasmBlocked => policy.replace("connect-src 'self'", "connect-src 'none'"),
        _ => format!("{policy}; report-uri /violation"),
    };
    policy.parse().ok()
}

async fn take_violation(State(state): State<Arc<Shared>>, body: String) -> StatusCode {
    if let Ok(mut violations) = state.violations.lock() {
        violations.push(body);
    }
    StatusCode::NO_CONTENT
}

/// Takes a form as a service for static sites does, and leads on to its page of thanks.
async fn take_form(State(state): State<Arc<Shared>>, body: String) -> Redirect {
    if let Ok(mut posted) = state.posted.lock() {
        posted.push(body);
    }
    Redirect::to("/book/sent/")
}

async fn answer(State(state): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let wasm = path.ends_with(".wasm");
    match state.fault {
        Fault::WasmHeld if wasm => {
            // An error means that the test, and with it the server, is over.
            let _ = state.released.subscribe().wait_for(|released| *released).await;
        }
        #[expect(clippy::disallowed_methods, reason = "being late is the fault")]
        Fault::WasmLate(time) if wasm => tokio::time::sleep(time).await,
        _ => {}
    }
    if let Some(answer) = instead(&state, &path).await {
        return answer;
    }
    if matches!(
        state.fault,
        Fault::WasmTruncated | Fault::Script(_) | Fault::HtmlRewritten | Fault::HtmlTrickles
    ) {
        // What is changed below must not be compressed.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let mut response = match state.fault {
        Fault::WasmMissing if wasm => StatusCode::NOT_FOUND.into_response(),
        _ => next.run(request).await,
    };
    let html = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|it| it.as_bytes().starts_with(b"text/html"));
    let sent = response.headers_mut().remove(header::CONTENT_SECURITY_POLICY);
    if let Some(policy) = sent.and_then(|sent| policy(state.fault, sent.to_str().ok()?)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    match state.fault {
        Fault::WasmOfWrongType if wasm => {
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
        }
        Fault::WasmTruncated if wasm => {
            response = changed(response, |bytes| bytes[..bytes.len() / 2].to_vec()).await;
        }
        Fault::HtmlTrickles if html => response = trickling(response).await,
        Fault::Script(script) if html => {
            let script = format!("<head><script>{script}</script>");
            let put =
                |bytes: &[u8]| String::from_utf8_lossy(bytes).replacen("<head>", &script, 1).into_bytes();
            response = changed(response, put).await;
        }
        Fault::HtmlRewritten if html => response = changed(response, rewritten).await,
        _ => {}
    }
    if let Ok(mut answered) = state.answered.lock() {
        answered.push(Answered { path, status: response.status().as_u16() });
    }
    response
}

/// What is answered instead of the page at a path.
async fn instead(state: &Shared, path: &str) -> Option<Response> {
    let path = path.trim_end_matches('/');
    let all = state.instead.borrow().clone();
    Some(match all.get(path)? {
        Instead::Silence => {
            let is_over = |all: &HashMap<String, Instead>| all.get(path) != Some(&Instead::Silence);
            let _ = state.instead.subscribe().wait_for(is_over).await;
            return None;
        }
        Instead::NotFound => {
            (StatusCode::NOT_FOUND, Html("<!doctype html><title>?</title>Nothing")).into_response()
        }
        Instead::Redirect(to) => Redirect::to(to).into_response(),
        Instead::Type(mime) => ([(header::CONTENT_TYPE, *mime)], "a page").into_response(),
        Instead::Portal => {
            Html("<!doctype html><title>Welcome</title><article>Log in</article>").into_response()
        }
        Instead::Nothing => {
            let end = stream::iter([Err::<Vec<u8>, _>(io::Error::other("the connection ends"))]);
            Body::from_stream(end).into_response()
        }
    })
}

/// The same answer, a part of the page's body every other frame.
async fn trickling(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    // Nothing is painted before the body.
    let start = bytes.windows(5).position(|it| it == b"<body").unwrap_or_default();
    let parts: Vec<_> =
        [&bytes[..start]].into_iter().chain(bytes[start..].chunks(PART)).map(<[u8]>::to_vec).collect();
    let parts = stream::iter(parts).then(|part| async {
        #[expect(clippy::disallowed_methods, reason = "being slow is the fault")]
        tokio::time::sleep(PAUSE).await;
        Ok::<_, Infallible>(part)
    });
    Response::from_parts(head, Body::from_stream(parts))
}

/// A document as a proxy that tidies up might send it on.
fn rewritten(document: &[u8]) -> Vec<u8> {
    let document = String::from_utf8_lossy(document);
    let Some((head, body)) = document.split_once("<body>") else { return document.into_owned().into_bytes() };
    format!("{head}<body>\n<!-- tidied -->\n{}", body.replace("><", ">\n <")).into_bytes()
}

async fn changed(response: Response, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Response {
    let (mut head, body) = response.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    match to_bytes(body, usize::MAX).await {
        Ok(bytes) => Response::from_parts(head, Body::from(change(&bytes))),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
