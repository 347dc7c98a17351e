//! Every method with random parameters and a random answer.

use serde_json::{Map, Value, json};

use crate::{
    facts::{ENDPOINTS, Endpoint, resolve},
    methods::{Sample, check, registry},
    no_complaints,
    random::Random,
    recorder::Recorder,
};

const EACH: u64 = 10;

/// An id of anything a path can carry.
fn id(random: &mut Random) -> String {
    let text = random.text();
    let visible = text.chars().filter(|letter| !letter.is_control());
    format!("{}-1", visible.collect::<String>())
}

fn sample(endpoint: &Endpoint, random: &mut Random) -> Sample {
    let path = endpoint
        .path_params
        .iter()
        .map(|parameter| (parameter.name.clone(), id(random)))
        .collect();
    let mut query = Map::new();
    for parameter in &endpoint.query_params {
        if parameter.required || random.bool() {
            let value = match &resolve(&parameter.schema)["type"] {
                // A flag that is not set is not sent.
                kind if kind == "boolean" => true.into(),
                _ => random.value(&parameter.name, &parameter.schema),
            };
            query.insert(parameter.name.clone(), value);
        }
    }
    let body = endpoint
        .body
        .as_ref()
        .map_or(Value::Null, |body| random.document(&reference(body)));
    Sample { path, query, body }
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

#[tokio::test]
async fn every_method_takes_anything_that_is_documented() {
    let recorder = Recorder::start().await;
    let methods = registry();
    let mut complaints = Vec::new();
    // Forms are held to their shapes elsewhere: a part has no type, so a random one cannot be told from its text.
    let without_files = ENDPOINTS
        .iter()
        .filter(|endpoint| endpoint.content_type.as_deref() != Some("multipart"));
    for endpoint in without_files {
        for seed in 0..EACH {
            let random = &mut Random::new(seed);
            let sample = sample(endpoint, random);
            random.whole_as_float = true;
            let answer = endpoint
                .response
                .as_ref()
                .map(|response| random.document(&reference(response)));
            if let Err(wrong) = check(&recorder, endpoint, methods[&endpoint.name()], sample, answer).await {
                complaints.push(format!("{} {seed}: {wrong}", endpoint.name()));
                break;
            }
        }
    }
    no_complaints(&complaints);
}
