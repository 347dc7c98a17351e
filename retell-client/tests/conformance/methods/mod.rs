//! Every method: that it exists, and what it sends.
//!
//! One file a resource lists its methods by the names of `endpoints.json`, each with the call that makes a [`Sample`]
//! come true through the public API.

use std::{collections::BTreeMap, pin::Pin};

use percent_encoding::percent_decode_str;
use retell_client::{
    Client, Upload,
    models::{AgentVersion, PhoneNumber, Versioned},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::{
    documents::{Fill, Recipe},
    facts::{ENDPOINTS, Endpoint, definition, resolve},
    multipart, no_complaints,
    random::same,
    recorder::{Recorder, pairs},
};

/// What a call is to send.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) path: BTreeMap<String, String>,
    /// The query as JSON, typed as the parameters are.
    pub(crate) query: Map<String, Value>,
    /// The body; of an upload, its fields, with the contents of files as text.
    pub(crate) body: Value,
}

impl Sample {
    /// A path parameter.
    pub(crate) fn id(&self, name: &str) -> &str {
        &self.path[name]
    }

    /// A path parameter that is a telephone number.
    pub(crate) fn number(&self, name: &str) -> PhoneNumber {
        PhoneNumber::unchecked(self.id(name))
    }

    /// A path parameter with the query's `version`.
    pub(crate) fn versioned<I: for<'a> From<&'a str>>(&self, name: &str) -> Versioned<I> {
        Versioned {
            id: self.id(name).into(),
            version: self.query.get("version").map(from::<AgentVersion>),
        }
    }

    /// A parameter of the query that is true or false, or left out.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.query.get(name).and_then(Value::as_bool)
    }

    /// A parameter of the query that is text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.query.get(name).and_then(Value::as_str)
    }

    /// The body, typed, without the files named `files`, and the files.
    pub(crate) fn upload<T: DeserializeOwned>(&self, files: &str) -> (T, Vec<Upload>) {
        let mut body = self.body.clone();
        let files = body.as_object_mut().unwrap().remove(files);
        let contents: Vec<String> = files.as_ref().map(from).unwrap_or_default();
        let files = contents
            .into_iter()
            .map(|content| Upload::bytes("upload", content));
        (from(&body), files.collect())
    }

    /// The only field of the body, a file.
    pub(crate) fn file(&self, name: &str) -> Upload {
        Upload::bytes("upload", from::<String>(&self.body[name]))
    }

    /// The body, typed.
    pub(crate) fn body<T: DeserializeOwned>(&self) -> T {
        from(&self.body)
    }

    /// Query and body together, typed.
    pub(crate) fn parameters<T: DeserializeOwned>(&self) -> T {
        let mut all = self.body.as_object().cloned().unwrap_or_default();
        all.extend(self.query.clone());
        from(&all.into())
    }
}

fn from<T: DeserializeOwned>(value: &Value) -> T {
    T::deserialize(value).unwrap_or_else(|error| panic!("{error}: {value}"))
}

/// Makes the call and gives what the typed answer is on the wire.
pub(crate) type Call = fn(Client, Sample) -> Pin<Box<dyn Future<Output = Result<Value, String>>>>;

/// `"method" => |client, sample| client.resource().method(..)`.
macro_rules! methods {
    ($($name:literal => |$client:ident, $sample:ident| $call:expr),* $(,)?) => {
        pub(super) const METHODS: &[(&str, super::Call)] = &[$(
            ($name, |client, sample| Box::pin(async move {
                let ($client, $sample) = (&client, &sample);
                // Parameters without use are part of the pattern, not of the call.
                let _ = $sample;
                let answer = $call.await.map_err(|error| super::chain(&error))?;
                serde_json::to_value(answer).map_err(|error| error.to_string())
            }))
        ),*];
    };
}

pub(crate) fn chain(error: &retell_client::Error) -> String {
    format!("{error} ({error:?})")
}

/// The resources that have a file.
macro_rules! resources {
    ($($resource:ident),* $(,)?) => {
        $(mod $resource;)*

        pub(crate) fn registry() -> BTreeMap<String, Call> {
            let mut all = BTreeMap::new();
            $(all.extend($resource::METHODS.iter().map(|(name, call)| {
                (format!("{}.{name}", stringify!($resource)), *call)
            }));)*
            all
        }
    };
}
resources!(
    agent,
    app,
    asset,
    batch_call,
    call,
    chat,
    chat_agent,
    concurrency,
    contact,
    conversation_flow,
    conversation_flow_component,
    crm,
    export_request,
    identity,
    knowledge_base,
    llm,
    mcp_tool,
    phone_number,
    playground,
    tests,
    voice,
);

/// A call that sends everything, or what is required.
pub(crate) fn sample(endpoint: &Endpoint, recipe: Recipe) -> Sample {
    let full = recipe.fill == Fill::Full;
    let wanted = |required: bool| required || full;
    Sample {
        path: (endpoint.path_params.iter())
            .map(|parameter| (parameter.name.clone(), format!("{}_1", parameter.name)))
            .collect(),
        query: (endpoint.query_params.iter())
            .filter(|parameter| wanted(parameter.required))
            .map(|parameter| {
                let value = match &parameter.schema["type"] {
                    // A flag that is not set is not sent.
                    kind if kind == "boolean" => true.into(),
                    _ => recipe.document(&parameter.name, &parameter.schema),
                };
                (parameter.name.clone(), value)
            })
            .collect(),
        body: endpoint
            .body
            .as_ref()
            .map_or(Value::Null, |body| recipe.document(body, definition(body))),
    }
}

/// The segments of a path as they were meant.
fn segments(path: &str) -> Vec<String> {
    let decoded = |segment| percent_decode_str(segment).decode_utf8_lossy().into_owned();
    path.split('/').map(decoded).collect()
}

fn expected_path(endpoint: &Endpoint, sample: &Sample) -> Vec<String> {
    let filled = |segment: &str| {
        let name = segment.strip_prefix('{').and_then(|name| name.strip_suffix('}'));
        name.map_or_else(|| segment.to_owned(), |name| sample.path[name].clone())
    };
    endpoint.path.split('/').map(filled).collect()
}

fn expected_query(sample: &Sample) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut pairs: Vec<_> = sample
        .query
        .iter()
        .map(|(name, value)| (name.clone(), text(value)))
        .collect();
    pairs.sort();
    pairs
}

/// What is wrong with one call of one method.
pub(crate) async fn check(
    recorder: &Recorder,
    endpoint: &Endpoint,
    call: Call,
    sample: Sample,
    answer: Option<Value>,
) -> Result<(), String> {
    recorder.answer_with(answer.as_ref()).await;
    let got = call(recorder.client(), sample.clone()).await?;
    if answer.as_ref().is_some_and(|answer| !same(answer, &got)) {
        return Err(format!("answer {}\n  read as {got}", answer.unwrap_or_default()));
    }
    let request = recorder.only_request().await?;
    let expected_accept = if endpoint.response.is_some() {
        "application/json"
    } else {
        "*/*"
    };
    let mut wrong = Vec::new();
    let mut compare = |what: &str, sent: Value, expected: Value| {
        if !same(&sent, &expected) {
            wrong.push(format!("{what}: sent {sent}\n  expected {expected}"));
        }
    };
    compare("verb", request.verb.clone().into(), endpoint.verb.clone().into());
    compare(
        "path",
        segments(&request.path).into(),
        expected_path(endpoint, &sample).into(),
    );
    compare("query", json!(request.query), json!(expected_query(&sample)));
    compare("accept", json!(request.accept), json!(expected_accept));
    match endpoint.content_type.as_deref() {
        Some("json") => {
            compare(
                "content type",
                json!(request.content_type),
                json!("application/json"),
            );
            compare("body", json!(request.json()), sample.body);
        }
        Some(_) => {
            let kind = request.content_type.clone().unwrap_or_default();
            let kind = kind.split(';').next().unwrap_or_default();
            compare("content type", kind.into(), "multipart/form-data".into());
            let sent = multipart::fields(endpoint, &multipart::parts(&request));
            compare("body", sent, sample.body);
        }
        None => compare("body", request.body.len().into(), 0.into()),
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

#[test]
fn every_method_exists() {
    let methods = registry();
    let missing: Vec<_> = ENDPOINTS
        .iter()
        .map(Endpoint::name)
        .filter(|name| !methods.contains_key(name))
        .collect();
    println!("methods {}/{}", ENDPOINTS.len() - missing.len(), ENDPOINTS.len());
    no_complaints(&missing);
}

#[tokio::test]
async fn every_method_sends_what_is_documented() {
    let recorder = Recorder::start().await;
    let methods = registry();
    let mut complaints = Vec::new();
    for endpoint in ENDPOINTS.iter() {
        let Some(call) = methods.get(&endpoint.name()) else {
            continue;
        };
        for (fill, pick) in [(Fill::Full, 0), (Fill::Full, 1), (Fill::Minimal, 0)] {
            let recipe = Recipe { fill, pick };
            let answer = endpoint
                .response
                .as_ref()
                .map(|response| recipe.document(response, definition(response)));
            if let Err(wrong) = check(&recorder, endpoint, *call, sample(endpoint, recipe), answer).await {
                complaints.push(format!("{} {fill:?} {pick}: {wrong}", endpoint.name()));
                break;
            }
        }
    }
    no_complaints(&complaints);
}

/// The pairs of a query, typed as the endpoint's parameters are.
pub(crate) fn typed_query(endpoint: &Endpoint, query: &str) -> Map<String, Value> {
    let typed = |(name, text): (String, String)| {
        let parameter = endpoint
            .query_params
            .iter()
            .find(|parameter| parameter.name == name);
        let schema = resolve(&parameter.unwrap_or_else(|| panic!("no parameter {name}")).schema);
        let may_be_text =
            schema["type"] == "string" || schema.get("enum").is_some() || schema.get("const").is_some();
        let value = match serde_json::from_str(&text) {
            Ok(value @ (Value::Number(_) | Value::Bool(_))) if !may_be_text => value,
            _ => text.into(),
        };
        (name, value)
    };
    pairs(query).into_iter().map(typed).collect()
}
