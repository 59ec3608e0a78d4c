//! What is wrong with the host, and how it shows in what is answered.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};

/// What arrives at once where pages trickle, bytes, and the time to the next part.
const PART: usize = 700;
const PAUSE: Duration = Duration::from_millis(30);

/// What is wrong with the host.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Pages arrive bit by bit, so that browsers paint them unfinished.
    HtmlTrickles,
    /// The `.wasm` waits until [`Server::release_wasm`](super::Server::release_wasm).
    WasmHeld,
    /// The `.wasm` is this late.
    WasmLate(Duration),
    /// The `.wasm` is not there.
    WasmMissing,
    /// Half of the `.wasm` arrives, as if it were all.
    WasmTruncated,
    /// The `.wasm` is said to be something else.
    WasmOfWrongType,
    /// Every picture is this late.
    ImagesLate(Duration),
    /// The typeface of headings is this late.
    TypefaceLate(Duration),
    /// The typeface of headings is not there.
    TypefaceMissing,
    /// A policy forbids to fetch the `.wasm`.
    WasmBlocked,
    /// This script of somebody else's runs first in every page.
    Script(&'static str),
    /// A proxy writes the body's HTML anew: white space and comments come and go.
    HtmlRewritten,
    /// A policy forbids all scripts.
    NoScripts,
    /// No policy is sent.
    NoPolicy,
}

impl Fault {
    /// How late the answer at a path is.
    pub(super) fn lateness(self, path: &str) -> Option<Duration> {
        match self {
            Self::WasmLate(time) if path.ends_with(".wasm") => Some(time),
            Self::ImagesLate(time) if path.starts_with("/assets/images/") => Some(time),
            Self::TypefaceLate(time) if path.ends_with(".woff2") => Some(time),
            _ => None,
        }
    }

    /// Whether there is nothing at a path.
    pub(super) fn is_missing(self, path: &str) -> bool {
        match self {
            Self::WasmMissing => path.ends_with(".wasm"),
            Self::TypefaceMissing => path.ends_with(".woff2"),
            _ => false,
        }
    }

    /// Whether it changes what is in an answer, which must not be compressed then.
    pub(super) fn changes_content(self) -> bool {
        matches!(self, Self::WasmTruncated | Self::Script(_) | Self::HtmlRewritten | Self::HtmlTrickles)
    }

    /// The answer to a request, for the `.wasm` or for something else, with the fault in it.
    pub(super) async fn put_into(self, mut response: Response, wasm: bool) -> Response {
        let sent = response.headers_mut().remove(header::CONTENT_SECURITY_POLICY);
        if let Some(policy) = sent.and_then(|sent| self.policy(sent.to_str().ok()?)) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        let kind = response.headers().get(header::CONTENT_TYPE);
        let html = kind.is_some_and(|it| it.as_bytes().starts_with(b"text/html"));
        match self {
            Self::WasmOfWrongType if wasm => {
                response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
                response
            }
            Self::WasmTruncated if wasm => changed(response, |bytes| bytes[..bytes.len() / 2].to_vec()).await,
            Self::HtmlTrickles if html => trickling(response).await,
            Self::Script(script) if html => {
                let script = format!("<head><script>{script}</script>");
                let put =
                    |bytes: &[u8]| String::from_utf8_lossy(bytes).replacen("<head>", &script, 1).into_bytes();
                changed(response, put).await
            }
            Self::HtmlRewritten if html => changed(response, rewritten).await,
            _ => response,
        }
    }

    /// The site's policy with a place to report to, or with the fault.
    fn policy(self, policy: &str) -> Option<HeaderValue> {
        let policy = match self {
            // What the test puts into the page is not part of the site.
            Self::Script(_) | Self::NoPolicy => return None,
            Self::NoScripts => "script-src 'none'".to_owned(),
            Self::WasmBlocked => policy.replace("connect-src 'self'", "connect-src 'none'"),
            _ => format!("{policy}; report-uri /violation"),
        };
        policy.parse().ok()
    }
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
