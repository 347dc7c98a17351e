//! The facts, as committed.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::Value;

/// A method of the API.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Endpoint {
    pub(crate) resource: String,
    pub(crate) method: String,
    pub(crate) verb: String,
    pub(crate) path: String,
    pub(crate) path_params: Vec<Parameter>,
    pub(crate) query_params: Vec<Parameter>,
    pub(crate) body: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) response: Option<String>,
}

impl Endpoint {
    pub(crate) fn name(&self) -> String {
        format!("{}.{}", self.resource, self.method)
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) required: bool,
    pub(crate) schema: Value,
}

pub(crate) static ENDPOINTS: LazyLock<Vec<Endpoint>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../fixtures/api/endpoints.json")).unwrap());

static SCHEMAS: LazyLock<BTreeMap<String, Value>> = LazyLock::new(|| {
    let mut file: Value = serde_json::from_str(include_str!("../fixtures/api/schemas.json")).unwrap();
    serde_json::from_value(file["$defs"].take()).unwrap()
});

/// What a named definition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Union,
    Enum,
    /// Another name, or a list, of the above.
    Other,
}

pub(crate) fn kind(schema: &Value) -> Kind {
    if schema.get("enum").is_some() {
        Kind::Enum
    } else if schema.get("anyOf").is_some() {
        Kind::Union
    } else if schema["type"] == "object" {
        Kind::Object
    } else {
        Kind::Other
    }
}

pub(crate) fn definitions() -> impl Iterator<Item = (&'static str, &'static Value)> {
    SCHEMAS.iter().map(|(name, schema)| (name.as_str(), schema))
}

pub(crate) fn definition(name: &str) -> &'static Value {
    SCHEMAS
        .get(name)
        .unwrap_or_else(|| panic!("no definition {name}"))
}

/// Follows references.
pub(crate) fn resolve(mut schema: &Value) -> &Value {
    while let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        schema = definition(reference.rsplit('/').next().unwrap());
    }
    schema
}
