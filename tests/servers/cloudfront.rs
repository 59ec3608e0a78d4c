//! CloudFront's function, run by Node.js on events as CloudFront sends them.

use std::{fs, process::Command};

use tests::{headers, site};

/// For every line of the table: what the function makes of the request.
const RUN: &str = "
    const [file, ...asked] = process.argv.slice(1);
    delete Array.prototype.flat;
    delete Array.prototype.flatMap;
    delete Object.entries;
    const handler = new Function(require('fs').readFileSync(file, 'utf8') + '; return handler')();
    for (const it of asked) {
        const [uri, query] = it.split('?');
        const querystring = {};
        for (const [name, value] of (query || '').split('&').filter(Boolean).map(it => it.split('='))) {
            if (!querystring[name]) querystring[name] = { value: value ?? '' };
            else (querystring[name].multiValue ??= [{ value: querystring[name].value }]).push({ value });
        }
        const answer = handler({ request: { method: 'GET', uri, querystring, headers: {} } });
        console.log(answer.statusCode ? `${answer.statusCode} ${answer.headers.location.value}` : answer.uri);
    }
";

#[test]
fn the_function_gives_one_form_to_an_address() {
    let table = [
        ("/", "/index.html"),
        ("/care", "/care/index.html"),
        ("/care/other?a=b", "/care/other/index.html"),
        ("/care/", "301 /care"),
        ("/care.html", "301 /care"),
        ("/care/index.html?a=b&c&a=d", "301 /care?a=b&a=d&c"),
        ("/index.html", "301 /"),
        ("/old/other", "301 /care/other"),
        ("/old/other/?a=b", "301 /care/other?a=b"),
        ("/previous.html", "301 /care/other"),
        ("/favicon.ico", "/favicon.ico"),
        ("/assets/client.wasm", "/assets/client.wasm"),
        ("/no/such", "/no/such/index.html"),
        // What browsers would take for another host.
        ("//example.com/", "//example.com/index.html"),
        ("/constructor", "/constructor/index.html"),
    ];
    let file = site("form").with_file_name("hosts").join("cloudfront-function.js");
    // CloudFront's own limit.
    assert!(fs::metadata(&file).expect("the function").len() < 10_240);
    let said = Command::new("node").args(["-e", RUN]).arg(&file).args(table.map(|(asked, _)| asked)).output();
    let said = said.expect("node runs");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let answers: Vec<_> = said.lines().zip(table).map(|(answer, (asked, _))| (asked, answer)).collect();
    assert_eq!(answers, table);
}

/// Every header is in the policy, where CloudFront looks for it.
#[test]
fn the_policy_has_every_header() {
    let file = site("form").with_file_name("hosts").join("cloudfront-headers.json");
    let text = fs::read_to_string(file).expect("the policy");
    let policy: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let custom = policy["CustomHeadersConfig"]["Items"].as_array().expect("headers");
    let known = &policy["SecurityHeadersConfig"];
    for (name, value) in headers(&site("form")) {
        let said = match &*name {
            "Content-Security-Policy" => known["ContentSecurityPolicy"]["ContentSecurityPolicy"] == value,
            "Referrer-Policy" => known["ReferrerPolicy"]["ReferrerPolicy"] == value,
            "Strict-Transport-Security" => {
                value == format!("max-age={}", known["StrictTransportSecurity"]["AccessControlMaxAgeSec"])
            }
            "X-Content-Type-Options" => known["ContentTypeOptions"]["Override"] == true,
            _ => custom.iter().any(|it| it["Header"] == name && it["Value"] == value),
        };
        assert!(said, "{name}: {policy:#}");
    }
}
