//! The `.wasm`: the site's pages embedded, taking over the prerendered one.

extern crate alloc;

use site::Site;

static SITE: Site = include!(concat!(env!("OUT_DIR"), "/site.rs"));

fn main() {
    site::router::start(&SITE);
}
