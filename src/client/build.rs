//! Compiles `content/` into constants: `site.rs`, and the pages' texts beside it.

use std::{env, error::Error, fs, path::Path};

use databake::{Bake, CrateEnv};
use site::compile::{Inputs, compile};

fn main() -> Result<(), Box<dyn Error>> {
    let inputs = Inputs::from_env();
    println!("cargo::rerun-if-env-changed=CONTENT_DIR");
    println!("cargo::rerun-if-changed={}", inputs.content_dir().display());
    println!("cargo::rerun-if-changed={}", inputs.icons_file().display());

    let out = env::var("OUT_DIR")?;
    let compiled = compile(&inputs)?;
    // Trunk's hook has shown this report before it came to this; here is who runs Cargo alone.
    let Some(site) = compiled.site else { return Err(compiled.report.render(false).into()) };
    for page in site.pages.iter() {
        fs::write(Path::new(&out).join(page.body.file()), page.body.0.0.as_bytes())?;
    }
    fs::write(Path::new(&out).join("site.rs"), site.bake(&CrateEnv::default()).to_string())?;
    Ok(())
}
