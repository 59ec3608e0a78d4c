//! A test and the circumstances it wants.

use std::pin::Pin;

use tests::{engine::Settings, server::Fault};
use thirtyfour::prelude::*;

use crate::context::Context;

/// A test that has begun.
pub type Running = Pin<Box<dyn Future<Output = WebDriverResult<()>> + Send>>;

/// A test and the circumstances it wants.
pub struct Case {
    /// Its path in this folder.
    pub name: &'static str,
    /// The test itself.
    pub run: fn(Context) -> Running,
    /// The site of `tests/sites/`; empty for the real one.
    pub site: &'static str,
    /// What the visitor has set in the browser.
    pub settings: Settings,
    /// What is wrong with the host.
    pub fault: Fault,
    /// The requirement that it shows.
    pub requirement: Option<&'static str>,
}

impl Case {
    /// A test on the real site, with nothing wrong: see [`case!`].
    pub fn new(path: &'static str, run: fn(Context) -> Running) -> Self {
        let name = path.trim_start_matches("::");
        Self { name, run, site: "", settings: Settings::default(), fault: Fault::None, requirement: None }
    }

    /// On a site of `tests/sites/` instead of the real one.
    pub fn on(self, site: &'static str) -> Self {
        Self { site, ..self }
    }

    /// The visitor has forbidden scripts.
    pub fn without_scripts(mut self) -> Self {
        self.settings.scripts = false;
        self
    }

    /// The visitor has asked for less motion.
    pub fn with_reduced_motion(mut self) -> Self {
        self.settings.reduced_motion = true;
        self
    }

    /// It shows that a requirement of `requirements.rs` is met.
    pub fn proves(self, requirement: &'static str) -> Self {
        Self { requirement: Some(requirement), ..self }
    }

    /// Something is wrong with the host.
    pub fn with(self, fault: Fault) -> Self {
        Self { fault, ..self }
    }
}

/// A [`Case`] by the path of its function.
macro_rules! case {
    ($($path:ident)::+) => {
        $crate::case::Case::new(concat!($("::", stringify!($path)),+), |context| {
            Box::pin($($path)::+(context))
        })
    };
}

pub(crate) use case;
