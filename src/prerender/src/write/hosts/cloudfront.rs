//! Amazon CloudFront before an S3 bucket.

use serde_json::{Map, Value, json};

use super::Hosting;
use crate::drawn::Redirect;

/// The function for viewers' requests (`cloudfront-js-2.0`, at most 10 KB).
pub fn function(hosting: &Hosting) -> String {
    let current: Map<_, _> =
        hosting.redirects.iter().map(|Redirect { from, to }| (from.clone(), to.as_str().into())).collect();
    include_str!("cloudfront-function.js").replace("CURRENT", &Value::Object(current).to_string())
}

/// The policy for headers of answers, as `aws cloudfront create-response-headers-policy`
/// takes it. CloudFront has keys of its own for those that it knows.
pub fn headers(hosting: &Hosting) -> String {
    let (mut known, mut others) = (Map::new(), Vec::new());
    for (name, value) in &hosting.headers {
        let (key, mut rule) = match *name {
            "Content-Security-Policy" => (*name, json!({ "ContentSecurityPolicy": value })),
            "Referrer-Policy" => (*name, json!({ "ReferrerPolicy": value })),
            "X-Content-Type-Options" => ("ContentTypeOptions", json!({})),
            "Strict-Transport-Security" => {
                let seconds: u64 = value.trim_start_matches("max-age=").parse().unwrap_or_default();
                (
                    *name,
                    json!({ "AccessControlMaxAgeSec": seconds, "IncludeSubdomains": false, "Preload": false }),
                )
            }
            _ => {
                others.push(json!({ "Header": name, "Value": value, "Override": true }));
                continue;
            }
        };
        rule["Override"] = true.into();
        known.insert(key.replace('-', ""), rule);
    }
    super::json(&json!({
        "Name": "site",
        "SecurityHeadersConfig": known,
        "CustomHeadersConfig": { "Quantity": others.len(), "Items": others },
    }))
}
