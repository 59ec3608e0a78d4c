//! `cargo xtask looks`: pictures of the built site's pages, on a sheet for people to look at.

mod camera;
mod caption;
mod options;
mod readme;
mod sheet;
mod small;
mod templates;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use tests::{
    browser::Session,
    engine::{Engine, Settings, Stage},
    server::{Fault, Server},
};

use camera::{Camera, Scheme, TALLEST};
use options::Options;
use templates::{SITES, Template};

/// Done, or a sentence for people.
type Fallible<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    tests::ended(run().await)
}

async fn run() -> Fallible {
    let root = site::compile::root()?;
    let options = Options::read(&root, std::env::args().skip(1))?;
    let caption = options.caption(&root);
    let sites = built(&options)?;
    let folder = root.join("target/looks");
    empty(&folder)?;

    let session = Session::start(Engine::Chromium, Settings::default(), &Stage::default()).await?;
    let camera = Camera::new(&session.browser).await?;
    let mut taken = Vec::new();
    for (site, dist) in &sites {
        let server = Server::start(dist.clone(), Fault::None).await?;
        for template in templates::of(site) {
            all_looks_of(&camera, &server, template, &folder).await?;
            taken.push(template);
        }
    }
    for scheme in Scheme::ALL {
        let count = taken.len() * scheme.widths().len();
        println!("{:<14} {count} pictures in {}", scheme.name(), told(&root, &folder));
    }
    let index = folder.join("index.html");
    write(&index, sheet::html(&taken, &caption).as_bytes())?;
    println!("{:<14} {}", "all of them", told(&root, &index));

    let picture = small::picture(&camera, &folder, &caption).await?;
    let mut places = vec![folder.join("sheet.webp")];
    places.extend(options.docs.then(|| root.join("docs/looks.webp")));
    for place in places {
        write(&place, &picture)?;
        println!("{:<14} {}, {} KB", "small sheet", told(&root, &place), picture.len() / 1000);
    }
    if options.docs {
        let server = Server::start(options.dist.clone(), Fault::None).await?;
        for (name, picture) in readme::pictures(&camera, &server, &folder).await? {
            let place = root.join("docs").join(name);
            write(&place, &picture)?;
            println!("{:<14} {}, {} KB", "README", told(&root, &place), picture.len() / 1000);
        }
    }
    session.end().await.1?;
    Ok(())
}

/// The sites that there are, with their folders. The real one must be there; what is left out of
/// the others is said.
fn built(options: &Options) -> Fallible<Vec<(&'static str, PathBuf)>> {
    let is_built = |dist: &Path| dist.join("index.html").is_file();
    if !is_built(&options.dist) {
        let dist = options.dist.display();
        return Err(format!("There is no built site in {dist}: run `cargo xtask build`.").into());
    }
    let mut sites = vec![(templates::REAL, options.dist.clone())];
    for site in SITES {
        match options.sites.as_ref().map(|sites| sites.join(site).join("dist")) {
            Some(dist) if is_built(&dist) => sites.push((site, dist)),
            looked => {
                let pages: Vec<&str> = templates::of(site).map(|template| template.path).collect();
                let why = match looked {
                    Some(dist) => format!("{} is not built (`cargo xtask test` does that)", dist.display()),
                    None => "it belongs to another build than `--dist`; see `--sites`".to_owned(),
                };
                println!("{:<14} {} of the site `{site}`: {why}", "left out", pages.join(" and "));
            }
        }
    }
    Ok(sites)
}

/// Takes a page at each width and in each scheme.
async fn all_looks_of(camera: &Camera<'_>, server: &Server, template: &Template, folder: &Path) -> Fallible {
    let told = |width, error| format!("{} at {width} px: {error}", template.address());
    for width in Scheme::all_widths() {
        let url = server.url(template.path);
        camera.open(&url, width, template.status).await.map_err(|error| told(width, error))?;
        for scheme in Scheme::ALL.into_iter().filter(|scheme| scheme.widths().contains(&width)) {
            camera.show(scheme).await.map_err(|error| told(width, error))?;
            let picture = camera.whole(width, TALLEST).await.map_err(|error| told(width, error))?;
            write(&folder.join(template.file(width, scheme)), &picture)?;
        }
    }
    Ok(())
}

/// A folder without what an earlier sheet has left there.
fn empty(folder: &Path) -> Fallible {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .map_err(|error| format!("{} cannot be emptied: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()).into())
}

fn write(file: &Path, bytes: &[u8]) -> Fallible {
    fs::write(file, bytes).map_err(|error| format!("{} cannot be written: {error}", file.display()).into())
}

/// A place as it is told: from the project on.
fn told(root: &Path, place: &Path) -> String {
    place.strip_prefix(root).unwrap_or(place).display().to_string()
}
