//! `cargo run -p tests --bin draw-images`: the pictures of the fixture site, where they are
//! missing. With a folder and a number, a site like a clinic's older tree instead:
//! `draw-images target/clinic/content 402`.

use std::{env, path::Path, process::ExitCode};

use tests::{images, root};

fn main() -> ExitCode {
    let args: Vec<_> = env::args().skip(1).collect();
    let drawn = match &args[..] {
        [] => images::draw_site(&root().join("tests/sites/pictures")).map_err(|error| error.to_string()),
        [folder, pairs] => match pairs.parse() {
            Ok(pairs) => images::write_clinic(Path::new(folder), pairs).map_err(|error| error.to_string()),
            Err(_) => Err(format!("`{pairs}` is no number of pairs")),
        },
        _ => Err("`draw-images` takes nothing, or a folder and a number of pairs".into()),
    };
    match drawn {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
