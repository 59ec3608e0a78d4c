//! Answers browsers: pages, the client, the files that list the site, and the stream by
//! which open pages hear of changes. Nothing but pictures is read from the disk here.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{Request, State as Extract},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{
        IntoResponse, Redirect, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use documents::{icons, listings};
use futures_util::{Stream, stream};
use model::plain;
use tokio::sync::watch::Receiver;
use tokio::task::spawn_blocking;

use crate::{
    drawn::Drawn,
    pictures::{self, Pictures},
    state::State,
};

/// What keeps an open page up to date.
const LIVE: &str = include_str!("live.js");

/// How soon an open page asks again for a server that has ended.
const RETRY: Duration = Duration::from_millis(300);

/// How a report looks.
const REPORT_STYLE: &str = include_str!("report.css");

struct Server {
    port: u16,
    state: Receiver<State>,
    drawn: Drawn,
    pictures: Pictures,
}

/// All answers, to requests for this machine's own name alone.
pub fn router(port: u16, state: Receiver<State>) -> Router {
    let server = Arc::new(Server { port, state, drawn: Drawn::default(), pictures: Pictures::default() });
    Router::new()
        .route("/_serve/events", get(events))
        .fallback(get(file))
        .with_state(Arc::clone(&server))
        .layer(middleware::from_fn_with_state(server, own_host_alone))
}

/// Another site's name may be made to lead here (DNS rebinding): its pages must not read ours.
async fn own_host_alone(Extract(server): Extract<Arc<Server>>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_own = ["localhost", "127.0.0.1"].iter().any(|own| {
        host.strip_prefix(own)
            .is_some_and(|rest| rest == format!(":{}", server.port) || rest.is_empty() && server.port == 80)
    });
    if is_own {
        next.run(request).await
    } else {
        let text = format!("This is http://127.0.0.1:{}/ and answers to no other name.\n", server.port);
        (StatusCode::MISDIRECTED_REQUEST, text).into_response()
    }
}

/// What is there, and again whenever it changes.
async fn events(Extract(server): Extract<Arc<Server>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut state = server.state.clone();
    state.mark_changed();
    let events = stream::unfold(state, |mut state| async move {
        state.changed().await.ok()?;
        let message = state.borrow_and_update().message();
        Some((Ok(Event::default().retry(RETRY).data(message)), state))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn file(Extract(server): Extract<Arc<Server>>, request: Request) -> Response {
    let state = server.state.borrow().clone();
    let mut answer = if pictures::is_one(request.uri().path()) {
        picture(Arc::clone(&server), state.clone(), request.uri().path().to_owned()).await
    } else {
        server.answer(&state, request.uri().path(), request.uri().query())
    };
    let headers = answer.headers_mut();
    // Read anew each time, whatever a release says.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in state.headers.iter() {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(*name), HeaderValue::from_str(value)) {
            headers.insert(name, value);
        }
    }
    answer
}

/// A picture, which is being made while other answers are given.
async fn picture(server: Arc<Server>, state: State, path: String) -> Response {
    let made = spawn_blocking(move || server.pictures.get(&state, &path)).await;
    match made.unwrap_or_else(|error| Err(error.to_string())) {
        Ok(webp) => typed("image/webp", webp.to_vec()),
        Err(message) => {
            eprintln!("{message}");
            (StatusCode::NOT_FOUND, message).into_response()
        }
    }
}

impl Server {
    fn answer(&self, state: &State, path: &str, query: Option<&str>) -> Response {
        // No page can have an address that begins with `_`.
        match path {
            "/_serve/live.js" => {
                let style = serde_json::Value::from(REPORT_STYLE).to_string();
                return typed("text/javascript", LIVE.replace("REPORT_STYLE", &style));
            }
            "/_serve/idiomorph.js" => return typed("text/javascript", state.idiomorph.to_string()),
            "/_serve/report.css" => return typed("text/css", REPORT_STYLE),
            "/_serve/style.css" => return typed("text/css", state.style.to_string()),
            _ => {}
        }
        if let Some((mime, content)) = state.client.get(path) {
            return typed(mime, content.to_vec());
        }
        if let Some(typeface) = state.typeface.as_ref().filter(|it| it.address == path) {
            return typed("font/woff2", typeface.font.clone());
        }
        if path == "/favicon.ico" || icons::SIZES.iter().any(|size| icons::path(*size) == path) {
            // A release paints it.
            return typed("image/svg+xml", state.icon.to_string());
        }
        let (Some(content), Some(shell)) = (&state.content, &state.shell) else {
            return (StatusCode::SERVICE_UNAVAILABLE, html(report_alone(state))).into_response();
        };
        if let Some((_, text)) = state.extras.files().find(|(address, _)| *address == path) {
            let mime = if path.ends_with(".json") { "application/json" } else { "text/javascript" };
            return typed(mime, text.to_owned());
        }
        let route = plain(path);
        if let Some(drawn) = self.drawn.page(content, route, state.extras.tags()) {
            return html(shell.document(&(drawn.head.clone() + &live(state)), &drawn.body));
        }
        if let Some((_, to)) = content.redirects.iter().find(|(from, _)| from == route) {
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            return Redirect::temporary(&format!("{to}{query}")).into_response();
        }
        let name = path.trim_start_matches('/');
        if let Some((_, text)) = listings::all(content).into_iter().find(|(listing, _)| listing == name) {
            return typed(mime_of_listing(name), text);
        }
        let page = self.drawn.not_found(content);
        (StatusCode::NOT_FOUND, html(shell.document(&(page.head + &live(state)), &page.body))).into_response()
    }
}

/// What a page has in its head to be kept up to date.
fn live(state: &State) -> String {
    format!(
        "<script defer src=\"/_serve/idiomorph.js\"></script>\
         <script defer src=\"/_serve/live.js\" data-content=\"{}\" data-style=\"{}\" data-shell=\"{}\"></script>",
        state.version,
        state.style_version(),
        state.shell_version
    )
}

/// The report where there is no page that it could lie over.
fn report_alone(state: &State) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>There is no page yet</title><link rel=\"stylesheet\" href=\"/_serve/report.css\">{}</head>\
         <body><main class=\"report\" id=\"serve_report\">{}</main></body></html>",
        live(state),
        state.report
    )
}

fn html(text: String) -> Response {
    typed("text/html; charset=utf-8", text)
}

fn typed(mime: &'static str, content: impl IntoResponse) -> Response {
    let mut answer = content.into_response();
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
    answer
}

fn mime_of_listing(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "xml")) => "application/xml",
        Some((_, "webmanifest")) => "application/manifest+json",
        _ => "text/plain; charset=utf-8",
    }
}
