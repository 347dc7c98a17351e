//! Any text gives an answer, the same one each time, and soon.

use dispatch_policy::extract::extract;
use dispatch_policy::facts::{Context, Understanding};
use dispatch_policy::slot::Slot;
use jiff::Zoned;
use proptest::prelude::*;

const SLOTS: &[Slot] = &[
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
    Slot::Confirm,
    Slot::Identity,
    Slot::Callback,
    Slot::AnythingElse,
];

/// Words the rules look at, so that random sentences reach deep into them.
const WORDS: &[&str] = &[
    "i", "i'm", "no", "not", "wait", "mile", "marker", "exit", "two", "twelve", "oh", "hundred", "point",
    "and", "a", "half", "hour", "minutes", "to", "four", "past", "quarter", "tomorrow", "door", "dock",
    "trailer", "on", "fire", "hit", "deer", "west", "of", "eighty", "in", "omaha", "texas", "the",
    "receiver", "lumper", "waiting", "call", "me", "back", "at", "noon", "between", "three", "left",
    "behind", "late", "late", "minus", "reefer", "they", "it", "she", "truck", "blew", "tire", "if",
    "actually", "scratch", "that", "said", "thousand", "b", "us", "state", "route", "24", "4:15", "0600",
    "99.5", "miles",
];

fn now() -> Zoned {
    "2026-03-04T14:05:00-06:00[-06:00]"
        .parse()
        .expect("a fixed instant")
}

fn read(text: &str, slot: Option<usize>) -> Understanding {
    let now = now();
    let asked: Vec<Slot> = slot.map(|i| SLOTS[i % SLOTS.len()]).into_iter().collect();
    extract(text, &Context::new(&asked, &now))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_unicode_is_read(text in "\\PC{0,200}", slot in proptest::option::of(0usize..17)) {
        let first = read(&text, slot);
        prop_assert_eq!(first, read(&text, slot));
    }

    #[test]
    fn any_order_of_known_words_is_read(
        picks in proptest::collection::vec(0usize..WORDS.len(), 0..30),
        slot in proptest::option::of(0usize..17),
    ) {
        let text = picks.iter().map(|&i| WORDS[i]).collect::<Vec<_>>().join(" ");
        let heard = read(&text, slot);
        for found in [heard.facts.door.map(|f| f.words), heard.facts.eta.map(|f| f.words)].into_iter().flatten() {
            prop_assert!(text.contains(&found), "{found:?} is not in {text:?}");
        }
    }

    #[test]
    fn an_eta_lies_ahead(hour in 1u8..=12, minute in 0u8..60) {
        let heard = read(&format!("{hour}:{minute:02}"), Some(2));
        let eta = heard.facts.eta.expect("a clock is an eta").value;
        let minutes = eta.minutes.expect("a clock resolves");
        prop_assert!((1..=720).contains(&minutes), "{minutes}");
        prop_assert!(eta.at.expect("an instant") > now());
    }
}

#[test]
fn nothing_and_very_much_are_both_fine() {
    assert!(read("", Some(0)).facts.to_flat().is_empty());
    for unit in [
        "no wait ",
        "mile ",
        "i eighty ",
        "twenty ",
        "\u{1f69b}",
        "not ",
        "in in in omaha texas ",
        "on fire ",
        "i hit a deer ",
    ] {
        let _ = read(&unit.repeat(12_000 / unit.len()), Some(1));
    }
}

/// A linear congruential generator: the same texts each time.
fn arbitrary(bytes: usize, seed: u64) -> String {
    let mut state = seed;
    let mut next = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(state >> 33).unwrap_or(0)
    };
    let mut text = String::with_capacity(bytes + 4);
    while text.len() < bytes {
        // Every plane, and often enough the separators and letters that reach the rules.
        let c = match next() % 4 {
            0 => char::from_u32(next() % 0x11_0000),
            1 => char::from_u32(next() % 0x300),
            2 => char::from_u32(0x2000 + next() % 0x70),
            _ => Some([' ', '\'', '.', ':', ',', '0', '9', 'i', 'n', '\u{301}'][(next() % 10) as usize]),
        };
        text.extend(c);
    }
    text
}

#[test]
fn sixty_four_kilobytes_of_arbitrary_unicode_are_read() {
    for seed in 1..=8 {
        let text = arbitrary(64 * 1024, seed);
        assert!(text.len() >= 64 * 1024);
        let slot = usize::try_from(seed).unwrap_or(0);
        let heard = read(&text, Some(slot));
        assert_eq!(heard, read(&text, Some(slot)), "seed {seed}");
    }
}
