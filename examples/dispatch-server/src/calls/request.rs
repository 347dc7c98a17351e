//! Reading the request that starts a call.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{CallType, StartCall};
use crate::fields::{Fields, pointer};
use crate::problem::Problem;

const MAX_VARIABLES: usize = 50;
const MAX_NAME: usize = 64;
const MAX_VALUE: usize = 1000;
/// Always set by us.
const OURS: [&str; 2] = ["driver_name", "load_number"];

/// Checks everything.
///
/// # Errors
///
/// 422 naming every bad field.
pub(super) fn read(body: Value, from_number: Option<&str>) -> Result<StartCall, Problem> {
    let mut fields = Fields::new(
        body,
        &[
            "driver_name",
            "driver_phone",
            "from_number",
            "load_number",
            "call_type",
            "agent_id",
            "variables",
        ],
    )?;
    let call_type = match fields.take("call_type") {
        Some(Value::String(kind)) if kind == "web" => CallType::Web,
        Some(Value::String(kind)) if kind == "phone" => CallType::Phone,
        found => {
            let detail = if found.is_some() {
                "must be \"web\" or \"phone\""
            } else {
                "is required"
            };
            fields.bad("/call_type", detail);
            CallType::Web
        }
    };
    if call_type == CallType::Phone {
        if !fields.has("driver_phone") {
            fields.bad("/driver_phone", "is required for phone calls");
        }
        if !fields.has("from_number") && from_number.is_none() {
            fields.bad(
                "/from_number",
                "is required for phone calls, because RETELL_FROM_NUMBER is not set",
            );
        }
    }
    let request = StartCall {
        driver_name: fields.text("driver_name", 1..=120),
        driver_phone: fields.optional_phone("driver_phone"),
        from_number: fields
            .optional_phone("from_number")
            .or_else(|| from_number.map(str::to_owned)),
        load_number: fields.text("load_number", 1..=64),
        call_type,
        agent_id: fields.optional_text("agent_id", 1..=128),
        variables: variables(&mut fields),
    };
    fields.finish()?;
    Ok(request)
}

fn variables(fields: &mut Fields) -> BTreeMap<String, String> {
    let object = match fields.take("variables") {
        None => return BTreeMap::new(),
        Some(Value::Object(object)) => object,
        Some(_) => {
            fields.bad("/variables", "must be an object of names and values");
            return BTreeMap::new();
        }
    };
    if object.len() > MAX_VARIABLES {
        fields.bad(
            "/variables",
            format!("must not hold more than {MAX_VARIABLES} variables"),
        );
        return BTreeMap::new();
    }
    let mut variables = BTreeMap::new();
    for (name, value) in object {
        let place = format!("/variables{}", pointer(&name));
        if !is_name(&name) {
            fields.bad(place, "must be named with A-Z a-z 0-9 _ only, at most 64 of them");
            continue;
        }
        let value = match value {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            Value::Bool(flag) => flag.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => {
                fields.bad(place, "must be a text, a number, true or false");
                continue;
            }
        };
        if value.chars().count() > MAX_VALUE {
            fields.bad(place, format!("must be at most {MAX_VALUE} characters"));
        } else if !OURS.contains(&name.as_str()) {
            variables.insert(name, value);
        }
    }
    variables
}

fn is_name(name: &str) -> bool {
    (1..=MAX_NAME).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}
