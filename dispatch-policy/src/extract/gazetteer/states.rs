//! States, provinces and their postal codes, by name, by code and in letters.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::extract::text::Said;
use crate::extract::text::mark::ByWord;

/// States, provinces and their postal codes.
const STATES: &[(&str, &str)] = &[
    ("alabama", "AL"),
    ("alaska", "AK"),
    ("arizona", "AZ"),
    ("arkansas", "AR"),
    ("california", "CA"),
    ("colorado", "CO"),
    ("connecticut", "CT"),
    ("delaware", "DE"),
    ("florida", "FL"),
    ("georgia", "GA"),
    ("hawaii", "HI"),
    ("idaho", "ID"),
    ("illinois", "IL"),
    ("indiana", "IN"),
    ("iowa", "IA"),
    ("kansas", "KS"),
    ("kentucky", "KY"),
    ("louisiana", "LA"),
    ("maine", "ME"),
    ("maryland", "MD"),
    ("massachusetts", "MA"),
    ("michigan", "MI"),
    ("minnesota", "MN"),
    ("mississippi", "MS"),
    ("missouri", "MO"),
    ("montana", "MT"),
    ("nebraska", "NE"),
    ("nevada", "NV"),
    ("new hampshire", "NH"),
    ("new jersey", "NJ"),
    ("new mexico", "NM"),
    ("new york", "NY"),
    ("north carolina", "NC"),
    ("north dakota", "ND"),
    ("ohio", "OH"),
    ("oklahoma", "OK"),
    ("oregon", "OR"),
    ("pennsylvania", "PA"),
    ("rhode island", "RI"),
    ("south carolina", "SC"),
    ("south dakota", "SD"),
    ("tennessee", "TN"),
    ("texas", "TX"),
    ("utah", "UT"),
    ("vermont", "VT"),
    ("virginia", "VA"),
    ("washington", "WA"),
    ("west virginia", "WV"),
    ("wisconsin", "WI"),
    ("wyoming", "WY"),
    ("d c", "DC"),
    ("dc", "DC"),
    ("ontario", "ON"),
    ("quebec", "QC"),
    ("alberta", "AB"),
    ("british columbia", "BC"),
    ("manitoba", "MB"),
    ("saskatchewan", "SK"),
    ("new brunswick", "NB"),
    ("nova scotia", "NS"),
    ("penn", "PA"),
    ("newfoundland", "NL"),
    ("prince edward island", "PE"),
    ("yukon", "YT"),
    ("northwest territories", "NT"),
    ("nunavut", "NU"),
    ("mexico", "MX"),
];

/// By the first word: what follows it, and the code.
type ByFirst = HashMap<&'static str, Vec<(&'static str, &'static str)>, ByWord>;

static BY_FIRST: LazyLock<ByFirst> = LazyLock::new(|| {
    let mut states = ByFirst::default();
    for (name, code) in STATES {
        let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
        states.entry(first).or_default().push((rest, *code));
    }
    states
});

/// Postal codes that are also everyday words: only after a town, at the end of what is said.
const WORDLIKE_CODES: &[&str] = &[
    "in", "on", "or", "me", "okay", "hi", "oh", "la", "pa", "ma", "id", "de", "co", "al", "mi", "mo", "as",
];

/// Those of them that a sentence is built with: after a town nobody knows they are no state at all.
const FUNCTION_WORDS: &[&str] = &["in", "on", "or", "me", "okay", "hi", "oh"];

/// A state's name at `i`, and its length in tokens.
pub(in crate::extract) fn state_at(said: &Said<'_>, i: usize) -> Option<(&'static str, usize)> {
    let states = BY_FIRST.get(said.word(i))?;
    let code = |second: &str| {
        let mut all = states.iter();
        all.find(|(rest, _)| *rest == second).map(|(_, code)| *code)
    };
    let second = said.word(i + 1);
    let two = code(second).filter(|_| !second.is_empty());
    two.map(|c| (c, 2)).or_else(|| code("").map(|c| (c, 1)))
}

/// A state after a town: its name, its code, or the code in letters ("t x"). `states` are those known to have the
/// town; of a town that is not in the list nothing is known.
pub(in crate::extract) fn state_after_town(
    said: &Said<'_>,
    i: usize,
    states: Option<&str>,
) -> Option<(&'static str, usize)> {
    if let Some(found) = state_at(said, i) {
        return Some(found);
    }
    let known = |code: &str| states.map(|all| all.split(' ').any(|one| one == code));
    let w = said.word(i);
    if w.len() == 2 || w == "okay" {
        let code = code(if w == "okay" { "ok" } else { w })?;
        let last = i + 1 >= said.len() || said.tokens[i + 1].stop;
        let counts = if is_shouted(said, i) || !WORDLIKE_CODES.contains(&w) {
            true
        } else {
            // "tulsa ok", "gary in": at the end, and no other state's town.
            last && known(code).unwrap_or(!FUNCTION_WORDS.contains(&w))
        };
        return counts.then_some((code, 1));
    }
    if w.len() == 1 && said.word(i + 1).len() == 1 {
        let code = code(&format!("{w}{}", said.word(i + 1)))?;
        // "gary i n": but "i" is a word, and a road.
        return (w != "i" || known(code) == Some(true)).then_some((code, 2));
    }
    None
}

/// A postal code that means nothing else: "tx", "va", and "pa", which drivers say.
pub(in crate::extract) fn code_alone(word: &str) -> Option<&'static str> {
    (word.len() == 2 && (word == "pa" || !WORDLIKE_CODES.contains(&word)))
        .then(|| code(word))
        .flatten()
}

fn code(letters: &str) -> Option<&'static str> {
    STATES
        .iter()
        .map(|(_, code)| *code)
        .find(|code| code.eq_ignore_ascii_case(letters))
}

/// Written in capitals.
fn is_shouted(said: &Said<'_>, i: usize) -> bool {
    said.tokens
        .get(i)
        .is_some_and(|t| t.word.len() == 2 && said.raw[t.start..t.end] == *t.word.to_uppercase())
}

/// All postal codes.
#[cfg(test)]
pub(super) fn codes() -> Vec<&'static str> {
    STATES.iter().map(|(_, code)| *code).collect()
}
