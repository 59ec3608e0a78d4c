//! What hosts read: headers, redirects and the page for missing addresses, from one
//! source in the words of each.
//!
//! One address has one form, without a slash or an ending; where a host can, the other
//! forms lead to it. Older addresses of pages lead to the current ones in one step. They
//! are letters, digits, hyphens, underscores and slashes, so no host's pattern sees more in them.

mod caddy;
mod cloudfront;
mod edge;
mod nginx;
mod rules;

use crate::drawn::Redirect;

/// The name of a file, and what is in it.
type File = (&'static str, String);

/// What all hosts are told.
pub struct Hosting<'a> {
    /// The folder with the site, as seen from the one that it lies in.
    pub dist: &'a str,
    /// Headers of every answer.
    pub headers: Vec<(&'static str, String)>,
    /// Addresses of the files that are kept for ever.
    pub immutable: Vec<String>,
    /// A folder of which all files are kept for ever.
    pub immutable_folder: Option<&'a str>,
    /// Older addresses with the current ones.
    pub redirects: &'a [Redirect],
}

impl Hosting<'_> {
    /// What is published with the site: hosts look for it there, and keep it to themselves.
    pub fn published(&self) -> [File; 3] {
        [
            ("_headers", edge::headers(self)),
            ("_redirects", edge::redirects(self)),
            (".assetsignore", edge::ASSETS_IGNORE.to_owned()),
        ]
    }

    /// What lies beside the folder with the site.
    pub fn beside(&self) -> [File; 6] {
        [
            ("hosts/Caddyfile", caddy::file(self)),
            ("hosts/nginx.conf", nginx::file(self)),
            ("hosts/cloudfront-function.js", cloudfront::function(self)),
            ("hosts/cloudfront-headers.json", cloudfront::headers(self)),
            // Their programs refuse a folder that is not below these.
            ("firebase.json", rules::firebase(self)),
            ("vercel.json", rules::vercel(self)),
        ]
    }

    /// A line for each older address.
    fn each_redirect(&self, line: impl Fn(&str, &str) -> String) -> String {
        self.redirects.iter().map(|Redirect { from, to }| line(from, to)).collect()
    }
}

/// JSON for people.
fn json(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
