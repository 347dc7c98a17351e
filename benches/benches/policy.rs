//! A turn of the check call, beside the bare splitting of the same words.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use dispatch_policy::{CheckCall, Input, Slot, Variables, extract::extract, facts::Context};
use jiff::{Timestamp, Zoned, tz::TimeZone};

/// What a driver says in one breath: a short answer, a usual one, and everything at once.
const UTTERANCES: [(&str, &str); 3] = [
    ("short", "yeah rolling no problems"),
    (
        "usual",
        "yeah i'm on i eighty westbound mile marker two twelve just past joliet be there about four fifteen",
    ),
    (
        "long",
        "hey yeah so i was running about forty minutes behind because they loaded me late over in gary but i made some of \
         it up i'm on i eighty westbound around mile marker two twelve just past joliet no wait that was morris and if \
         this construction lets up i figure i'll be at the receiver somewhere between four fifteen and a quarter to five",
    ),
];

/// The floor: lower-case words and nothing else.
fn tokens(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

fn greeted(now: &Zoned) -> CheckCall {
    let vars = Variables::from_map([("driver_name", "Mike"), ("load_number", "7891-B")]);
    let mut call = CheckCall::new(vars);
    call.greet(now);
    call
}

fn turns(c: &mut Criterion) {
    let now = Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let greeted = greeted(&now);
    for (name, words) in UTTERANCES {
        let mut group = c.benchmark_group(format!("a {name} utterance"));
        group.throughput(Throughput::Elements(words.split_whitespace().count() as u64));
        group.bench_function("floor: tokens", |b| b.iter(|| tokens(black_box(words))));
        group.bench_function("extract", |b| {
            let context = Context::new(&[Slot::Status], &now);
            b.iter(|| extract(black_box(words), &context));
        });
        group.bench_function("turn", |b| {
            b.iter_batched(
                || greeted.clone(),
                |mut call| call.turn(&now, Input::said(black_box(words))),
                BatchSize::SmallInput,
            );
        });
        group.finish();
    }
}

/// A state from its transcript: what a reconnected socket costs.
fn rebuilding(c: &mut Criterion) {
    use dispatch_policy::{Line, Speaker};
    let now = Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let vars = Variables::from_map([("driver_name", "Mike"), ("load_number", "7891-B")]);
    let said = [
        "yeah rolling no problems",
        "i'm on i eighty just past joliet",
        "be there about four fifteen",
        "yep that's right",
    ];
    let mut call = CheckCall::new(vars.clone());
    let mut words = vec![(Speaker::Agent, call.greet(&now).text)];
    for said in said {
        words.push((Speaker::Driver, said.to_owned()));
        words.push((Speaker::Agent, call.turn(&now, Input::said(said)).text));
    }
    let lines: Vec<_> = words
        .iter()
        .map(|(speaker, text)| Line {
            speaker: *speaker,
            text,
            at: now.clone(),
        })
        .collect();
    c.bench_function("a call of four turns from its transcript", |b| {
        b.iter(|| CheckCall::rebuild(vars.clone(), black_box(&lines)));
    });
}

criterion_group!(benches, turns, rebuilding);
criterion_main!(benches);
