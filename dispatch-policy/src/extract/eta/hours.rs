//! Hours of driving the law still leaves him.

use std::ops::Range;

use crate::extract::numbers::cardinal;
use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::extract::{duration, time};
use crate::facts::{Facts, Found};

use super::times::to_minutes;

/// Names of the clocks he drives by.
const CLOCKS: &[&str] = &[
    "clock", "eleven", "fourteen", "seventy", "hos", "drive", "driving", "eld", "cycle", "legal", "book",
    "logbook", "duty", "shift", "11", "14", "70",
];

/// "three hours left on my clock", "two hours of drive time", "my eleven's got two fifteen left".
pub(super) fn drive_time_left(said: &mut Said<'_>, facts: &mut Facts) {
    for i in 0..said.len() {
        if i > 0 && crate::extract::numbers::is_number_word(said.word(i - 1)) {
            continue;
        }
        let Some((minutes, len)) = length(said, i) else {
            continue;
        };
        let end = i + len;
        if said.is_taken(i..end) {
            continue;
        }
        let Some(stop) = named_after(said, i, end).or_else(|| named_before(said, i, end)) else {
            continue;
        };
        facts.hos_remaining_minutes = Some(Found {
            value: to_minutes(minutes),
            words: said.words(i..stop),
            rule: "drive time left".to_owned(),
        });
        said.take(i..stop);
        return;
    }
}

/// "three hours", "four and a half", and as the device shows it: "two fifteen" for two hours and a quarter.
fn length(said: &Said<'_>, i: usize) -> Option<(f64, usize)> {
    if let Some(d) = duration::at(said, i) {
        return Some((d.high, d.len));
    }
    if let Some(c) = time::clock_at(said, i)
        && c.explicit
        && c.minute > 0
        && c.hour <= 14
    {
        return Some((f64::from(c.hour) * 60.0 + f64::from(c.minute), c.len));
    }
    let (n, len) = cardinal(said, i).filter(|(n, _)| *n <= 14.0)?;
    let (part, more) = duration::and_fraction(said, i + len).unwrap_or((0.0, 0));
    Some(((n + part) * 60.0, len + more))
}

/// "... left on my eleven", "... of drive time", "... left to drive": where it ends.
fn named_after(said: &Said<'_>, i: usize, end: usize) -> Option<usize> {
    // "three more hours i can legally drive"
    if let Some(stop) = pat!("that? i|we can|could|may still|legally|only? drive|run|roll|go").at(said, end) {
        return Some(stop);
    }
    let clock = pat!(
        "fresh|full|still|good? left|remaining|of|to|available|on more|left? on|of|for|in|to? my|the|this|drive|driving|duty|clock|hos|hours|today|legal? drive|driving|clock|eleven|fourteen|seventy|time|hours|hos|book|logbook|drive~|run|eld|cycle|shift|11|14|70"
    );
    let stop = clock.at(said, end)?;
    // "fifty minutes of driving": what he has to drive, and not what he may.
    let may = (i.saturating_sub(2)..i).any(|j| said.is(j, &["remaining", "left", "available", "legal"]));
    if said.is(end, &["of"])
        && said.is(stop - 1, &["driving", "drive"])
        && !may
        && !said.is(stop, &["left", "remaining"])
    {
        return None;
    }
    let runs = said.is(end, &["left"]) && said.is(stop - 1, &["drive", "run"]);
    (runs || names_a_clock(said, end..stop)).then_some(stop)
}

fn names_a_clock(said: &Said<'_>, mut words: Range<usize>) -> bool {
    words.any(|j| said.is(j, CLOCKS) && !said.is(j + 1, &["minutes", "hours", "miles"]))
}

/// "hos shows two fifteen left", "my clock's got about three hours": the clock is the subject.
fn named_before(said: &Said<'_>, i: usize, end: usize) -> Option<usize> {
    let shows = pat!(
        "clock|hos|eleven|fourteen|seventy|eld|logbook|cycle is|has|good|legal|have|says|shows|showing|show|reads|got|gives|giving|with|at|puts got|me|at|showing|good|legal? for? about|only|like|just|maybe|around?"
    );
    let from = said.clause_range(i).start.max(i.saturating_sub(6));
    let led = (from..i).any(|s| shows.at(said, s) == Some(i));
    let left = pat!("and? change? left|remaining|on it|to drive|run|go|work?").at(said, end);
    let led = led
        || {
            // "on the clock i've got two hours fifteen"
            let on = pat!(
                "on|with my|the|this clock|eleven|fourteen|seventy|eld|book i? have|got|has|show|shows|is got|about|like|only|just|maybe?"
            );
            (i.saturating_sub(8)..i).any(|s| on.at(said, s) == Some(i))
        };
    let arrives = said.is(end, &["out", "away"]) || said.is(end + 1, &["go"]);
    // "i can legally run three more hours", "legal for another two hours"
    let may = pat!(
        "can|legal|allowed|good still|legally|only|to? drive|run|roll|go|? for|another|about|only|like|maybe? another?"
    );
    let legally = (from..i).any(|s| {
        may.at(said, s) == Some(i)
            && (said.is(s, &["legal", "allowed"]) || (s..i).any(|j| said.is(j, &["drive", "run", "roll"])))
    });
    if legally && duration::at(said, i).is_some() {
        return Some(end);
    }
    // "my clock runs out in two hours"
    let ends = said.is(i.wrapping_sub(1), &["in"])
        && (from..i).any(|s| said.is(s, CLOCKS))
        && (from..i).any(|s| {
            said.is(
                s,
                &[
                    "out", "up", "over", "done", "finish", "finished", "finishes", "ends", "end", "gone",
                    "expires", "dies", "empty",
                ],
            )
        });
    if ends && duration::at(said, i).is_some() {
        return Some(end);
    }
    (led && !arrives && (left.is_some() || duration::at(said, i).is_some())).then(|| left.unwrap_or(end))
}
