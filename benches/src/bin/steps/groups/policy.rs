//! The check call, beside the bare splitting of the same words.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput};
use dispatch_policy::{CheckCall, Input, Line, Slot, Speaker, Variables, extract::extract, facts::Context};
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

fn variables() -> Variables {
    Variables::from_map([("driver_name", "Mike"), ("load_number", "7891-B")])
}

pub(super) fn measure(c: &mut Criterion, smoke: bool) {
    let now = Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    for (name, words) in UTTERANCES {
        answering(c, &format!("{name} utterance"), words, &now);
    }
    for kilobytes in [1, 4, 16, 64] {
        if !smoke || kilobytes == 1 {
            let words = monologue(kilobytes * 1000);
            answering(c, &format!("{kilobytes} kB of words"), &words, &now);
        }
    }
    rebuilding(c, &now);
}

/// The long utterance over and over, up to `bytes`.
fn monologue(bytes: usize) -> String {
    let words = UTTERANCES[2].1;
    let mut text = [words, " "].concat().repeat(bytes / words.len() + 1);
    text.truncate(bytes);
    text
}

/// Understanding what was said to an open question, and a whole turn: understanding, state, reply.
fn answering(c: &mut Criterion, what: &str, words: &str, now: &Zoned) {
    let mut greeted = CheckCall::new(variables());
    greeted.greet(now);
    let context = Context::new(&[Slot::Status], now);
    let mut group = c.benchmark_group(what);
    group.throughput(Throughput::Bytes(words.len() as u64));
    group.bench_function("floor: tokens", |b| b.iter(|| tokens(black_box(words))));
    group.bench_function("extract", |b| b.iter(|| extract(black_box(words), &context)));
    group.bench_function("turn", |b| {
        b.iter_batched(
            || greeted.clone(),
            |mut call| call.turn(now, Input::said(black_box(words))),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

/// A state from its transcript: what a reconnected socket costs.
fn rebuilding(c: &mut Criterion, now: &Zoned) {
    let mut call = CheckCall::new(variables());
    let mut said = vec![(Speaker::Agent, call.greet(now).text)];
    for words in [
        "yeah rolling no problems",
        "i'm on i eighty just past joliet",
        "be there about four fifteen",
        "yep that's right",
    ] {
        said.push((Speaker::Driver, words.to_owned()));
        said.push((Speaker::Agent, call.turn(now, Input::said(words)).text));
    }
    let lines: Vec<_> = said
        .iter()
        .map(|(speaker, text)| Line {
            speaker: *speaker,
            text,
            at: now.clone(),
        })
        .collect();
    let mut group = c.benchmark_group("call of four turns");
    group.bench_function("floor: tokens", |b| {
        b.iter(|| {
            lines
                .iter()
                .map(|line| tokens(black_box(line.text)).len())
                .sum::<usize>()
        });
    });
    group.bench_function("rebuild from the transcript", |b| {
        b.iter(|| CheckCall::rebuild(variables(), black_box(&lines)));
    });
    group.finish();
}
