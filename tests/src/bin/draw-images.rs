//! `cargo run -p tests --bin draw-images`: the pictures of the fixture site, where they are
//! missing.

use std::process::ExitCode;

use tests::{images, root};

fn main() -> ExitCode {
    match images::draw_site(&root().join("tests/sites/pictures")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
