//! Shapes with files have no JSON: each is sent, and what came over the wire is put back together.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{LazyLock, Mutex, PoisonError},
};

use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use super::RoundTrip;
use crate::{
    documents::{Fill, Recipe},
    facts::{ENDPOINTS, definition},
    methods::{Sample, registry, sample},
    multipart,
    recorder::Recorder,
};

pub(super) const SHAPES: &[(&str, RoundTrip)] = &[
    ("FileUploadParams", |json| sent("asset.create", json)),
    ("KnowledgeBaseAddSourcesParams", |json| {
        sent("knowledge_base.add_sources", json)
    }),
    ("KnowledgeBaseCreateParams", |json| {
        sent("knowledge_base.create", json)
    }),
    ("VoiceCloneParams", |json| sent("voice.clone", json)),
];

/// One wire for all, as tests run side by side.
static WIRE: LazyLock<Mutex<(Runtime, Recorder)>> = LazyLock::new(|| {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let recorder = runtime.block_on(Recorder::start());
    Mutex::new((runtime, recorder))
});

/// What the method sends when it is given `json`.
fn sent(method: &str, json: &Value) -> Result<Value, String> {
    let endpoint = ENDPOINTS
        .iter()
        .find(|endpoint| endpoint.name() == method)
        .unwrap();
    let minimal = Recipe {
        fill: Fill::Minimal,
        pick: 0,
    };
    let made = Sample {
        body: json.clone(),
        ..sample(endpoint, minimal)
    };
    let response = endpoint.response.as_ref().unwrap();
    let answer = minimal.document(response, definition(response));
    let wire = WIRE.lock().unwrap_or_else(PoisonError::into_inner);
    let (runtime, recorder) = &*wire;
    let exchange = async {
        recorder.answer_with(Some(&answer)).await;
        registry()[method](recorder.client(), made).await?;
        let request = recorder.only_request().await?;
        Ok(multipart::fields(endpoint, &multipart::parts(&request)))
    };
    // A body that does not fit its type is a panic where calls are made.
    catch_unwind(AssertUnwindSafe(|| runtime.block_on(exchange)))
        .unwrap_or_else(|_| Err("it does not fit".to_owned()))
}
