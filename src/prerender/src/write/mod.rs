//! From the finished site and the client to the files of `dist/`: one writer for each kind.
//!
//! Trunk's own `index.html` is the shell: a page goes into its body, the styles and the
//! page's head into its head.

mod assets;
mod compress;
mod hosts;
mod icons;
mod picture;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use documents::{Esbuild, Shell, Typeface, bundle, headers, in_every_page, with_scripts};
use hosts::Hosting;
use picture::Painter;
use rayon::prelude::*;
use site::{
    NEAREST_FIRST,
    compile::{Inputs, Profile},
    render::PICTURE_WIDTH,
};

use crate::{
    drawn::{self, Drawn, Redirect},
    files::{copy, read, write},
    store::Store,
};

/// Writes everything into Trunk's staging folder.
pub fn run(inputs: &Inputs) -> Result<(), String> {
    let [staging, dist] = ["TRUNK_STAGING_DIR", "TRUNK_DIST_DIR"].map(|name| {
        let folder = env::var_os(name).map(PathBuf::from);
        folder.ok_or(format!("{name} is not set: Trunk runs this program"))
    });
    let (staging, dist) = (staging?, dist?);
    if env::var_os("TRUNK_PUBLIC_URL").is_some_and(|url| url != "/") {
        return Err("This site cannot live below a path: leave Trunk's public_url at `/`.".into());
    }
    let drawn = Drawn::load(inputs)?;
    let release = inputs.profile == Profile::Release;
    let source = inputs.root();
    let esbuild = Esbuild::new(source, release);
    let js = staging.join("client.js");
    write(&js, esbuild.module(&with_scripts(&read(&js)?))?)?;
    let client = assets::with_hashed_names(&staging)?;
    let typeface = Typeface::new(source)?;
    let style = typeface.style.clone() + &bundle(&source.join("style"))?;
    let scripts = in_every_page(&esbuild, Some(&client))?;

    let icon = read(&source.join("style/icon.svg"))?;
    let inline = scripts.iter().map(|script| &*script.text).chain([NEAREST_FIRST]);
    let hosting = Hosting {
        dist: &dist.file_name().unwrap_or_default().to_string_lossy(),
        headers: headers::security(&drawn.form_action, &style, &drawn.extras, inline),
        immutable: [client.js.address, client.wasm.address, typeface.address.clone()]
            .into_iter()
            .chain(drawn.extras.files().map(|(address, _)| address.to_owned()))
            .collect(),
        immutable_folder: drawn.extras.images.as_ref().map(|_| images::FOLDER),
        redirects: &drawn.redirects,
    };
    let html = read(&staging.join("index.html"))?;
    // Another client, or a page with what the policy of an open tab refuses, is another build's.
    let allowed = headers::in_a_page(&hosting.headers);
    let build = headers::integrity([&*client.wasm.integrity, &*allowed].concat().as_bytes());
    let mut shell = Shell::new(&html, &icon, &style, &scripts, &build)?;
    if is_for_a_plain_host() {
        shell.say_policy(&allowed);
    }
    documents(&drawn, &shell, &staging)?;
    let listings = drawn.listings.iter().map(|(name, text)| (&**name, text));
    let published = hosting.published();
    let published = published.iter().map(|(name, text)| (*name, text));
    listings.chain(published).try_for_each(|(name, text)| write(&staging.join(name), text))?;

    write(&staging.join(typeface.address.trim_start_matches('/')), &typeface.font)?;
    for (address, text) in drawn.extras.files() {
        write(&staging.join(address.trim_start_matches('/')), text)?;
    }
    if drawn.extras.images.is_some() {
        publish_images(&drawn::images(inputs), &staging)?;
    }

    let store = Store::open(source);
    let painter = Painter::new(source, &store)?;
    icons::write_all(&painter, &icon, &staging)?;
    // What takes longest, and what nobody looks at while writing or where documents are measured.
    if release && env::var_os("DOCUMENTS_ONLY").is_none() {
        drawn.pictures.par_iter().try_for_each(|(path, svg)| {
            painter.paint(svg, PICTURE_WIDTH, &staging.join(path.trim_start_matches('/')))
        })?;
        compress::all(&store, &staging)?;
    }
    second_forms(&drawn, &staging)?;
    // Outside of what is published, and last: this build has not failed. Outside of the
    // project lies what is other people's.
    let root = source.canonicalize().map_err(|error| format!("{}: {error}", source.display()))?;
    match dist.parent().filter(|beside| beside.starts_with(&root)) {
        Some(beside) => hosting.beside().iter().try_for_each(|(name, text)| write(&beside.join(name), text)),
        None => Ok(()),
    }
}

/// Puts the files of pictures where pages name them.
fn publish_images(made: &Path, staging: &Path) -> Result<(), String> {
    let files = fs::read_dir(made).map_err(|error| format!("{}: {error}", made.display()))?;
    let folder = staging.join(images::FOLDER.trim_start_matches('/'));
    files.flatten().try_for_each(|file| copy(&file.path(), &folder.join(file.file_name())))
}

/// Whether the host sends files and nothing else of ours, neither headers nor redirects: then
/// pages say their policy themselves, and stand at their older addresses as well.
fn is_for_a_plain_host() -> bool {
    env::var("PLAIN_HOST").is_ok_and(|value| value == "1")
}

/// Pages, and the page for addresses without one.
fn documents(drawn: &Drawn, shell: &Shell, staging: &Path) -> Result<(), String> {
    let pages = drawn.documents.par_iter();
    pages.try_for_each(|page| {
        write(&in_its_folder(staging, &page.route), shell.document(&page.head, &page.body))
    })?;
    write(&staging.join("404.html"), shell.document(&drawn.not_found.head, &drawn.not_found.body))
}

/// A page's first form: every host answers `/a/` with it, and some `/a`.
fn in_its_folder(staging: &Path, route: &str) -> PathBuf {
    staging.join(route.trim_start_matches('/')).join("index.html")
}

/// Its second form, without which others lead from `/a` to `/a/`. Nothing is compressed beside
/// it: hosts that look for that take the first form.
fn second_forms(drawn: &Drawn, staging: &Path) -> Result<(), String> {
    let beside_its_folder = |route: &str| staging.join(format!("{}.html", route.trim_start_matches('/')));
    let pages = drawn.documents.par_iter().filter(|page| page.route != "/");
    pages.try_for_each(|page| copy(&in_its_folder(staging, &page.route), &beside_its_folder(&page.route)))?;
    for Redirect { from, to } in &drawn.redirects {
        let forms = [in_its_folder(staging, from), beside_its_folder(from)];
        if let Some(taken) = forms.iter().find(|it| it.exists()) {
            return Err(format!("{} lies at the older address {from} of {to}", taken.display()));
        }
        if is_for_a_plain_host() {
            forms.iter().try_for_each(|form| copy(&in_its_folder(staging, to), form))?;
        }
    }
    Ok(())
}
