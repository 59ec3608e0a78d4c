//! Writes every route as HTML into Trunk's staging folder, as its `post_build` hook.
//!
//! Trunk's own `index.html` is the shell: the prerendered page goes into its
//! body, the styles and the page's head into its head.

mod assets;
mod compress;
mod headers;
mod hosts;
mod listings;
mod picture;
mod script;
mod shell;
mod store;
mod style;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use assets::Asset;
use hosts::Hosting;
use picture::Painter;
use rayon::prelude::*;
use script::Esbuild;
use shell::{Script, Shell};
use site::{
    Content, Site,
    compile::{Inputs, compile},
    render,
};
use store::Store;

// What runs before the client, and without it.
const RETURNING: &str = include_str!("../../site/src/router/returning.js");
const ACCORDION: &str = include_str!("../../site/src/sections/faq_accordion.js");
const BOOKING_FORM: &str = include_str!("../../site/src/sections/booking_form.js");
const LOADER: &str = include_str!("../../client/loader.js");
const NOT_FOUND: &str = include_str!("../../site/src/article/not_found.js");

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

    let compiled = compile(&Inputs::from_env()?)?;
    // Trunk has shown the report already, before it built anything.
    let Some(content) = compiled.content else { return Err(compiled.report.render(false)) };
    // The program ends with the site: components ask for values that stay.
    let content: &'static Content = Box::leak(Box::new(content));
    let site: &'static Site = Box::leak(Box::new(render::site(content)));

    if var("TRUNK_PUBLIC_URL").is_ok_and(|url| url != Path::new("/")) {
        return Err("This site cannot live below a path: leave Trunk's public_url at `/`.".into());
    }
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let esbuild = Esbuild::new(&source, release);
    if release {
        // wasm-bindgen's JavaScript comes with comments and long names.
        esbuild.shorten(&staging.join("client.js"))?;
    }
    let [js, wasm] = assets::with_hashed_names(&staging)?;
    let (style, scripts) = (style::bundle(&source.join("style"))?, scripts(&esbuild, &js, &wasm)?);
    let shell = Shell::new(&read(&staging.join("index.html"))?, &style, &scripts, &wasm.integrity)?;
    for (page, route) in content.pages.iter().zip(site.routes.iter()) {
        let folder = staging.join(route.path.trim_start_matches('/'));
        write(&folder.join("index.html"), &shell.document(&render::document(content, page, route)))?;
    }
    write(&staging.join("404.html"), &shell.document(&render::not_found(content)))?;
    for (from, to) in &compiled.aliases {
        let folder = staging.join(from.trim_start_matches('/'));
        write(&folder.join("index.html"), &shell::moved(to, &content.business.address(to)))?;
    }

    write(&staging.join("sitemap.xml"), &listings::sitemap(content))?;
    write(&staging.join("robots.txt"), &listings::robots(content))?;
    write(&staging.join("llms.txt"), &listings::llms(content))?;
    write(&staging.join("manifest.webmanifest"), &listings::manifest(content))?;

    let inline: Vec<_> =
        scripts.into_iter().map(|script| script.text).chain([NOT_FOUND.to_owned()]).collect();
    let hosting = Hosting {
        headers: headers::security(content, &style, &inline),
        immutable: vec![js.address, wasm.address],
        aliases: compiled.aliases,
    };
    write(&staging.join("_headers"), &hosting.headers_file())?;
    write(&staging.join("_redirects"), &hosting.redirects_file())?;
    write(&staging.join("_hosts/Caddyfile"), &hosting.caddyfile())?;
    write(&staging.join("_hosts/nginx.conf"), &hosting.nginx())?;

    let store = Store::open(&source);
    let painter = Painter::new(&source, &store)?;
    icons(&painter, &source, &staging)?;
    // What takes longest, and what nobody looks at while writing or where documents are measured.
    if release && env::var_os("DOCUMENTS_ONLY").is_none() {
        pictures(&painter, content, &staging)?;
        compress::all(&store, &staging)?;
    }
    Ok(())
}

/// The scripts of every page's head, in their order.
fn scripts(esbuild: &Esbuild, js: &Asset, wasm: &Asset) -> Result<[Script; 5], String> {
    let constants = [
        ("CLIENT_JS", &*js.address),
        ("CLIENT_WASM", &*wasm.address),
        ("CLIENT_WASM_INTEGRITY", &*wasm.integrity),
    ];
    let inline =
        |script, constants| esbuild.inline(script, constants).map(|text| Script { attributes: "", text });
    Ok([
        // `import()` cannot be told what to expect; an import map can (HTML standard, 8.1.5.2).
        Script {
            attributes: r#" type="importmap""#,
            text: format!(r#"{{"integrity":{{"{}":"{}"}}}}"#, js.address, js.integrity),
        },
        // What the address asks for is chosen first, then what the visitor had chosen.
        inline(BOOKING_FORM, &[])?,
        inline(RETURNING, &[])?,
        inline(ACCORDION, &[])?,
        inline(LOADER, &constants)?,
    ])
}

fn icons(painter: &Painter, source: &Path, staging: &Path) -> Result<(), String> {
    let icon = read(&source.join("style/icon.svg"))?;
    write(&staging.join("icon.svg"), &icon)?;
    for size in listings::ICONS {
        painter.paint(&icon, size, &staging.join(listings::icon(size).trim_start_matches('/')))?;
    }
    Ok(())
}

fn pictures(painter: &Painter, content: &Content, staging: &Path) -> Result<(), String> {
    content.pages.par_iter().try_for_each(|page| {
        let picture = render::picture(&content.business, page);
        let file = staging.join(picture.path.trim_start_matches('/'));
        painter.paint(&picture.svg, render::PICTURE_WIDTH, &file)
    })
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
