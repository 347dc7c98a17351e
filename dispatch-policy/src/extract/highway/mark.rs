//! Mile markers and exits.

use std::ops::Range;

use crate::extract::numbers::{digits, grouped};
use crate::extract::pattern::pat;
use crate::extract::text::Said;

pub(super) fn mile_markers(said: &Said<'_>) -> Vec<(f64, Range<usize>)> {
    let mut found = Vec::new();
    let before = pat!(
        "mile|mild|miles marker|markers|mark|maker|market|marcher|barker|post|mocker number|is|at|about|around|like|of?"
    );
    let short = pat!(
        "mm|milepost|yardstick|yardsticks|marker|milemarker number|is|about|around|says|said|showing|reads|at|like?"
    );
    let mile = pat!("mile number?");
    for i in 0..said.len() {
        let end = before.at(said, i).or_else(|| short.at(said, i)).or_else(|| {
            // "mile one eighty", not "one mile to go".
            mile.at(said, i)
                .filter(|_| !said.is(i.wrapping_sub(1), &["one", "a", "half", "per"]))
        });
        let Some(end) = end else { continue };
        if found.iter().any(|(_, r): &(f64, Range<usize>)| r.contains(&i)) {
            continue;
        }
        if let Some((value, len)) = grouped(said, end) {
            if value < 1000.0 && !said.is(end + len, &["miles", "minutes", "hours", "oclock"]) {
                found.push((value, i..end + len));
            }
            continue;
        }
        // "the two twelve yardstick", "at the 99 mile marker"
        if let Some((value, start)) = number_ending_at(said, i)
            && value < 1000.0
            && !said.is(i, &["mile"]) | said.is(i + 1, &["marker", "post", "mark", "maker", "market"])
        {
            found.push((value, start..end));
        }
    }
    found
}

/// "i forty at the two oh nine": after a road, the number is its marker.
pub(super) fn marker_of_the_road(said: &Said<'_>, road: usize) -> Option<(f64, Range<usize>)> {
    let road = road + usize::from(said.is(road, &["right", "just"]));
    if !(said.is(road, &["at", "by", "around", "near", "about", "past"]) && said.is(road + 1, &["the"])) {
        return None;
    }
    let (value, len) = grouped(said, road + 2).filter(|(v, _)| *v < 1000.0)?;
    let end = road + 2 + len;
    let other = said.is(
        end,
        &[
            "miles",
            "mile",
            "minutes",
            "hours",
            "oclock",
            "am",
            "pm",
            "exit",
            "junction",
            "split",
            "interchange",
            "loop",
        ],
    );
    (!other && !said.is_taken(road..end)).then_some((value, road..end))
}

/// The number whose last token stands right before `end`.
fn number_ending_at(said: &Said<'_>, end: usize) -> Option<(f64, usize)> {
    (end.saturating_sub(6)..end).find_map(|s| {
        grouped(said, s)
            .filter(|(_, len)| s + len == end)
            .map(|(v, _)| (v, s))
    })
}

pub(super) fn exits(said: &Said<'_>) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for i in 0..said.len() {
        if !said.is(i, &["exit", "exits", "offramp"]) {
            continue;
        }
        let start = i + 1 + usize::from(said.is(i + 1, &["number", "is"]));
        if let Some((text, len)) = digits(said, start) {
            let (letter, more) = exit_letter(said, start + len);
            found.push((format!("{text}{letter}"), i..start + len + more));
        } else if let Some((value, from)) = number_ending_at(said, i)
            && value.fract() == 0.0
        {
            found.push((format!("{value}"), from..i + 1));
        }
    }
    found
}

fn exit_letter(said: &Said<'_>, i: usize) -> (&'static str, usize) {
    let end = |n: usize| {
        i + n >= said.len()
            || said.clause(i + n) != said.clause(i)
            || matches!(
                said.word(i + n),
                "on" | "off" | "in" | "by" | "near" | "at" | "right" | "now" | "and" | "just"
            )
    };
    let letter = match said.word(i) {
        "a" | "alpha" | "alfa" => "A",
        "b" | "bravo" | "bee" | "be" => "B",
        "c" | "charlie" | "see" => "C",
        "d" | "delta" => "D",
        "e" | "echo" => "E",
        "f" | "foxtrot" => "F",
        _ => return ("", 0),
    };
    if end(1) { (letter, 1) } else { ("", 0) }
}
