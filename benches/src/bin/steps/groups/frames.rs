//! Frames of the LLM socket: reading a request, writing an answer.

use std::hint::black_box;

use benches::messages;
use criterion::{Criterion, Throughput};
use retell_llm_ws::frame::{Inbound, Outbound, Response};
use serde::Serialize;

/// The frame of an answer as one would write it by hand.
#[derive(Serialize)]
struct ByHand<'a> {
    response_type: &'a str,
    response_id: u64,
    content: &'a str,
    content_complete: bool,
}

pub(super) fn measure(c: &mut Criterion, _smoke: bool) {
    for (name, utterances, words) in [
        ("20 utterances", 20, false),
        ("20 utterances with words", 20, true),
        ("200 utterances with words", 200, true),
    ] {
        let text = messages::response_required(utterances, words);
        let mut group = c.benchmark_group(format!("request of {name}"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("floor: copy", |b| b.iter(|| black_box(&text).clone()));
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

    let content = "Great, thanks. When do you think you will be there?";
    let frame = Outbound::Response(Response::last(7, content));
    let by_hand = ByHand {
        response_type: "response",
        response_id: 7,
        content,
        content_complete: true,
    };
    let mut group = c.benchmark_group("writing an answer");
    group.bench_function("floor: serde_json by hand", |b| {
        b.iter(|| serde_json::to_string(black_box(&by_hand)).map(black_box).is_ok());
    });
    group.bench_function("frame::Outbound", |b| b.iter(|| black_box(&frame).to_json()));
    group.finish();
}
