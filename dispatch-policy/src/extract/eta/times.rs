//! Times and lengths of time in the words.

use std::ops::Range;

use jiff::{ToSpan, Zoned};

use crate::extract::numbers::{cardinal, is_number_word};
use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::extract::{duration, time};

use super::apart::{day_said_apart, zone_said_apart};
use super::bare::{counts_alone, is_late_by, is_lateness, is_led_by_in, is_out};
use super::{Setting, Time, this_hour, vague};

pub(super) fn to_minutes(minutes: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a spoken length of time, bounded by the words that name it"
    )]
    let whole = minutes.round().clamp(-1e9, 1e9) as i64;
    whole
}

/// Everything that is a time, left to right, consumed as it is read.
pub(super) fn times(said: &mut Said<'_>, set: Setting<'_>) -> Vec<Time> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < said.len() {
        if said.is_taken(i..i + 1) {
            i += 1;
            continue;
        }
        // "march twenty first six thirty": the day's number is no clock.
        if let Some(len) = time::date_len(said, i) {
            i += len;
            continue;
        }
        // Said more exactly: of the two only the second is meant.
        if let Some((at, len)) = this_hour::of_the_hour_before(said, i, found.last()) {
            found.pop();
            said.take(i..i + len);
            found.push(minute_of_the_hour(i..i + len, at, set.now));
            i += len;
            continue;
        }
        let Some(t) = time_at(said, i, set) else {
            i += 1;
            continue;
        };
        let end = t.span.end.max(i + 1);
        said.take(t.span.start.max(i)..end);
        found.push(t);
        i = end;
    }
    vague::read(said, set, &mut found);
    found
}

/// A minute said without its hour ("at forty five"): one moment, as exact as a clock.
fn minute_of_the_hour(span: Range<usize>, at: Zoned, now: &Zoned) -> Time {
    let minutes = minutes_until(now, &at);
    Time {
        span,
        at: Some(at),
        low_minutes: minutes,
        minutes,
        length: false,
        explicit: true,
        vague: false,
        likely: false,
        sure: false,
    }
}

fn time_at(said: &Said<'_>, i: usize, set: Setting<'_>) -> Option<Time> {
    let now = set.now;
    if set.asked_eta
        && let Some((at, len)) = this_hour::at(said, i, now)
        && !said.is_taken(i..i + len)
    {
        return Some(minute_of_the_hour(i..i + len, at, now));
    }
    // "fifteen minutes to five": a clock, and no length.
    let to_the_hour =
        time::clock_at(said, i).is_some_and(|c| (i..i + c.len).any(|j| said.is(j, &["minutes"])));
    if let Some(d) = duration::at(said, i).filter(|d| !to_the_hour && !said.is_taken(i..i + d.len)) {
        let (low, high) = (to_minutes(d.low), to_minutes(d.high));
        return Some(Time {
            span: i..i + d.len,
            at: now.checked_add(high.minutes()).ok(),
            low_minutes: low,
            minutes: high,
            length: true,
            explicit: true,
            vague: false,
            likely: false,
            sure: false,
        });
    }
    // "two, two and a half": hours.
    if set.asked_eta
        && let Some((n, len)) = cardinal(said, i).filter(|(n, _)| (1.0..=12.0).contains(n))
        && let Some((m, more)) = cardinal(said, i + len).filter(|(m, _)| *m == n)
        && let Some((part, last)) = duration::and_fraction(said, i + len + more)
        && !said.is(i + len + more + last, &["hours", "days", "miles"])
    {
        let mut t = plain_minutes(now, i..i + len + more + last, (m + part) * 60.0);
        t.low_minutes = to_minutes(n * 60.0);
        return Some(t);
    }
    // "i got two left": hours, in answer to the question.
    if set.asked_eta
        && let Some((n, len)) = cardinal(said, i).filter(|(n, _)| (1.0..=11.0).contains(n))
        && said.is(i + len, &["left"])
        && !is_number_word(said.before(i, 1))
        && (i + len + 1 >= said.len()
            || said.clause(i + len + 1) != said.clause(i)
            || said.is(i + len + 1, &["to", "yet", "i", "till"]))
        && !said.is(i.wrapping_sub(1), &["exit", "stop", "at", "by"])
    {
        return Some(plain_minutes(now, i..i + len, n * 60.0));
    }
    // "inside the hour"
    if let Some(end) = pat!("inside|within|under the|this hour")
        .at(said, i)
        .filter(|_| set.asked_eta)
    {
        return Some(plain_minutes(now, i..end, 60.0));
    }
    // "so two and a half": hours, when nothing else is counted.
    if set.asked_eta
        && let Some((n, len)) = cardinal(said, i).filter(|(n, _)| *n <= 12.0)
        && let Some((part, more)) = duration::and_fraction(said, i + len)
        && (i + len + more >= said.len()
            || said.clause(i + len + more) != said.clause(i)
            || said.is(i + len + more, &["or", "probably", "maybe", "easy", "tops", "i"]))
    {
        return Some(plain_minutes(now, i..i + len + more, (n + part) * 60.0));
    }
    // Things that count something else.
    if let Some((_, len)) = cardinal(said, i)
        && said.is(
            i + len,
            &[
                "miles", "mile", "pallets", "percent", "degrees", "foot", "feet", "stops", "trucks", "guys",
                "lanes", "cars", "doors", "loads", "pieces", "cases", "other", "more", "times", "people",
                "pounds",
            ],
        )
    {
        return None;
    }
    // "call me in twenty" is answered for, too.
    let called = pat!("call|ring|try|holler me|us|back|again in|back in?")
        .find_all(said)
        .iter()
        .any(|r| r.end == i);
    let asked = set.asked_eta || set.asked_callback || called;
    // "be there in ten", "rolling in like five": minutes, as no hour has an "in" before it.
    if let Some((n, len)) = cardinal(said, i)
        && n >= 2.0
        && is_led_by_in(said, i, asked)
        && counts_alone(said, i + len)
    {
        return Some(plain_minutes(now, i..i + len, n));
    }
    // "forty five" in answer to the question, or "forty five late": minutes.
    if (time::clock_at(said, i).is_none() || is_lateness(said, i))
        && let Some((n, len)) = cardinal(said, i)
        && (if is_lateness(said, i) {
            5.0..=180.0
        } else {
            13.0..=180.0
        })
        .contains(&n)
        && !is_number_word(said.word(i + len))
        && (asked || said.is(i + len, &["late", "behind"]) || is_late_by(said, i) || is_out(said, i, len))
    {
        return Some(plain_minutes(now, i..i + len, n));
    }
    // "thirty five forty", in answer to the question: so many minutes or so many.
    if set.asked_eta
        && let Some((low, len)) = cardinal(said, i).filter(|(n, _)| (15.0..=90.0).contains(n))
        && let Some((high, more)) = cardinal(said, i + len)
        && (low + 5.0..=low + 15.0).contains(&high)
        && !is_number_word(said.before(i, 1))
        && i + len + more == said.len()
        && time::clock_at(said, i).is_none()
    {
        let mut t = plain_minutes(now, i..i + len + more, high);
        t.low_minutes = to_minutes(low);
        return Some(t);
    }
    // "so two and a half", in answer to the question: hours.
    if asked
        && let Some((n, len)) = cardinal(said, i).filter(|(n, _)| (1.0..=12.0).contains(n))
        && let Some((part, more)) = duration::and_fraction(said, i + len)
        && !is_number_word(said.before(i, 1))
        && !said.is(i + len + more, &["days", "miles", "of"])
    {
        return Some(plain_minutes(now, i..i + len + more, (n + part) * 60.0));
    }
    let between = said.is(i, &["between"]);
    let till = this_hour::before_the_named(said, i + 1).filter(|_| between);
    let start = till.map_or(i + usize::from(between), |(_, hour)| hour);
    let c = time::clock_at(said, start).filter(|c| !said.is_taken(start..start + c.len))?;
    // A road's or door's own word before the number speaks against a clock.
    if said.is(
        start.wrapping_sub(1),
        &[
            "door", "dock", "bay", "exit", "marker", "trailer", "load", "number", "building", "spot",
            "highway", "route", "level", "lane", "slot", "row", "phase",
        ],
    ) {
        return None;
    }
    // "at the two oh nine": a marker or an exit, as a clock has no article.
    let article = said.is(start.wrapping_sub(1), &["the"])
        && said.is(start.wrapping_sub(2), &["at", "by", "near", "past", "around"]);
    let end = start + c.len;
    let (mut day, from, mut to) = time::surroundings(said, start, end);
    // "at the five of the evening": the half of the day makes it one.
    if article && !c.explicit && day.half.is_none() {
        return None;
    }
    day.zone = day.zone.or_else(|| zone_said_apart(said));
    day.date = day.date.or_else(|| day_said_apart(said, start));
    let settled = day.half.is_some() || day.zone.is_some();
    // "since nine this morning": passed, and told as passed.
    let passed = || {
        let day = time::Day { date: None, ..day };
        said.is(start.wrapping_sub(1), &["since"])
            .then(|| time::resolve(c, day, now))
            .flatten()
    };
    let mut at = time::resolve(c, day, now).or_else(passed)?;
    let mut low = at.clone();
    if let Some(earlier) = till.and_then(|(minutes, _)| at.checked_sub(minutes.minutes()).ok()) {
        low = earlier;
    }
    // "between three and four", "three to four", "four or five"
    let mut explicit = c.explicit || settled;
    let link = to + usize::from(said.is(to, &["and", "or", "to", "maybe"]));
    // "six seven in the morning": two hours side by side.
    let side_by_side = to == end
        && c.twelve_hour
        && c.minute == 0
        && !c.explicit
        && time::clock_at(said, end).is_some_and(|s| s.twelve_hour && s.minute == 0 && s.hour == c.hour + 1);
    // "two fifteen, two thirty somewhere in there"
    let side_by_side = side_by_side
        || to == end
            && c.twelve_hour
            && c.explicit
            && c.minute > 0
            && time::clock_at(said, end).is_some_and(|s| {
                let (first, second) = (
                    i32::from(c.hour) * 60 + i32::from(c.minute),
                    i32::from(s.hour) * 60 + i32::from(s.minute),
                );
                s.twelve_hour && s.explicit && (5..=60).contains(&(second - first))
            });
    if (link > to || side_by_side)
        && (between || !said.is(to, &["and"]))
        && let Some(second) = time::clock_at(said, link).filter(|s| !said.is_taken(link..link + s.len))
        && duration::at(said, link).is_none()
    {
        let (more, _, reach) = time::surroundings(said, link, link + second.len);
        let day2 = time::Day {
            date: day.date.or(more.date),
            half: day.half.or(more.half),
            zone: day.zone.or(more.zone),
        };
        if day2.half != day.half
            && let Some(first) = time::resolve(c, day2, now)
        {
            low = first;
        }
        if let Some(later) = time::resolve(second, day2, now)
            && later > low
        {
            at = later;
            to = reach.max(link + second.len);
            explicit |= second.explicit || between;
        }
    }
    let bare = !explicit && !between;
    if bare {
        // A bare hour after a word that leads a clock, or in answer to the question.
        let led = said.is(
            start.wrapping_sub(1),
            &[
                "at", "by", "around", "before", "about", "till", "until", "after", "say", "for", "figure",
                "like", "probably", "maybe", "closer", "thinking", "hoping", "past",
            ],
        );
        // "call it four", "make it five", "put me down for six"
        let verdict = pat!("call|make|put|mark it|that|me|us|her down? for|at?");
        let led = led || (start.saturating_sub(4)..start).any(|j| verdict.at(said, j) == Some(start));
        let nearer =
            said.is(start.wrapping_sub(1), &["to"]) && said.is(start.wrapping_sub(2), &["closer", "nearer"]);
        // "it's gonna be seven"
        let will_be = pat!("it|that is? will|going to? be|look|looks like?")
            .all_within(said, start.saturating_sub(5)..start)
            .any(|r| r.end == start)
            && (end >= said.len() || said.clause(end) != said.clause(start));
        let led = led || nearer || will_be;
        let (n, len) = cardinal(said, start).unwrap_or((0.0, 1));
        // "at sixteen": the clock of twenty four hours.
        let of_the_day = n <= 23.0 && said.is(start.wrapping_sub(1), &["at", "by", "before"]);
        if n > 12.0 && !of_the_day {
            if !asked || n >= 100.0 {
                return None;
            }
            return Some(plain_minutes(now, start..start + len, n));
        }
        // "one of those things", "the next one": a pronoun.
        let pronoun = said.is(start, &["one"])
            && (said.is(
                end,
                &["of", "thing", "guy", "way", "more", "with", "who", "that", "i"],
            ) || said.is(
                start.wrapping_sub(1),
                &[
                    "the", "that", "this", "which", "no", "last", "next", "first", "second", "any", "every",
                    "other", "big",
                ],
            ));
        if pronoun {
            return None;
        }
        if !(led || since_hour(said, start, end) || set.asked_eta || set.asked_callback || day.date.is_some())
        {
            return None;
        }
    }
    Some(Time {
        span: from.min(i)..to.max(end),
        low_minutes: minutes_until(now, &low),
        minutes: minutes_until(now, &at),
        at: Some(at),
        length: false,
        explicit,
        vague: false,
        likely: false,
        sure: false,
    })
}

/// "been here since eleven": an hour by its "since", when nothing is counted behind it.
fn since_hour(said: &Said<'_>, start: usize, end: usize) -> bool {
    let last = end >= said.len() || said.clause(end) != said.clause(start);
    said.is(start.wrapping_sub(1), &["since"])
        && (last
            || said.is(
                end,
                &[
                    "this", "and", "now", "still", "no", "not", "waiting", "sitting", "so", "today", "or",
                    "at", "for", "in", "already", "man", "sir",
                ],
            ))
}

fn plain_minutes(now: &Zoned, span: Range<usize>, n: f64) -> Time {
    let minutes = to_minutes(n);
    Time {
        span,
        at: now.checked_add(minutes.minutes()).ok(),
        low_minutes: minutes,
        minutes,
        length: true,
        explicit: false,
        vague: false,
        likely: false,
        sure: false,
    }
}

fn minutes_until(now: &Zoned, at: &Zoned) -> i64 {
    let seconds = at.timestamp().as_second() - now.timestamp().as_second();
    // Whole minutes, the half up: the clock of a call stands anywhere inside its minute.
    (seconds + 30).div_euclid(60)
}

/// Minutes since the latest past reading of a clock: "been here since noon".
pub(super) fn since(t: &Time, now: &Zoned) -> Option<i64> {
    let at = t.at.as_ref()?;
    let minutes = -minutes_until(now, at);
    [0, 720, 1440].into_iter().map(|m| minutes + m).find(|m| *m >= 0)
}
