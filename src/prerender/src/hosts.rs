//! What hosts read: the headers, redirects and 404 page in the words of each.
//!
//! One address has one form, without a slash at its end; the other form is
//! redirected to it. Older addresses of pages lead to the current ones in one step.

use std::fmt::Write;

use crate::headers::{IMMUTABLE, REVALIDATED};

/// What all hosts are told.
pub struct Hosting {
    /// Headers of every answer.
    pub headers: Vec<(&'static str, String)>,
    /// Older addresses with the current ones.
    pub aliases: Vec<(String, String)>,
}

impl Hosting {
    /// `_headers` of Netlify and Cloudflare Pages. Both revalidate what is not named,
    /// and Cloudflare would join two values of one header.
    pub fn headers_file(&self) -> String {
        let mut file = "/*\n".to_owned();
        for (name, value) in &self.headers {
            _ = writeln!(file, "  {name}: {value}");
        }
        file + &format!("/assets/*\n  Cache-Control: {IMMUTABLE}\n")
    }

    /// `_redirects` of Netlify and Cloudflare Pages. They have their own form of an
    /// address; each page names the canonical one.
    pub fn redirects_file(&self) -> String {
        self.aliases.iter().map(|(from, to)| format!("{from} {to} 301\n")).collect()
    }

    /// For Caddy 2.6 and later.
    pub fn caddyfile(&self) -> String {
        let mut file = format!(
            "# Written by the build. `ADDRESS` is the site's host name (Caddy gets its certificate),\n\
             # `ROOT` the folder that the build wrote:\n\
             #   ADDRESS=www.example.com ROOT=/srv/site caddy run --config /srv/site/_hosts/Caddyfile\n\
             {{$ADDRESS}} {{\n\troot * {{$ROOT}}\n\n\theader {{\n\t\tCache-Control \"{REVALIDATED}\"\n"
        );
        for (name, value) in &self.headers {
            _ = writeln!(file, "\t\t{name} \"{value}\"");
        }
        _ = write!(
            file,
            "\t\t-Server\n\t}}\n\t@asset {{\n\t\tpath /assets/*\n\t\tfile\n\t}}\n\theader @asset Cache-Control \"{IMMUTABLE}\"\n\n"
        );
        for (from, to) in &self.aliases {
            _ = writeln!(file, "\tredir {from} {to} 301\n\tredir {from}/ {to} 301");
        }
        file + "\t@index path_regexp index ^(.*?)/+(index\\.html)$\n\tredir @index {re.index.1}/ 301\n\
                \t@slash path_regexp slash ^(/.*?[^/])/+$\n\tredir @slash {re.slash.1} 301\n\n\
                \t@hidden path /_headers* /_redirects* /_hosts/*\n\terror @hidden 404\n\n\
                \ttry_files {path} {path}/index.html\n\
                \tfile_server {\n\t\tprecompressed zstd br gzip\n\t\tdisable_canonical_uris\n\t}\n\n\
                \thandle_errors {\n\t\trewrite * /404.html\n\t\tfile_server {\n\t\t\tprecompressed zstd br gzip\n\t\t}\n\t}\n}\n"
    }

    /// For nginx 1.22 and later: a snippet to include in a `server` block that sets
    /// `listen`, `server_name` and `root`.
    pub fn nginx(&self) -> String {
        let mut security = String::new();
        for (name, value) in &self.headers {
            _ = writeln!(security, "add_header {name} \"{value}\" always;");
        }
        // A location with headers of its own loses those around it: each has all.
        let headers =
            |indent: &str| security.lines().fold(String::new(), |all, line| all + indent + line + "\n");
        let mut file = String::from(
            "# Written by the build. Include it in the `server` block that sets `listen`,\n\
             # `server_name` and `root`. `brotli_static` needs the package\n\
             # libnginx-mod-http-brotli-static; without it, remove that line.\n\
             gzip_static on;\nbrotli_static on;\nserver_tokens off;\nabsolute_redirect off;\nport_in_redirect off;\n\
             charset utf-8;\ncharset_types text/html text/plain text/xml text/javascript application/javascript;\n\
             error_page 404 /404.html;\n\n"
        );
        for (from, to) in &self.aliases {
            for form in [from.clone(), format!("{from}/")] {
                _ = writeln!(file, "location = {form} {{\n    return 301 {to};\n}}");
            }
        }
        _ = write!(
            file,
            "location ~ ^/(_headers|_redirects|_hosts) {{\n    return 404;\n}}\n\
             location ~ ^/index\\.html$ {{\n    if ($request_uri ~ \"^/index\\.html\") {{\n        return 301 /;\n    }}\n    add_header Cache-Control \"{REVALIDATED}\" always;\n{}}}\n\
             location ~ ^(?<page>/.+?)/+(index\\.html)?$ {{\n    if ($request_uri ~ \"/(index\\.html)?(\\?|$)\") {{\n        return 301 $page$is_args$args;\n    }}\n    add_header Cache-Control \"{REVALIDATED}\" always;\n{}}}\n\
             location = /manifest.webmanifest {{\n    types {{ }}\n    default_type application/manifest+json;\n    add_header Cache-Control \"{REVALIDATED}\" always;\n{}}}\n\
             location /assets/ {{\n    try_files $uri =404;\n    add_header Cache-Control \"{IMMUTABLE}\";\n{}}}\n\
             location = / {{\n    try_files /index.html =404;\n    add_header Cache-Control \"{REVALIDATED}\" always;\n{}}}\n\
             location / {{\n    try_files $uri $uri/index.html =404;\n    add_header Cache-Control \"{REVALIDATED}\" always;\n{}}}\n",
            headers("    "),
            headers("    "),
            headers("    "),
            headers("    "),
            headers("    "),
            headers("    "),
        );
        file
    }
}
