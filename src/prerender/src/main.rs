//! Writes every route as HTML into Trunk's staging folder, as its `post_build` hook.
//!
//! Trunk's own `index.html` is the shell: the prerendered page goes into its
//! body, the styles and the page's head into its head.

mod assets;
mod script;
mod shell;
mod style;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use script::Esbuild;
use shell::Shell;
use site::{
    compile::{Inputs, compile},
    render,
};

// What runs before the client, and without it.
const RETURNING: &str = include_str!("../../site/src/router/returning.js");
const ACCORDION: &str = include_str!("../../site/src/sections/faq_accordion.js");
const LOADER: &str = include_str!("../../client/loader.js");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let var = |name| {
        env::var_os(name).map(PathBuf::from).ok_or(format!("{name} is not set: Trunk runs this program"))
    };
    let staging = var("TRUNK_STAGING_DIR")?;
    let source = var("TRUNK_SOURCE_DIR")?;

    let compiled = compile(&Inputs::from_env())?;
    // Trunk has shown the report already, before it built anything.
    let Some(content) = compiled.content else { return Err(compiled.report.render(false)) };
    // The program ends with the site: components ask for values that stay.
    let site = Box::leak(Box::new(render::site(Box::leak(Box::new(content)))));

    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let esbuild = Esbuild::new(&source, release);
    if release {
        // wasm-bindgen's JavaScript comes with comments and long names.
        esbuild.shorten(&staging.join("client.js"))?;
    }
    let [js, wasm] = assets::with_hashed_names(&staging)?;
    let names = [("CLIENT_JS", &*format!("/{js}")), ("CLIENT_WASM", &*format!("/{wasm}"))];
    let scripts =
        [esbuild.inline(RETURNING, &[])?, esbuild.inline(ACCORDION, &[])?, esbuild.inline(LOADER, &names)?];
    let html = read(&staging.join("index.html"))?;
    let shell = Shell::new(&html, &style::bundle(&source.join("style"))?, &scripts)?;
    for route in site.routes.iter() {
        let folder = staging.join(route.path.trim_start_matches('/'));
        write(&folder.join("index.html"), &shell.document(&render::document(site, Some(route))))?;
    }
    for (from, to) in &compiled.aliases {
        let folder = staging.join(from.trim_start_matches('/'));
        write(&folder.join("index.html"), &shell::moved(to))?;
    }
    write(&staging.join("404.html"), &shell.document(&render::document(site, None)))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(file, text))
        .map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
