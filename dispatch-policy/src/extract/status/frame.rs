//! Whose the verb is, and of what time: what only sounds like the trip's own progress.

use std::ops::Range;

use crate::extract::lexicon::Classes;
use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;

/// Places on the way where one stands in line, or stops, and is not at the receiver.
pub(in crate::extract) fn elsewhere(said: &Said<'_>, at: usize) -> bool {
    pat!(
        "toll|scale|scales|weigh|coop|border|customs|checkpoint|inspection|home|petro|loves|pilot|ta|fuel|island|pump|pumps|wash|ferry|tunnel|restroom|shower|subway|mcdonalds|traffic"
    )
    .find_all(said)
    .iter()
    .any(|r| said.clause(r.start) == said.clause(at) && r.start + 1 >= at)
}

/// "fixing to be at the receiver", "about to pull in": not yet.
pub(super) fn intends(said: &Said<'_>, at: usize) -> bool {
    let start = said.clause_range(at).start;
    (start + 2..=at).any(|j| {
        said.is(
            j - 2,
            &[
                "fixing", "about", "ready", "trying", "hoping", "planning", "looking",
            ],
        ) && said.is(j - 1, &["to"])
    })
}

/// "another call coming in", "you're going to have to speak up", "a level two going on", "rolling again at five".
pub(super) fn is_no_drive(said: &Said<'_>, span: &Range<usize>) -> bool {
    let at = span.start;
    let subject = (at.saturating_sub(2)..at).rev().find(|&j| {
        !said.is(
            j,
            &["am", "are", "is", "was", "be", "been", "still", "just", "now"],
        )
    });
    let of_another = subject.is_some_and(|j| {
        said.is(j, &["you"]) && said.is(j + 1, &["are", "going"])
            || said.kinds(j).noun.any(Classes::COMMUNICATION | Classes::ILLNESS)
                && !said.is(
                    j,
                    &[
                        "yes",
                        "yeah",
                        "okay",
                        "copy",
                        "roger",
                        "pod",
                        "paperwork",
                        "bills",
                        "dispatch",
                    ],
                )
    });
    let happens = said.is(at, &["going"])
        && said.is(at + 1, &["on"])
        && !said.is(at.wrapping_sub(1), &["am", "are", "still", "keep", "just"]);
    // "going to have to": what comes, and no way.
    let will = said.is(at, &["going"])
        && said.is(at + 1, &["to"])
        && said.is(
            at + 2,
            &["have", "need", "want", "be", "take", "try", "call", "tell", "say"],
        );
    let later = pat!("again|out|back|? at|in|by|around|till|until #")
        .at(said, span.end)
        .is_some()
        && pat!("parked|break|ten|thirty|shut|bunk|sleep|sleeping|reset|night|stopped|laid|bed|nap")
            .is_in(said);
    of_another || happens || will || later
}

/// "held up last week": no delay of this trip. "stuck here since last night" is one.
pub(super) fn is_of_another_day(said: &Said<'_>, at: usize) -> bool {
    scope::past(said, at)
        && pat!("today|now|but").is_in(said)
        && !said
            .clause_range(at)
            .any(|i| said.is(i, &["since", "still", "been"]))
}
