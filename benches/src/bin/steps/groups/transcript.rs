//! A transcript that grows: reading only what is new, beside reading all of it again.
//!
//! Retell sends the whole conversation while the driver speaks and once more for the answer. The two messages take turns
//! here, so that each differs from the one before it in the last utterance.

use std::hint::black_box;

use benches::load::script::{Layout, Script};
use criterion::{BenchmarkGroup, Criterion, Throughput, measurement::WallTime};
use retell_llm_ws::transcript::Reader;
use serde::Deserialize;

/// The messages as one would read them by hand: one flat struct, since a tagged enum buffers what it reads.
#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read only")]
struct ByHand {
    interaction_type: String,
    response_id: Option<u64>,
    turntaking: Option<String>,
    transcript: Vec<Utterance>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read only")]
struct Utterance {
    role: String,
    content: String,
    #[serde(default)]
    words: Vec<Word>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read only")]
struct Word {
    word: String,
    start: f64,
    end: f64,
}

pub(super) fn measure(c: &mut Criterion, smoke: bool) {
    let lengths: &[usize] = if smoke { &[20, 200] } else { &[20, 200, 1000] };
    for words in [false, true] {
        for &utterances in lengths {
            let script = Script::new(utterances, 1, words);
            let messages = [
                script.update(Layout::Head, utterances, 0),
                script.request(Layout::Head, utterances, 7),
            ];
            let with = if words { " with words" } else { "" };
            let mut group = c.benchmark_group(format!("message of {utterances} utterances{with}"));
            let bytes = messages.iter().map(String::len).sum::<usize>() / 2;
            group.throughput(Throughput::Bytes(bytes as u64));
            let mut copy = Vec::with_capacity(messages[1].len());
            in_turn(&mut group, "floor: copy", &messages, |text| {
                copy.clear();
                copy.extend_from_slice(text);
                copy.len()
            });
            let mut reader = Reader::new();
            in_turn(&mut group, "transcript::Reader", &messages, |text| {
                usize::from(reader.read(text).is_ok()) * reader.transcript().len()
            });
            let mut reader = Reader::new().keep_words(true);
            in_turn(
                &mut group,
                "transcript::Reader that keeps words",
                &messages,
                |text| usize::from(reader.read(text).is_ok()) * reader.transcript().len(),
            );
            in_turn(&mut group, "serde_json, all of it", &messages, |text| {
                serde_json::from_slice::<ByHand>(text).map_or(0, |message| message.transcript.len())
            });
            in_turn(&mut group, "sonic-rs, all of it", &messages, |text| {
                sonic_rs::from_slice::<ByHand>(text).map_or(0, |message| message.transcript.len())
            });
            group.finish();
        }
    }
}

/// Reads the messages one after the other, over and over; `read` says how much there is in one.
fn in_turn(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    messages: &[String; 2],
    mut read: impl FnMut(&[u8]) -> usize,
) {
    for message in messages {
        assert_ne!(read(message.as_bytes()), 0, "{name} reads the messages");
    }
    let mut order = messages.iter().cycle();
    group.bench_function(name, |b| {
        b.iter(|| {
            order
                .next()
                .map(|message| black_box(read(black_box(message.as_bytes()))))
        });
    });
}
