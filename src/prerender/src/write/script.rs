//! JavaScript, shortened by esbuild.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The program that shortens.
pub struct Esbuild {
    program: PathBuf,
    minify: bool,
}

impl Esbuild {
    /// As installed below `source`; where `minify` is false scripts stay as they are.
    pub fn new(source: &Path, minify: bool) -> Self {
        Self { program: source.join("node_modules/.bin/esbuild"), minify }
    }

    /// A script as it stands in a page, with these names put for its constants.
    pub fn inline(&self, script: &str, constants: &[(&str, &str)]) -> Result<String, String> {
        let defines = constants.iter().map(|(name, value)| format!("--define:{name}={value:?}")).collect();
        Ok(self.run(script, defines)?.trim_end().to_owned())
    }

    /// Shortens a file in place.
    pub fn shorten(&self, file: &Path) -> Result<(), String> {
        let error = |error| format!("{} cannot be shortened: {error}", file.display());
        let script = std::fs::read_to_string(file).map_err(error)?;
        std::fs::write(file, self.run(&script, Vec::new())?).map_err(error)
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
