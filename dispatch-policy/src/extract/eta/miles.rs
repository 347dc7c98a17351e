//! How far it is still.

use crate::extract::gazetteer::town_at;
use crate::extract::numbers::{cardinal, grouped, is_number_word};
use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::facts::{Facts, Found};

/// Words between the number and its miles: "sixty more miles", "ninety some odd miles".
const BETWEEN: &[&str] = &[
    "more",
    "some",
    "odd",
    "good",
    "or",
    "so",
    "solid",
    "long",
    "extra",
    "country",
    "highway",
    "road",
    "lousy",
    "something",
    "ish",
    "plus",
];

/// "sixty miles left", "two hundred to go": a distance.
pub(super) fn miles_left(said: &mut Said<'_>, asked: bool, facts: &mut Facts) {
    for i in 0..said.len() {
        // A number goes on, unless the one before is taken already or a new article begins: "my thirty, a hundred miles".
        let goes_on =
            i > 0 && is_number_word(said.word(i - 1)) && !said.is_taken(i - 1..i) && !said.is(i, &["a"]);
        if said.is_taken(i..i + 1) || goes_on {
            continue;
        }
        let Some((n, end)) = distance(said, i) else {
            continue;
        };
        if is_left(said, i, end, asked) {
            facts.remaining_miles = Some(Found {
                value: n,
                words: said.words(i..end),
                rule: "miles to go".to_owned(),
            });
        }
        said.take(i..end);
    }
}

/// A number of miles at `i`, and where its words end.
fn distance(said: &Said<'_>, i: usize) -> Option<(f64, usize)> {
    [grouped(said, i), cardinal(said, i)]
        .into_iter()
        .flatten()
        .find_map(|(n, len)| {
            let mut end = i + len;
            while end < i + len + 3 && said.is(end, BETWEEN) {
                end += 1;
            }
            // "two sixty to go": more than the minutes of any trip.
            let bare = n >= 100.0 && said.is(end, &["to"]) && said.is(end + 1, &["go"]);
            let town = n > 12.0
                && said.is(end, &["left"])
                && said.is(end + 1, &["to"])
                && town_at(said, end + 2).is_some();
            if bare || town {
                return Some((n, end));
            }
            said.is(end, &["miles", "mile", "milers"]).then_some((n, end + 1))
        })
}

/// Whether the miles from `i` to `end` are those to the receiver.
fn is_left(said: &Said<'_>, i: usize, end: usize, asked: bool) -> bool {
    let clause = said.clause_range(i);
    let more = (i..end).any(|j| said.is(j, &["more"]));
    let town_follows = said.is(end, &["from", "out"])
        && town_at(said, end + 1 + usize::from(said.is(end + 1, &["of"]))).is_some();
    let left = pat!("more? yet|left|out|away|to|till|until|more|remaining|from go|there|here|it|the|destination|delivery|receiver|me?")
        .at(said, end)
        .is_some()
        && !town_follows;
    let left = left
        && !(said.is(end, &["from"])
            && (end + 1..end + 3).any(|j| said.is(j, &["home", "house", "terminal", "base"])));
    let have =
        pat!("have|got|show|shows|showing|still|another|only|leaves about|like|maybe|just|only|got|left|me?");
    let led = (clause.start..i).any(|s| have.at(said, s).is_some_and(|e| e == i))
        || more
        || said.is(end, &["so"])
            && pat!("it is like|about|another|still?")
                .find_all(said)
                .iter()
                .any(|r| r.end == i)
        || (asked
            && (clause.start == i
                || (clause.start..i)
                    .all(|j| said.is(j, &["and", "so", "about", "like", "plus", "just", "still"]))
                || pat!("it is|was like|about|around|roughly|another|still?")
                    .find_all(said)
                    .iter()
                    .any(|r| r.end == i)));
    let relation = pat!(
        "north|south|east|west|northeast|northwest|southeast|southwest|due|straight|outside|from|past|of|inside|back|before|after|backup|short|behind|per|an|a|ago"
    )
    .at(said, end)
    .is_some();
    let out = said.is(end, &["out"]);
    if relation {
        return left && !out;
    }
    left && !out || led || out && !said.is(end + 1, &["of"])
}
