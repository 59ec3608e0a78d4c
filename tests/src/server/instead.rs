//! What is answered at one path instead of its page.

use std::io;

use axum::{
    body::Body,
    http::{StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use futures_util::stream;

/// What is answered at one path instead of its page.
#[derive(Clone, Debug, PartialEq)]
pub enum Instead {
    /// Nothing, until [`Server::answer`](super::Server::answer) takes this back.
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

impl Instead {
    /// The answer; `None` for silence.
    pub(super) fn response(&self) -> Option<Response> {
        Some(match self {
            Self::Silence => return None,
            Self::NotFound => {
                (StatusCode::NOT_FOUND, Html("<!doctype html><title>?</title>Nothing")).into_response()
            }
            Self::Redirect(to) => Redirect::to(to).into_response(),
            Self::Type(mime) => ([(header::CONTENT_TYPE, *mime)], "a page").into_response(),
            Self::Portal => {
                Html("<!doctype html><title>Welcome</title><article>Log in</article>").into_response()
            }
            Self::Nothing => {
                let end = stream::iter([Err::<Vec<u8>, _>(io::Error::other("the connection ends"))]);
                Body::from_stream(end).into_response()
            }
        })
    }
}
