//! The scripts of every page, shortened by esbuild.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use site::sections::{faq_accordion, search};

use crate::{Client, typeface};

// The client's own scripts: what runs before it, and what starts it.
const RETURNING: &str = include_str!("../../client/src/router/returning.js");
const LOADER: &str = include_str!("../../client/loader.js");

/// A script that stands in every page.
pub struct Script {
    /// As they stand in its tag, from the space before them.
    pub attributes: &'static str,
    /// JavaScript or, for an import map, JSON.
    pub text: String,
}

/// The scripts of every page's head, in their order; where there is no `client` yet, those
/// that need none.
///
/// # Errors
/// esbuild is missing, or cannot read one of them.
pub fn in_every_page(esbuild: &Esbuild, client: Option<&Client>) -> Result<Vec<Script>, String> {
    let inline = |script, constants: &[_]| {
        esbuild.inline(script, constants).map(|text| Script { attributes: "", text })
    };
    // `import()` cannot be told what to expect; an import map can (HTML standard, 8.1.5.2).
    let import_map = client.map(|Client { js, .. }| Script {
        attributes: r#" type="importmap""#,
        text: format!(r#"{{"integrity":{{"{}":"{}"}}}}"#, js.address, js.integrity),
    });
    let loader = client.map(|Client { js, wasm }| {
        let constants = [
            ("CLIENT_JS", &*js.address),
            ("CLIENT_WASM", &*wasm.address),
            ("CLIENT_WASM_INTEGRITY", &*wasm.integrity),
        ];
        inline(LOADER, &constants)
    });
    let mut scripts: Vec<_> = import_map.into_iter().collect();
    for script in [RETURNING, faq_accordion::SCRIPT, search::KEY, typeface::SCRIPT_OF_PAGES] {
        scripts.push(inline(script, &[])?);
    }
    scripts.extend(loader.transpose()?);
    Ok(scripts)
}

/// The program that shortens.
pub struct Esbuild {
    program: PathBuf,
    minify: bool,
}

impl Esbuild {
    /// As installed below `source`; where `minify` is false scripts stay as they are.
    pub fn new(source: &Path, minify: bool) -> Self {
        let program = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };
        Self { program: source.join("node_modules/.bin").join(program), minify }
    }

    /// A script as it stands in a page, with these names put for its constants.
    pub(crate) fn inline(&self, script: &str, constants: &[(&str, &str)]) -> Result<String, String> {
        let defines = constants.iter().map(|(name, value)| format!("--define:{name}={value:?}")).collect();
        Ok(self.run(script, defines)?.trim_end().to_owned())
    }

    /// A script as it stands in a file of its own.
    pub fn module(&self, script: &str) -> Result<String, String> {
        self.run(script, vec!["--format=esm".into()])
    }

    /// A script with all that it imports, as it stands in a file of its own.
    pub(crate) fn bundle(&self, script: &Path) -> Result<String, String> {
        self.run("", vec!["--bundle".into(), "--format=esm".into(), script.display().to_string()])
    }

    fn run(&self, script: &str, mut args: Vec<String>) -> Result<String, String> {
        let unusable =
            |error| format!("{} cannot be started: {error}; run `cargo xtask setup`", self.program.display());
        if self.minify {
            args.push("--minify".into());
        }
        let mut esbuild = Command::new(&self.program)
            .arg("--log-level=warning")
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(unusable)?;
        if let Some(mut stdin) = esbuild.stdin.take() {
            stdin.write_all(script.as_bytes()).map_err(unusable)?;
        }
        let output = esbuild.wait_with_output().map_err(unusable)?;
        if !output.status.success() {
            return Err("esbuild could not read a script".into());
        }
        String::from_utf8(output.stdout).map_err(|error| format!("esbuild: {error}"))
    }
}
