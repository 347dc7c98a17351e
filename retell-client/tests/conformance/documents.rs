//! Documents made from schemas, always the same for the same schema.

use serde_json::{Map, Value, json};

use crate::facts::resolve;

/// How a document is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recipe {
    pub(crate) fill: Fill,
    /// Which of several alternatives is taken; also varies the values.
    pub(crate) pick: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    /// What is required.
    Minimal,
    /// What is required, and null where it may be.
    Nulls,
    /// Everything.
    Full,
}

impl Recipe {
    /// Enough recipes to take every alternative of every union.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let full = (0..14).map(|pick| Self {
            fill: Fill::Full,
            pick,
        });
        let sparse = (0..4).flat_map(|pick| [Fill::Minimal, Fill::Nulls].map(|fill| Self { fill, pick }));
        full.chain(sparse)
    }

    /// A document of `schema`; `name` is the field it is for.
    pub(crate) fn document(self, name: &str, schema: &Value) -> Value {
        self.at_depth(name, schema, 0)
    }

    fn at_depth(self, name: &str, schema: &Value, depth: usize) -> Value {
        let schema = resolve(schema);
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(values) = schema["enum"].as_array() {
            return values[self.pick % values.len()].clone();
        }
        if let Some(members) = schema["anyOf"].as_array() {
            let members: Vec<_> = members.iter().filter(|member| member["type"] != "null").collect();
            return self.at_depth(name, members[self.pick % members.len()], depth);
        }
        match kinds(schema).first().map(String::as_str) {
            None => [
                json!({"any": [1, "thing", null]}),
                json!("any text"),
                json!(7),
                json!([true]),
            ][self.pick % 4]
                .clone(),
            Some("object") => self.object(schema, depth),
            Some("array") if depth > 12 => json!([]),
            Some("array") => {
                let items = 0..1 + self.pick % 2;
                items
                    .map(|more| {
                        Self {
                            pick: self.pick + more,
                            ..self
                        }
                        .at_depth(name, &schema["items"], depth + 1)
                    })
                    .collect()
            }
            Some("string") if name.contains("number") && !name.contains("sip") => {
                json!(format!("+1415555{:04}", self.pick))
            }
            Some("string") => json!(format!("{name} {}", self.pick)),
            Some("integer") => json!(self.pick),
            Some("number") => [json!(0.25), json!(1), json!(1_761_000_000_013_i64)][self.pick % 3].clone(),
            Some("boolean") => json!(self.pick.is_multiple_of(2)),
            Some(other) => panic!("{name}: no document for {other}"),
        }
    }

    fn object(self, schema: &Value, depth: usize) -> Value {
        let mut document = Map::new();
        let none = Map::new();
        for (name, field) in schema["properties"].as_object().unwrap_or(&none) {
            let required = schema["required"]
                .as_array()
                .is_some_and(|names| names.contains(&json!(name)));
            if self.fill == Fill::Nulls && may_be_null(field) {
                document.insert(name.clone(), Value::Null);
            } else if required || (self.fill == Fill::Full && depth <= 12) {
                document.insert(name.clone(), self.at_depth(name, field, depth + 1));
            }
        }
        if let Some(values) = schema
            .get("additionalProperties")
            .filter(|values| values.is_object())
        {
            document.insert("a key".into(), self.at_depth("value", values, depth + 1));
        }
        document.into()
    }
}

/// The JSON types a schema allows; none where anything goes.
pub(crate) fn kinds(schema: &Value) -> Vec<String> {
    let kinds = match &schema["type"] {
        Value::String(kind) => vec![kind.clone()],
        Value::Array(kinds) => kinds
            .iter()
            .map(|kind| kind.as_str().unwrap().to_owned())
            .collect(),
        _ => Vec::new(),
    };
    kinds.into_iter().filter(|kind| kind != "null").collect()
}

pub(crate) fn may_be_null(schema: &Value) -> bool {
    let null = json!("null");
    let goes_anything = ["type", "$ref", "anyOf", "enum", "const"]
        .iter()
        .all(|word| schema.get(word).is_none());
    goes_anything
        || schema["type"] == null
        || schema["type"]
            .as_array()
            .is_some_and(|kinds| kinds.contains(&null))
        || schema["anyOf"]
            .as_array()
            .is_some_and(|members| members.iter().any(may_be_null))
}

/// A value that does not fit; `None` where anything does.
pub(crate) fn misfit(schema: &Value) -> Option<Value> {
    let candidates = [
        ("string", json!("misfit")),
        ("boolean", json!(true)),
        ("number", json!(0.5)),
        ("array", json!([{"misfit": []}])),
    ];
    let allowed = allowed(schema)?;
    candidates
        .into_iter()
        .find(|(kind, _)| !allowed.iter().any(|other| other == kind))
        .map(|(_, value)| value)
}

fn allowed(schema: &Value) -> Option<Vec<String>> {
    let schema = resolve(schema);
    if let Some(members) = schema["anyOf"].as_array() {
        let members: Option<Vec<_>> = members.iter().map(allowed).collect();
        return Some(members?.concat());
    }
    if schema["type"] == "null" {
        return Some(Vec::new());
    }
    if schema.get("const").is_some() || schema.get("enum").is_some() {
        return Some(vec!["string".into(), "boolean".into()]);
    }
    let mut kinds = kinds(schema);
    if kinds.iter().any(|kind| kind == "integer") {
        kinds.push("number".into());
    }
    (!kinds.is_empty()).then_some(kinds)
}
