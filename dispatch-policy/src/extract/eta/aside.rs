//! Times that are told beside the trip: gone by, on a break, promised, of another thing.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::text::Said;

use super::frame::TRIP;

/// "noon is gone", "one hour before": over.
pub(super) fn is_gone(said: &Said<'_>, span: &Range<usize>) -> bool {
    if said.is(span.end, &["yesterday"]) {
        return true;
    }
    // "five o'clock is when i roll": unless it is when he comes.
    let when = pat!("is|was when|the|what time? i|we|they|he")
        .at(said, span.end)
        .is_some_and(|end| {
            pat!("will|should|? be|get|arrive|am|are|make there|here|arriving|in|it|?")
                .at(said, end)
                .is_none()
        });
    if when {
        return true;
    }
    // "three o'clock was the plan"
    if said.is(span.end, &["was"]) && said.is(span.end + 1, &["the", "what", "my", "our", "when", "where"]) {
        return true;
    }
    said.is(span.end, &["is", "was", "has"])
        && said.is(span.end + 1, &["gone", "past", "over", "passed", "out"])
        || said.is(span.end, &["before", "prior", "earlier"])
            && (span.end + 1 >= said.len() || said.clause(span.end + 1) != said.clause(span.end))
}

/// "fifteen minutes down the road from there", "twenty minutes shy of it": how far it is from another place.
pub(super) fn is_offset(said: &Said<'_>, end: usize) -> bool {
    // "an hour north of you": from where the load goes.
    if said.is(end + 1, &["of", "from"]) && said.is(end + 2, &["you", "yall", "there"]) {
        return false;
    }
    said.is(end, &["down", "up"])
        && said.is(end + 1, &["the", "this"])
        && said.is(end + 2, &["road", "highway", "interstate", "line"])
        || said.is(
            end,
            &[
                "shy", "short", "south", "north", "east", "west", "past", "beyond", "outside",
            ],
        )
}

/// "forty five minutes on my break", "ten hours of sleep".
pub(super) fn is_for_a_break(said: &Said<'_>, end: usize) -> bool {
    said.is(end, &["on", "of", "for", "in", "left"])
        && (end + 1..end + 5).any(|j| {
            said.clause(j) == said.clause(end)
                && said.is(
                    j,
                    &[
                        "break",
                        "nap",
                        "sleep",
                        "rest",
                        "reset",
                        "thirty",
                        "ten",
                        "bunk",
                        "sleeper",
                        "shower",
                        "detention",
                        "layover",
                        "lunch",
                    ],
                )
        })
}

/// "i'll holler when i'm an hour out": said of then, and not of now.
pub(super) fn is_promised(said: &Said<'_>, span: &Range<usize>, clause: &Range<usize>) -> bool {
    said.is(span.end, &["out", "away", "from"])
        && said.is(clause.start, &["when", "once", "whenever", "till", "until"])
}

/// "kickoff is at seven", "my wife's birthday is at six": something that is then and is not the trip.
pub(super) fn is_of_another_thing(said: &Said<'_>, span: &Range<usize>, clause: &Range<usize>) -> bool {
    let mut j = span.start;
    while j > clause.start
        && said.is(
            j - 1,
            &["at", "around", "about", "from", "not", "till", "until", "like"],
        )
    {
        j -= 1;
    }
    // "is it four o'clock there or three here": what time it is.
    if said.is(clause.start, &["is"]) && said.is(clause.start + 1, &["it"]) {
        return true;
    }
    if !(j > clause.start + 1 && said.is(j - 1, &["is", "was", "starts", "ends"])) {
        return false;
    }
    let noun = said.before(j, 2);
    !TRIP.contains(&noun)
        && !["and", "but", "then"].contains(&noun)
        && noun.len() > 2
        && noun.chars().all(char::is_alphabetic)
        && !["arrival", "drive", "delivery", "my", "travel"].contains(&said.before(j, 3))
}
