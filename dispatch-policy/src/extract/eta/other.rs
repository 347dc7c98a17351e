//! Numbers that are no time at all: radio codes, breaks by their name, rates and counts.

use crate::extract::numbers::{cardinal, digits, is_number_word};
use crate::extract::pattern::{Pattern, pat};
use crate::extract::text::Said;

/// Words in "s" that follow a clock without being counted by it: "six works", "four sounds right".
#[rustfmt::skip]
const NOT_COUNTED: &[&str] = &[
    "minutes", "hours", "days", "weeks", "miles", "is", "was", "this", "us", "as", "his", "its", "has", "does", "works",
    "sounds", "looks", "seems", "says", "unless", "plus", "yes", "always", "perhaps", "thanks", "sharp", "oclock", "across",
    "degrees", "past", "hours'", "makes", "boss", "towards", "besides", "guess", "depends", "less", "loves", "close",
    "express", "business", "access", "quarters", "thereabouts", "whereabouts", "someplace", "thirds", "tops", "straight",
];

/// "sixty miles an hour", "four nineteen a gallon", "twenty two pallets": rates, prices and counts are consumed.
pub(super) fn counts(said: &mut Said<'_>) {
    let per = pat!(
        "miles|mile|bucks|dollars|cents|gallons|pounds? an|a|per hour|mile|gallon|minutes|day|pound|load|piece|week|stop|night"
    );
    for r in pat!("averaging|average|averages|doing|making|holding|running|going|governed|cruising|clipping like|about|around|only|at|maybe|along|? #").find_all(said) {
        let number = (r.start..r.end).find(|&j| is_number_word(said.word(j))).unwrap_or(r.end);
        let speed = cardinal(said, number).is_some_and(|(n, len)| number + len == r.end && (35.0..=80.0).contains(&n));
        let more = said.is(
            r.end,
            &["minutes", "hours", "hour", "late", "behind", "out", "away", "miles", "mile", "down", "west", "east", "north", "south"],
        );
        if speed && !more {
            said.take(number..r.end);
        }
    }
    // "eighty miles at sixty five"
    for r in pat!("miles|mile at|running|doing|going about|like|? #").find_all(said) {
        let number = (r.start..r.end)
            .find(|&j| is_number_word(said.word(j)))
            .unwrap_or(r.end);
        if cardinal(said, number).is_some_and(|(n, len)| number + len == r.end && (45.0..=80.0).contains(&n))
        {
            said.take(number..r.end);
        }
    }
    let mut i = 0;
    while i < said.len() {
        let len = [cardinal(said, i).map(|(_, l)| l), digits(said, i).map(|(_, l)| l)]
            .into_iter()
            .flatten()
            .max();
        let Some(len) = len else {
            i += 1;
            continue;
        };
        let end = i + len;
        let rate = per
            .at(said, end)
            .filter(|&e| e > end + 1 && !is_number_word(said.word(e)));
        let word = said.word(end);
        let counted = word.len() > 3 && word.ends_with('s') && !NOT_COUNTED.contains(&word);
        // "it costs two fifty to park"
        let priced = said.is(
            i.wrapping_sub(1),
            &[
                "cost", "costs", "pays", "paid", "pay", "charge", "charges", "charged", "dollars", "bucks",
                "worth", "weighs", "weigh",
            ],
        ) && !said.is(end, &["minutes", "hours", "hour", "miles", "days"]);
        if let Some(stop) = rate {
            said.take(i..stop);
        } else if counted
            || priced
            || said.is(
                end,
                &[
                    "dollar", "buck", "percent", "foot", "feet", "pound", "mph", "wheeler", "axle", "lane",
                    "way", "ton", "sec", "second", "moment", "star", "gallon", "pallet", "step", "speed",
                    "wide", "footer", "person", "point", "minded",
                ],
            )
        {
            said.take(i..end);
        }
        i = end;
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
