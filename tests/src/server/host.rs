//! Who has the files: a plain file server, Caddy, or Cloudflare Workers.

use std::{
    env, io,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use tower::{Layer, ServiceExt};
use tower_http::{
    compression::CompressionLayer,
    services::{ServeDir, ServeFile},
};
use ureq::Agent;

use crate::servers::{self, Served};

/// The environment variable that says who answers: `plain`, `caddy` or `workers`.
const HOST: &str = "TESTS_HOST";

/// The one that answers where nothing else is said.
const PLAIN: &str = "plain";

/// Hosts that take seconds to start, one for each folder.
static SHARED: Mutex<Vec<(PathBuf, Arc<Host>)>> = Mutex::new(Vec::new());

/// Whether the plain file server answers, and none of the hosts that a site is deployed to.
pub fn is_plain() -> bool {
    env::var(HOST).map_or(true, |host| host == PLAIN)
}

/// Ends the hosts that several servers have had in common.
pub fn end_shared() {
    if let Ok(mut shared) = SHARED.lock() {
        shared.clear();
    }
}

/// Who has the files.
pub enum Host {
    /// Sends `/a` to `/a/`, and answers that with `/a/index.html`.
    Plain(PathBuf),
    /// Somebody else's server.
    Other(Served),
}

impl Host {
    /// The host that the environment asks for, with the files of a folder.
    pub fn start(folder: PathBuf) -> io::Result<Arc<Self>> {
        if !crate::headers(&folder).iter().any(|(name, _)| name == "Content-Security-Policy") {
            return Err(io::Error::other(format!("{} has no policy for its pages", folder.display())));
        }
        match env::var(HOST).as_deref() {
            Err(_) | Ok(PLAIN) => Ok(Arc::new(Self::Plain(folder))),
            Ok("caddy") => Ok(Arc::new(Self::Other(servers::caddy(&folder)?))),
            Ok("workers") => {
                let mut shared = SHARED.lock().map_err(|error| io::Error::other(error.to_string()))?;
                if let Some((_, host)) = shared.iter().find(|(of, _)| *of == folder) {
                    return Ok(Arc::clone(host));
                }
                let host = Arc::new(Self::Other(servers::workers(&folder)?));
                shared.push((folder, Arc::clone(&host)));
                Ok(host)
            }
            Ok(other) => Err(io::Error::other(format!("{HOST} is `{other}`: that host is not known"))),
        }
    }

    /// What it answers.
    pub async fn answer(&self, request: Request) -> Response {
        match self {
            Self::Plain(folder) => plain_file(folder.clone(), request).await,
            Self::Other(host) => {
                let url = format!("{}{}", host.url, request.uri());
                let asked = tokio::task::spawn_blocking(move || forward(&url, &request));
                match asked.await {
                    Ok(Ok(response)) => response,
                    Ok(Err(error)) => (StatusCode::BAD_GATEWAY, error.to_string()).into_response(),
                    Err(error) => (StatusCode::BAD_GATEWAY, error.to_string()).into_response(),
                }
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
