//! Firebase Hosting and Vercel, which read the same kind of rules.

use documents::headers::{IMMUTABLE, REVALIDATED};
use serde_json::{Value, json};

use super::{Hosting, json};
use crate::drawn::Redirect;

/// `firebase.json`.
pub fn firebase(hosting: &Hosting) -> String {
    json(&json!({
        "hosting": {
            "public": hosting.dist,
            "ignore": ["_headers", "_redirects", ".assetsignore", "**/*.br", "**/*.gz"],
            "cleanUrls": true,
            "trailingSlash": false,
            "headers": headers(hosting, "**", "**"),
            "redirects": redirects(hosting, "type"),
        }
    }))
}

/// `vercel.json`, for a site that is built already.
pub fn vercel(hosting: &Hosting) -> String {
    let mut redirects = redirects(hosting, "statusCode");
    // Not `trailingSlash`, whose rule comes first and makes two steps of an older address.
    redirects.push(json!({ "source": "/:path+/", "destination": "/:path+", "statusCode": 308 }));
    json(&json!({
        "framework": null,
        "installCommand": "",
        "buildCommand": "",
        "outputDirectory": hosting.dist,
        "cleanUrls": true,
        "headers": headers(hosting, "/(.*)", "(.*)"),
        "redirects": redirects,
    }))
}

/// Of two rules that name one header, the last one counts. `every` stands for every address, and
/// `rest` for all below a folder's.
fn headers(hosting: &Hosting, every: &str, rest: &str) -> Value {
    let header = |name: &str, value: &str| json!({ "key": name, "value": value });
    let of_every = hosting.headers.iter().map(|(name, value)| header(name, value));
    let of_every: Value = of_every.chain([header("Cache-Control", REVALIDATED)]).collect();
    let folder = hosting.immutable_folder.map(|folder| format!("{folder}{rest}"));
    let kept = hosting.immutable.iter().chain(&folder);
    let kept = kept.map(|path| (&**path, json!([header("Cache-Control", IMMUTABLE)])));
    let rules = [(every, of_every)].into_iter().chain(kept);
    rules.map(|(source, headers)| json!({ "source": source, "headers": headers })).collect()
}

fn redirects(hosting: &Hosting, status: &str) -> Vec<Value> {
    let forms = hosting.redirects.iter().flat_map(|Redirect { from, to }| {
        [from.clone(), format!("{from}/")]
            .map(|from| json!({ "source": from, "destination": to, status: 301 }))
    });
    forms.collect()
}
