//! Mile markers and exits.

use std::ops::Range;

use crate::extract::duration::and_fraction;
use crate::extract::numbers::{cardinal, digits, digits_before_a_count, grouped, is_number_word};
use crate::extract::text::Said;

use super::bare::is_opening;

/// Mile markers, as they are said and as they are misheard.
pub(super) fn mile_markers(said: &Said<'_>, asked: bool) -> Vec<(f64, Range<usize>)> {
    let mut found: Vec<(f64, Range<usize>)> = Vec::new();
    for i in 0..said.len() {
        if found.iter().any(|(_, r)| r.contains(&i)) {
            continue;
        }
        let Some(end) = noun_at(said, i, asked) else {
            continue;
        };
        let number =
            end + usize::from(
                said.is(end, &["is"]) && said.is(end + 1, &["showing", "reading", "saying", "number"]),
            ) + usize::from(
                said.is(end, &["is"]) && said.is(end + 1, &["showing", "reading", "saying", "number"]),
            );
        let number = number
            + usize::from(said.is(
                number,
                &[
                    "number", "says", "said", "showing", "reads", "read", "shows", "her", "with", "marked",
                    "numbered",
                ],
            ))
            + usize::from(said.is(number, &["is"]));
        // "the marker it's sixty four"
        let number = number
            + if said.is(number, &["it"]) && said.is(number + 1, &["is", "was", "says"]) {
                2
            } else {
                0
            };
        let number = number
            + usize::from(said.is(
                number,
                &["at", "about", "around", "like", "of", "is", "maybe", "roughly"],
            ));
        // "one sixty eight mile marker of sixty five": the number before it, and the road after.
        let of_the_road = said.is(end, &["of", "on"]) && end > i + 1 && number_ending_at(said, i).is_some();
        // "at the two eighty marker, about fifteen behind": the number with its article is before it.
        let apart = number_ending_at(said, i).is_some_and(|(_, start)| {
            said.is(start.wrapping_sub(1), &["the"]) && !said.is(start.wrapping_sub(2), &["on"])
        });
        // "mile two fourteen ninety minutes out": the marker, and how long it is from there.
        let short = || {
            let (text, len) = digits_before_a_count(said, number)?;
            Some((text.parse::<f64>().ok()?, len)).filter(|(v, _)| *v < 1000.0)
        };
        if let Some((value, len)) = short().filter(|_| !of_the_road && !apart) {
            found.push((value, i..number + len));
            continue;
        }
        if let Some((value, len)) = grouped(said, number).filter(|_| !of_the_road && !apart) {
            if value < 1000.0 && !said.is(number + len, &["miles", "minutes", "hours", "oclock"]) {
                let (part, more) = and_fraction(said, number + len).unwrap_or((0.0, 0));
                found.push((value + part, i..number + len + more));
            }
            continue;
        }
        // "the two twelve yardstick", "at the 99 mile marker"
        if let Some((value, start)) = number_ending_at(said, i)
            && value < 1000.0
            && (end > i + 1 || !said.is(i, &["mile"]))
        {
            found.push((value, start..end));
        }
    }
    if found.is_empty() && (asked || is_disputed(said, &["marker", "mile", "post"])) {
        found.extend(read_off(said).or_else(|| decimal(said)));
    }
    found
}

/// "the last one i seen was ninety eight point six": nothing else on a road is counted in tenths.
fn decimal(said: &Said<'_>) -> Option<(f64, Range<usize>)> {
    (0..said.len()).find_map(|i| {
        let (value, len) = grouped(said, i).filter(|(v, _)| v.fract() > 0.0 && *v < 1000.0)?;
        let counts = said.is(
            i + len,
            &[
                "miles", "mile", "hours", "hour", "minutes", "percent", "degrees", "million",
            ],
        );
        (!counts && !is_number_word(said.before(i, 1))).then_some((value, i..i + len))
    })
}

/// "marker's coming up, it says eighty nine": the number comes in a clause of its own.
fn read_off(said: &Said<'_>) -> Option<(f64, Range<usize>)> {
    let noun = (0..said.len()).find(|&i| noun_at(said, i, true).is_some())?;
    let (says, (value, len)) = (noun + 1..noun + 10)
        .filter(|&j| said.is(j, &["says", "reads", "said", "shows", "is"]))
        .find_map(|j| grouped(said, j + 1).filter(|(v, _)| *v < 1000.0).map(|n| (j, n)))?;
    let end = says + 1 + len;
    (!said.is(end, &["miles", "minutes", "hours", "oclock"])).then_some((value, says + 1..end))
}

/// Where the noun that names a marker at `i` ends.
fn noun_at(said: &Said<'_>, i: usize, asked: bool) -> Option<usize> {
    if said.is(i, &["mile", "mild", "miles", "smile", "mail", "my"]) && is_marker(said.word(i + 1)) {
        // "mile mark or sixty six"
        if said.is(i + 1, &["mark", "mar", "more"]) && said.is(i + 2, &["or", "her", "er", "car"]) {
            return Some(i + 3);
        }
        // "my marker" is one, "my mark" is none.
        return (!said.is(i, &["my"]) || said.is(i + 1, &["marker"])).then_some(i + 2);
    }
    if said.is(
        i,
        &[
            "mm",
            "milepost",
            "yardstick",
            "yardsticks",
            "marker",
            "milemarker",
            "milestone",
        ],
    ) {
        return Some(i + 1);
    }
    // "the little green post says": a sign by the road, when the place was asked for.
    if asked && said.is(i, &["post", "stick", "sign"]) && said.is(i + 1, &["says", "reads", "said", "shows"])
    {
        let decimal = grouped(said, i + 2).is_some_and(|(v, _)| v.fract() > 0.0);
        let green = said.is(i.wrapping_sub(1), &["green", "mile", "little"]);
        let post = !said.is(i, &["sign"]) && said.is(i.wrapping_sub(1), &["the", "this", "that"]);
        return (decimal || green || post).then_some(i + 1);
    }
    // "mile one eighty", not "one mile to go".
    (said.is(i, &["mile"]) && !said.is(i.wrapping_sub(1), &["one", "a", "half", "per"])).then_some(i + 1)
}

/// "marker" and what a recogniser makes of it after "mile": words within two letters of it.
fn is_marker(word: &str) -> bool {
    matches!(word, "post" | "mark" | "marks" | "stick" | "sign" | "board")
        || word.len() >= 4
            && word.starts_with(['m', 'b', 'p'])
            && !matches!(
                word,
                "parked" | "barely" | "more" | "make" | "made" | "back" | "master"
            )
            && distance(word.as_bytes(), b"marker") <= 2
}

/// Letters to change, add or leave out to make one word of the other.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut left = i + 1;
        for (j, y) in b.iter().enumerate() {
            let here = (row[j] + usize::from(x != y)).min(left + 1).min(row[j + 1] + 1);
            row[j] = left;
            left = here;
        }
        row[b.len()] = left;
    }
    row[b.len()]
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

/// "at the one oh four on i five", "one forty three on i eighty one": before its road, the number is its marker.
pub(super) fn marker_before_the_road(
    said: &Said<'_>,
    road: usize,
    asked: bool,
) -> Option<(f64, Range<usize>)> {
    let end = road - usize::from(road > 0 && said.is(road - 1, &["on", "of"]));
    if end == road && !said.is(road, &["on", "of"]) {
        return None;
    }
    let (value, start) = number_ending_at(said, end)?;
    let near = |i: usize| said.is(i, &["at", "by", "around", "near", "about", "past", "passing"]);
    let the = said.is(start.wrapping_sub(1), &["the"]) && near(start.wrapping_sub(2));
    // In answer to the question the number needs no article.
    let opens = asked && value > 12.0 && (near(start.wrapping_sub(1)) || is_opening(said, start));
    let led = the || opens;
    (led && value < 1000.0 && !said.is_taken(start..end)).then_some((value, start..end))
}

/// The number whose last token stands right before `end`.
fn number_ending_at(said: &Said<'_>, end: usize) -> Option<(f64, usize)> {
    (end.saturating_sub(6)..end).find_map(|s| {
        grouped(said, s)
            .filter(|(_, len)| s + len == end)
            .map(|(v, _)| (v, s))
    })
}

/// Exits with their letters: "exit sixteen alpha", "the one eleven b exit".
pub(super) fn exits(said: &Said<'_>) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for i in 0..said.len() {
        if !said.is(i, &["exit", "exits", "offramp"]) {
            continue;
        }
        // "exit number", "the exit it is", "the exit should be"
        let start = (i + 1..i + 4)
            .find(|&j| !said.is(j, &["number", "is", "it", "should", "be", "was"]))
            .unwrap_or(i + 4);
        let hundred = || {
            let (n, len) =
                cardinal(said, start).filter(|(n, _)| said.is(start, &["a"]) && n.fract() == 0.0)?;
            Some((n.to_string(), len))
        };
        if let Some((text, len)) = digits_before_a_count(said, start)
            .or_else(|| digits(said, start))
            .or_else(hundred)
        {
            let (letter, more) = exit_letter(said, start + len);
            found.push((format!("{text}{letter}"), i..start + len + more));
        } else if let Some((value, from, letter)) =
            // "the next two exits" are counted.
            number_before_exit(said, i).filter(|_| !said.is(i, &["exits"]))
        {
            found.push((format!("{value}{letter}"), from..i + 1));
        }
    }
    if found.is_empty() {
        found.extend(exit_told_after(said));
    }
    found
}

/// "all but the marker", "the exit's wrong": one of these nouns is what is not right in the read-back.
fn is_disputed(said: &Said<'_>, nouns: &[&str]) -> bool {
    (0..said.len()).filter(|&i| said.is(i, nouns)).any(|noun| {
        (noun.saturating_sub(4)..noun)
            .any(|j| said.is(j, &["but", "except", "wrong", "not", "fix", "change", "correct"]))
            || said.is(noun + 1, &["is", "was"]) && said.is(noun + 2, &["wrong", "off", "not"])
    })
}

/// "everything but the exit, it's one eighteen bee": the number comes in a clause of its own.
fn exit_told_after(said: &Said<'_>) -> Option<(String, Range<usize>)> {
    let noun = (0..said.len()).find(|&i| said.is(i, &["exit"]))?;
    let disputed = is_disputed(said, &["exit"])
        || said.is(
            noun.wrapping_sub(1),
            &["last", "next", "nearest", "closest", "the"],
        ) && said.is(noun + 1, &["i", "was", "is"]);
    let says = (noun + 1..noun + 8)
        .find(|&j| said.is(j, &["is", "says", "was", "reads"]) && digits(said, j + 1).is_some())?;
    let (text, len) = digits(said, says + 1)?;
    let (letter, more) = exit_letter(said, says + 1 + len);
    (disputed || !letter.is_empty()).then(|| (format!("{text}{letter}"), says + 1..says + 1 + len + more))
}

/// "two sixty four exit", "the sixteen a exit": the number, where it begins, its letter.
fn number_before_exit(said: &Said<'_>, exit: usize) -> Option<(f64, usize, &'static str)> {
    let whole = |end: usize| number_ending_at(said, end).filter(|(v, _)| v.fract() == 0.0);
    if let Some((value, from)) = whole(exit) {
        return Some((value, from, ""));
    }
    let letter = exit.checked_sub(1)?;
    let (name, _) = letter_at(said, letter)?;
    whole(letter).map(|(value, from)| (value, from, name))
}

/// A letter by itself or by its name on the radio, and whether it is a word of its own too.
fn letter_at(said: &Said<'_>, i: usize) -> Option<(&'static str, bool)> {
    Some(match said.word(i) {
        "a" => ("A", true),
        "alpha" | "alfa" | "adam" => ("A", false),
        "b" | "bravo" | "bee" | "boy" => ("B", false),
        "be" => ("B", true),
        "c" | "charlie" => ("C", false),
        "see" | "sea" => ("C", true),
        "d" | "delta" | "dee" => ("D", false),
        "e" | "echo" => ("E", false),
        "f" | "foxtrot" => ("F", false),
        "g" | "golf" => ("G", false),
        "h" | "hotel" => ("H", false),
        _ => return None,
    })
}

/// The letter after an exit's number, with "like in boy" behind it.
fn exit_letter(said: &Said<'_>, i: usize) -> (&'static str, usize) {
    let Some((letter, word)) = letter_at(said, i) else {
        return ("", 0);
    };
    let ends = i + 1 >= said.len()
        || said.clause(i + 1) != said.clause(i)
        || said.is(
            i + 1,
            &[
                "on", "off", "in", "by", "near", "at", "right", "now", "and", "just", "as", "like", "for",
                "coming", "headed", "heading", "going", "there", "not", "be", "should", "about", "another",
                "with",
            ],
        );
    // "exit 23 a i 95"
    let road = said.is(i + 1, &["i", "us", "interstate", "highway", "state"]);
    if word && !ends && !road {
        return ("", 0);
    }
    let named = usize::from(said.is(i + 1, &["as", "like", "for"])) + usize::from(said.is(i + 2, &["in"]));
    let spelled = named > 0 && said.word(i + 1 + named).starts_with(&letter.to_lowercase());
    (letter, if spelled { named + 2 } else { 1 })
}
