//! Words for days, halves of the day and zones around a clock time.

use jiff::civil::Weekday;

use crate::extract::text::Said;

use super::date::month_day;
use super::{Day, Half, When};

/// Reads day, half of the day and zone words around the tokens `from..to`; returns how far they reach.
pub(in crate::extract) fn surroundings(said: &Said<'_>, from: usize, to: usize) -> (Day, usize, usize) {
    let mut day = Day::default();
    let (mut start, mut end) = (from, to);
    loop {
        let (used, more) = qualifier(said, end);
        if used == 0 || said.is_taken(end..end + used) {
            break;
        }
        merge(&mut day, more);
        end += used;
    }
    // Before: "tomorrow morning around six", "tonight at nine", "friday at noon".
    let mut back = start;
    let mut steps = 0;
    while back > 0 && steps < 7 {
        steps += 1;
        let w = said.before(back, 1);
        if is_soft(w) && back >= 2 {
            back -= 1;
            continue;
        }
        let mut found = None;
        for size in 1..=4usize {
            if size <= back {
                let (used, more) = qualifier(said, back - size);
                if used == size {
                    found = Some((size, more));
                }
            }
        }
        let Some((size, more)) = found else { break };
        merge(&mut day, more);
        back -= size;
        start = back;
    }
    (day, start, end)
}

fn is_soft(word: &str) -> bool {
    matches!(
        word,
        "at" | "around"
            | "about"
            | "by"
            | "like"
            | "probably"
            | "maybe"
            | "say"
            | "right"
            | "before"
            | "roughly"
            | "approximately"
            | "closer"
            | "sometime"
            | "more"
            | "somewhere"
            | "near"
            | "in"
            | "the"
            | "early"
    )
}

fn merge(day: &mut Day, more: Day) {
    day.date = day.date.or(more.date);
    day.half = day.half.or(more.half);
    day.zone = day.zone.or(more.zone);
}

/// One qualifier at `i`: how many tokens, and what it settles.
pub(in crate::extract) fn qualifier(said: &Said<'_>, i: usize) -> (usize, Day) {
    let date = |when, len| {
        (
            len,
            Day {
                date: Some(when),
                ..Day::default()
            },
        )
    };
    let half = |h, len| {
        (
            len,
            Day {
                half: Some(h),
                ..Day::default()
            },
        )
    };
    let zone = |z, len: usize| {
        (
            len + usize::from(said.is(i + len, &["time"])),
            Day {
                zone: Some(z),
                ..Day::default()
            },
        )
    };
    let w = said.word(i);
    match w {
        "am" if !said.is(i + 1, &["i"]) && said.before(i, 1) != "i" => half(Half::Morning, 1),
        "pm" => half(Half::Afternoon, 1),
        "in" | "at" | "on" | "this" | "of" => {
            let the = usize::from(said.is(i + 1, &["the"]));
            // "on the sixth"
            if let Some((when, len)) = month_day(said, i + 1).filter(|_| w == "on" && the == 1) {
                return date(when, len + 1);
            }
            let (len, d) = qualifier(said, i + 1 + the);
            if w == "this" && len == 1 && d.half.is_some() {
                return (
                    2,
                    Day {
                        date: Some(When::Today),
                        ..d
                    },
                );
            }
            // "eight in morning", "eight in the evening on pacific"
            let half = w == "in" && d.half.is_some() && d.date.is_none();
            let placed = d.zone.is_some() && w != "on" && !said.is(i + len + the, &["time"]);
            if len > 0 && !placed && !(matches!(w, "in" | "of") && the == 0 && !half) {
                (len + 1 + the, d)
            } else {
                (0, Day::default())
            }
        }
        "morning" | "mornings" => half(Half::Morning, 1),
        "afternoon" | "evening" => half(Half::Afternoon, 1),
        "night" => half(Half::Night, 1),
        "tonight" => (
            1,
            Day {
                date: Some(When::Today),
                half: Some(Half::Night),
                zone: None,
            },
        ),
        "today" => date(When::Today, 1),
        "tomorrow" => date(When::InDays(1), 1),
        "day" if said.is(i + 1, &["after"]) && said.is(i + 2, &["tomorrow"]) => date(When::InDays(2), 3),
        "next" => weekday(said.word(i + 1)).map_or((0, Day::default()), |d| date(When::On(d), 2)),
        "eastern" | "est" | "edt" => zone(-5, 1),
        "central" | "cst" | "cdt" => zone(-6, 1),
        "mountain" | "mst" | "mdt" => zone(-7, 1),
        "pacific" | "pst" | "pdt" => zone(-8, 1),
        "sharp" | "ish" | "even" | "flat" => (1, Day::default()),
        "straight" if said.is(i + 1, &["up"]) => (2, Day::default()),
        "dead" if said.is(i + 1, &["on"]) => (2, Day::default()),
        "local" if said.is(i + 1, &["time"]) => (2, Day::default()),
        _ => weekday(w)
            .map(|d| date(When::On(d), 1))
            .or_else(|| month_day(said, i).map(|(when, len)| date(when, len)))
            .unwrap_or((0, Day::default())),
    }
}

pub(in crate::extract) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}
