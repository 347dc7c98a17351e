//! Which of several arrivals he means.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::repair;
use crate::extract::text::Said;

use super::Time;

/// "... so let's say quarter to six", "so put four": what he comes to in the end.
fn concludes(said: &Said<'_>, new: &Time) -> bool {
    let clause = said.clause_range(new.span.start);
    // "so what's that an hour twenty"
    let sums = said.is(clause.start, &["so"])
        && pat!("so what|that|it is|will|would|be that|it|about|like|be|? another|about|like|maybe?")
            .at(said, clause.start)
            == Some(new.span.start);
    if sums {
        return true;
    }
    // "so figure | i'll be in davenport around nine"
    let figures = clause.start >= 2
        && said.is(clause.start - 1, &["figure", "guess", "say", "reckon"])
        && said.is(said.clause_range(clause.start - 1).start, &["so"]);
    if figures {
        return true;
    }
    let comes = (clause.start + 1..new.span.start).any(|i| said.is(i, &["there", "in"]));
    said.is(clause.start, &["so"]) && comes && new.explicit && !new.length
        || said.is(clause.start, &["so", "but", "then"])
            && (clause.start + 1..new.span.start).any(|i| {
                said.is(
                    i,
                    &[
                        "say", "put", "call", "figure", "make", "reckon", "guess", "probably", "looking",
                        "look", "expect", "mark", "pencil",
                    ],
                )
            })
}

/// A number beats a part of the day; the last one counts after a repair or as the final word.
pub(super) fn choose(said: &Said<'_>, arrivals: Vec<Time>, markers: &[Range<usize>]) -> Option<Time> {
    let mut best: Option<Time> = None;
    for t in arrivals {
        best = Some(match best {
            Some(b) if t.vague && !b.vague => b,
            Some(b) if b.vague && !t.vague => t,
            // "a three hour pull, so five": the length and the hour it comes to.
            Some(b)
                if b.length
                    && !t.length
                    && !t.vague
                    && (b.minutes - t.minutes).abs() <= 45
                    && b.minutes >= 60 =>
            {
                t
            }
            Some(b) if repair::between(markers, b.span.end, t.span.start) => t,
            // "text me at four, i'm three hours out": what is said to be the arrival beats what only may be.
            Some(b) if b.likely && !t.likely => t,
            // "gotta fuel, that's twenty, then about fifty": what comes after it counts.
            Some(b)
                if b.length
                    && t.length
                    && said.is(said.clause_range(t.span.start).start, &["then"])
                    && said.clause(b.span.start) != said.clause(t.span.start) =>
            {
                t
            }
            // "an hour no two hours", "was shooting for three but now it's looking like five"
            Some(b)
                if said.is(t.span.start.wrapping_sub(1), &["no", "actually", "so", "figure"])
                    || (b.span.end..t.span.start).any(|i| said.is(i, &["now"])) =>
            {
                t
            }
            Some(b) if is_better(said, &b, &t) => t,
            Some(b) => b,
            None => t,
        });
    }
    best
}

/// "eta six, it says here six twenty", "i told em five but ... figure six fifteen": the later one is exact, or what he
/// reckons now beside what he said or hoped once.
fn is_better(said: &Said<'_>, old: &Time, new: &Time) -> bool {
    let exact = !old.length && !new.length && !old.explicit && new.explicit;
    let once = said
        .clause_range(old.span.start)
        .take_while(|i| *i < old.span.start)
        .any(|i| {
            said.is(
                i,
                &[
                    "told",
                    "promised",
                    "said",
                    "originally",
                    "thought",
                    "quoted",
                    "hoped",
                    "hoping",
                    "gave",
                    "was",
                    "usually",
                    "normally",
                    "typically",
                    "ordinarily",
                    "supposed",
                    "plan",
                    "planned",
                ],
            )
        });
    let reckons = (old.span.end..new.span.start)
        .any(|i| said.is(i, &["but", "so", "though", "today", "now"]))
        && (old.span.end..new.span.start).any(|i| {
            said.is(
                i,
                &[
                    "figure", "figuring", "probably", "closer", "looking", "more", "say", "call", "make",
                    "put", "thinking", "think",
                ],
            )
        });
    let named = !old.explicit
        && new.explicit
        && !new.length
        && (new.span.start.saturating_sub(2)..new.span.start)
            .any(|i| said.is(i, &["say", "call", "figure", "make", "go"]));
    // "an hour and a half away, but i have to shut down, see you at seven": after the rest.
    let rests = (old.span.end..new.span.start).any(|i| {
        said.is(i, &["shut"]) && said.is(i + 1, &["down"])
            || said.is(i, &["reset", "bed", "bunk", "nap"])
            || said.is(i, &["not"]) && said.is(i + 1, &["make"])
            || said.is(i, &["my", "a"]) && said.is(i + 1, &["ten", "break"])
    });
    // "an hour and change, say an hour twenty"
    let exactly =
        old.length && new.length && said.is(new.span.start.wrapping_sub(1), &["say", "call", "make"]);
    let closer = said.is(new.span.start.wrapping_sub(2), &["closer", "nearer"])
        || said.is(new.span.start.wrapping_sub(1), &["closer", "nearer"]);
    // "google says three ten, i say three thirty"
    let i_say = said.is(new.span.start.wrapping_sub(1), &["say", "figure", "think"])
        && (new.span.start.saturating_sub(3)..new.span.start)
            .any(|j| j > old.span.end && said.is(j, &["i", "would"]))
        || said.is(new.span.start.wrapping_sub(2), &["i"])
            && said.is(new.span.start.wrapping_sub(1), &["say"]);
    // "i had five, but now i got five fifty"
    let anew = !old.length
        && new.explicit
        && !new.length
        && said.is(new.span.start.wrapping_sub(1), &["got", "have", "at"])
        && (old.span.end..new.span.start).any(|i| said.is(i, &["now"]));
    anew && (once || said.is(old.span.start.wrapping_sub(1), &["had"]))
        || i_say && old.length == new.length
        || rests && old.length && !new.length
        || closer
        || exactly
        || exact
        || once && reckons
        || reckons && !old.explicit
        || named
        || concludes(said, new)
}
