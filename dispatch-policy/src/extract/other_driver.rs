//! Another driver's trip: "my buddy's already getting unloaded", "the guy before me's in nine".

use super::pattern::pat;
use super::text::Said;

/// Whether what stands at `i` is told of another driver or his truck.
pub(super) fn tells_of(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start;
    let mate =
        pat!("my|a|another|old|our|his|one|some buddy|buddies|friend|cousin|brother|pal|coworker !and");
    let beside = pat!(
        "guy|guys|truck|trucks|driver|drivers|dude|fella|one|rig|everybody|everyone|people|swift|semi is? that|who|right|just|of|are|is? before|ahead|behind|beside|in|next|over|but|except|else to|front|there|of|me|us|over|up|from|?"
    );
    let trailer = pat!("trailer|box is? that|? is? next|beside|ahead|behind|before to|of|me|us|?");
    let other = pat!(
        "another|other|different|some|every|all|both driver|drivers|truck|trucks|guy|guys|carrier|carriers|fella|rig|rigs"
    );
    [mate, beside, trailer, other].iter().any(|who| {
        who.find_all(said)
            .iter()
            .any(|r| r.start >= start && r.start < i.max(start + 1) && !comes_back(said, r.end, i))
    })
}

/// "they're unloading the guy next to me": whose freight it is.
pub(super) fn is_done_to(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    let other = pat!(
        "the|a|that|some|another|this|two|three|few|all? other|others|guy|guys|driver|drivers|fella|feller|dude|everybody|everyone|somebody|another"
    );
    let beside = pat!(
        "the|a|that|another|this truck|trucks|trailer|rig|one|ones|van|box next|in|beside|before|ahead|behind|that|over front|to|of|me|him|was|got|here|there|?"
    );
    (span.start + 1..=span.end).any(|i| {
        let done = i + 1 >= span.end || said.word(i - 1).ends_with("ing");
        let fits = other.at(said, i).or_else(|| beside.at(said, i));
        said.clause(i) == said.clause(span.start)
            && done
            && fits.is_some_and(|end| end > i)
            && !said.is(i, &["this"])
    })
}

/// The driver himself is the subject again before `i`.
fn comes_back(said: &Said<'_>, from: usize, i: usize) -> bool {
    (from..i).any(|j| said.is(j, &["i", "we"]))
}

/// "this werner truck", "the guy in front": he and his truck are named at or right behind `i`.
pub(super) fn is_a_truck(said: &Said<'_>, i: usize) -> bool {
    (i.saturating_sub(1)..i + 3).any(|j| {
        said.clause(j) == said.clause(i)
            && said.is(
                j,
                &[
                    "truck", "guy", "one", "fella", "dude", "trailer", "rig", "driver", "somebody", "someone",
                ],
            )
    })
}

/// "at the next stop", "at my last delivery": another place than this one.
pub(super) fn is_at_another_stop(said: &Said<'_>, i: usize) -> bool {
    pat!("at|for|in|on the|my|our|that next|last|other|previous|first|second stop|receiver|place|drop|delivery|customer|one|store|warehouse|dc !of|today")
        .all_within(said, said.clause_range(i))
        .next()
        .is_some()
}
