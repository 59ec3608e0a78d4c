//! The schema as a page for people, in Markdown.

use content::schema::{Group, Key, Shape, Type};

use super::{OWN, Schema, example};

const BEGINNING: &str = "\
<!-- Written by `cargo xtask schema`: what stands here is declared in src/site. -->

# What editors may write

A key that is needed has to be there, and not be empty; any other may be left out. The same for
programs is in `docs/schema/` (JSON Schema, draft 2020-12).

";

/// All of it.
pub fn reference(schema: &Schema) -> String {
    let Schema { page, site, claims, pictures } = schema;
    let mut text = BEGINNING.to_owned();
    text += &part("## A page", "The front matter of a file `content/….md`.", page);
    text += "## Sections\n\nThe items of a page's `sections`.\n\n";
    for it in page.keys.iter().flat_map(types) {
        let with_type = format!("sections:\n{}", example::item_of(it));
        let once = if it.once { " A page has one at most." } else { "" };
        text += &format!("### `{}`\n\n{}{once}\n\n{}", it.name, it.help, yaml(&with_type));
        text += &table(&it.group);
    }
    text += &part("## `site.yaml`", "The business, for all pages.", site);
    text += &part("## `claims.yaml`", "What advertising should not say: each use is a warning.", claims);
    text += &part("## `pictures.yaml`", "Pairs of pictures in the folder beside a page's file.", pictures);
    text += "## What only the check knows\n\n`cargo xtask check` knows more than a schema can:\n\n";
    text += &OWN.map(|own| format!("- {}: {}.\n", own.what, own.why)).concat();
    text
}

fn part(heading: &str, about: &str, group: &Group) -> String {
    format!("{heading}\n\n{about}\n\n{}{}", yaml(&example::short(group)), table(group))
}

fn yaml(text: &str) -> String {
    format!("```yaml\n{text}```\n\n")
}

/// The types of a key's items, where it has any.
fn types(key: &Key) -> &[Type] {
    match &key.shape {
        Shape::List(of, _) => of.types(),
        _ => &[],
    }
}

fn table(group: &Group) -> String {
    let rows: Vec<_> = group.keys.iter().flat_map(|key| rows(key, "")).collect();
    format!(
        "| key | needed | what it holds | what it is for |\n| --- | --- | --- | --- |\n{}\n",
        rows.concat()
    )
}

/// The row of a key, and of those in it.
fn rows(key: &Key, before: &str) -> Vec<String> {
    let name = format!("{before}`{}`", key.name);
    let needed = if key.required { "yes" } else { "no" };
    let row = format!("| {name} | {needed} | {} | {} |\n", called(&key.shape), key.help);
    let inside = inside(&key.shape).iter().flat_map(|key| rows(key, &format!("{name} › ")));
    [row].into_iter().chain(inside).collect()
}

fn inside(shape: &Shape) -> &[Key] {
    match shape {
        Shape::Group(group) => &group.keys,
        Shape::List(of, _) => inside(of),
        _ => &[],
    }
}

/// What an editor would call it.
fn called(shape: &Shape) -> String {
    match shape {
        Shape::Words { .. } => "words".into(),
        Shape::Inline => "a paragraph of Markdown".into(),
        Shape::Paragraphs => "paragraphs of Markdown".into(),
        Shape::Markdown => "Markdown".into(),
        Shape::Token(token) => token.called.into(),
        Shape::Date => "a date".into(),
        Shape::Integer => "a whole number".into(),
        Shape::Boolean => "`true` or `false`".into(),
        Shape::Icon => "an icon's name".into(),
        Shape::OneOf(names) => {
            format!("one of {}", names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "))
        }
        Shape::List(of, usize::MAX) => format!("a list: {}", called(of)),
        Shape::List(of, most) => format!("a list of {most} at most: {}", called(of)),
        Shape::Group(_) => "keys of its own".into(),
        Shape::Typed(_) => "a section".into(),
    }
}
