//! Roads said without their class: "on 80", "the ten", "heading up eighty one", "75 south".

use crate::extract::gazetteer::{state_at, town_at};
use crate::extract::numbers::{cardinal, digits, is_number_word};
use crate::extract::pattern::pat;
use crate::extract::text::Said;

use super::Asked;
use super::road::split_letter;
use super::travel::direction_after;

const BOUND: &[&str] = &["westbound", "eastbound", "northbound", "southbound"];

/// Words of place after a road: "on forty by amarillo".
const PLACED: &[&str] = &[
    "near",
    "by",
    "around",
    "at",
    "in",
    "outside",
    "just",
    "exit",
    "right",
    "past",
    "coming",
    "about",
    "loop",
    "beltway",
    "bypass",
    "corridor",
    "freeway",
    "expressway",
    "tollway",
    "bridge",
    "interchange",
    "spur",
];

/// Other words that may follow a road's number; a noun would be counted by it.
#[rustfmt::skip]
const LOOSE: &[&str] = &[
    "headed", "heading", "going", "rolling", "running", "moving", "driving", "sitting", "stuck", "stopped", "parked",
    "trying", "looking", "pulling", "crawling", "creeping", "now", "still", "i", "we", "it", "so", "but", "with", "since",
    "because", "like", "where", "they", "there", "here", "somewhere", "between", "before", "after", "toward", "towards",
    "through", "over", "down", "up", "off", "into", "then", "almost", "probably", "maybe", "yeah", "sir", "maam", "man",
    "close", "closed", "shut", "blocked", "backed", "no", "should", "will", "be", "making", "doing", "good", "all", "got", "nothing", "everything", "approaching", "passing", "entering", "leaving", "not", "again", "today", "tonight", "this", "as", "for", "from", "say", "hey", "look", "listen", "when",
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
    // "two oh five out by portland"
    let out =
        pat!("out|over|down|up|back|here|there|right|way here|there? by|at|near|around|in|outside|past")
            .at(said, end)
            .is_some();
    let passes = said.is(end, &["past"]) && town_at(said, end + 1).is_some();
    // "it's eighty four | and i'm by twin falls"
    let and = said.is(end, &["and"]) && said.clause(end) != said.clause(i);
    if and {
        return Next::Last;
    }
    if marked || passes || out {
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

/// Words before the number that leave it the first thing of its clause: "yeah it's seventy five south".
#[rustfmt::skip]
const OPENING: &[&str] = &[
    "yeah", "yes", "okay", "well", "so", "it", "is", "that", "this", "would", "be", "i", "we", "am", "are", "the", "think",
    "guess", "believe", "maybe", "probably", "just", "still", "here", "down", "out", "up", "right", "now", "hey", "sir",
    "maam", "oh", "like", "lord", "man", "and", "but", "uh", "let", "me", "see", "look", "lemme", "road", "got", "taking",
];

/// Words of going that follow a road's name.
#[rustfmt::skip]
const MOVING: &[&str] = &[
    "headed", "heading", "going", "toward", "towards", "crossing", "coming", "passing", "entering", "approaching", "rolling",
    "running", "between", "through", "leaving",
];

/// Whether only such words stand before `i` in its clause, or what was read already.
pub(super) fn is_opening(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start;
    (start..i)
        .rev()
        .take_while(|&j| !said.is_taken(j..j + 1))
        .all(|j| {
            said.is(j, OPENING)
                || is_number_word(said.word(j)) && (i..i + 3).any(|k| said.word(k) == said.word(j))
        })
}

/// "took seventy nine", "jumped over to forty", "switched onto the ten": how many words take the road.
fn taken_by_verb(said: &Said<'_>, i: usize) -> usize {
    let takes = pat!("took|riding|rode|caught|grabbed|followed|following|running");
    let changes = pat!(
        "jumped|hopped|switched|cut|swung|slid|dropped|came|moved|bounced|got|rolled|crossed|went|turned over|back|down|up|across|around? to|onto"
    );
    // "i'm taking seventy nine": now, and no plan.
    let taking = pat!("am|are taking");
    let ends = takes
        .at(said, i)
        .or_else(|| changes.at(said, i))
        .or_else(|| taking.at(said, i));
    ends.map_or(0, |end| end - i)
}

/// What stands before the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Led {
    /// "on", "onto", "along", "side of": it can hardly be anything but a road.
    On,
    /// "down", "up", "over", "across", "via".
    Way,
    Off,
    /// "took", "jumped over to".
    Taken,
    Nothing,
}

/// What leads to the number, and how many words it takes.
fn led(said: &Said<'_>, i: usize) -> (Led, usize) {
    let side = said.is(i, &["of"])
        && (said.is(i.wrapping_sub(1), &["side", "sides", "shoulder", "lane", "lanes"])
            || i > 0 && said.is_taken(i - 1..i));
    if side || said.is(i, &["on", "onto", "along"]) {
        return (Led::On, 1);
    }
    if said.is(i, &["off"]) {
        return (Led::Off, 1 + usize::from(said.is(i + 1, &["of"])));
    }
    match taken_by_verb(said, i) {
        0 if said.is(i, &["down", "up", "over", "across", "via"]) => (Led::Way, 1),
        0 => (Led::Nothing, 0),
        len => (Led::Taken, len),
    }
}

/// Nouns whose number it is, and words before a time or a count.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "door", "dock", "bay", "exit", "mile", "marker", "spot", "row", "lot", "building", "gate", "at", "about", "around", "by",
    "another", "for", "in", "than", "until", "till", "load", "trailer", "number", "channel", "space", "my", "under", "over",
    "every", "past", "after", "before", "since",
];

/// A road said as a bare number at `i`.
pub(super) fn bare(said: &Said<'_>, i: usize, asked: Asked) -> Option<(String, usize)> {
    if said.is_taken(i..i + 1) {
        return None;
    }
    let (led, lead) = led(said, i);
    let the = pat!("the|that|this|this|good? here|ol|old|ole|good?")
        .at(said, i + lead)
        .map_or(0, |end| end - i - lead);
    let start = i + lead + the;
    // "figure on six thirty": an hour.
    if lead > 0 && said.is(i.wrapping_sub(1), RECKONED) {
        return None;
    }
    let (text, len) = before_miles(said, start)
        .filter(|_| lead > 0)
        .or_else(|| digits(said, start))
        .filter(|(t, _)| t.len() <= 3 && !t.starts_with('0'))?;
    let (letter, more) = split_letter(said, &text, start + len);
    let end = start + len + more;
    // The letter of a split road tells it as well as the way it goes.
    let direction = !letter.is_empty() || direction_after(said, end).0.is_some();
    let next = match next(said, i, end) {
        _ if before_miles(said, start).is_some() => Next::Last,
        // "on eighty and the turnpike", "switched to sixty four to dodge it", where the place was asked for.
        Next::Counted
            if asked.location
                && lead > 0
                && said.is(end, &["and", "to"])
                && !is_number_word(said.word(end + 1)) =>
        {
            Next::Loose
        }
        // "thirty five north of waco": of the road, where three digits or an "on" make it one.
        Next::Other if (lead > 0 || text.len() == 3) && relates(said, end) => Next::Placed,
        next => next,
    };
    if said.is_taken(i..end) || next == Next::Counted {
        return None;
    }
    let placed = next == Next::Placed;
    let long = text.len() > 1 && next == Next::Loose;
    // "figure on four": an hour, where no place is asked for.
    let ends = placed || next == Next::Last && (asked.location || text.len() > 1);
    // "heading up eighty one": by the verb, even where no place is asked for.
    let goes = (ends || long) && said.is(i.wrapping_sub(1), GOING) && !asked.door;
    let fits = match led {
        Led::On => {
            let any = asked.location && text.len() > 1;
            (!asked.door || direction)
                && (direction || ends || long || any || asked.location && next != Next::Other)
                || direction
                || goes
        }
        // "lost his load all over ninety five at emporia"
        Led::Way if said.is(i, &["over"]) && said.is(i.wrapping_sub(1), &["all"]) => placed && text.len() > 1,
        Led::Way => direction || goes && !said.is(i, &["over"]) || placed && said.is(end, &["past"]),
        Led::Off => {
            let of_an_exit = i > 0 && said.is_taken(i - 1..i);
            let leaves = said.is(
                i.wrapping_sub(1),
                &["get", "getting", "got", "coming", "came", "come"],
            );
            direction || (ends || long) && (of_an_exit || asked.location && !leaves && text.len() > 1)
        }
        // "took thirty in salina": a break.
        Led::Taken if said.is(i, &["running"]) => {
            asked.location && (direction || said.is(end, &["between", "through"]))
        }
        Led::Taken => {
            asked.location
                && text.len() > 1
                && (direction || ends || long)
                && !matches!(text.as_str(), "10" | "30" | "34")
        }
        Led::Nothing if said.is(i.wrapping_sub(1), BOUND) || said.is(end, BOUND) && direction => true,
        Led::Nothing if is_number_word(said.before(start, 1)) || said.is(start.wrapping_sub(1), OTHERS) => {
            false
        }
        Led::Nothing if is_opening(said, i) => {
            direction && (asked.location || text.len() > 1 && !asked.door)
                || (the == 1 || text.len() > 1) && asked.location && placed && !said.is(end, &["in", "about"])
                    && (!said.is(end, &["at"]) || said.is(end + 1, &["exit", "mile", "marker", "the"]))
                || asked.location && said.is(end, &["at", "by", "near"]) && town_at(said, end + 1).is_some()
                || text.len() > 1 && asked.location && said.is(end, MOVING)
                // "the two ten in pasadena": an article before it makes it no hour.
                || the > 0 && text.len() == 3 && asked.location && placed
                // "right now it's eighty one"
                || text.len() > 1
                    && asked.location
                    && next == Next::Last
                    && (said.clause_range(i).start..i).any(|j| said.is(j, &["now", "still"]))
        }
        // "mile fifty on the nose, seventy seven north"
        Led::Nothing => direction && asked.location && text.len() > 1,
    };
    fits.then(|| (format!("I-{text}{letter}"), end))
}

/// "... north of waco", "... a couple miles west of hays": where on the road.
fn relates(said: &Said<'_>, i: usize) -> bool {
    pat!("just|right|somewhere|a|about? couple|few|mile|miles|little|bit|way|? north|south|east|west of")
        .at(said, i)
        .is_some()
}

/// "where eighty and seventy six split": the first of two roads that meet.
pub(super) fn junction(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    let number = |k: usize| digits(said, k).filter(|(t, _)| t.len() <= 3 && !t.starts_with('0'));
    let (text, len) = number(i).filter(|_| !is_number_word(said.before(i, 1)))?;
    // "the fifty five seventy split": the two numbers side by side.
    if let Some((first, len)) =
        cardinal(said, i).filter(|(n, _)| *n >= 2.0 && n.fract() == 0.0 && !is_number_word(said.before(i, 1)))
        && let Some((_, more)) = cardinal(said, i + len)
        && said.is(i + len + more, &["split", "junction", "interchange", "merge"])
    {
        return Some((format!("I-{first}"), i + len + more + 1));
    }
    let and = i + len;
    let (_, second) = number(and + 1).filter(|_| said.is(and, &["and"]))?;
    let end = and + 1 + second;
    // "the junction of eighty and twenty nine"
    let led = said.is(i.wrapping_sub(1), &["of"])
        && said.is(
            i.wrapping_sub(2),
            &["junction", "intersection", "split", "corner", "interchange"],
        );
    if led {
        return Some((format!("I-{text}"), end));
    }
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
