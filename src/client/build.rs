//! Draws the site and writes it as constants: `site.rs`, with the articles beside it.

use std::{env, error::Error, fs, path::Path};

use databake::{Bake, CrateEnv};
use site::{
    compile::{Inputs, Profile, compile},
    render,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut inputs = Inputs::from_env()?;
    if env::var("PROFILE")? == "debug" {
        inputs.profile = Profile::Debug;
    }
    println!("cargo::rerun-if-env-changed=CONTENT_DIR");
    // From this package's folder: in a copy of the project these are the copy's own.
    for input in [&inputs.content, &inputs.icons] {
        println!("cargo::rerun-if-changed={}", Path::new("../..").join(input).display());
    }

    let out = env::var("OUT_DIR")?;
    let compiled = compile(&inputs)?;
    // Trunk's hook has shown this report before it came to this; here is who runs Cargo alone.
    let Some(content) = compiled.content else { return Err(compiled.report.render(false).into()) };
    let site = render::site(Box::leak(Box::new(content)));
    for route in site.routes.iter() {
        fs::write(Path::new(&out).join(route.article.file()), route.article.0.as_bytes())?;
    }
    fs::write(Path::new(&out).join("site.rs"), site.bake(&CrateEnv::default()).to_string())?;
    Ok(())
}
