//! "Twenty after", "quarter till", "the top of the hour": minutes of an hour that is not named.

use jiff::{ToSpan, Zoned};

use crate::extract::numbers::{cardinal, is_number_word};
use crate::extract::text::Said;

use super::Time;

/// The next instant with those minutes, and how many words say it.
pub(super) fn at(said: &Said<'_>, i: usize, now: &Zoned) -> Option<(Zoned, usize)> {
    let (minute, len) = minute(said, i)?;
    let to_go = (minute - i64::from(now.minute()) + 59).rem_euclid(60) + 1;
    let at = now.checked_add(to_go.minutes()).ok()?;
    Some((at, len))
}

/// "a little after midnight, say half past": the minutes of the hour named just before, and how many words say them.
pub(super) fn of_the_hour_before(said: &Said<'_>, i: usize, before: Option<&Time>) -> Option<(Zoned, usize)> {
    let named = before.filter(|t| !t.length && !t.vague && t.span.end + 6 >= i)?;
    let hour = named.at.as_ref().filter(|at| at.minute() == 0)?;
    let (minutes, len) = minute(said, i).filter(|(_, len)| !said.is(i + len - 1, &["hour"]))?;
    Some((hour.checked_add(minutes.minutes()).ok()?, len))
}

/// "a quarter till and five": minutes before the hour that is named after it, and where that hour stands.
pub(super) fn before_the_named(said: &Said<'_>, i: usize) -> Option<(i64, usize)> {
    let i = i + usize::from(said.is(i, &["a"]));
    let (minutes, len) = match said.word(i) {
        "quarter" => (15, 1),
        _ => {
            let (n, len) = cardinal(said, i).filter(|(n, _)| (1.0..60.0).contains(n) && n.fract() == 0.0)?;
            (super::times::to_minutes(n), len)
        }
    };
    let till = i + len + usize::from(said.is(i + len, &["minutes"]));
    (said.is(till, &["till", "to", "of", "until"]) && said.is(till + 1, &["and"]))
        .then_some((minutes, till + 2))
}

fn minute(said: &Said<'_>, i: usize) -> Option<(i64, usize)> {
    if said.is(i + 1, &["of"]) && said.is(i + 2, &["the"]) && said.is(i + 3, &["hour"]) {
        return match said.word(i) {
            "top" => Some((0, 4)),
            "bottom" => Some((30, 4)),
            _ => None,
        };
    }
    let (minutes, mut len) = match said.word(i) {
        "quarter" => (15, 1),
        "half" => (30, 1),
        _ => {
            let (n, len) = cardinal(said, i).filter(|(n, _)| (1.0..60.0).contains(n) && n.fract() == 0.0)?;
            (super::times::to_minutes(n), len)
        }
    };
    len += usize::from(said.is(i + len, &["minutes"]));
    let back = match said.word(i + len) {
        "after" | "past" => false,
        "till" | "to" => true,
        _ => return None,
    };
    len += 1;
    if said.is(i + len, &["the"]) && said.is(i + len + 1, &["hour"]) {
        len += 2;
    }
    // An hour, a place or a deed named behind it makes it something else.
    let end = i + len;
    let alone = end >= said.len()
        || said.clause(end) != said.clause(end - 1)
        || said.is(end, &["probably", "maybe", "i", "or", "about", "roughly", "ish"])
            && !is_number_word(said.word(end + 1));
    let named = said.is(end - 1, &["hour"]);
    (alone || named).then_some((if back { -minutes } else { minutes }, len))
}
