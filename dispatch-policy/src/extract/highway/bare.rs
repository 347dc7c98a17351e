//! Roads said without their class: "on 80", "the ten", "heading up eighty one", "75 south".

use crate::extract::gazetteer::{state_at, town_at};
use crate::extract::numbers::{cardinal, digits, is_number_word};
use crate::extract::text::Said;

use super::Asked;
use super::road::split_letter;
use super::travel::direction_after;

const BOUND: &[&str] = &["westbound", "eastbound", "northbound", "southbound"];

/// Words of place after a road: "on forty by amarillo".
const PLACED: &[&str] = &[
    "near", "by", "around", "at", "in", "outside", "just", "exit", "right", "past", "coming", "about",
];

/// Other words that may follow a road's number; a noun would be counted by it.
#[rustfmt::skip]
const LOOSE: &[&str] = &[
    "headed", "heading", "going", "rolling", "running", "moving", "driving", "sitting", "stuck", "stopped", "parked",
    "trying", "looking", "pulling", "crawling", "creeping", "now", "still", "i", "we", "it", "so", "but", "with", "since",
    "because", "like", "where", "they", "there", "here", "somewhere", "between", "before", "after", "toward", "towards",
    "through", "over", "down", "up", "off", "into", "then", "almost", "probably", "maybe", "yeah", "sir", "maam", "man",
    "close", "closed", "shut", "blocked", "backed", "no", "should", "will", "be", "making", "doing", "good", "all", "got", "nothing", "everything", "approaching", "passing", "entering", "leaving", "not", "again", "today", "tonight", "this", "as", "for", "from",
];

/// Verbs of going, after which "up eighty one" is a road.
#[rustfmt::skip]
const GOING: &[&str] = &[
    "heading", "headed", "head", "going", "go", "rolling", "rolled", "coming", "came", "running", "driving", "cruising",
    "trucking", "moving", "riding", "hauling", "pulling", "flying", "crawling", "creeping", "limping", "getting", "got",
    "hopped", "jumped", "turned", "merged", "traveling", "back", "am", "are",
];

/// What follows a number that may be a road's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Something is counted, or the number goes on.
    Counted,
    Placed,
    /// The end of the clause.
    Last,
    Loose,
    Other,
}

fn next(said: &Said<'_>, i: usize, end: usize) -> Next {
    let marked = said.is(end, &["mile"])
        && (said.is(end + 1, &["marker", "mark", "post"]) || is_number_word(said.word(end + 1)));
    // "down sixty five past bowling green"
    let passes = said.is(end, &["past"]) && town_at(said, end + 1).is_some();
    if marked || passes {
        return Next::Placed;
    }
    if said.is(
        end,
        &[
            "minutes", "hours", "hour", "miles", "mile", "oclock", "am", "pm", "degrees", "percent", "foot",
            "pallets", "more", "and", "point", "days", "guys", "trucks", "hundred", "or", "to", "till",
            "past", "other", "of",
        ],
    ) {
        return Next::Counted;
    }
    if end >= said.len() || said.clause(end) != said.clause(i) {
        Next::Last
    } else if said.is(end, PLACED) {
        Next::Placed
    } else if said.is(end, LOOSE)
        || town_at(said, end).is_some_and(|t| !t.wordlike)
        || state_at(said, end).is_some()
    {
        Next::Loose
    } else {
        Next::Other
    }
}

/// Whether what follows the number that ends at `end` leaves it a road's.
pub(super) fn stands_alone(said: &Said<'_>, i: usize, end: usize) -> bool {
    direction_after(said, end).0.is_some()
        || matches!(next(said, i, end), Next::Placed | Next::Last | Next::Loose)
}

/// Verbs whose "on" leads an hour.
const RECKONED: &[&str] = &[
    "figure", "figuring", "plan", "planning", "count", "counting", "bank", "banking", "call",
];

/// "on twenty nine, twelve miles from you": the road, where another number counts the miles behind it.
fn before_miles(said: &Said<'_>, start: usize) -> Option<(String, usize)> {
    let (road, len) = cardinal(said, start).filter(|(n, _)| n.fract() == 0.0 && *n > 1.0)?;
    let (_, count) = cardinal(said, start + len)?;
    said.is(start + len + count, &["miles", "minutes", "hours"])
        .then(|| (format!("{road}"), len))
}

/// A road said as a bare number at `i`.
pub(super) fn bare(said: &Said<'_>, i: usize, asked: Asked) -> Option<(String, usize)> {
    if said.is_taken(i..i + 1) {
        return None;
    }
    let side = said.is(i, &["of"])
        && (said.is(i.wrapping_sub(1), &["side", "sides", "shoulder", "lane", "lanes"])
            || i > 0 && said.is_taken(i - 1..i));
    // "exit sixteen b off two eighty five": the road of the exit.
    let led = side
        || said.is(
            i,
            &[
                "on", "onto", "off", "along", "down", "up", "over", "across", "via",
            ],
        );
    let the = usize::from(said.is(i + usize::from(led), &["the"]));
    let start = i + usize::from(led) + the;
    // "figure on six thirty": an hour.
    if led && said.is(i.wrapping_sub(1), RECKONED) {
        return None;
    }
    let (text, len) = before_miles(said, start)
        .filter(|_| led)
        .or_else(|| digits(said, start))
        .filter(|(t, _)| t.len() <= 3 && !t.starts_with('0'))?;
    let (letter, more) = split_letter(said, &text, start + len);
    let end = start + len + more;
    let next = if before_miles(said, start).is_some() {
        Next::Last
    } else {
        next(said, i, end)
    };
    if said.is_taken(i..end) || next == Next::Counted {
        return None;
    }
    // The letter of a split road tells it as well as the way it goes.
    let direction = !letter.is_empty() || direction_after(said, end).0.is_some();
    let placed = next == Next::Placed;
    let fits = if led {
        let long = text.len() > 1 && next == Next::Loose;
        // "figure on four": an hour, where no place is asked for.
        let ends = placed || next == Next::Last && (asked.location || text.len() > 1);
        // "heading up eighty one": by the verb, even where no place is asked for.
        let goes = (ends || long) && said.is(i.wrapping_sub(1), GOING) && !asked.door;
        (side || said.is(i, &["on", "onto", "along"]))
            && (!asked.door || direction)
            && (direction || ends || long || asked.location)
            || direction
            || goes && !said.is(i, &["off", "over"])
            || placed && said.is(i, &["down", "up"]) && said.is(end, &["past"])
            || said.is(i, &["off"]) && i > 0 && said.is_taken(i - 1..i) && (ends || long)
    } else if i > 0
        && said.clause(i) == said.clause(i - 1)
        && !said.is(i - 1, BOUND)
        && !said.is(i - 1, &["taking", "yeah", "okay", "uh"])
    {
        direction && said.is(end, BOUND)
    } else {
        direction && asked.location
            || (the == 1 || text.len() > 1)
                && asked.location
                && placed
                && !said.is(end, &["in", "at", "about"])
            || said.is(end, BOUND)
            || (i > 0 && said.is(i - 1, BOUND))
    };
    fits.then(|| (format!("I-{text}{letter}"), end))
}

/// "where eighty and seventy six split": the first of two roads that meet.
pub(super) fn junction(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    let number = |k: usize| digits(said, k).filter(|(t, _)| t.len() <= 3 && !t.starts_with('0'));
    let (text, len) = number(i).filter(|_| !is_number_word(said.before(i, 1)))?;
    let and = i + len;
    let (_, second) = number(and + 1).filter(|_| said.is(and, &["and"]))?;
    let end = and + 1 + second;
    said.is(
        end,
        &[
            "split",
            "splits",
            "meet",
            "meets",
            "merge",
            "merges",
            "cross",
            "crosses",
            "join",
            "come",
            "junction",
            "interchange",
            "intersect",
        ],
    )
    .then(|| (format!("I-{text}"), end + 1))
}
