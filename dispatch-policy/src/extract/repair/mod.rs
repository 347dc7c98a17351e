//! Self-repair inside one utterance: "three no wait four", "not six, sixteen", "thirteen, not thirty".

mod marker;

use std::ops::Range;

use super::numbers::{cardinal, digits, is_number_word};
use super::pattern::pat;
use super::text::{Said, Token};

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

/// "not an hour more like two": the number that stands takes the unit of the one denied.
fn denied_length(said: &Said<'_>) -> Option<Vec<Token>> {
    let denied = pat!(
        "not a|an|one|two|three|four|five|six hours|hour|minutes but? it? is? more|closer like|to about|maybe|probably?"
    );
    let found = denied.find(said)?;
    let unit = found
        .clone()
        .find(|&i| said.is(i, &["hour", "hours", "minutes"]))?;
    let len = number_len(said, found.end)?;
    let end = found.end + len;
    if is_unit(said.word(end))
        || said.is(end, &["and", "or", "to", "thirty"])
        || said.is_taken(found.end..end)
    {
        return None;
    }
    // "not an hour more like forty five" are minutes: nobody drives that many hours.
    let (n, counted) = cardinal(said, found.end)?;
    if n > 12.0 || counted != len {
        return None;
    }
    let mut tokens = said.tokens[..found.start].to_vec();
    tokens.extend_from_slice(&said.tokens[found.end..end]);
    let mut word = said.word(unit).to_owned();
    if word == "hour" && n > 1.0 {
        word = "hours".to_owned();
    }
    tokens.push(Token {
        word,
        ..said.tokens[end - 1].clone()
    });
    tokens.extend_from_slice(&said.tokens[end..]);
    Some(tokens)
}

/// "you heard fifteen, i said two fifty": what the other understood goes.
fn misheard(said: &Said<'_>) -> Option<Vec<Token>> {
    let heard = pat!(
        "you|they|it heard|got|put|have|had|wrote|said|took|typed|understood|thought me|it|that|down|as|at|? #"
    );
    let said_it = pat!("but? i|we said|meant|mean|told|say you|it|was|is|? #");
    let old = heard.find(said)?;
    let new = said_it
        .all_within(said, old.end..(old.end + 4).min(said.len()))
        .next()?;
    let first = old.clone().find(|&i| is_number_word(said.word(i)))?;
    let second = new.clone().find(|&i| is_number_word(said.word(i)))?;
    let mut tokens = said.tokens[..first].to_vec();
    tokens.extend_from_slice(&said.tokens[second..]);
    Some(tokens)
}

/// "not six, sixteen", "nineteen not nine", "it's sixteen, not six": the denied number goes.
fn contrast(said: &Said<'_>) -> Option<Vec<Token>> {
    let not = pat!("not|instead of? the? door|dock|bay|exit|mile|marker|at?");
    for found in not.find_all(said) {
        if said.word(found.start) == "instead" && !said.is(found.start + 1, &["of"]) {
            continue;
        }
        let Some(len) = number_len(said, found.end) else {
            continue;
        };
        let mut end = found.end + len;
        // "one eighteen b not one eighty"
        let lettered = found.start > 1
            && is_letter(said.word(found.start - 1))
            && is_number_word(said.word(found.start - 2));
        let before = found.start > 0
            && (is_number_word(said.word(found.start - 1))
                || is_unit(said.word(found.start - 1))
                || lettered);
        let mut next = end;
        while said.is(
            next,
            &[
                "but", "it", "is", "make", "that", "more", "like", "i", "said", "at", "door", "dock", "exit",
                "marker", "mile",
            ],
        ) {
            next += 1;
        }
        let after = number_len(said, next).is_some()
            || is_unit(said.word(end)) && number_len(said, end + 1).is_some();
        if !before && !after {
            continue;
        }
        // "not two hours three hours"
        let unit_then_number = is_unit(said.word(end)) && number_len(said, end + 1).is_some();
        if before && is_unit(said.word(end)) || !before && unit_then_number {
            end += 1;
        }
        // "not six, sixteen": two numbers side by side need the comma to part them; without one the longer
        // reading has run them together.
        // "on eighty four no not eighty four i eighty six": what he denies he had said himself.
        let same = |k: usize| (0..len).all(|d| said.word(k + d) == said.word(found.end + d));
        let from = (found.start.saturating_sub(6)..found.start.saturating_sub(len))
            .find(|&k| after && !before && same(k))
            .unwrap_or(found.start);
        let mut tokens = said.tokens[..from].to_vec();
        tokens.extend_from_slice(&said.tokens[end..]);
        return Some(tokens);
    }
    // "not six sixteen" without a comma.
    for found in pat!("not #").find_all(said) {
        let first = found.start + 1;
        if let Some((_, len)) = cardinal(said, first)
            && first + len < found.end
            && cardinal(said, first + len).is_some_and(|(_, l)| first + len + l == found.end)
            && !said.before(found.start, 1).is_empty()
        {
            let mut tokens = said.tokens[..found.start].to_vec();
            tokens.extend_from_slice(&said.tokens[first + len..]);
            return Some(tokens);
        }
        if let Some((_, len)) = cardinal(said, first)
            && first + len < found.end
            && found.start == 0
        {
            return Some(said.tokens[first + len..].to_vec());
        }
    }
    None
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
