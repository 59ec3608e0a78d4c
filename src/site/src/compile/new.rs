//! A new page's file: where an address has it, and what is in it to begin with.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use super::{
    Inputs,
    address::reserved,
    names::{self, is_segment},
};
use crate::schema::skeleton;

/// Writes the file of a page at `address`, a draft with every key explained, and says which it
/// is. No file is overwritten.
///
/// # Errors
/// A sentence for people: what is wrong with the address, what is there already, or why the
/// file cannot be written.
pub fn new_page(inputs: &Inputs, address: &str) -> Result<String, String> {
    let plain = address.trim_matches('/');
    let plain = plain.strip_suffix(".md").unwrap_or(plain);
    let relative_path = format!("{plain}.md");
    if let Some(part) = plain.split('/').find(|part| !is_segment(part)) {
        let instead = names::slugified(&relative_path).map(|path| path.trim_end_matches(".md").to_owned());
        return Err(format!(
            "`{}` cannot be part of an address, which has lowercase letters, digits and hyphens{}",
            names::printable(part),
            instead.map(|it| format!(": write `cargo xtask new {it}`")).unwrap_or_default()
        ));
    }
    let route = plain.strip_suffix("index").and_then(|it| it.strip_suffix('/')).unwrap_or(plain);
    if let Some(help) = reserved(&format!("/{route}")).filter(|_| plain != "index") {
        return Err(format!("The address /{route} is kept for the build's own files: {help}"));
    }
    let content = inputs.content_dir();
    if !content.is_dir() {
        return Err(format!("There is no content folder {}.", inputs.content.display()));
    }
    let shown = |inside: &str| inputs.content.join(inside).display().to_string();
    // One address, whichever of the two files has it.
    let files = [format!("{route}.md"), format!("{route}/index.md")];
    if let Some(there) = files.iter().find(|it| content.join(it).exists()) {
        return Err(format!("{} is there already, and stays as it is.", shown(there)));
    }
    write(&content.join(&relative_path), &skeleton(&name(route)))
        .map_err(|error| format!("{} cannot be written: {error}", shown(&relative_path)))?;
    Ok(shown(&relative_path))
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)?;
    // It may have come in the meantime.
    File::create_new(file)?.write_all(text.as_bytes())
}

/// The last part of an address as words.
fn name(route: &str) -> String {
    let words = route.rsplit('/').next().unwrap_or_default().replace(['-', '_'], " ");
    let words = words.trim();
    let first = words.chars().next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(words.chars().skip(1)).collect()
}
