//! Webhooks beside what they cannot do without: the signature's HMAC, and parsing into typed values.
//!
//! `verify and read` is to stay within 1.10 times the sum of the two floors of its group.

use std::hint::black_box;

use benches::messages;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::Timestamp;
use retell_client::models::{Call, CallAnalysis};
use retell_webhook::{CallEvent, CallLifecycle, Event, Verifier, sign};
use serde::Deserialize;

const KEY: &str = "key_0123456789abcdef0123456789ab";

/// What one would write by hand for this one event, with no thought for others.
#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read only")]
struct ByHand {
    event: String,
    call: Box<Call>,
    event_timestamp: Option<i64>,
}

fn call_analyzed() -> Event {
    let mut call = messages::finished_call(104);
    let said =
        |utterance: &retell_client::models::Utterance| format!("{}: {}\n", utterance.role, utterance.content);
    call.transcript = Some(call.transcript_object.iter().flatten().map(said).collect());
    let mut analysis = CallAnalysis::default();
    analysis.call_successful = Some(true);
    analysis.call_summary = Some("The driver is on time and will call again at the gate.".to_owned());
    call.call_analysis = Some(analysis);
    let mut analyzed = CallEvent::new(call);
    analyzed.event_timestamp = Some(Timestamp::now().as_millisecond());
    Event::CallAnalyzed(analyzed)
}

fn receive(c: &mut Criterion) {
    let now = Timestamp::now();
    let body = call_analyzed().to_vec();
    let header = sign(KEY, &body, now.as_millisecond());
    let verifier = Verifier::new(KEY).expect("the key is not empty");
    let mut group = c.benchmark_group(format!("call_analyzed of {} kB", body.len() / 1000));
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("floor: sign", |b| {
        b.iter(|| sign(KEY, black_box(&body), now.as_millisecond()))
    });
    group.bench_function("floor: serde_json by hand", |b| {
        b.iter(|| {
            serde_json::from_slice::<ByHand>(black_box(&body))
                .map(black_box)
                .is_ok()
        });
    });
    group.bench_function("verify", |b| {
        b.iter(|| verifier.verify_at(&header, black_box(&body), now).is_ok())
    });
    group.bench_function("read", |b| {
        b.iter(|| Event::from_slice(black_box(&body)).map(black_box).is_ok())
    });
    group.bench_function("verify and read", |b| {
        b.iter(|| {
            verifier.verify_at(&header, black_box(&body), now).is_ok()
                && Event::from_slice(&body).map(black_box).is_ok()
        });
    });
    group.finish();
}

/// Where a digest is wrong must not show in the time it takes to refuse it.
fn refuse(c: &mut Criterion) {
    let now = Timestamp::now();
    let good = sign(KEY, b"{}", now.as_millisecond());
    let verifier = Verifier::new(KEY).expect("the key is not empty");
    let digest = good.len() - 64;
    let mut group = c.benchmark_group("a wrong digest");
    for (name, at) in [
        ("in its first byte", digest),
        ("in its last byte", good.len() - 1),
    ] {
        let mut wrong = good.clone().into_bytes();
        wrong[at] = if wrong[at] == b'0' { b'1' } else { b'0' };
        group.bench_function(name, |b| {
            b.iter(|| verifier.verify_at(black_box(&wrong), b"{}", now).is_err())
        });
    }
    group.finish();
}

/// An event meets the record of its call, and the record is kept.
fn learn(c: &mut Criterion) {
    let event = call_analyzed();
    let Event::CallAnalyzed(analyzed) = &event else {
        return;
    };
    let started = Event::CallStarted(analyzed.clone());
    let mut known = CallLifecycle::new("call_bench");
    known.observe(&started);
    c.bench_function("an event meets its record", |b| {
        b.iter_batched(
            || known.clone(),
            |mut record| record.observe(black_box(&event)),
            criterion::BatchSize::SmallInput,
        );
    });
}

criterion_group!(benches, receive, refuse, learn);
criterion_main!(benches);
