//! A new page's file: every key that it may have, for an editor to fill in.

use content::schema::Key;

use super::{example, schema};

/// The file of a page called `name`, which is a draft. Keys that may be left out are comments.
pub fn skeleton(name: &str) -> String {
    let keys: Vec<_> = schema().page.keys.iter().map(|key| with_help(key, name)).collect();
    format!("---\n{}---\n\nThe text of the page, in Markdown.\n", keys.join("\n"))
}

/// Of the sections one type says how it looks; the others are in the reference.
fn with_help(key: &Key, name: &str) -> String {
    let lines = match key.name {
        "name" | "title" => vec![format!("{}: {}", key.name, example::quoted(name))],
        _ => example::key(key, 1),
    };
    let is_needed = key.required || key.name == "draft";
    let sign = if is_needed { "" } else { "# " };
    let lines: String = lines.iter().map(|line| format!("{sign}{line}\n")).collect();
    format!("# {}\n{lines}", key.help)
}
