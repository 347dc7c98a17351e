//! Objects as the documented schema describes them, bare and full.

use retell_client::models::{Agent, AgentSummary, Call, CreatedWebCall};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

#[derive(serde::Deserialize)]
struct Sample {
    #[serde(rename = "type")]
    kind: String,
    variant: String,
    json: Value,
}

fn samples() -> Vec<Sample> {
    include_str!("../fixtures/responses.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn again<T: DeserializeOwned + Serialize>(json: &Value) -> Value {
    serde_json::to_value(serde_json::from_value::<T>(json.clone()).unwrap()).unwrap()
}

/// Null and absent mean the same; whole floats and integers too.
fn plain(json: Value) -> Value {
    match json {
        Value::Object(map) => {
            let map = map.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(map.map(|(key, value)| (key, plain(value))).collect())
        }
        Value::Array(items) => items.into_iter().map(plain).collect(),
        Value::Number(number) => number.as_f64().into(),
        other => other,
    }
}

#[test]
fn nothing_documented_is_lost() {
    let samples = samples();
    assert!(samples.len() > 20);
    for Sample { kind, variant, json } in samples {
        let back = match kind.as_str() {
            "AgentResponse" => again::<Agent>(&json),
            "AgentListItem" => again::<AgentSummary>(&json),
            "CreateWebCallResponse" => again::<CreatedWebCall>(&json),
            _ => again::<Call>(&json),
        };
        assert_eq!(plain(back), plain(json), "{kind} {variant}");
    }
}

#[test]
fn any_field_of_a_call_but_its_id_may_be_null_or_missing() {
    let calls = samples()
        .into_iter()
        .filter(|sample| sample.kind.ends_with("CallResponse"));
    for sample in calls.filter(|sample| sample.kind.starts_with(['P', 'W'])) {
        if sample.kind.starts_with("Create") {
            continue;
        }
        for key in sample
            .json
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| *key != "call_id")
        {
            let mut json = sample.json.clone();
            json[key] = Value::Null;
            assert!(serde_json::from_value::<Call>(json.clone()).is_ok(), "{key} null");
            json.as_object_mut().unwrap().remove(key);
            assert!(serde_json::from_value::<Call>(json).is_ok(), "{key} missing");
        }
    }
    assert!(serde_json::from_str::<Call>("{}").is_err());
    assert!(serde_json::from_str::<Call>(r#"{"call_id":"c"}"#).is_ok());
}

#[test]
fn debug_of_a_full_call_shows_nothing_personal() {
    for sample in samples()
        .iter()
        .filter(|sample| sample.kind == "PhoneCallResponse")
    {
        let call: Call = serde_json::from_value(sample.json.clone()).unwrap();
        let shown = format!(
            "{call:?} {:?} {:?}",
            call.transcript_with_tool_calls, call.call_analysis
        );
        for secret in [
            "+1415",
            "content",
            "summary",
            "arguments",
            "dynamic_variables",
            "recording",
            "digit",
        ] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
    }
}
