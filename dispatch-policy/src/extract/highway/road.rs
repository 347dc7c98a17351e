//! Roads by class and number.

use std::ops::Range;

use crate::extract::gazetteer::{state_at, town_at};
use crate::extract::numbers::{cardinal, digits, is_number_word};
use crate::extract::text::Said;

use super::Asked;
use super::travel::direction_after;

pub(super) fn highways(said: &Said<'_>, asked: Asked) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut i = 0;
    while i < said.len() {
        let hit = named(said, i).or_else(|| bare(said, i, asked));
        match hit {
            Some((name, end)) => {
                found.push((name, i..end));
                i = end;
            }
            None => i += 1,
        }
    }
    found
}

/// A road said with its class.
fn named(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    let class = |c: &'static str, skip: usize| road_number(said, i + skip, c);
    let w = said.word(i);
    match w {
        "interstate" | "interstates" => {
            return class("I", 1 + usize::from(said.is(i + 1, &["highway", "number", "i"])));
        }
        "i" | "eye" | "aye" => {
            let hit = class("I", 1)?;
            let next = said.word(hit.1);
            // "i sixty five hour and a half": nobody says sixty five hour.
            let counted = matches!(next, "minutes" | "hours" | "miles" | "oclock" | "percent")
                || next == "hour" && hit.0 == "I-1";
            return (!counted).then_some(hit).or_else(|| before_a_length(said, i + 1));
        }
        "us" => {
            let object = matches!(
                said.before(i, 1),
                "got"
                    | "gave"
                    | "give"
                    | "gives"
                    | "had"
                    | "has"
                    | "have"
                    | "put"
                    | "puts"
                    | "let"
                    | "told"
                    | "for"
                    | "cost"
                    | "with"
                    | "take"
                    | "took"
                    | "takes"
                    | "set"
                    | "sets"
                    | "tell"
                    | "all"
                    | "between"
                    | "made"
                    | "makes"
                    | "held"
            );
            let skip = 1 + usize::from(said.is(i + 1, &["highway", "route", "hwy"]));
            let hit = class("US", skip)?;
            let counted = matches!(
                said.word(hit.1),
                "minutes" | "hours" | "hour" | "miles" | "late" | "behind"
            );
            return (!object && !counted).then_some(hit);
        }
        "state" | "sr" | "s" => {
            let skip = match (w, said.word(i + 1)) {
                ("state", "road" | "route" | "highway" | "hwy") => 2,
                ("s", "r") => 2,
                ("sr", _) => 1,
                _ => return None,
            };
            return class("SR", skip);
        }
        "fm" => return class("FM", 1 + usize::from(said.is(i + 1, &["road"]))),
        "farm" | "ranch" if said.is(i + 1, &["to"]) && said.is(i + 2, &["market"]) => {
            return class("FM", 3 + usize::from(said.is(i + 3, &["road"])));
        }
        "farm" if said.is(i + 1, &["road"]) => return class("FM", 2),
        "county" if said.is(i + 1, &["road", "route", "highway"]) => return class("CR", 2),
        "us-highway" => return class("US", 1),
        "highway" | "hwy" | "route" | "rt" | "rte" | "loop" | "beltway" => {
            return class("HWY", 1 + usize::from(said.is(i + 1, &["number"])));
        }
        _ => {}
    }
    // "ohio state route 4", "texas highway 6"
    let (_, len) = state_at(said, i)?;
    if said.is(i + len, &["route", "highway", "road", "hwy", "state"]) {
        let skip = len
            + 1
            + usize::from(
                said.is(i + len, &["state"]) && said.is(i + len + 1, &["route", "highway", "road"]),
            );
        return class("SR", skip);
    }
    None
}

/// The number of a road at `i`, with the letter of a split interstate.
fn road_number(said: &Said<'_>, i: usize, class: &str) -> Option<(String, usize)> {
    let i = i + usize::from(said.is(i, &["the"]));
    if said.is_taken(i..i + 1) {
        return None;
    }
    let (text, mut len) = digits(said, i)?;
    let longest = if matches!(class, "FM" | "SR" | "CR" | "HWY") {
        4
    } else {
        3
    };
    let mut text = text.trim_start_matches('0').to_owned();
    if text.is_empty() {
        return None;
    }
    if text.len() > longest {
        // More groups than a road has: keep the first ones.
        let (short, used) = shorter(said, i, longest)?;
        text = short;
        len = used;
    }
    let mut end = i + len;
    let letter = match said.word(end) {
        "w" | "double" if text == "35" || text == "69" => "W",
        "e" if text == "35" || text == "69" => "E",
        "c" if text == "69" => "C",
        "h" if text == "2" => "H",
        _ => "",
    };
    if !letter.is_empty() {
        end += if said.is(end, &["double"]) {
            if said.is(end + 1, &["u", "you"]) { 2 } else { 1 }
        } else {
            1
        };
    }
    Some((format!("{class}-{text}{letter}"), end))
}

/// "i eighty five minutes out", "i sixty five two hours": the last word counts what follows it.
fn before_a_length(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    let (_, len) = digits(said, i)?;
    (1..len).rev().find_map(|n| {
        let first: Vec<&str> = (i..i + n).map(|j| said.word(j)).collect();
        let (text, _) = digits(&Said::new(&first.join(" ")), 0).filter(|(t, l)| *l == n && t.len() <= 3)?;
        let counts = cardinal(said, i + n).is_some_and(|(_, l)| n + l == len);
        counts.then(|| (format!("I-{text}"), i + n))
    })
}

/// The longest run of number words at `i` that gives at most `longest` digits.
fn shorter(said: &Said<'_>, i: usize, longest: usize) -> Option<(String, usize)> {
    let mut best = None;
    for n in 1..=4usize {
        let part = Said::new(&(i..i + n).map(|j| said.word(j)).collect::<Vec<_>>().join(" "))
            .tokens
            .len();
        if part == 0 {
            break;
        }
        let text: String = (i..i + n).map(|j| said.word(j)).collect::<Vec<_>>().join(" ");
        let small = Said::new(&text);
        if let Some((t, len)) = digits(&small, 0)
            && len == n
            && t.len() <= longest
        {
            best = Some((t, n));
        }
    }
    best
}

/// A road said as a bare number: "on 80", "the ten", "headed east on eighty", "75 south".
fn bare(said: &Said<'_>, i: usize, asked: Asked) -> Option<(String, usize)> {
    if said.is_taken(i..i + 1) {
        return None;
    }
    let side = said.is(i, &["of"]) && said.is(i.wrapping_sub(1), &["side", "shoulder", "lane", "lanes"]);
    // "exit sixteen b off two eighty five": the road of the exit.
    let on = side || said.is(i, &["on", "off", "along", "down", "up"]);
    let skip = if on {
        1 + usize::from(said.is(i + 1, &["the"]))
    } else {
        usize::from(said.is(i, &["the"]))
    };
    let (text, len) = digits(said, i + skip).filter(|(t, _)| t.len() <= 3 && !t.starts_with('0'))?;
    let end = i + skip + len;
    if said.is_taken(i..end) {
        return None;
    }
    let marked = said.is(end, &["mile"])
        && (said.is(end + 1, &["marker", "mark", "post"]) || is_number_word(said.word(end + 1)));
    // "down sixty five past bowling green"
    let passes = said.is(end, &["past"]) && town_at(said, end + 1).is_some();
    let next = if marked || passes {
        "marker"
    } else {
        said.word(end)
    };
    if matches!(
        next,
        "minutes"
            | "hours"
            | "hour"
            | "miles"
            | "mile"
            | "oclock"
            | "am"
            | "pm"
            | "degrees"
            | "percent"
            | "foot"
            | "pallets"
            | "more"
            | "and"
            | "point"
            | "days"
            | "guys"
            | "trucks"
            | "hundred"
            | "or"
            | "to"
            | "till"
            | "past"
            | "other"
            | "of"
    ) {
        return None;
    }
    let (direction, _) = direction_after(said, end);
    let placed = matches!(
        next,
        "near"
            | "by"
            | "around"
            | "at"
            | "in"
            | "outside"
            | "just"
            | "marker"
            | "exit"
            | "right"
            | "past"
            | "coming"
            | "about"
    );
    let last = end >= said.len() || said.clause(end) != said.clause(i);
    let fits = if on {
        (side || said.is(i, &["on", "along"]))
            && (!asked.door || direction.is_some())
            && (direction.is_some() || placed || last || asked.location)
            || direction.is_some()
            || passes && said.is(i, &["down", "up"])
            || said.is(i, &["off"]) && i > 0 && said.is_taken(i - 1..i) && (last || placed)
    } else if i > 0
        && said.clause(i) == said.clause(i - 1)
        && !said.is(
            i - 1,
            &[
                "westbound",
                "eastbound",
                "northbound",
                "southbound",
                "taking",
                "yeah",
                "okay",
                "uh",
            ],
        )
    {
        direction.is_some() && said.is(end, &["westbound", "eastbound", "northbound", "southbound"])
    } else {
        direction.is_some() && asked.location
            || skip == 1 && asked.location && placed && next != "in"
            || said.is(end, &["westbound", "eastbound", "northbound", "southbound"])
            || (i > 0 && said.is(i - 1, &["westbound", "eastbound", "northbound", "southbound"]))
    };
    fits.then(|| (format!("I-{text}"), end))
}
