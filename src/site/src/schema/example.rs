//! Keys with their examples, as an editor would write them in YAML.

use content::schema::{Group, Key, Shape, Type};

/// All keys of a group that have an example, one below the other; of several types of items
/// one each.
pub fn example(group: &Group) -> String {
    text(keys(group, usize::MAX))
}

/// The same with the first type of items alone.
pub fn short(group: &Group) -> String {
    text(keys(group, 1))
}

/// A list with one item of a type, below its key.
pub fn item_of(of: &Type) -> String {
    text(indented(typed(of)))
}

/// A key with its example in as many lines as it takes; nothing where it has none. Of the types
/// of items so many are shown.
pub fn key(key: &Key, types: usize) -> Vec<String> {
    let name = key.name;
    let nested = |lines: Vec<String>| [vec![format!("{name}:")], indented(lines)].concat();
    match (&key.shape, key.example) {
        (Shape::List(..), Some(example)) => vec![format!("{name}: [{}]", quoted(example))],
        (Shape::Boolean | Shape::Integer | Shape::Date, Some(example)) => vec![format!("{name}: {example}")],
        (_, Some(example)) => vec![format!("{name}: {}", quoted(example))],
        (Shape::Group(group), None) => nested(keys(group, types)),
        (Shape::List(of, _), None) => nested(items(of, types)),
        _ => Vec::new(),
    }
}

fn keys(group: &Group, types: usize) -> Vec<String> {
    group.keys.iter().flat_map(|it| key(it, types)).collect()
}

fn items(of: &Shape, types: usize) -> Vec<String> {
    match of {
        Shape::Group(group) => item(keys(group, types)),
        _ => of.types().iter().take(types).flat_map(typed).collect(),
    }
}

/// An item of a type.
fn typed(of: &Type) -> Vec<String> {
    item([vec![format!("type: {}", of.name)], keys(&of.group, 1)].concat())
}

fn item(lines: Vec<String>) -> Vec<String> {
    let line = |(at, line)| if at == 0 { format!("- {line}") } else { format!("  {line}") };
    lines.into_iter().enumerate().map(line).collect()
}

fn text(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

fn indented(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| format!("  {line}")).collect()
}

/// Text in quotes where YAML, or another program that reads it, could take it for something else.
pub fn quoted(text: &str) -> String {
    let is_plain = text.starts_with(|c: char| c.is_alphabetic() || c == '/')
        && !text.contains([',', '[', ']', '{', '}', '"', '\\', '#'])
        && !text.contains(": ");
    if is_plain {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}
