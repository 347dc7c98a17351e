//! Single steps, each beside its floor.

use std::hint::black_box;

use benches::messages;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::{Timestamp, tz::TimeZone};
use retell_llm_ws::frame::{Inbound, Outbound, Response};

/// Reading a request against reading the same bytes into a tree of `serde_json` values.
fn frames(c: &mut Criterion) {
    for (name, utterances, words) in [
        ("20", 20, false),
        ("20 with words", 20, true),
        ("200 with words", 200, true),
    ] {
        let text = messages::response_required(utterances, words);
        let mut group = c.benchmark_group(format!("response_required of {name} utterances"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("floor: copy", |b| b.iter(|| black_box(text.clone())));
        group.bench_function("serde_json::Value", |b| {
            b.iter(|| {
                serde_json::from_str::<serde_json::Value>(black_box(&text))
                    .map(black_box)
                    .is_ok()
            });
        });
        group.bench_function("frame::Inbound", |b| {
            b.iter(|| Inbound::from_json(black_box(&text)).map(black_box).is_ok());
        });
        group.finish();
    }
    let reply = Outbound::Response(Response::last(
        7,
        "Great, thanks. When do you think you will be there?",
    ));
    c.bench_function("write a response frame", |b| {
        b.iter(|| black_box(&reply).to_json())
    });
}

/// One turn of the check call, from the driver's words to the reply.
fn policy(c: &mut Criterion) {
    use dispatch_policy::{CheckCall, Input, Variables};
    let now = Timestamp::now().to_zoned(TimeZone::UTC);
    let vars = Variables::from_map([("driver_name", "Mike"), ("load_number", "7891-B")]);
    let mut greeted = CheckCall::new(vars);
    greeted.greet(&now);
    let words =
        "yeah i'm on i eighty westbound mile marker two twelve just past joliet be there about four fifteen";
    c.bench_function("a turn of the check call", |b| {
        b.iter_batched(
            || greeted.clone(),
            |mut call| call.turn(&now, Input::said(black_box(words))),
            criterion::BatchSize::SmallInput,
        );
    });
}

criterion_group!(benches, frames, policy);
criterion_main!(benches);
