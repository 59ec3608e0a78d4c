//! Draws the site and writes the pages that the `.wasm` has as constants: `site.rs`,
//! with the articles beside it.

use std::{env, error::Error, fs, path::Path};

use databake::{Bake, CrateEnv};
use site::{
    Content, Route, Site,
    compile::{Inputs, Profile, compile},
    render,
};

/// How much of every first visit the embedded pages may be, in bytes, Brotli. All
/// others are fetched when somebody goes there. The environment variable
/// `EMBED_BUDGET` changes it for tests.
const EMBED_BUDGET: usize = 14_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut inputs = Inputs::from_env()?;
    if env::var("PROFILE")? == "debug" {
        inputs.profile = Profile::Debug;
    }
    println!("cargo::rerun-if-env-changed=CONTENT_DIR");
    println!("cargo::rerun-if-env-changed=EMBED_BUDGET");
    // From this package's folder: in a copy of the project these are the copy's own.
    for input in [&inputs.content, &inputs.icons] {
        println!("cargo::rerun-if-changed={}", Path::new("../..").join(input).display());
    }
    let budget = env::var("EMBED_BUDGET").map_or(Ok(EMBED_BUDGET), |budget| budget.parse())?;

    let out = env::var("OUT_DIR")?;
    let compiled = compile(&inputs)?;
    // Trunk's hook has shown this report before it came to this; here is who runs Cargo alone.
    let Some(content) = compiled.content else { return Err(compiled.report.render(false).into()) };
    let content: &'static Content = Box::leak(Box::new(content));
    let site = within(budget, content, render::site(content))?;
    for route in site.routes.iter() {
        fs::write(Path::new(&out).join(route.article.file()), route.article.0.as_bytes())?;
    }
    fs::write(Path::new(&out).join("site.rs"), site.bake(&CrateEnv::default()).to_string())?;
    Ok(())
}

/// The site with as many of its pages as fit, the most visited first.
fn within(budget: usize, content: &Content, site: Site) -> Result<Site, Box<dyn Error>> {
    let mut routes: Vec<Route> = content
        .most_visited_first()
        .into_iter()
        .filter_map(|path| site.route(path).cloned())
        // No text compresses to a fiftieth.
        .scan(0, |size, route| {
            *size += route.head.len() + route.article.0.len();
            (*size <= budget * 50).then_some(route)
        })
        .collect();
    let (mut fits, mut too_many) = (0, routes.len() + 1);
    while fits + 1 < too_many {
        let count = fits.midpoint(too_many);
        if compressed(&routes[..count])? <= budget { fits = count } else { too_many = count }
    }
    routes.truncate(fits);
    routes.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Site { routes: routes.into(), ..site })
}

/// What the texts of these pages take, in bytes.
fn compressed(routes: &[Route]) -> Result<usize, Box<dyn Error>> {
    let texts: String = routes.iter().flat_map(|route| [&*route.head, &*route.article.0]).collect();
    let mut size = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut texts.as_bytes(), &mut size, &params)?;
    Ok(size.len())
}
