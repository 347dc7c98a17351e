//! Times that lean on the one before: the same unit, or one after the other.

use jiff::{ToSpan, Zoned};

use crate::extract::pattern::pat;
use crate::extract::text::Said;

use super::Time;

/// "two hours, but with this wind make it three": hours again, unless the clock at three says the same as the length.
pub(super) fn same_unit(said: &Said<'_>, times: &mut [Time], now: &Zoned) {
    for k in 1..times.len() {
        let before = &times[k - 1];
        let t = &times[k];
        // "an hour behind, call it four": late by that, and no trip of so many hours; unless "make that two".
        let anew = (before.span.end..t.span.start).any(|i| said.is(i, &["make", "no", "actually", "more"]));
        let bound = !anew
            && said.is(
                before.span.end,
                &[
                    "behind", "late", "down", "ago", "early", "left", "back", "short", "already", "over",
                ],
            );
        let clock = t.length || t.vague || t.explicit || !before.length || bound;
        // Of minutes only where the number is said to be the new one: "thirty minutes out, so ten".
        let minutes = before.minutes < 60;
        let told_new = said.is(
            t.span.start.wrapping_sub(1),
            &["so", "no", "it", "now", "to", "like", "just"],
        );
        let led = said.is(
            t.span.start.wrapping_sub(1),
            &[
                "at", "by", "around", "before", "till", "until", "after", "past", "since",
            ],
        );
        // "tomorrow by nine": a clock by its own words.
        let led = led || t.span.len() > 1;
        let agrees = (t.minutes - before.minutes).abs() <= 45;
        if clock || led || agrees || minutes && !told_new {
            continue;
        }
        let Some(hours) =
            t.at.as_ref()
                .map(|at| i64::from(at.hour() % 12))
                .filter(|h| *h > 0)
        else {
            continue;
        };
        let t = &mut times[k];
        t.minutes = if minutes { hours } else { hours * 60 };
        t.low_minutes = t.minutes;
        t.at = now.checked_add(t.minutes.minutes()).ok();
        t.length = true;
    }
}

/// "my ten's up at nine, then i got four hours": the length begins where the time before it ends.
pub(super) fn after_another(said: &Said<'_>, before: Option<&Time>, t: &mut Time, now: &Zoned) {
    let clause = said.clause_range(t.span.start);
    let joined = (clause.start..t.span.start).any(|j| said.is(j, &["then"]))
        || pat!("from|after there|then|that").at(said, t.span.end).is_some()
        || said.is(clause.start, &["and", "plus"])
            && (said.is(clause.start + 1, &["after", "from"])
                || said.is(t.span.end, &["drive", "ride", "run", "haul", "trip", "pull"]));
    let Some(before) = before.filter(|b| joined && t.length && !b.vague && b.minutes > 0) else {
        return;
    };
    // He waits there first: only what is close enough is one trip.
    if before.span.end + 8 < clause.start || before.minutes > 24 * 60 {
        return;
    }
    t.minutes += before.minutes;
    t.low_minutes += before.low_minutes;
    t.at = now.checked_add(t.minutes.minutes()).ok();
}

/// "legal at four in the morning and in to you by nine": a bare hour comes after what it waits for.
pub(super) fn later_than(said: &Said<'_>, before: Option<&Time>, t: &mut Time, now: &Zoned) {
    let Some(before) = before.filter(|b| !t.length && !t.vague && !b.vague && t.minutes < b.minutes) else {
        return;
    };
    // "they break for lunch at one so i'm trying to get in by twelve": what others do then is no start of his.
    let others = said
        .clause_range(before.span.start)
        .any(|j| said.is(j, &["they", "he", "she", "receiver", "dock", "crew"]));
    let joined = (before.span.end..t.span.start).any(|j| {
        said.is(j, &["and", "then", "deliver", "delivering", "arrive"]) || !others && said.is(j, &["so"])
    });
    let settled = (t.span.start..t.span.end).any(|j| {
        said.is(
            j,
            &[
                "am", "pm", "morning", "tonight", "tomorrow", "today", "noon", "midnight",
            ],
        )
    });
    let half_a_day = 12 * 60;
    if joined && !settled && t.minutes + half_a_day > before.minutes {
        t.minutes += half_a_day;
        t.low_minutes += half_a_day;
        t.at = now.checked_add(t.minutes.minutes()).ok();
    }
}
