//! Random documents of a schema: any optional field in or out, null where it may be, fields, values and tags nobody has
//! heard of, numbers in every notation, text in every script. The same seed gives the same document.

use fastrand::Rng;
use serde_json::{Map, Value, json};

use crate::{
    documents::{kinds, may_be_null},
    facts::resolve,
};

/// Below this depth only what is required is written.
const MAX_DEPTH: usize = 8;

/// A source of documents.
pub(crate) struct Random {
    rng: Rng,
    /// Whether whole numbers may be written as floats: answers are read so, models alone are not.
    pub(crate) whole_as_float: bool,
    /// Whether there may be fields, values and tags that are not documented.
    pub(crate) novelties: bool,
}

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            rng: Rng::with_seed(seed),
            whole_as_float: false,
            novelties: true,
        }
    }

    /// A document of `schema`.
    pub(crate) fn document(&mut self, schema: &Value) -> Value {
        self.at_depth("", schema, 0)
    }

    /// A value of `schema` for the field `name`.
    pub(crate) fn value(&mut self, name: &str, schema: &Value) -> Value {
        self.at_depth(name, schema, 0)
    }

    pub(crate) fn bool(&mut self) -> bool {
        self.rng.bool()
    }

    /// `name` is the field it is for.
    fn at_depth(&mut self, name: &str, schema: &Value, depth: usize) -> Value {
        let open = self.novelties && !is_closed(schema);
        let schema = resolve(schema);
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(values) = schema["enum"].as_array() {
            return if self.novelties && self.rng.u8(0..20) == 0 {
                json!("brand_new")
            } else {
                self.one_of(values).clone()
            };
        }
        if let Some(members) = schema["anyOf"].as_array() {
            return self.member(name, schema, members, depth, open);
        }
        match kinds(schema).first().map(String::as_str) {
            None => self.anything(2),
            Some("object") => self.object(schema, depth, open),
            Some("array") => {
                let length = if depth < MAX_DEPTH {
                    self.rng.usize(0..3)
                } else {
                    0
                };
                (0..length)
                    .map(|_| self.at_depth(name, &schema["items"], depth + 1))
                    .collect()
            }
            // An id is never empty.
            Some("string") if name.ends_with("_id") => json!(format!("id {}", self.text())),
            Some("string") => json!(self.text()),
            Some("integer") if name == "limit" => json!(self.rng.u32(..)),
            Some("integer") => self.integer(),
            Some("number") => self.number(),
            Some("boolean") => json!(self.rng.bool()),
            Some(other) => panic!("no document for {other}"),
        }
    }

    fn member(&mut self, name: &str, schema: &Value, members: &[Value], depth: usize, open: bool) -> Value {
        let members: Vec<_> = members.iter().filter(|member| member["type"] != "null").collect();
        if let Some(tag) = schema["x-tag"]
            .as_str()
            .filter(|_| open && self.rng.u8(0..30) == 0)
        {
            let mut unheard_of = Map::new();
            unheard_of.insert(tag.into(), "unheard_of".into());
            unheard_of.insert("with".into(), self.anything(2));
            // A call of any kind has an id.
            unheard_of.insert("call_id".into(), "call_1".into());
            return unheard_of.into();
        }
        let member = *self.one_of(&members);
        self.at_depth(name, member, depth)
    }

    fn object(&mut self, schema: &Value, depth: usize, open: bool) -> Value {
        let mut document = Map::new();
        let none = Map::new();
        for (name, field) in schema["properties"].as_object().unwrap_or(&none) {
            let required = schema["required"]
                .as_array()
                .is_some_and(|names| names.contains(&json!(name)));
            let chance = if depth < MAX_DEPTH { 3 + depth } else { usize::MAX };
            if !required && self.rng.usize(0..chance) >= 2 {
                continue;
            }
            let value = if may_be_null(field) && self.rng.u8(0..4) == 0 {
                Value::Null
            } else {
                self.at_depth(name, field, depth + 1)
            };
            document.insert(name.clone(), value);
        }
        let values = schema.get("additionalProperties");
        if let Some(values) = values.filter(|values| values.is_object()) {
            for _ in 0..self.rng.usize(0..3) {
                let value = self.at_depth("", values, depth + 1);
                document.insert(self.text(), value);
            }
        } else if open && self.rng.u8(0..6) == 0 {
            document.insert(format!("new {}", self.text()), self.anything(3));
        }
        document.into()
    }

    fn one_of<'a, T>(&mut self, values: &'a [T]) -> &'a T {
        &values[self.rng.usize(0..values.len())]
    }

    /// Any JSON.
    fn anything(&mut self, depth: usize) -> Value {
        match self.rng.u8(0..if depth == 0 { 5 } else { 7 }) {
            0 => Value::Null,
            1 => json!(self.rng.bool()),
            2 => json!(self.text()),
            3 => self.integer(),
            4 => self.number(),
            5 => (0..self.rng.usize(0..3))
                .map(|_| self.anything(depth - 1))
                .collect(),
            _ => {
                let mut fields = Map::new();
                for _ in 0..self.rng.usize(0..3) {
                    fields.insert(self.text(), self.anything(depth - 1));
                }
                fields.into()
            }
        }
    }

    fn integer(&mut self) -> Value {
        match self.rng.u8(0..6) {
            0 => json!(self.rng.i64(..)),
            1 => json!(-self.rng.i64(0..100)),
            2 => json!(1_761_000_000_000 + self.rng.i64(0..1_000_000)),
            3 if self.whole_as_float => json!(f64::from(self.rng.i32(..))),
            _ => json!(self.rng.i64(0..100)),
        }
    }

    fn number(&mut self) -> Value {
        match self.rng.u8(0..6) {
            0 => json!(self.rng.f64()),
            1 => json!(f64::from(self.rng.i32(-5..5))),
            2 => json!((self.rng.f64() - 0.5) * 1e300),
            3 => json!(self.rng.u64(..)),
            _ => self.integer(),
        }
    }

    pub(crate) fn text(&mut self) -> String {
        const PIECES: [&str; 16] = [
            "",
            "a",
            "+14155550123",
            "https://example.com/?a=b&c",
            "größe",
            "東京",
            "👩‍👩‍👧",
            "null",
            "7",
            "true",
            " ",
            "\"\\/",
            "{{name}}",
            "\n\t\u{0}\u{7f}",
            "%2F..#",
            "e\u{301}\u{202e}",
        ];
        let pieces = self.rng.usize(0..4);
        (0..pieces).map(|_| *self.one_of(&PIECES)).collect()
    }
}

/// What keeps no unknown fields: conditions are only ever sent, and of spoken words there are thousands.
fn is_closed(schema: &Value) -> bool {
    let name = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    name.is_some_and(|name| name.ends_with("Filter") || matches!(name, "Utterance" | "TimedWord"))
}

/// Whether two documents are the same, numbers by value.
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(a), Value::Number(b)) => {
            a == b || (a.as_f64() == b.as_f64() && (a.is_f64() || b.is_f64()))
        }
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        _ => one == other,
    }
}
