//! Installs what the build needs and the machine lacks, at pinned versions.
//!
//! Rust tools go to `.tools/`, npm packages to `node_modules/`; a tool of the
//! right version that is on `PATH` already is used as it is.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::run::{Fallible, Run, command, root};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The newest that builds with this project's Rust.
const TRUNK: &str = "0.21.14";

/// The folders with the project's tools.
#[derive(Default)]
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// A program that finds these tools, as does whatever it starts.
    pub fn command(&self, program: &str) -> Run {
        command(program).path(&self.folders)
    }

    /// For people who want to call Trunk themselves.
    pub fn how_to_use(&self) -> String {
        let folders: Vec<_> = self.folders.iter().map(|folder| folder.display().to_string()).collect();
        format!(
            "Everything is installed. To call `trunk` yourself:\n  export PATH=\"{}:$PATH\"",
            folders.join(":")
        )
    }
}

/// Everything that `trunk build` needs.
pub fn for_build() -> Fallible<Tools> {
    wasm_target()?;
    npm_packages(".")?;
    let mut tools = Tools { folders: vec![root().join("node_modules/.bin")] };
    cargo_tool(&mut tools, "trunk", "trunk", TRUNK, true)?;
    cargo_tool(&mut tools, "wasm-bindgen", "wasm-bindgen-cli", &locked_version("wasm-bindgen")?, false)?;
    Ok(tools)
}

fn wasm_target() -> Fallible {
    let sysroot = command("rustc").args(["--print", "sysroot"]).output().unwrap_or_default();
    if Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).exists() {
        return Ok(());
    }
    installing(WASM_TARGET);
    command("rustup").args(["target", "add", WASM_TARGET]).run()
}

/// The packages of `<folder>/package.json`, exactly as locked.
pub fn npm_packages(folder: &str) -> Fallible {
    let folder = if folder == "." { root() } else { root().join(folder) };
    let lock =
        fs::read(folder.join("package-lock.json")).map_err(|error| format!("package-lock.json: {error}"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    installing(&format!("the npm packages of {}", folder.join("package.json").display()));
    command("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .folder(&folder)
        .run()
        .map_err(|error| format!("{error}\nThis needs Node.js with npm: nodejs.org"))?;
    fs::write(installed, lock).map_err(|error| format!("node_modules cannot be written: {error}"))
}

/// A program that Cargo builds, in `version`, from `PATH` or in `.tools/`.
pub fn cargo_tool(tools: &mut Tools, program: &str, package: &str, version: &str, locked: bool) -> Fallible {
    let is_right = |program: &str| {
        let said = command(program).args(["--version"]).output().unwrap_or_default();
        said.split_whitespace().any(|word| word == version)
    };
    if is_right(program) {
        return Ok(());
    }
    let home = root().join(".tools");
    let folder = home.join("bin");
    if !is_right(&folder.join(program).display().to_string()) {
        let home = home.display().to_string();
        if has_binstall() {
            installing(&format!("{package} {version}"));
            let prebuilt = ["binstall", package, "--version", version, "--root", &home, "--force"];
            // There may be none for this machine, or no way to where it is.
            _ = command("cargo")
                .args(prebuilt)
                .args(["--no-confirm", "--disable-strategies=compile", "--quiet"])
                .run();
        }
    }
    if !is_right(&folder.join(program).display().to_string()) {
        installing(&format!("{package} {version}, from its source: this takes two minutes or so"));
        let home = home.display().to_string();
        command("cargo")
            .args(["install", package, "--version", version, "--root", &home, "--force", "--quiet"])
            .args(locked.then_some("--locked"))
            // Nobody waits for these programs as long as for their optimised build; only one of
            // them has work to do.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", if program == "wasm-bindgen" { "1" } else { "0" })
            .env("CARGO_TARGET_DIR", root().join("target/tools"))
            .run()?;
    }
    if !tools.folders.contains(&folder) {
        tools.folders.insert(0, folder);
    }
    Ok(())
}

/// Whether prebuilt programs can be had: with `cargo binstall`, if it is on this machine.
fn has_binstall() -> bool {
    command("cargo").args(["binstall", "-V"]).output().is_some()
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Fallible<String> {
    let lock =
        fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    lock.split("[[package]]")
        .find(|entry| entry.contains(&format!("name = \"{package}\"\n")))
        .and_then(|entry| entry.split_once("version = \"")?.1.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .ok_or(format!("Cargo.lock has no {package}"))
}

/// Debian's packages that hold these programs, if any of them is missing.
pub fn debian_packages(needed: &[(&str, &str)]) -> Fallible {
    let missing: Vec<_> = needed
        .iter()
        .filter(|(program, _)| {
            let path = env::var_os("PATH").unwrap_or_default();
            !env::split_paths(&path).any(|folder| folder.join(program).is_file())
        })
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get update && apt-get install --yes {}", missing.join(" "));
    let is_root = command("id").args(["-u"]).output().is_some_and(|id| id == "0");
    if !is_root || command("apt-get").args(["--version"]).output().is_none() {
        let programs: Vec<_> = needed.iter().map(|(program, _)| *program).collect();
        return Err(format!(
            "The browser tests need these programs on PATH: {}. On Debian:\n  sudo sh -c '{line}'",
            programs.join(", ")
        ));
    }
    installing(&missing.join(", "));
    command("apt-get").args(["update", "-qq"]).run()?;
    command("apt-get")
        .args(["install", "--yes", "-qq", "--no-install-recommends", "-o=Dpkg::Use-Pty=0"])
        .args(missing)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

fn installing(what: &str) {
    eprintln!("Installing {what} …");
}
