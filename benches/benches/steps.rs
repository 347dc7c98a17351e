//! Single steps, each beside its floor.

use std::hint::black_box;

use benches::messages;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
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

criterion_group!(benches, frames);
criterion_main!(benches);
