//! All of `style/` as one text, small enough to stand in every page.

use std::{fs, path::Path};

use lightningcss::{
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions, StyleSheet},
    targets::{Browsers, Targets},
};

/// The oldest browsers that get styles at all: those with cascade layers (2022).
/// Older ones read the pages unstyled; what came later is an addition each.
const TARGETS: Browsers = Browsers {
    chrome: Some(99 << 16),
    edge: Some(99 << 16),
    firefox: Some(97 << 16),
    safari: Some(15 << 16 | 4 << 8),
    ios_saf: Some(15 << 16 | 4 << 8),
    android: None,
    ie: None,
    opera: None,
    samsung: None,
};

/// Every `.css` file of a folder, by name. Their order does not matter: cascade
/// layers, named in `style/base.css`, decide what wins.
pub fn bundle(folder: &Path) -> Result<String, String> {
    let unreadable = |error| format!("{} cannot be read: {error}", folder.display());
    let mut files: Vec<_> =
        fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(unreadable)?;
    files.sort_by_key(fs::DirEntry::file_name);

    let mut bundle = String::new();
    // Editors leave hidden ones there while a file is open.
    let is_hidden = |file: &fs::DirEntry| file.file_name().to_string_lossy().starts_with('.');
    let files = files.iter().filter(|file| !is_hidden(file)).map(fs::DirEntry::path);
    for file in files.filter(|path| path.extension().is_some_and(|it| it == "css")) {
        let css = fs::read_to_string(&file)
            .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
        bundle += &minified(&css).map_err(|(message, position)| {
            let root = folder.ancestors().find(|it| it.ends_with("style")).and_then(Path::parent);
            let shown = root.and_then(|root| file.strip_prefix(root).ok()).unwrap_or(&file);
            format!("error: {message}\n  --> {}{position}", shown.display())
        })?;
    }
    Ok(bundle)
}

/// One style sheet, shortened; what is wrong in it, with its place.
pub(crate) fn minified(css: &str) -> Result<String, (String, String)> {
    let targets = Targets::from(TARGETS);
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| {
        let position =
            error.loc.as_ref().map(|at| format!(":{}:{}", at.line + 1, at.column)).unwrap_or_default();
        (error.kind.to_string(), position)
    })?;
    sheet
        .minify(MinifyOptions { targets, ..Default::default() })
        .map_err(|error| (error.kind.to_string(), String::new()))?;
    sheet
        .to_css(PrinterOptions { minify: true, targets, ..Default::default() })
        .map(|result| result.code)
        .map_err(|error| (error.kind.to_string(), String::new()))
}
