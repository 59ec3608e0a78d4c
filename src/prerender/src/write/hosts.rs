//! What hosts read: the headers, redirects and 404 page in the words of each.
//!
//! One address has one form, without a slash at its end; the other form is
//! redirected to it. Older addresses of pages lead to the current ones in one step.

use std::fmt::Write;

use super::headers::{IMMUTABLE, REVALIDATED};
use crate::drawn::Redirect;

/// What all hosts are told.
pub struct Hosting<'a> {
    /// Headers of every answer.
    pub headers: Vec<(&'static str, String)>,
    /// Addresses of the files that are kept for ever.
    pub immutable: Vec<String>,
    /// Older addresses with the current ones.
    pub redirects: &'a [Redirect],
}

impl Hosting<'_> {
    /// Their names, and what is in them.
    pub fn files(&self) -> [(&'static str, String); 4] {
        [
            ("_headers", self.headers_file()),
            ("_redirects", self.redirects_file()),
            ("_hosts/Caddyfile", self.caddyfile()),
            ("_hosts/nginx.conf", self.nginx()),
        ]
    }

    /// `_headers` of Netlify and Cloudflare Pages. Both revalidate what is not named,
    /// and Cloudflare would join two values of one header.
    fn headers_file(&self) -> String {
        let mut file = "/*\n".to_owned();
        for (name, value) in &self.headers {
            _ = writeln!(file, "  {name}: {value}");
        }
        // Not `/assets/*`: Cloudflare says it of what is missing there as well.
        for path in &self.immutable {
            _ = write!(file, "{path}\n  Cache-Control: {IMMUTABLE}\n");
        }
        file
    }

    /// `_redirects` of Netlify and Cloudflare Pages. They have their own form of an
    /// address; each page names the canonical one.
    fn redirects_file(&self) -> String {
        // Netlify shows a file that is at the address unless it is told `!`. The second
        // line is for Cloudflare, which does not know that form.
        self.redirects
            .iter()
            .map(|Redirect { from, to, .. }| format!("{from} {to} 301!\n{from} {to} 301\n"))
            .collect()
    }

    /// For Caddy 2.6 and later.
    fn caddyfile(&self) -> String {
        let mut headers = String::new();
        for (name, value) in &self.headers {
            _ = writeln!(headers, "\t\t{name} \"{value}\"");
        }
        let mut redirects = String::new();
        for Redirect { from, to, .. } in self.redirects {
            _ = writeln!(redirects, "\t\tredir {from} {to} 301\n\t\tredir {from}/ {to} 301");
        }
        CADDYFILE
            .replace("\t\tHEADERS\n", &headers)
            .replace("\t\tREDIRECTS\n", &redirects)
            .replace("REVALIDATED", REVALIDATED)
            .replace("IMMUTABLE", IMMUTABLE)
    }

    /// For nginx 1.22 and later: a snippet to include in a `server` block that sets
    /// `listen`, `server_name` and `root`.
    fn nginx(&self) -> String {
        let mut headers = String::new();
        for (name, value) in &self.headers {
            _ = writeln!(headers, "add_header {name} \"{value}\" always;");
        }
        let mut redirects = String::new();
        for Redirect { from, to, .. } in self.redirects {
            _ = writeln!(redirects, "rewrite ^{from}/?$ {to} permanent;");
        }
        NGINX
            .replace("HEADERS\n", &headers)
            .replace("REDIRECTS\n", &redirects)
            .replace("REVALIDATED", REVALIDATED)
            .replace("IMMUTABLE", IMMUTABLE)
    }
}

/// An address that begins with two slashes is another host to a browser: it is never
/// redirected to.
const CADDYFILE: &str = r#"# Written by the build. `ADDRESS` is the site's host name (Caddy gets its certificate),
# `ROOT` the folder that the build wrote:
#   ADDRESS=www.example.com ROOT=/srv/site caddy run --config /srv/site/_hosts/Caddyfile
(headers) {
	header {
		HEADERS
		-Server
	}
}

{$ADDRESS} {
	root * {$ROOT}

	import headers
	header /manifest.webmanifest Content-Type application/manifest+json
	@asset {
		path /assets/*
		file
	}
	header @asset Cache-Control "IMMUTABLE"
	@other not {
		path /assets/*
		file
	}
	header @other Cache-Control "REVALIDATED"

	route {
		REDIRECTS
		redir /index.html / 301
		@index path_regexp ^/[^/\\].*/index\.html$
		route @index {
			uri strip_suffix /index.html
			redir {uri} 301
		}
		@slash path_regexp ^/[^/\\].*/$
		route @slash {
			uri strip_suffix /
			redir {uri} 301
		}

		@hidden path /_headers* /_redirects* /_hosts*
		error @hidden 404

		try_files {path} {path}/index.html
		file_server {
			precompressed br gzip
			disable_canonical_uris
		}
	}

	handle_errors {
		import headers
		header Cache-Control "REVALIDATED"
		# Else a browser that has seen this page would get an empty one.
		request_header -If-None-Match
		request_header -If-Modified-Since
		rewrite * /404.html
		file_server {
			precompressed br gzip
		}
	}
}
"#;

const NGINX: &str = r#"# Written by the build. Include it in the `server` block that sets `listen`,
# `server_name` and `root`. `brotli_static` needs Debian's package
# libnginx-mod-http-brotli-static; without it, remove that line.
gzip_static on;
gzip_vary on;
brotli_static on;
server_tokens off;
absolute_redirect off;
charset utf-8;
charset_types text/plain text/xml application/javascript;
error_page 404 /404.html;

# No location has headers of its own: it would lose these.
HEADERS
set $cache_control "REVALIDATED";
add_header Cache-Control $cache_control always;

REDIRECTS
if ($request_uri ~ "^/index\.html(\?.*)?$") {
    return 301 /$1;
}
if ($request_uri ~ "^(/[^/\\\\?](?:[^?]*[^/?])?)/+(?:index\.html)?(\?.*)?$") {
    return 301 $1$2;
}

location ~ ^/(?:_headers|_redirects|_hosts) {
    return 404;
}
location = /manifest.webmanifest {
    types { }
    default_type application/manifest+json;
}
location /assets/ {
    set $cache_control "IMMUTABLE";
    try_files $uri @missing;
}
location = / {
    try_files /index.html =404;
}
location / {
    try_files $uri $uri/index.html =404;
}
location @missing {
    set $cache_control "REVALIDATED";
    return 404;
}
"#;
