//! The running temperature of a refrigerated trailer.

use std::ops::Range;

use crate::facts::{Facts, Found};

use super::numbers::{cardinal, is_number_word};
use super::pattern::pat;
use super::text::Said;

/// Words right before a reading: "holding thirty four", "right on zero".
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "running", "at", "is", "showing", "shows", "reading", "reads", "says", "holding", "holds", "sitting", "around", "about",
    "down", "up", "to", "like", "pulp", "pulped", "pulping", "right", "pulling", "returning", "return", "hovering",
    "maintaining", "keeping", "of", "was", "cooling", "steady", "stays", "staying", "hit", "dropped", "climbed", "discharge",
];

/// Verbs of driving, after which "up eighty one" is a road.
const GOING: &[&str] = &[
    "heading", "headed", "going", "rolling", "coming", "driving", "cruising", "trucking", "moving", "back",
];

const UNITS: &[&str] = &[
    "minutes",
    "hours",
    "hour",
    "miles",
    "mile",
    "oclock",
    "pallets",
    "am",
    "pm",
    "thousand",
    "pounds",
    "foot",
    "percent",
    "westbound",
    "eastbound",
    "northbound",
    "southbound",
    "north",
    "south",
    "east",
    "west",
];

/// A number that may be a temperature.
struct Reading {
    fahrenheit: f64,
    span: Range<usize>,
    /// Where the machine was set, what is so many degrees, what it runs at.
    rank: u8,
}

/// Reads the running value, not the set point; consumes its words.
pub(super) fn read(said: &mut Said<'_>, facts: &mut Facts) {
    let topic = pat!(
        "reefer|reefers|temp|temps|temperature|refer|box|degrees|thermo|freezer|setpoint|fridge|set|unit|return|celsius|load|product|freight|cargo|produce point|air?"
    );
    // "she's holding at minus ten": the machine needs no name.
    if !topic.is_in(said) && !pat!("minus|negative").is_in(said) {
        return;
    }
    let named: Vec<usize> = topic.find_all(said).into_iter().map(|r| r.start).collect();
    let mut best: Option<Reading> = None;
    let mut i = 0;
    while i < said.len() {
        let Some(reading) = reading(said, i, &named) else {
            i += 1;
            continue;
        };
        i = reading.span.end;
        said.take(reading.span.clone());
        if best.as_ref().is_none_or(|old| reading.rank > old.rank) {
            best = Some(reading);
        }
    }
    if let Some(Reading { fahrenheit, span, .. }) = best.filter(|b| b.rank > 0) {
        facts.reefer_temp_f = Some(Found {
            value: fahrenheit,
            words: said.words(span),
            rule: "reefer temperature".to_owned(),
        });
    }
}

/// A temperature whose number begins at `i`; `named` are the places that speak of the machine.
fn reading(said: &Said<'_>, i: usize, named: &[usize]) -> Option<Reading> {
    if said.is_taken(i..i + 1) || is_number_word(said.before(i, 1)) {
        return None;
    }
    let (n, len) = cardinal(said, i).filter(|(n, _)| *n <= 120.0)?;
    let mut end = i + len;
    let signed = said.is(i.wrapping_sub(1), &["minus", "negative"]);
    let start = i - usize::from(signed);
    let degrees = said.is(end, &["degrees", "degree", "fahrenheit", "celsius", "below"]);
    let near = |s: &usize| *s < i && said.clause(*s) + 1 >= said.clause(i);
    let topic = named.iter().any(near);
    let led = signed
        || said.is(start.wrapping_sub(1), LEADS)
            && !(said.is(start.wrapping_sub(1), &["up", "down", "to"])
                && said.is(start.wrapping_sub(2), GOING))
        || said.is(start.wrapping_sub(2), &["right"]) && said.is(start.wrapping_sub(1), &["on"])
        || said.is(
            start.wrapping_sub(1),
            &["reefer", "temp", "temperature", "point", "setpoint"],
        );
    let kept = (1..=2).any(|back| said.is(start.wrapping_sub(back), KEEPS)) && signed;
    // "it's ten degrees out here": the weather.
    let outside = degrees && said.is(end + 1, &["out", "outside"]);
    if said.is(end, UNITS)
        || is_number_word(said.word(end))
        || outside
        || !(degrees || (topic || kept) && led)
    {
        return None;
    }
    let mut value = n;
    let mut below = signed;
    while said.is(end, &["degrees", "degree", "fahrenheit", "celsius", "below"]) {
        below |= said.is(end, &["below"]);
        if said.is(end, &["celsius"]) {
            value = if below { -value } else { value } * 9.0 / 5.0 + 32.0;
            below = false;
        }
        end += 1;
    }
    // The nearest word that speaks of the machine says which of its numbers this is.
    let said_of = (i.saturating_sub(4)..i)
        .rev()
        .take_while(|&s| said.clause(s) == said.clause(i))
        .find(|&s| said.is(s, SETS) || said.is(s, RUNS));
    let rank = match said_of {
        Some(s) if said.is(s, SETS) => 0,
        // "was at fifty this morning"
        _ if (said.clause_range(i).start..i).any(|s| said.is(s, &["was", "were", "had"])) => 1,
        Some(_) => 3,
        None => 1 + u8::from(topic),
    };
    Some(Reading {
        fahrenheit: if below { -value } else { value },
        span: start..end,
        rank,
    })
}

/// What is done with a temperature, and with little else that is below zero.
const KEEPS: &[&str] = &[
    "holding", "running", "showing", "reading", "keeping", "pulling", "holds", "runs", "shows", "reads",
];
const SETS: &[&str] = &[
    "set", "setpoint", "setting", "supposed", "should", "wants", "calls", "point",
];
const RUNS: &[&str] = &[
    "running",
    "reading",
    "reads",
    "showing",
    "holding",
    "pulling",
    "pulping",
    "returning",
    "actual",
];
