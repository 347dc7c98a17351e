//! Directions of travel.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::text::Said;

pub(super) fn compass(word: &str) -> Option<&'static str> {
    Some(match word {
        "north" | "northbound" => "N",
        "south" | "southbound" => "S",
        "east" | "eastbound" => "E",
        "west" | "westbound" => "W",
        _ => return None,
    })
}

/// "westbound", "west", "west bound" after a road; "west of" is a relation.
pub(super) fn direction_after(said: &Said<'_>, i: usize) -> (Option<String>, usize) {
    let skip = usize::from(said.is(i, &["headed", "heading", "going", "running", "rolling"]));
    // "i ninety five n"
    let letter = match said.word(i) {
        "n" => Some("N"),
        "s" => Some("S"),
        "e" => Some("E"),
        "w" => Some("W"),
        _ => None,
    };
    if let Some(d) = letter {
        return (Some(d.to_owned()), i + 1);
    }
    // "interstate eighty to the east", "in direction west"
    let skip = skip
        + pat!("to|toward|towards the")
            .at(said, i + skip)
            .or_else(|| pat!("in|to|toward the? direction|way of?").at(said, i + skip))
            .or_else(|| pat!("direction is|to|of? the?").at(said, i + skip))
            .map_or(0, |end| end - i - skip);
    let Some(d) = compass(said.word(i + skip)) else {
        return (None, i);
    };
    let bound = said.word(i + skip).ends_with("bound") || said.is(i + skip + 1, &["bound"]);
    if !bound
        && (said.is(i + skip + 1, &["of", "side"])
            || crate::extract::gazetteer::town_at(said, i + skip).is_some_and(|t| t.len > 1))
    {
        return (None, i);
    }
    (
        Some(d.to_owned()),
        i + skip + 1 + usize::from(said.is(i + skip + 1, &["bound"])),
    )
}

/// "westbound on i eighty", "headed east on 80", "north i twenty five".
pub(super) fn direction_before(said: &Said<'_>, i: usize) -> Option<String> {
    let mut j = i;
    while j > 0
        && said.is(
            j - 1,
            &["on", "the", "in", "along", "side", "of", "lanes", "lane"],
        )
    {
        j -= 1;
    }
    compass(said.before(j, 1)).map(str::to_owned)
}

/// A direction of travel anywhere: "westbound", "headed east", "going south".
pub(super) fn travel(said: &Said<'_>) -> Option<(String, Range<usize>)> {
    let verb = pat!(
        "headed|heading|going|running|traveling|travelling|rolling|moving|driving|bound|pointed back? to? the? due? @dir !of|side"
    );
    if let Some(found) = verb.find(said) {
        let at = found.end - 1;
        let town = crate::extract::gazetteer::town_at(said, at).is_some_and(|t| t.len > 1);
        if !town {
            return compass(said.word(at)).map(|d| (d.to_owned(), found));
        }
    }
    (0..said.len()).find_map(|i| {
        let w = said.word(i);
        let bound = w.ends_with("bound") || said.is(i + 1, &["bound"]);
        compass(w)
            .filter(|_| bound && (w.ends_with("bound") || !said.is(i + 1, &["side"])))
            .map(|d| (d.to_owned(), i..i + 1))
    })
}
