//! The schema as JSON Schema (draft 2020-12), for programs that check YAML while it is written.
//!
//! What they say of a mistake is no matter of JSON Schema's: `patternErrorMessage` and
//! `errorMessage` are the YAML language server's own.

use content::{
    Icons,
    schema::{Group, Key, Shape, Token, Type},
};
use serde_json::{Map, Value, json};

/// Dates that exist.
const DATE: &str = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

/// The schema of a file that is a group of keys.
pub fn document(title: &str, group: &Group, icons: &Icons) -> Value {
    let nothing = characters_that_show_nothing();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$defs": {
            // What content systems write where nothing was filled in.
            "empty": {
                "type": ["null", "string", "array", "object"],
                "pattern": format!("^[{nothing}]*$"), "maxItems": 0, "maxProperties": 0,
            },
            "text": {
                "type": "string",
                "pattern": format!("[^{nothing}]"),
                "patternErrorMessage": "this is empty",
            },
        },
    });
    if group.keys.iter().any(|key| has_icons(&key.shape)) {
        schema["$defs"]["icon"] = json!({
            "enum": icons.names().collect::<Vec<_>>(),
            // Else all of them would be listed.
            "errorMessage": "no icon has this name: all names are on lucide.dev/icons",
        });
    }
    join(&mut schema, self::group(group, &[]));
    schema
}

/// White space and what nobody sees, as it stands in a class of a regular expression: of the
/// characters with four digits, which a class can have everywhere.
fn characters_that_show_nothing() -> String {
    let shows_nothing =
        |code: &u32| char::from_u32(*code).is_some_and(|c| c.is_whitespace() || content::is_invisible(c));
    let all: Vec<_> = (0..=0xffff).filter(shows_nothing).collect();
    let ranges = all.chunk_by(|a, b| a + 1 == *b);
    ranges.map(|range| format!(r"\u{:04x}-\u{:04x}", range[0], range[range.len() - 1])).collect()
}

fn has_icons(shape: &Shape) -> bool {
    let in_group = |group: &Group| group.keys.iter().any(|key| has_icons(&key.shape));
    match shape {
        Shape::Icon => true,
        Shape::List(of, _) => has_icons(of),
        Shape::Group(group) => in_group(group),
        Shape::Typed(types) => types.iter().any(|it| in_group(&it.group)),
        _ => false,
    }
}

/// A group's keys, and others that it has as well.
fn group(group: &Group, others: &[(&str, Value)]) -> Value {
    let others = others.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone()));
    let properties = others.chain(group.keys.iter().map(|key| (key.name.to_owned(), property(key))));
    let required: Vec<_> = group.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "required": required,
        "additionalProperties": false,
    });
    let needs = group.needs.iter().map(|(key, other)| need(has(key), other));
    let needs_for = group.needs_for.iter().map(|(key, value, other)| need(says(key, value), other));
    let needs: Vec<_> = needs.chain(needs_for).collect();
    if !needs.is_empty() {
        schema["allOf"] = needs.into();
    }
    schema
}

fn property(key: &Key) -> Value {
    let mut schema = match key.required {
        true => value(&key.shape),
        false => json!({ "anyOf": [value(&key.shape), { "$ref": "#/$defs/empty" }] }),
    };
    schema["description"] = key.help.into();
    if let Some(example) = key.example {
        schema["examples"] = json!([self::example(&key.shape, example)]);
    }
    schema
}

fn example(shape: &Shape, example: &str) -> Value {
    match shape {
        Shape::List(of, _) => json!([self::example(of, example)]),
        Shape::Boolean | Shape::Integer => serde_json::from_str(example).unwrap_or_default(),
        _ => example.into(),
    }
}

/// A key that has to be there in some case.
fn need(case: Value, other: &str) -> Value {
    json!({ "if": case, "then": has(other) })
}

fn has(key: &str) -> Value {
    json!({ "properties": { key: { "not": { "$ref": "#/$defs/empty" } } }, "required": [key] })
}

fn says(key: &str, value: &str) -> Value {
    json!({ "properties": { key: { "const": value } }, "required": [key] })
}

/// What a value may be that is not empty.
fn value(shape: &Shape) -> Value {
    match shape {
        Shape::Words { .. } | Shape::Inline | Shape::Paragraphs | Shape::Markdown => {
            json!({ "$ref": "#/$defs/text" })
        }
        Shape::Token(Token { called, pattern, least_number }) => {
            match (text(called, pattern), least_number) {
                (text, None) => text,
                (text, Some(least)) => json!({ "anyOf": [text, { "type": "integer", "minimum": least }] }),
            }
        }
        Shape::Date => {
            let mut schema = text("a date like 2026-03-04", DATE);
            schema["format"] = "date".into();
            schema
        }
        Shape::Integer => json!({ "type": "integer", "minimum": i64::MIN, "maximum": i64::MAX }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Icon => json!({ "$ref": "#/$defs/icon" }),
        Shape::OneOf(names) => json!({ "enum": names }),
        Shape::List(of, most) => list(of, *most),
        Shape::Group(group) => self::group(group, &[]),
        Shape::Typed(types) => typed(types),
    }
}

/// Text for machines, with white space around it or not.
fn text(called: &str, pattern: &str) -> Value {
    json!({
        "type": "string",
        "pattern": format!(r"^\s*(?:{pattern})\s*$"),
        "patternErrorMessage": format!("this must be {called}"),
    })
}

fn list(of: &Shape, most: usize) -> Value {
    let mut schema = json!({ "type": "array", "minItems": 1, "items": value(of) });
    if most != usize::MAX {
        schema["maxItems"] = most.into();
    }
    let once: Vec<_> = of
        .types()
        .iter()
        .filter(|it| it.once)
        .map(|it| json!({ "contains": is_of(it), "minContains": 0, "maxContains": 1 }))
        .collect();
    if !once.is_empty() {
        schema["allOf"] = once.into();
    }
    schema
}

fn is_of(of: &Type) -> Value {
    json!({ "properties": { "type": { "const": of.name } }, "required": ["type"] })
}

/// A condition for each type, rather than a choice among all: so that what is said of a mistake
/// is about the type that is written.
fn typed(types: &[Type]) -> Value {
    let names: Vec<_> = types.iter().map(|it| json!({ "const": it.name, "description": it.help })).collect();
    let conditions: Vec<_> = types
        .iter()
        .map(|it| json!({ "if": is_of(it), "then": group(&it.group, &[("type", json!({}))]) }))
        .collect();
    json!({
        "type": "object",
        "properties": { "type": { "description": "The type of the section.", "oneOf": names } },
        "required": ["type"],
        "allOf": conditions,
    })
}

fn join(schema: &mut Value, further: Value) {
    if let (Value::Object(schema), Value::Object(further)) = (schema, further) {
        schema.extend(further);
    }
}
