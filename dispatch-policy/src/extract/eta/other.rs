//! Numbers beside the arrival: miles, hours of driving left, radio codes.

use crate::extract::duration;
use crate::extract::numbers::cardinal;
use crate::extract::pattern::{Pattern, pat};
use crate::extract::text::Said;
use crate::facts::{Facts, Found};

use super::times::to_minutes;

/// "sixty miles left", "two hundred to go": a distance.
pub(super) fn miles_left(said: &mut Said<'_>, asked: bool, facts: &mut Facts) {
    for i in 0..said.len() {
        if said.is_taken(i..i + 1) || (i > 0 && crate::extract::numbers::is_number_word(said.word(i - 1))) {
            continue;
        }
        let Some((n, len)) = crate::extract::numbers::grouped(said, i)
            .filter(|(_, l)| said.is(i + l, &["miles", "mile", "milers"]))
            .or_else(|| cardinal(said, i).filter(|(_, l)| said.is(i + l, &["miles", "mile"])))
        else {
            continue;
        };
        let end = i + len + 1;
        let clause = said.clause_range(i);
        let left = pat!("more? left|out|away|to|till|until|more|remaining|from go|there|here|it|the|destination|delivery|receiver|me?").at(said, end).is_some()
            && !(said.is(end, &["from", "out"]) && crate::extract::gazetteer::town_at(said, end + 1 + usize::from(said.is(end + 1, &["of"]))).is_some());
        let have = pat!(
            "have|got|show|shows|showing|showin|still|another|only about|like|maybe|just|only|got|left?"
        );
        let led = (clause.start..i).any(|s| have.at(said, s).is_some_and(|e| e == i))
            || (asked
                && (clause.start == i
                    || pat!("it is|was like|about|around|roughly|another|still?")
                        .find_all(said)
                        .iter()
                        .any(|r| r.end == i)));
        let relation = pat!(
            "north|south|east|west|outside|from|past|of|inside|back|before|after|backup|short|behind|per|an"
        )
        .at(said, end)
        .is_some();
        if (left && !said.is(end, &["out"]))
            || (led && !relation)
            || (said.is(end, &["out"]) && !said.is(end + 1, &["of"]))
        {
            if relation && !left {
                continue;
            }
            facts.remaining_miles = Some(Found {
                value: n,
                words: said.words(i..end),
                rule: "miles to go".to_owned(),
            });
        }
        said.take(i..end);
    }
}

/// "three hours left on my clock", "two hours of drive time", "four and a half left on my eleven".
pub(super) fn drive_time_left(said: &mut Said<'_>, facts: &mut Facts) {
    let clock = pat!(
        "left|remaining|of|to|available|on more|left? on|of|for? my|the|drive|driving|duty|clock|hos|hours|today|legal? drive|driving|clock|eleven|fourteen|seventy|time|hours|hos|book|drive~|run|eld|cycle"
    );
    for i in 0..said.len() {
        let (minutes, len) = match duration::at(said, i) {
            Some(d) => (d.high, d.len),
            None => match cardinal(said, i) {
                Some((n, len)) if n <= 14.0 => {
                    let half = said.is(i + len, &["and"])
                        && said.is(i + len + 1, &["a"])
                        && said.is(i + len + 2, &["half"]);
                    (
                        n * 60.0 + if half { 30.0 } else { 0.0 },
                        len + if half { 3 } else { 0 },
                    )
                }
                _ => continue,
            },
        };
        let end = i + len;
        let Some(stop) = clock.at(said, end) else { continue };
        let named = (end..stop).any(|j| {
            said.is(
                j,
                &[
                    "clock", "eleven", "fourteen", "seventy", "hos", "drive", "driving", "eld", "cycle",
                    "legal", "book",
                ],
            )
        });
        if !named || said.is_taken(i..end) {
            continue;
        }
        let value = to_minutes(minutes);
        facts.hos_remaining_minutes = Some(Found {
            value,
            words: said.words(i..stop),
            rule: "drive time left".to_owned(),
        });
        said.take(i..stop);
        return;
    }
}

/// "ten four" is a receipt; "my thirty", "my ten", "a thirty four" are breaks.
pub(super) fn radio_codes(said: &mut Said<'_>) {
    let codes: [&Pattern; 8] = [
        pat!(
            "^ okay|yeah|yep|alright? ten|10 four|for|4 !pm|am|this|tonight|tomorrow|eastern|central|mountain|pacific|oclock"
        ),
        pat!("ten|10 four|4 $"),
        pat!("ten four good|that|thanks|thank|i|on|we|will|got|buddy|driver|copy|you"),
        pat!(
            "my|a|the|his|another|full mandatory|required|legal? ten|10|thirty|30|eight|8|hour? break|off|reset|minutes?"
        ),
        pat!("thirty|34 four? hour? reset|restart"),
        pat!("my|a|the|this thirty|34 four? hour? reset|restart|minutes? break?"),
        pat!("ten|thirty|eight|ten|10|30|twenty hour|hours|minutes? break|breaks|reset|off"),
        pat!("my ten|thirty|eight|eleven|fourteen|seventy|30|10|14|11|70"),
    ];
    for (k, p) in codes.iter().enumerate() {
        for r in p.find_all(said) {
            // "the ten" and "a thirty" need the word that makes them a break.
            let bare = k == 3 && !said.is(r.start, &["my"]) && r.end - r.start < 3;
            if !bare {
                said.take(r);
            }
        }
    }
}
