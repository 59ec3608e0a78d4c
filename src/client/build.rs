//! Finds the pages to embed, as `cargo run --bin prerender -- draw` has written them.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// From this package's folder, and in it Rust that includes the files beside it.
const DRAWN: &str = "../../target/drawn/release/client";
const SITE: &str = "site.rs";

/// A client with no page of its own: it fetches all of them.
const NOTHING: &str = "model::Site { routes: alloc::borrow::Cow::Borrowed(&[]) }";

fn main() -> Result<(), Box<dyn Error>> {
    let drawn = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(DRAWN);
    println!("cargo::rerun-if-changed=build.rs");
    // While somebody writes, content must not compile anything: what is not there, or is
    // there for another profile, is not looked at.
    let embeds = env::var("PROFILE")? == "release";
    if embeds {
        println!("cargo::rerun-if-changed={}", drawn.join(SITE).display());
    }
    let folder = if embeds && drawn.join(SITE).is_file() {
        drawn
    } else {
        let out = PathBuf::from(env::var("OUT_DIR")?);
        fs::write(out.join(SITE), NOTHING)?;
        out
    };
    println!("cargo::rustc-env=EMBEDDED={}", folder.join(SITE).display());
    Ok(())
}
