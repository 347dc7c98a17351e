//! "Late" as what is said of the driver or the load.

use std::ops::Range;

use crate::extract::text::Said;

/// What "late" or "behind" belongs to when the next word is one of these: "late lunch", "behind the wheel".
#[rustfmt::skip]
const AFTER: &[&str] = &[
    "lunch", "breakfast", "dinner", "supper", "fee", "fees", "charge", "charges", "load", "start", "night", "last", "morning",
    "afternoon", "evening", "shift", "model", "notice", "pickup", "check", "enough", "model", "show", "bird", "hours", "hour",
    "or", "than", "summer", "fall", "winter", "spring", "nineties", "eighties", "seventies", "delivery", "receiving",
];

/// Before "late" these make a time of day of it, or a time by which: "till late", "stayed up late".
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "till", "until", "of", "up", "open", "stay", "stayed", "stays", "slept", "sleep", "sleeping", "work", "worked", "works",
    "into", "too", "a", "the", "any", "was", "were", "how", "or", "than", "better", "see", "loaded", "leave", "left", "started",
    "got", "loading", "late", "of", "pretty", "from",
];

/// Where the words say that the trip is late, whatever stands around: "late as can be", "gonna be tardy".
pub(super) fn predicates(said: &Said<'_>) -> Vec<Range<usize>> {
    (0..said.len())
        .filter(|&i| {
            let alone = said.is(i, &["tardy", "overdue"]);
            let late = said.is(i, &["late"])
                && !said.is(i + 1, AFTER)
                && !said.is(i.wrapping_sub(1), BEFORE)
                && i > 0;
            // "a touch behind": nothing stands there that he could be behind of.
            let end = i + 1 >= said.len() || said.clause(i + 1) != said.clause(i);
            let behind = said.is(i, &["behind"])
                && i > 0
                && (end
                    || said.is(
                        i + 1,
                        &["by", "because", "today", "now", "already", "again", "schedule"],
                    ))
                && !said.is(
                    i - 1,
                    &[
                        "from", "left", "leave", "right", "car", "truck", "guy", "just", "of", "stay", "me",
                        "us",
                    ],
                );
            alone || late || behind
        })
        .map(|i| i..i + 1)
        .collect()
}
