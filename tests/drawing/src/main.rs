//! `cargo run --bin drawing`: the pictures of the site `tests/sites/pictures`, where they are
//! missing. With a folder and a number, a site like a clinic's older tree instead:
//! `cargo run --bin drawing target/sites/clinic/content 402`.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

fn main() -> ExitCode {
    let args: Vec<_> = env::args().skip(1).collect();
    let drawn = match &args[..] {
        [] => site().and_then(|folder| drawing::draw_site(&folder).map_err(|error| error.to_string())),
        [folder, pairs] => match pairs.parse() {
            Ok(pairs) => drawing::write_clinic(Path::new(folder), pairs).map_err(|error| error.to_string()),
            Err(_) => Err(format!("`{pairs}` is no number of pairs")),
        },
        _ => Err("This takes nothing, or a folder and a number of pairs".into()),
    };
    match drawn {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Asked for while it runs: a project that was copied is itself.
fn site() -> Result<PathBuf, String> {
    let package = env::var_os("CARGO_MANIFEST_DIR").ok_or("Cargo runs this: `cargo run --bin drawing`")?;
    Ok(Path::new(&package).join("../sites/pictures"))
}
