//! Webhooks beside what they cannot do without: the signature's HMAC, and parsing into typed values.

use std::hint::black_box;

use benches::messages;
use criterion::{BatchSize, Criterion, Throughput};
use jiff::Timestamp;
use retell_client::models::{Call, CallAnalysis};
use retell_webhook::{CallEvent, CallLifecycle, Event, Verifier, sign};
use serde::Deserialize;

/// What a receiver does with each delivery.
pub(crate) const BOTH: &str = "receiving call_analyzed";
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

pub(super) fn measure(c: &mut Criterion, _smoke: bool) {
    receive(c);
    refuse(c);
    learn(c);
}

fn receive(c: &mut Criterion) {
    let now = Timestamp::now();
    let body = call_analyzed().to_vec();
    let header = sign(KEY, &body, now.as_millisecond());
    let verifier = Verifier::new(KEY).expect("the key is not empty");
    let by_hand = |body: &[u8]| serde_json::from_slice::<ByHand>(body).map(black_box).is_ok();
    let read = |body: &[u8]| Event::from_slice(body).map(black_box).is_ok();
    let bytes = Throughput::Bytes(body.len() as u64);
    let kilobytes = body.len() / 1000;

    let mut group = c.benchmark_group(format!("verifying call_analyzed of {kilobytes} kB"));
    group.throughput(bytes.clone());
    group.bench_function("floor: sign", |b| {
        b.iter(|| sign(KEY, black_box(&body), now.as_millisecond()));
    });
    group.bench_function("Verifier", |b| {
        b.iter(|| verifier.verify_at(&header, black_box(&body), now).is_ok());
    });
    group.finish();

    let mut group = c.benchmark_group(format!("reading call_analyzed of {kilobytes} kB"));
    group.throughput(bytes.clone());
    group.bench_function("floor: serde_json by hand", |b| {
        b.iter(|| by_hand(black_box(&body)))
    });
    group.bench_function("Event", |b| b.iter(|| read(black_box(&body))));
    group.finish();

    let mut group = c.benchmark_group(BOTH);
    group.throughput(bytes);
    group.bench_function("floor: sign, then serde_json by hand", |b| {
        b.iter(|| {
            black_box(sign(KEY, black_box(&body), now.as_millisecond()));
            by_hand(&body)
        });
    });
    group.bench_function("Verifier and Event", |b| {
        b.iter(|| verifier.verify_at(&header, black_box(&body), now).is_ok() && read(&body));
    });
    group.finish();
}

/// Where a digest is wrong must not show in the time it takes to refuse it.
fn refuse(c: &mut Criterion) {
    let now = Timestamp::now();
    let good = sign(KEY, b"{}", now.as_millisecond());
    let verifier = Verifier::new(KEY).expect("the key is not empty");
    let digest = good.len() - 64;
    let mut group = c.benchmark_group("refusing a digest");
    for (name, at) in [
        ("floor: wrong in its first byte", digest),
        ("wrong in its last byte", good.len() - 1),
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
    let mut group = c.benchmark_group("event meets its record");
    group.bench_function("floor: copy of the event", |b| {
        b.iter(|| black_box(&event).clone())
    });
    group.bench_function("CallLifecycle", |b| {
        b.iter_batched(
            || known.clone(),
            |mut record| record.observe(black_box(&event)),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}
