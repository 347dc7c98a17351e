//! A text in pieces is decided as it is in one, and a decision is ordered. The first byte says how long the pieces are.
#![no_main]

use std::sync::LazyLock;

use dispatch_policy::escalate::{Escalation, KeyPhrase, Tier};
use libfuzzer_sys::fuzz_target;

static ENGINE: LazyLock<Escalation> = LazyLock::new(|| {
    let phrases = [
        ("code red", Tier::Immediate),
        ("no show", Tier::High),
        ("boss", Tier::Human),
    ]
    .map(|(text, tier)| KeyPhrase::new(text, tier).expect("the phrase is fine"));
    Escalation::with_phrases(phrases).expect("there are few")
});

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let whole = ENGINE.decide(&text);
    assert!(whole.reasons.windows(2).all(|pair| pair[0].tier >= pair[1].tier));
    assert_eq!(whole.tier, whole.reasons.first().map(|reason| reason.tier));
    let _ = whole.to_string();

    // Many looks at a long text are work for nothing, and of a longer one the beginning is forgotten.
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > 400 {
        return;
    }
    let mut watch = ENGINE.watch();
    for piece in chars.chunks(usize::from(*first).max(8)) {
        let _ = watch.push(&piece.iter().collect::<String>());
    }
    assert_eq!(watch.tier(), whole.tier);
});
