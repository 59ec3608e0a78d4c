//! `cargo xtask schema`: the files that are made of what editors may write.

use std::fs;

use content::Icons;
use site::{compile::Inputs, schema};

use crate::{run::Fallible, tools};

/// Writes them.
pub fn write() -> Fallible {
    tools::npm_packages(".")?;
    let inputs = Inputs::from_env()?;
    let icons = Icons::load(&inputs.icons_file())?;
    for (path, text) in schema::files(&icons) {
        let file = inputs.root().join(path);
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        folder.and_then(|()| fs::write(&file, text)).map_err(|error| format!("{path}: {error}"))?;
        println!("{path}");
    }
    Ok(())
}
