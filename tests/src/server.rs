//! A plain static file server on loopback, which can be told to fail.

use std::{
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use tower_http::{
    compression::CompressionLayer,
    services::{ServeDir, ServeFile},
};

/// What is wrong with the host.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// The `.wasm` waits until [`Server::release_wasm`].
    WasmHeld,
    /// The `.wasm` is this late.
    WasmLate(Duration),
    /// The `.wasm` is not there.
    WasmMissing,
    /// A policy forbids all scripts.
    NoScripts,
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
    released: watch::Sender<bool>,
    answered: Mutex<Vec<Answered>>,
    posted: Mutex<Vec<String>>,
}

impl Server {
    /// Serves a folder as a static host does: `/a` leads to `/a/`, that to `/a/index.html`.
    pub async fn start(folder: PathBuf, fault: Fault) -> std::io::Result<Self> {
        let state = Arc::new(Shared {
            fault,
            released: watch::Sender::new(false),
            answered: Mutex::default(),
            posted: Mutex::default(),
        });
        let not_found = ServeFile::new(folder.join("404.html"));
        let router = Router::new()
            .route("/submit", post(take_form))
            .with_state(Arc::clone(&state))
            .fallback_service(ServeDir::new(folder).not_found_service(not_found))
            .layer(CompressionLayer::new())
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

    /// All answers so far.
    pub fn answered(&self) -> Vec<Answered> {
        self.state.answered.lock().map(|all| all.clone()).unwrap_or_default()
    }

    /// The bodies of all forms that were posted to `/submit`.
    pub fn posted(&self) -> Vec<String> {
        self.state.posted.lock().map(|all| all.clone()).unwrap_or_default()
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
    }
}

/// Takes a form as a service for static sites does, and leads on to its page of thanks.
async fn take_form(State(state): State<Arc<Shared>>, body: String) -> Redirect {
    if let Ok(mut posted) = state.posted.lock() {
        posted.push(body);
    }
    Redirect::to("/book/sent/")
}

async fn answer(State(state): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let wasm = path.ends_with(".wasm");
    match state.fault {
        Fault::WasmHeld if wasm => {
            // An error means that the test, and with it the server, is over.
            let _ = state.released.subscribe().wait_for(|released| *released).await;
        }
        Fault::WasmLate(time) if wasm => tokio::time::sleep(time).await,
        _ => {}
    }
    let mut response = match state.fault {
        Fault::WasmMissing if wasm => StatusCode::NOT_FOUND.into_response(),
        _ => next.run(request).await,
    };
    if state.fault == Fault::NoScripts {
        let policy = HeaderValue::from_static("script-src 'none'");
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if let Ok(mut answered) = state.answered.lock() {
        answered.push(Answered { path, status: response.status().as_u16() });
    }
    response
}
