//! Self-repair inside one utterance: "three no wait four", "not six, sixteen", "thirteen, not thirty".

mod denied;
mod marker;

use std::ops::Range;

use super::numbers::{cardinal, digits, is_number_word};
use super::pattern::pat;
use super::text::{Said, Token};

use denied::{contrast, denied_length, misheard};
pub(super) use marker::{between, markers, refused};

/// Puts the final number in the place of the one it corrects; the other words stay.
pub(super) fn apply(said: &mut Said<'_>) {
    // Each pass removes one repair; an utterance has few of them.
    for _ in 0..8 {
        let Some(tokens) = denied_length(said)
            .or_else(|| misheard(said))
            .or_else(|| contrast(said))
            .or_else(|| replaced_number(said))
        else {
            return;
        };
        said.tokens = tokens;
        said.refresh();
    }
}

/// The number at `i`, as it is said in any of the ways.
fn number_len(said: &Said<'_>, i: usize) -> Option<usize> {
    let grouped = digits(said, i).map(|(_, len)| len);
    let counted = cardinal(said, i).map(|(_, len)| len);
    grouped.into_iter().chain(counted).max()
}

fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "minutes"
            | "hour"
            | "hours"
            | "oclock"
            | "miles"
            | "mile"
            | "days"
            | "am"
            | "pm"
            | "degrees"
            | "hundred"
            | "point"
    )
}

/// The letter of an exit or a door, as it is heard.
fn is_letter(word: &str) -> bool {
    word.len() == 1 && word.bytes().all(|b| (b'a'..=b'f').contains(&b))
        || matches!(
            word,
            "bee" | "be" | "see" | "sea" | "dee" | "alpha" | "bravo" | "charlie" | "delta"
        )
}

/// What the unit behind a number measures.
fn kind_of_unit(said: &Said<'_>, end: usize) -> Option<u8> {
    let at = end + usize::from(said.is(end, &["more", "good", "odd"]));
    match said.word(at) {
        "minutes" | "hour" | "hours" | "oclock" | "days" | "am" | "pm" => Some(0),
        "miles" | "mile" => Some(1),
        "degrees" => Some(2),
        "pallets" | "percent" | "pounds" | "dollars" => Some(3),
        _ => None,
    }
}

/// "three no wait four", "thirty minutes well more like fifty", "one oh four scratch that one fourteen".
fn replaced_number(said: &Said<'_>) -> Option<Vec<Token>> {
    for marker in markers(said).into_iter().chain(bare_no(said)) {
        let mut right = marker.end;
        while said.is(
            right,
            &[
                "at",
                "about",
                "like",
                "more",
                "around",
                "probably",
                "that",
                "is",
                "it",
                "it's",
                "to",
                "the",
                "this",
                "sign",
                "post",
                "marker",
                "says",
                "said",
                "reads",
                "now",
                "paper",
                "paperwork",
                "slip",
                "sheet",
                "ticket",
                "board",
                "screen",
            ],
        ) || said.is(right, &["i", "we"])
            && said.is(right + 1, &["am", "are"])
            && said.is(right + 2, &["at"])
            || said.is(right, &["am", "are"]) && said.is(right + 1, &["at"])
        {
            right += 1;
        }
        // "no wait i'm on 24", "i mean door 21", "actually 80": whoever names the thing again is read as a later mention.
        let Some(right_len) = number_len(said, right) else {
            continue;
        };
        let right_end = right + right_len;
        // "six no sixteen six is the fella beside me": what is spoken of again is the old number.
        let right_end = last_number_before(said, marker.start)
            .filter(|old| {
                let again = right_end.saturating_sub(old.len());
                again > right
                    && said.is(right_end, &["is", "was"])
                    && old
                        .clone()
                        .zip(again..)
                        .all(|(a, b)| said.word(a) == said.word(b))
            })
            .map_or(right_end, |old| right_end - old.len());
        // "a hundred miles, call it two hours": another thing, and no better number.
        let left_end = last_number_before(said, marker.start).map(|l| l.end);
        let kinds = (
            left_end.and_then(|end| kind_of_unit(said, end)),
            kind_of_unit(said, right_end),
        );
        if let (Some(old), Some(new)) = kinds
            && old != new
        {
            continue;
        }
        // "two hundred miles so call it six fifteen": a verdict of the arrival, and no better distance.
        if said.is(marker.start, &["call", "so"]) && matches!(kinds, (Some(1..), None)) {
            continue;
        }
        // "more like an hour" has its own reading.
        let Some(left) = last_number_before(said, marker.start) else {
            continue;
        };
        // "an hour behind, call it four": how late he is stands, and the verdict is of the arrival.
        let lateness = said.is(marker.start, &["call", "make"])
            && (left.end..marker.start).any(|i| {
                said.is(
                    i,
                    &[
                        "behind", "late", "down", "back", "lane", "lanes", "stops", "trucks",
                    ],
                )
            });
        // "on seventy five at tifton, call it eight": a road's number is no hour he names anew.
        let named = said.is(marker.start, &["call"])
            && said.is(
                left.start.wrapping_sub(1),
                &[
                    "on",
                    "i",
                    "interstate",
                    "exit",
                    "mile",
                    "marker",
                    "highway",
                    "route",
                    "us",
                    "off",
                    "the",
                    "door",
                ],
            );
        // "the other driver's there at four, i'm more like five": each has his own.
        let own = !said.is(
            marker.start,
            &["no", "nope", "nah", "wait", "sorry", "scratch", "actually"],
        ) && pat!("i|we am|are")
            .all_within(said, left.end..marker.start)
            .next()
            .is_some()
            && pat!("he|she|they|driver|drivers|truck|trucks|guy|partner")
                .all_within(said, 0..left.start)
                .next()
                .is_some();
        let apart = lateness
            || own
            || named
            || left.end + 3 < marker.start
            || (left.end..marker.start).any(|i| said.is(i, &["but", "and", "because"]));
        if apart {
            continue;
        }
        // "ain't gonna see four, more like five": the denial goes with what it denies.
        let denial = (left.start.saturating_sub(5)..left.start)
            .rev()
            .find(|&j| said.is(j, &["not", "never"]))
            .filter(|&j| {
                said.is(marker.start, &["more", "closer", "probably"])
                    && said.clause(j) == said.clause(left.start)
            });
        let mut tokens = said.tokens[..denial.unwrap_or(left.start)].to_vec();
        if let Some(denial) = denial {
            tokens.extend_from_slice(&said.tokens[denial + 1..left.start]);
        }
        tokens.extend_from_slice(&said.tokens[right..right_end]);
        let own_unit = is_unit(said.word(right_end)) || said.is(right_end, &["and"]);
        if !own_unit {
            // The unit and the little words after the left number stay, the marker goes.
            tokens.extend_from_slice(&said.tokens[left.end..marker.start]);
        }
        let rest = tokens.len();
        tokens.extend_from_slice(&said.tokens[right_end..]);
        if right_end < right + right_len {
            "that".clone_into(&mut tokens[rest].word);
        }
        return Some(tokens);
    }
    None
}

/// "sixty no sixteen": a no between two numbers.
fn bare_no(said: &Said<'_>) -> Vec<Range<usize>> {
    (1..said.len())
        .filter(|&i| said.is(i, &["no", "nope", "nah", "something"]))
        .filter(|&i| {
            // "the one ninety nine no the ninety nine"
            let the = i + 1 + usize::from(said.is(i + 1, &["the"]) && !said.is(i, &["something"]));
            // "eighteen no the paper says eighty"
            let read = said.is(the + 1, &["says", "said", "reads", "shows"])
                && !said.is(the, &["he", "she", "they"]);
            let next = the + if read { 2 } else { 0 };
            is_number_word(said.word(next)) && (is_number_word(said.word(i - 1)) || is_unit(said.word(i - 1)))
        })
        .map(|i| i..i + 1)
        .collect()
}

fn last_number_before(said: &Said<'_>, end: usize) -> Option<Range<usize>> {
    let last = (0..end).rev().find(|&i| is_number_word(said.word(i)))?;
    let mut start = last;
    while start > 0 && (is_number_word(said.word(start - 1)) || (said.is(start - 1, &["point"]))) {
        start -= 1;
    }
    // Names of roads keep their number apart from what follows: "i eighty ...".
    Some(start..last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> String {
        let mut said = Said::new(text);
        apply(&mut said);
        said.to_text()
    }

    #[test]
    fn the_final_number_stands() {
        for (text, left) in [
            ("three no wait four", "four"),
            ("three oclock no wait make that four", "four oclock"),
            ("thirty minutes well more like fifty", "fifty minutes"),
            ("thirty minutes no sorry two hours", "two hours"),
            (
                "mile marker one oh four scratch that one fourteen",
                "mile marker one fourteen",
            ),
            ("not six, sixteen", "sixteen"),
            ("it's door nineteen not nine", "it is door nineteen"),
            ("i said thirteen, not thirty", "i said thirteen"),
            ("no it's sixteen not six", "no it is sixteen"),
            ("four thirty actually five fifteen", "five fifteen"),
        ] {
            assert_eq!(repaired(text), left, "{text}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in [
            "i am not on detention",
            "no i am fine",
            "door twelve i mean door twenty one",
            "not yet two hours",
        ] {
            assert_eq!(repaired(text), text);
        }
    }
}
