//! The host of the browser tests: a plain file server with the headers that the build
//! wrote, or Caddy with the configuration that the build wrote. Either can be told to
//! fail.

mod fault;
mod host;
mod instead;

use std::{
    collections::HashMap,
    io,
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

pub use fault::Fault;
use host::Host;
pub use host::{end_shared, is_plain};
pub use instead::Instead;

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
    /// The host does not start.
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
    host.answer(request).await
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

/// Between the host and the browser: puts the fault into what is answered, and notes it.
async fn answer(State(state): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let wasm = path.ends_with(".wasm");
    if wasm && state.fault == Fault::WasmHeld {
        // An error means that the test, and with it the server, is over.
        let _ = state.released.subscribe().wait_for(|released| *released).await;
    }
    if let Some(time) = state.fault.lateness(&path) {
        #[expect(clippy::disallowed_methods, reason = "being late is the fault")]
        tokio::time::sleep(time).await;
    }
    if let Some(answer) = instead(&state, &path).await {
        return answer;
    }
    if state.fault.changes_content() {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let response = match state.fault.is_missing(&path) {
        true => StatusCode::NOT_FOUND.into_response(),
        false => next.run(request).await,
    };
    let response = state.fault.put_into(response, wasm).await;
    if let Ok(mut answered) = state.answered.lock() {
        answered.push(Answered { path, status: response.status().as_u16() });
    }
    response
}

/// What is answered instead of the page at a path; `None` where it is the page, at once or
/// after a silence.
async fn instead(state: &Shared, path: &str) -> Option<Response> {
    let path = path.trim_end_matches('/');
    let instead = state.instead.borrow().get(path).cloned()?;
    let response = instead.response();
    if response.is_none() {
        let is_over = |all: &HashMap<String, Instead>| all.get(path) != Some(&instead);
        let _ = state.instead.subscribe().wait_for(is_over).await;
    }
    response
}
