//! Another driver's trip: "my buddy's already getting unloaded", "the guy before me's in nine".

use super::pattern::pat;
use super::text::Said;

/// Whether what stands at `i` is told of another driver or his truck.
pub(super) fn tells_of(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start;
    let mate =
        pat!("my|a|another|old|our|his|one|some buddy|buddies|friend|cousin|brother|pal|coworker !and");
    let beside = pat!(
        "guy|guys|truck|trucks|driver|drivers|dude|fella|one|rig|everybody|everyone|people|trailer|swift|semi is? that|who|right|just|of|are|is? before|ahead|behind|beside|in|next|over|but|except|else to|front|there|of|me|us|over|up|from|?"
    );
    let other = pat!(
        "another|other|different|some|every|all|both driver|drivers|truck|trucks|guy|guys|carrier|carriers|fella|rig|rigs"
    );
    [mate, beside, other].iter().any(|who| {
        who.find_all(said)
            .iter()
            .any(|r| r.start >= start && r.start < i.max(start + 1) && !comes_back(said, r.end, i))
    })
}

/// The driver himself is the subject again before `i`.
fn comes_back(said: &Said<'_>, from: usize, i: usize) -> bool {
    (from..i).any(|j| said.is(j, &["i", "we"]))
}
