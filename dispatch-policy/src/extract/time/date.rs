//! Days of a month: "march sixth", "the 6th of march".

use crate::extract::numbers::{cardinal, is_number_word};
use crate::extract::text::Said;

use super::When;

pub(in crate::extract) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[rustfmt::skip]
const ORDINALS: [&str; 19] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
];

/// The day of a month said at `i`, and how many words name it.
pub(super) fn month_day(said: &Said<'_>, i: usize) -> Option<(When, usize)> {
    if let Some(month) = month(said.word(i)) {
        let the = usize::from(said.is(i + 1, &["the"]));
        let (day, len) = day_of_month(said, i + 1 + the)?;
        return Some((When::Date(month, day), 1 + the + len));
    }
    // "the sixth of march"
    let the = usize::from(said.is(i, &["the"]));
    let (day, len) =
        day_of_month(said, i + the).filter(|_| said.is(i, &["the"]) || ordinal(said.word(i)).is_some())?;
    let end = i + the + len;
    if let Some(month) = month(said.word(end + 1)).filter(|_| said.is(end, &["of"])) {
        return Some((When::Date(month, day), the + len + 2));
    }
    // "the sixth at nine"
    let last = end >= said.len() || said.clause(end) != said.clause(i);
    let alone = the == 1
        && ordinal(said.word(i + 1)).is_some()
        && (last && said.is(i.wrapping_sub(1), &["on"])
            || said.is(
                end,
                &[
                    "at", "around", "about", "by", "in", "early", "morning", "probably",
                ],
            ))
        && !said.is(end + 1, &["line", "row"]);
    alone.then_some((When::DayOfMonth(day), the + len))
}

/// How many words name a day of a month at `i`.
pub(in crate::extract) fn date_len(said: &Said<'_>, i: usize) -> Option<usize> {
    month_day(said, i).map(|(_, len)| len)
}

fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|m| *m == word)?;
    i8::try_from(at + 1).ok()
}

fn ordinal(word: &str) -> Option<i8> {
    match word {
        "twentieth" => Some(20),
        "thirtieth" => Some(30),
        _ => i8::try_from(ORDINALS.iter().position(|o| *o == word)? + 1).ok(),
    }
}

/// "sixth", "twenty first", "6th", "six".
fn day_of_month(said: &Said<'_>, i: usize) -> Option<(i8, usize)> {
    if let Some(day) = ordinal(said.word(i)) {
        return Some((day, 1));
    }
    let tens = match said.word(i) {
        "twenty" => 20,
        "thirty" => 30,
        _ => 0,
    };
    if tens > 0
        && let Some(unit) = ordinal(said.word(i + 1)).filter(|u| *u < 10)
    {
        return Some((tens + unit, 2)).filter(|(day, _)| *day <= 31);
    }
    let (n, len) = cardinal(said, i)?;
    if said.is(i + len, &["th", "st", "nd", "rd"]) {
        return whole(n).map(|day| (day, len + 1));
    }
    // "march six at eight": what follows must not make the number a clock's.
    let ends = !is_number_word(said.word(i + len)) && !said.is(i + len, &["oclock", "am", "pm", "hundred"]);
    whole(n).filter(|_| ends).map(|day| (day, len))
}

fn whole(n: f64) -> Option<i8> {
    #[expect(clippy::cast_possible_truncation, reason = "checked to lie between 1 and 31")]
    ((1.0..=31.0).contains(&n) && n.fract() == 0.0).then_some(n as i8)
}
