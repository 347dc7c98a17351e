//! Recorded and built samples: requests as the official SDK writes them, answers as the schemas allow them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    documents::{Fill, Recipe},
    facts::{ENDPOINTS, definition},
    methods::{Sample, registry, typed_query},
    multipart::{Part, fields, parts},
    no_complaints,
    recorder::{Recorded, Recorder, pairs},
};

/// A request of the official SDK.
#[derive(Debug, Deserialize)]
struct WireSample {
    resource: String,
    sdk_method: String,
    variant: String,
    method: String,
    path: String,
    query: String,
    body: Option<Value>,
    #[serde(default)]
    multipart: Vec<Part>,
}

/// An answer.
#[derive(Debug, Deserialize)]
struct ResponseSample {
    #[serde(rename = "type")]
    kind: String,
    endpoint: String,
    variant: String,
    json: Value,
}

fn lines<T: for<'a> Deserialize<'a>>(file: &str) -> Vec<T> {
    file.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The values of a path's parameters.
fn path_values(template: &str, path: &str) -> BTreeMap<String, String> {
    let names = template.split('/');
    let values = path.split('/');
    let filled = names.zip(values).filter(|(name, _)| name.starts_with('{'));
    filled
        .map(|(name, value)| (name.trim_matches(['{', '}']).to_owned(), value.to_owned()))
        .collect()
}

/// What of a request differs from the sample.
fn differences(sample: &WireSample, request: &Recorded) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |what: &str, sent: Value, expected: Value| {
        if sent != expected {
            wrong.push(format!("{what}: sent {sent}\n  expected {expected}"));
        }
    };
    compare("verb", request.verb.clone().into(), sample.method.clone().into());
    compare("path", request.path.clone().into(), sample.path.clone().into());
    compare("query", json!(request.query), json!(pairs(&sample.query)));
    if sample.multipart.is_empty() {
        compare("body", json!(request.json()), json!(sample.body));
    } else {
        // Parts of one name keep their order; otherwise it does not matter.
        let sorted = |mut parts: Vec<Part>| {
            parts.sort_by(|one, other| one.name.cmp(&other.name));
            format!("{parts:?}")
        };
        let (sent, expected) = (sorted(parts(request)), sorted(sample.multipart.clone()));
        compare("parts", sent.into(), expected.into());
    }
    wrong
}

#[tokio::test]
async fn every_request_of_the_official_sdk_is_reproduced() {
    let samples: Vec<WireSample> = lines(include_str!("../fixtures/api/wire-samples.jsonl"));
    let recorder = Recorder::start().await;
    let methods = registry();
    let mut complaints = Vec::new();
    for sample in &samples {
        let name = format!("{}.{}", sample.resource, sample.sdk_method);
        let Some(call) = methods.get(&name) else {
            complaints.push(format!("{name} is missing"));
            continue;
        };
        let endpoint = ENDPOINTS.iter().find(|endpoint| endpoint.name() == name).unwrap();
        let minimal = Recipe {
            fill: Fill::Minimal,
            pick: 0,
        };
        let answer = endpoint
            .response
            .as_ref()
            .map(|response| minimal.document(response, definition(response)));
        recorder.answer_with(answer.as_ref()).await;
        let body = match &sample.body {
            Some(body) => body.clone(),
            None if sample.multipart.is_empty() => Value::Null,
            None => fields(endpoint, &sample.multipart),
        };
        let made = Sample {
            path: path_values(&endpoint.path, &sample.path),
            query: typed_query(endpoint, &sample.query),
            body,
        };
        let outcome = call(recorder.client(), made).await;
        let wrong = match (outcome, recorder.only_request().await) {
            (Err(error), _) | (_, Err(error)) => vec![error],
            (Ok(_), Ok(request)) => differences(sample, &request),
        };
        complaints.extend(
            wrong
                .into_iter()
                .map(|wrong| format!("{name} {}: {wrong}", sample.variant)),
        );
    }
    println!("wire samples {}", samples.len());
    no_complaints(&complaints);
}

#[tokio::test]
async fn every_answer_is_read_and_written_back() {
    let samples: Vec<ResponseSample> = lines(include_str!("../fixtures/api/response-samples.jsonl"));
    let recorder = Recorder::start().await;
    let methods = registry();
    let mut complaints = Vec::new();
    let mut reported = BTreeSet::new();
    for sample in &samples {
        let (verb, path) = sample.endpoint.split_once(' ').unwrap();
        let mut endpoints = ENDPOINTS
            .iter()
            .filter(|endpoint| endpoint.verb == verb && endpoint.path == path);
        // Agents and chat agents share some routes.
        let endpoint = endpoints
            .find(|endpoint| endpoint.response.as_deref() == Some(&sample.kind))
            .unwrap();
        let Some(call) = methods.get(&endpoint.name()) else {
            complaints.push(format!("{} is missing", endpoint.name()));
            continue;
        };
        recorder.answer_with(Some(&sample.json)).await;
        let made = crate::methods::sample(
            endpoint,
            Recipe {
                fill: Fill::Minimal,
                pick: 0,
            },
        );
        let wrong = match call(recorder.client(), made).await {
            Ok(again) if again == sample.json => continue,
            Ok(again) => format!("read {}\n  wrote {again}", sample.json),
            Err(error) => error,
        };
        if reported.insert(endpoint.name()) {
            complaints.push(format!("{} {}: {wrong}", sample.kind, sample.variant));
        }
    }
    println!("response samples {}", samples.len());
    no_complaints(&complaints);
}
