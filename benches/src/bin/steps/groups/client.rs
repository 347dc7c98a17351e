//! The client's models beside plain serde of a struct written by hand, and its requests beside a bare `reqwest` call that
//! reads the same struct: what typing, limits and retries cost.

use std::{collections::BTreeMap, hint::black_box};

use benches::retell;
use criterion::{Criterion, Throughput};
use retell_client::{
    Client, Page,
    models::{Call, CreatePhoneCall, ListCalls, PhoneNumber},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use tokio::runtime::Runtime;

use super::by_hand;

pub(super) fn measure(c: &mut Criterion, smoke: bool) {
    both_ways::<by_hand::Call, Call>(c, "whole call", &json(&retell::spoken_call()));
    if !smoke {
        both_ways::<by_hand::Page, Page<Call>>(c, "page of 1000 calls", &json(&retell::page()));
    }
    dial(c);
    exchanges(c);
}

/// Reading one document and writing it again.
fn both_ways<Hand, Model>(c: &mut Criterion, what: &str, document: &Value)
where
    Hand: DeserializeOwned + Serialize,
    Model: DeserializeOwned + Serialize,
{
    let bytes = document.to_string().into_bytes();
    let hand: Hand = serde_json::from_slice(&bytes).expect("the struct fits");
    let model: Model = serde_json::from_slice(&bytes).expect("the model fits");
    for written in [serde_json::to_value(&hand), serde_json::to_value(&model)] {
        let written = written.map(|written| leaves(&written)).ok();
        assert_eq!(written, Some(leaves(document)), "nothing is lost");
    }

    let mut group = c.benchmark_group(format!("reading a {what}"));
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("floor: serde_json by hand", |b| {
        b.iter(|| {
            serde_json::from_slice::<Hand>(black_box(&bytes))
                .map(black_box)
                .is_ok()
        });
    });
    group.bench_function("retell-client's model", |b| {
        b.iter(|| {
            serde_json::from_slice::<Model>(black_box(&bytes))
                .map(black_box)
                .is_ok()
        });
    });
    group.finish();

    let mut group = c.benchmark_group(format!("writing a {what}"));
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("floor: serde_json by hand", |b| {
        b.iter(|| serde_json::to_vec(black_box(&hand)))
    });
    group.bench_function("retell-client's model", |b| {
        b.iter(|| serde_json::to_vec(black_box(&model)))
    });
    group.finish();
}

fn json(document: &impl Serialize) -> Value {
    serde_json::to_value(document).expect("it is JSON")
}

/// How many values are in a document.
fn leaves(document: &Value) -> usize {
    match document {
        Value::Array(items) => items.iter().map(leaves).sum(),
        Value::Object(fields) => fields.values().map(leaves).sum(),
        _ => 1,
    }
}

/// Writing the request for a phone call.
fn dial(c: &mut Criterion) {
    let variables = [("driver_name", "Mike"), ("load_number", "7891-B")];
    let mut group = c.benchmark_group("writing a request for a phone call");
    group.bench_function("floor: serde_json by hand", |b| {
        let dial = by_hand::Dial {
            from_number: "+14155550100",
            to_number: "+14155550123",
            override_agent_id: "agent_1",
            retell_llm_dynamic_variables: BTreeMap::from(variables),
        };
        b.iter(|| serde_json::to_vec(black_box(&dial)));
    });
    group.bench_function("CreatePhoneCall", |b| {
        let number = |number| PhoneNumber::new(number).expect("a number");
        let dial = CreatePhoneCall::new(number("+14155550100"), number("+14155550123"))
            .override_agent_id("agent_1")
            .dynamic_variable(variables[0].0, variables[0].1)
            .dynamic_variable(variables[1].0, variables[1].1);
        b.iter(|| serde_json::to_vec(black_box(&dial)));
    });
    group.finish();
}

/// Whole requests over loopback.
fn exchanges(c: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime");
    let bare = reqwest::Client::new();
    let address = retell::serve().expect("a free port");
    let client = Client::builder(retell::KEY)
        .base_url(&address)
        .build()
        .expect("a client");

    let url = format!("{address}/v2/get-call/{}", retell::CALL_ID);
    let mut group = c.benchmark_group("getting a whole call");
    group.bench_function("floor: reqwest and serde_json", |b| {
        b.to_async(&runtime).iter(|| async {
            let answer = bare
                .get(&url)
                .bearer_auth(retell::KEY)
                .send()
                .await
                .expect("an answer");
            let bytes = answer.bytes().await.expect("a body");
            black_box(serde_json::from_slice::<Call>(&bytes).expect("a call"))
        });
    });
    group.bench_function("retell-client", |b| {
        b.to_async(&runtime)
            .iter(|| async { black_box(client.call().retrieve(retell::CALL_ID).await.expect("a call")) });
    });
    group.finish();

    let url = format!("{address}/v3/list-calls");
    let list = ListCalls::new().limit(1000);
    let mut group = c.benchmark_group("listing a page of 1000 calls");
    group.bench_function("floor: reqwest and serde_json", |b| {
        b.to_async(&runtime).iter(|| async {
            let body = serde_json::to_vec(&list).expect("JSON");
            let request = bare
                .post(&url)
                .bearer_auth(retell::KEY)
                .header("content-type", "application/json")
                .body(body);
            let answer = request.send().await.expect("an answer");
            let bytes = answer.bytes().await.expect("a body");
            black_box(serde_json::from_slice::<Page<Call>>(&bytes).expect("a page"))
        });
    });
    group.bench_function("retell-client", |b| {
        b.to_async(&runtime)
            .iter(|| async { black_box(client.call().list(&list).await.expect("a page")) });
    });
    group.finish();
}
