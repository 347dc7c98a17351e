//! Any text is read, the same way each time, and every fact quotes the text. The first byte chooses what was asked.
#![no_main]

use std::sync::LazyLock;

use dispatch_policy::extract::extract;
use dispatch_policy::facts::Context;
use dispatch_policy::slot::Slot;
use jiff::Zoned;
use libfuzzer_sys::fuzz_target;

const ASKED: [Slot; 14] = [
    Slot::Status,
    Slot::Location,
    Slot::Eta,
    Slot::DelayReason,
    Slot::Unloading,
    Slot::Door,
    Slot::Lumper,
    Slot::Detention,
    Slot::Pod,
    Slot::Safety,
    Slot::Injuries,
    Slot::EmergencyLocation,
    Slot::LoadSecure,
    Slot::Callback,
];

static NOW: LazyLock<Zoned> = LazyLock::new(|| {
    "2026-03-04T14:05:00-06:00[-06:00]"
        .parse()
        .expect("the time is fine")
});

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let asked: Vec<Slot> = ASKED.get(usize::from(*first)).copied().into_iter().collect();
    let context = Context::new(&asked, &NOW);
    let heard = extract(&text, &context);
    assert_eq!(heard, extract(&text, &context));

    let facts = &heard.facts;
    let quotes = [
        facts.door.as_ref().map(|f| &f.words),
        facts.eta.as_ref().map(|f| &f.words),
        facts.location.as_ref().map(|f| &f.words),
        facts.emergency.as_ref().map(|f| &f.words),
        facts.driver_status.as_ref().map(|f| &f.words),
    ];
    for words in quotes.into_iter().flatten() {
        assert!(text.contains(words.as_str()), "{words:?} was not said");
    }
    if let Some(minutes) = facts.eta.as_ref().and_then(|eta| eta.value.minutes) {
        assert!(minutes >= 0, "an arrival in the past");
    }
    let _ = heard.to_flat();
});
