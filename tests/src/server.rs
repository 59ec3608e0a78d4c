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
    http::StatusCode,
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use tower_http::{
    compression::CompressionLayer,
    services::{ServeDir, ServeFile},
};

/// What happens to requests for the `.wasm`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Wasm {
    /// They are answered.
    #[default]
    Served,
    /// They wait until [`Server::release_wasm`].
    Held,
    /// They wait this long.
    Late(Duration),
    /// The file is not there.
    Missing,
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
    wasm: Wasm,
    released: watch::Sender<bool>,
    answered: Mutex<Vec<Answered>>,
}

impl Server {
    /// Serves a folder as a static host does: `/a` leads to `/a/`, that to `/a/index.html`.
    pub async fn start(folder: PathBuf, wasm: Wasm) -> std::io::Result<Self> {
        let state =
            Arc::new(Shared { wasm, released: watch::Sender::new(false), answered: Mutex::default() });
        let not_found = ServeFile::new(folder.join("404.html"));
        let router = Router::new()
            .fallback_service(ServeDir::new(folder).not_found_service(not_found))
            .layer(CompressionLayer::new())
            .layer(middleware::from_fn_with_state(Arc::clone(&state), fault));
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

async fn fault(State(state): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let response = match state.wasm {
        Wasm::Missing if path.ends_with(".wasm") => StatusCode::NOT_FOUND.into_response(),
        wasm => {
            if path.ends_with(".wasm") {
                match wasm {
                    Wasm::Held => {
                        // An error means that the test, and with it the server, is over.
                        let _ = state.released.subscribe().wait_for(|released| *released).await;
                    }
                    Wasm::Late(time) => tokio::time::sleep(time).await,
                    Wasm::Served | Wasm::Missing => {}
                }
            }
            next.run(request).await
        }
    };
    if let Ok(mut answered) = state.answered.lock() {
        answered.push(Answered { path, status: response.status().as_u16() });
    }
    response
}
