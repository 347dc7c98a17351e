//! The zone or the day of a clock, said in a clause of its own.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::extract::time;

/// "four thirty their time, they're eastern".
pub(super) fn zone_said_apart(said: &Said<'_>) -> Option<i8> {
    if let Some(found) = pat!("eastern|central|mountain|pacific time").find(said) {
        return time::qualifier(said, found.start).1.zone;
    }
    let found = pat!("i|they|it|that|we|which|here|receiver|place is|are|am|on on|in|going|still? eastern|central|mountain|pacific|est|cst|mst|pst time|? !iowa|kentucky|tennessee|washington")
        .find(said)?;
    let (_, day) = time::qualifier(said, found.end - 1);
    let (_, before) = time::qualifier(said, found.end.saturating_sub(2));
    day.zone.or(before.zone)
}

/// "tomorrow i'll be there at nine", "friday we are there early like six": the day opens what is said.
pub(super) fn day_said_apart(said: &Said<'_>, i: usize) -> Option<time::When> {
    let clause = said.clause_range(i);
    let alone = |range: Range<usize>| {
        let mut date = None;
        let mut j = range.start;
        while j < range.end {
            let (used, day) = time::qualifier(said, j);
            if used == 0
                && !said.is(
                    j,
                    &[
                        "so", "but", "and", "well", "yeah", "okay", "probably", "early", "late", "sometime",
                    ],
                )
            {
                return None;
            }
            date = date.or(day.date);
            j += used.max(1);
        }
        date
    };
    // The clause before is the day and nothing else, or the clause begins with it.
    let before = clause
        .start
        .checked_sub(1)
        .map(|j| said.clause_range(j))
        .and_then(alone);
    before.or_else(|| {
        let first = (clause.start..clause.start + 2).find_map(|j| {
            let (used, day) = time::qualifier(said, j);
            (used > 0 && j + used < i).then_some(day.date).flatten()
        });
        first.filter(|_| !said.is_taken(clause.start..clause.start + 1))
    })
}
