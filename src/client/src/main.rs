//! The `.wasm`: hydrates a prerendered page, and shows others in its place.

extern crate alloc;

mod router;

use model::Site;

static SITE: Site = include!(env!("EMBEDDED"));

fn main() {
    router::start(&SITE);
}
