//! Uploads, taken apart again.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{
    facts::{Endpoint, definition, resolve},
    recorder::Recorded,
};

/// A part of an upload.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) filename: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) value: String,
}

/// The parts of a request.
pub(crate) fn parts(request: &Recorded) -> Vec<Part> {
    let content_type = request.content_type.as_deref().unwrap_or_default();
    let (_, boundary) = content_type
        .split_once("boundary=")
        .unwrap_or_else(|| panic!("no boundary in {content_type}"));
    let body = String::from_utf8(request.body.clone()).unwrap();
    if body.is_empty() {
        return Vec::new();
    }
    let end = format!("--{boundary}--\r\n");
    let body = body
        .strip_suffix(&end)
        .unwrap_or_else(|| panic!("no end in {body}"));
    let between = format!("--{boundary}\r\n");
    let mut parts = body.split(&between);
    assert_eq!(parts.next(), Some(""), "something before the first part");
    parts.map(part).collect()
}

fn part(text: &str) -> Part {
    let (head, value) = text.split_once("\r\n\r\n").unwrap();
    let header = |name: &str| head.lines().find_map(|line| line.strip_prefix(name));
    let disposition = header("Content-Disposition: form-data; ").unwrap();
    let parameter = |name: &str| {
        let quoted = disposition
            .split("; ")
            .find_map(|parameter| parameter.strip_prefix(name)?.strip_prefix('='));
        quoted.map(|quoted| quoted.trim_matches('"').to_owned())
    };
    Part {
        name: parameter("name").unwrap(),
        filename: parameter("filename"),
        content_type: header("Content-Type: ").map(str::to_owned),
        value: value.strip_suffix("\r\n").unwrap().to_owned(),
    }
}

/// The fields of an upload as one object, typed as the endpoint's body is; files and repeated fields become lists.
pub(crate) fn fields(endpoint: &Endpoint, parts: &[Part]) -> Value {
    let schema = resolve(definition(endpoint.body.as_ref().unwrap()));
    let mut fields = Map::new();
    for part in parts {
        let of = &schema["properties"][&part.name];
        let value = match serde_json::from_str::<Value>(&part.value) {
            Ok(value) if part.filename.is_none() && of["type"] != "string" => value,
            _ => part.value.clone().into(),
        };
        match (
            of["type"] == "array" && !value.is_array(),
            fields.get_mut(&part.name),
        ) {
            (true, Some(Value::Array(items))) => items.push(value),
            (true, _) => drop(fields.insert(part.name.clone(), json!([value]))),
            (false, _) => drop(fields.insert(part.name.clone(), value)),
        }
    }
    fields.into()
}
