//! Where a body breaks, for types that cannot tell.
//!
//! Models that keep unknown fields are read through serde's buffer (`flatten`), in which an error loses its place: all
//! that is known is that something in `call` is odd. So parts are taken out one at a time; the part without which the
//! rest can be read is the culprit. This costs many readings, but only of a body that is signed and cannot be read.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Larger bodies, and lists and objects with more members, are not looked into.
const MAX_BODY: usize = 256 * 1024;
const MAX_MEMBERS: usize = 100;
/// Deep enough for any documented field.
const MAX_DEPTH: usize = 8;

/// The path of the innermost part of a body that keeps it from being read as a `T`; `None` if no single part does.
pub(crate) fn culprit<T: DeserializeOwned>(body: &[u8]) -> Option<String> {
    if body.len() > MAX_BODY {
        return None;
    }
    let mut root: Value = serde_json::from_slice(body).ok()?;
    if T::deserialize(&root).is_ok() {
        // A member is there twice, which a tree does not show.
        return None;
    }
    let mut pointer = String::new();
    let mut path = String::new();
    for _ in 0..MAX_DEPTH {
        let Some((step, shown)) = members(root.pointer(&pointer)?)
            .into_iter()
            .find(|(step, _)| reads_without::<T>(&mut root, &pointer, step))
        else {
            break;
        };
        pointer.push('/');
        pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
        if !path.is_empty() && !shown.starts_with('[') {
            path.push('.');
        }
        path.push_str(&shown);
    }
    (!path.is_empty()).then_some(path)
}

/// Each member of a value: its name, and how a path shows it.
fn members(value: &Value) -> Vec<(String, String)> {
    match value {
        Value::Object(object) if object.len() <= MAX_MEMBERS => {
            object.keys().map(|key| (key.clone(), key.clone())).collect()
        }
        Value::Array(array) if array.len() <= MAX_MEMBERS => (0..array.len())
            .map(|nth| (nth.to_string(), format!("[{nth}]")))
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether the whole can be read when one member is taken out; it is put back.
fn reads_without<T: DeserializeOwned>(root: &mut Value, pointer: &str, step: &str) -> bool {
    match root.pointer_mut(pointer) {
        Some(Value::Object(object)) => {
            let Some(member) = object.remove(step) else {
                return false;
            };
            let reads = T::deserialize(&*root).is_ok();
            if let Some(Value::Object(object)) = root.pointer_mut(pointer) {
                object.insert(step.to_owned(), member);
            }
            reads
        }
        Some(Value::Array(array)) => {
            let Some(nth) = step.parse().ok().filter(|nth| *nth < array.len()) else {
                return false;
            };
            let member = array.remove(nth);
            let reads = T::deserialize(&*root).is_ok();
            if let Some(Value::Array(array)) = root.pointer_mut(pointer) {
                array.insert(nth, member);
            }
            reads
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "it is only read")]
    struct Outer {
        name: String,
        #[serde(default)]
        inner: Option<Inner>,
        #[serde(flatten)]
        extra: BTreeMap<String, Value>,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "it is only read")]
    struct Inner {
        #[serde(default)]
        list: Vec<Option<u8>>,
    }

    fn found(json: &Value) -> Option<String> {
        culprit::<Outer>(json.to_string().as_bytes())
    }

    #[test]
    fn the_innermost_culprit_is_named() {
        for (json, path) in [
            (
                json!({"name":"n","inner":{"list":[1,"x",3]},"more":1}),
                Some("inner.list[1]"),
            ),
            (json!({"name":"n","inner":{"list":"x"}}), Some("inner.list")),
            (json!({"name":"n","inner":7}), Some("inner")),
            (json!({"inner":{}}), None),
            (json!({"name":7}), None),
            (json!({"name":"n","inner":{"list":["x","y"]}}), Some("inner.list")),
            (json!([]), None),
        ] {
            assert_eq!(found(&json).as_deref(), path, "{json}");
        }
    }

    #[test]
    fn what_is_too_large_is_left_alone() {
        let list = vec![json!("x"); MAX_MEMBERS + 1];
        assert_eq!(
            found(&json!({"name":"n","inner":{"list":list}})).as_deref(),
            Some("inner.list")
        );
        let name = "n".repeat(MAX_BODY);
        assert_eq!(found(&json!({"name":name,"inner":7})), None);
        assert_eq!(culprit::<Outer>(br#"{"name":"n","name":"n"}"#), None);
    }
}
