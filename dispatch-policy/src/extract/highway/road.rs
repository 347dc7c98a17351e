//! Roads by class and number.

use std::ops::Range;

use crate::extract::gazetteer::{state_at, town_at};
use crate::extract::numbers::{cardinal, digits, digits_before_a_count};
use crate::extract::text::Said;

use super::Asked;
use super::bare::{bare, junction, stands_alone};

pub(super) fn highways(said: &Said<'_>, asked: Asked) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut i = 0;
    while i < said.len() {
        let hit = named(said, i, asked)
            .or_else(|| junction(said, i))
            .or_else(|| bare(said, i, asked));
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
fn named(said: &Said<'_>, i: usize, asked: Asked) -> Option<(String, usize)> {
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
        // "business eighty loop", "alternate us sixty nine": another line of the road of that number.
        // "by pass two sixty five", as a recogniser parts it.
        "by" | "bye" if said.is(i + 1, &["pass"]) => {
            return named(said, i + 2, asked).or_else(|| class("HWY", 2));
        }
        "business" | "alternate" | "alt" | "bypass" | "spur" | "provincial" | "old" => {
            return named(said, i + 1, asked).or_else(|| class("HWY", 1).filter(|_| w != "old"));
        }
        // "the big road ninety five", "freeway ten"
        "road" | "freeway" | "expressway" | "motorway" => {
            return class("HWY", 1).filter(|(_, end)| asked.location && stands_alone(said, i, *end));
        }
        // Kansas and Michigan letter theirs.
        "k" | "m" => return class("SR", 1).filter(|(_, end)| stands_alone(said, i, *end)),
        "highway" | "hwy" | "route" | "rt" | "rte" | "loop" | "beltway" | "autoroute" => {
            return class("HWY", 1 + usize::from(said.is(i + 1, &["number", "is"])));
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
    // "texas seventy one": no "in texas", no town's state.
    let of_a_town = (i.saturating_sub(3)..i).any(|j| town_at(said, j).is_some_and(|t| j + t.len == i));
    let place = said.is(
        i.wrapping_sub(1),
        &[
            "in", "into", "through", "across", "of", "to", "from", "near", "leaving", "entering",
        ],
    );
    class("SR", len).filter(|(_, end)| !of_a_town && !place && stands_alone(said, i, *end))
}

/// The number of a road at `i`, with the letter of a split interstate.
fn road_number(said: &Said<'_>, i: usize, class: &str) -> Option<(String, usize)> {
    let i = i + usize::from(said.is(i, &["the", "dash", "hyphen", "number"]));
    if said.is_taken(i..i + 1) {
        return None;
    }
    let (text, mut len) = digits(said, i).or_else(|| {
        let (n, len) = cardinal(said, i).filter(|(n, _)| said.is(i, &["a"]) && n.fract() == 0.0)?;
        Some((n.to_string(), len))
    })?;
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
    let (letter, more) = split_letter(said, &text, end);
    end += more;
    Some((format!("{class}-{text}{letter}"), end))
}

/// The letter of an interstate that runs in two lines, and how many words say it: "thirty five w", "double u".
pub(super) fn split_letter(said: &Said<'_>, number: &str, i: usize) -> (&'static str, usize) {
    let letter = match (number, said.word(i)) {
        // It runs north and south: "thirty five west" is the line, and no way of travel.
        ("35", "east" | "west") if said.is(i + 1, &["of", "side", "bound"]) => return ("", 0),
        ("35", "east") => "E",
        ("35", "west") => "W",
        ("35" | "69", "w" | "double") => "W",
        ("35" | "69", "e") => "E",
        ("69", "c") => "C",
        ("2", "h") => "H",
        _ => return ("", 0),
    };
    let double = said.is(i, &["double"]) && said.is(i + 1, &["u", "you"]);
    (letter, 1 + usize::from(double))
}

/// "i eighty five minutes out", "i sixty five two hours": the last word counts what follows it.
fn before_a_length(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    let (text, len) = digits_before_a_count(said, i).filter(|(text, _)| text.len() <= 3)?;
    Some((format!("I-{text}"), i + len))
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
