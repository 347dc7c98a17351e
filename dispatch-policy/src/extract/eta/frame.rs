//! The verb or noun that governs a time: who does what then.
//!
//! "be there at six" is an arrival, "they get here at six" somebody else's; "hit the road at five" a departure, "be
//! empty by eight" the end of some work, "kickoff is at seven" another thing's hour. The nearest governor decides.

use std::ops::Range;

use crate::extract::numbers::is_number_word;
use crate::extract::party::{Who, subject};
use crate::extract::pattern::pat;
use crate::extract::piece::{is_from_here, opens, piece};
use crate::extract::scope;
use crate::extract::text::Said;

use super::Time;
use super::alone::stands_alone;
use super::aside::{is_for_a_break, is_gone, is_of_another_thing, is_offset, is_promised};
use super::deeds::{Deed, deed, is_bidden};

/// What a governor makes of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Governed {
    /// When this truck comes to the receiver.
    Arrival,
    /// When somebody else says it would: good for want of a better one.
    Hearsay,
    /// When something else happens, or how long it takes.
    Other,
}

/// Subjects that speak of the trip as the driver himself does.
pub(super) const INSTRUMENTS: &[&str] = &[
    "gps",
    "navigation",
    "nav",
    "garmin",
    "maps",
    "google",
    "waze",
    "computer",
    "qualcomm",
    "tablet",
    "app",
    "phone",
    "eld",
    "system",
    "eta",
    "it",
    "that",
    "this",
];

/// Nouns whose "is at six" or "is two hours" is the trip's.
#[rustfmt::skip]
pub(super) const TRIP: &[&str] = &[
    "it", "that", "this", "eta", "etas", "arrival", "trip", "run", "drive", "ride", "haul", "guess", "estimate", "time",
    "gps", "navigation", "nav", "garmin", "maps", "waze", "computer", "there", "rest", "stretch", "what", "best", "earliest",
    "latest", "clock", "i", "we", "which", "here", "plan", "answer", "word", "honest", "all", "one", "goal", "target",
    "number", "wrong", "correct", "right", "hope", "looks", "appointment", "traffic", "behind", "late", "wait", "delay", "truck", "everything",
];

/// How far back a governor is looked for.
const REACH: usize = 16;

/// Others who may be on their way.
const COMERS: &[&str] = &[
    "they",
    "tow",
    "wrecker",
    "mechanic",
    "lumper",
    "lumpers",
    "buddy",
    "guy",
    "crew",
    "service",
    "tech",
    "police",
    "trooper",
    "relief",
    "dispatcher",
    "she",
    "appointment",
];

/// Verbs that name an estimate right before it.
const NAMES: &[&str] = &["say", "figure", "call", "guess", "reckon", "make"];

/// What the governor of the time at `span` makes of it; `None` when the clause has none that is known.
pub(super) fn governed(said: &Said<'_>, t: &Time) -> Option<Governed> {
    let (span, length) = (&t.span, t.length);
    let mut clause = piece(said, span);
    if stands_alone(said, t) {
        clause.start = span.start;
    }
    if length && is_for_a_break(said, span.end) {
        return Some(Governed::Other);
    }
    if is_gone(said, span) {
        return Some(Governed::Other);
    }
    if length && (is_promised(said, span, &clause) || is_offset(said, span.end)) {
        return Some(Governed::Other);
    }
    // "rolling down i eighty, forty five minutes out": what stands behind a length binds it first.
    if length && is_from_here(said, span.end) {
        return None;
    }
    let to_go = said.is(span.end, &["to"]) && said.is(span.end + 1, &["go"]);
    if length && (to_go || said.is(span.end, &["out", "away"])) {
        let of_a_place = said.is(span.end + 1, &["of", "from", "on", "with"]);
        if of_a_place {
            return None;
        }
        // The nearest who is spoken of: "the tow truck's an hour out" is another's way.
        let who = (clause.start..span.start)
            .rev()
            .find(|&j| said.is(j, &["i", "we", "me", "us"]) || said.is(j, COMERS));
        return Some(if who.is_some_and(|j| said.is(j, COMERS)) {
            Governed::Other
        } else {
            Governed::Arrival
        });
    }
    // "rolling in twenty minutes": the preposition is the length's, and not the verb's.
    let lead = (clause.start + 1..span.start)
        .rev()
        .take_while(|&j| {
            said.is(
                j,
                &[
                    "in", "about", "another", "like", "maybe", "probably", "just", "roughly", "around",
                ],
            )
        })
        .find(|&j| length && said.is(j, &["in"]));
    let end = lead.unwrap_or(span.start);
    // "i'll be eating my sandwich in their lot at noon", "i'll be sat outside by six": there, whatever he does.
    let waits = pat!(
        "will|should|be|going be|sat|parked|sitting|waiting|eating|sleeping|standing|staged|drinking|snoring .. outside|in|at|on|inside by|at|around|about|before|their|your|the|yall lot|gate|yard|dock|door|place|fence|street|property|?"
    );
    if !length
        && waits.all_within(said, clause.start..end).any(|r| {
            r.end <= end
                && r.len() > 2
                && (r.start..r.end).any(|j| {
                    said.is(
                        j,
                        &[
                            "outside", "lot", "gate", "yard", "dock", "door", "place", "fence", "street",
                            "property",
                        ],
                    )
                })
        })
        && (clause.start..end).any(|j| said.is(j, &["i", "we"]))
    {
        return Some(Governed::Arrival);
    }
    let verb = (clause.start.max(end.saturating_sub(REACH))..end)
        .rev()
        .find_map(|i| deed(said, i, end).map(|d| (i, d)));
    match verb {
        // "i need to be there by four": good for want of a better one.
        Some((i, Deed::Arrive)) if is_required(said, clause.start, i) => Some(Governed::Hearsay),
        Some((i, Deed::Arrive)) if is_owed(said, clause.start, i) => None,
        Some((i, Deed::Else)) if is_denied_here(said, i) => None,
        // "rolling again on fifty five by lincoln, probably six": how it goes, and where; then the time.
        Some((i, Deed::Else))
            if !length
                && said.is(i, &["rolling", "moving", "driving", "running", "cruising"])
                && (i..span.start).any(|j| said.is_taken(j..j + 1)) =>
        {
            None
        }
        Some((i, Deed::Arrive)) if said.is(i, &["eta", "etas", "arrival"]) => Some(Governed::Arrival),
        Some((i, Deed::Arrive)) => {
            let who = if is_bidden(said, i) {
                Who::Us
            } else {
                doer(said, i)
            };
            let missed = !length && scope::denied(said, i) && !is_bound(said, span.start);
            Some(if who == Who::Other || missed {
                Governed::Other
            } else {
                Governed::Arrival
            })
        }
        Some((_, Deed::Else)) => Some(Governed::Other),
        // "if i said five i'd be lying"
        Some((i, Deed::Reckon)) if !length && said.is(clause.start, &["if"]) && i <= clause.start + 3 => {
            Some(Governed::Other)
        }
        // "road service says ninety minutes"
        Some((i, Deed::Reckon)) if said.is(i, &["said", "says"]) && said.is(i.wrapping_sub(1), COMERS) => {
            Some(Governed::Other)
        }
        // "your guy said eleven"
        Some((i, Deed::Reckon))
            if said.is(i, &["said", "says", "thinks", "expects"]) && doer(said, i) == Who::Other =>
        {
            Some(Governed::Hearsay)
        }
        // "say six forty five", "call it two hours"
        Some((i, Deed::Reckon)) => {
            // "they had it down to one lane, call it five": an imperative is nobody's deed.
            let bidden = said.is(i + 1, &["it", "that"])
                && !said.is(i.wrapping_sub(1), &["they", "he", "she", "you", "to", "them"]);
            (i + 3 >= end && said.is(i, NAMES) && (bidden || doer(said, i) != Who::Other))
                .then_some(Governed::Arrival)
        }
        None if is_of_another_thing(said, span, &clause) => Some(Governed::Other),
        None => governed_ahead(said, span, &clause),
    }
}

/// "the truck don't quit": the denial stands right before the verb.
fn is_denied_here(said: &Said<'_>, verb: usize) -> bool {
    // "didn't get out of there till ten": over, and no denial of it.
    (verb.saturating_sub(3)..verb).any(|j| {
        said.is(j, &["not", "never"])
            && said.clause(j) == said.clause(verb)
            && !said.is(j.wrapping_sub(1), &["did"])
    })
}

/// "nine in the morning we be there", "at six they lock the gate": the verb comes after the time.
fn governed_ahead(said: &Said<'_>, span: &Range<usize>, clause: &Range<usize>) -> Option<Governed> {
    let next = said.clause_range(clause.end);
    let opens = (clause.start..span.start).all(|j| {
        said.is(
            j,
            &[
                "at", "by", "in", "on", "around", "about", "like", "so", "but", "and", "maybe", "probably",
                "yeah", "the", "well",
            ],
        )
    });
    if !opens
        || span.end != clause.end
        || next.start != clause.end
        || !said.is(next.start, &["i", "we", "they", "he", "she", "the"])
    {
        return None;
    }
    let (i, deed) = (next.start + 1..next.end.min(next.start + 6))
        .find_map(|i| deed(said, i, next.end).map(|d| (i, d)))?;
    // "saturday about seven, they're only open half a day": a thing of its own, with its own time.
    if (next.start..next.end)
        .any(|j| is_number_word(said.word(j)) || said.is(j, &["half", "hour", "noon", "midnight"]))
    {
        return None;
    }
    match deed {
        Deed::Arrive if doer(said, i) == Who::Other => Some(Governed::Other),
        Deed::Arrive => Some(Governed::Arrival),
        Deed::Else if !is_denied_here(said, i) => Some(Governed::Other),
        Deed::Else | Deed::Reckon => None,
    }
}

/// "i need to be there by four", "gotta be there at five": what he must, and not when he will.
fn is_required(said: &Said<'_>, start: usize, verb: usize) -> bool {
    pat!("need|needs|have|has|got to")
        .all_within(said, start..verb)
        .any(|r| r.end <= verb && !said.is(r.start.wrapping_sub(1), &["they", "he", "she", "not"]))
        && !(start..verb).any(|j| said.is(j, &["will", "would", "going", "might", "until", "till"]))
}

/// "supposed to be there at two", "they want me there by six": somebody's plan.
fn is_owed(said: &Said<'_>, start: usize, verb: usize) -> bool {
    (start..verb).any(|j| {
        let owed = said.is(
            j,
            &[
                "supposed",
                "scheduled",
                "meant",
                "due",
                "told",
                "asked",
                "want",
                "wants",
                "wanted",
                "need",
                "needs",
                "needed",
                "promised",
            ],
        );
        owed || said.is(j, &["should", "could", "would"]) && said.is(j + 1, &["have"])
    })
}

/// Who does the verb at `i`; what tells the time speaks for the driver.
pub(super) fn doer(said: &Said<'_>, i: usize) -> Who {
    // "traffic's light, be there by four": left out, he speaks of himself.
    let led = said.is(
        i.wrapping_sub(1),
        &[
            "will", "would", "should", "can", "could", "might", "may", "to", "not", "just", "they", "he",
            "she", "you", "it", "that", "also", "probably", "all", "crew", "guys",
        ],
    );
    if said.is(i, &["be", "arrive", "reach"]) && !led {
        return Who::Us;
    }
    let clause = said.clause_range(i);
    // "from the snow should be there by six": he leaves himself out.
    if let Some(start) = (clause.start + 1..=i).rev().find(|&j| opens(said, j)) {
        let named = (start..i).any(|j| said.is(j, &["they", "he", "she", "you", "them", "him"]));
        return if named { Who::Other } else { Who::Us };
    }
    let near = (clause.start..i).rev().find_map(|j| {
        if INSTRUMENTS.contains(&said.word(j)) || said.is(j, &["i", "we", "me", "us", "load", "truck"]) {
            Some(Who::Us)
        } else if said.is(j, &["he", "she"])
            && ((i..i + 4).any(|k| said.is(k, &["there"]))
                || said.is(i, &["be"])
                    && said.is(i + 1, &["in"])
                    && said.is(i + 2, &["at", "by", "around", "about", "before"]))
        {
            // His dispatcher speaks of him.
            Some(Who::Us)
        } else if said.is(
            j,
            &["they", "he", "she", "you", "them", "him", "everybody", "people"],
        ) {
            Some(Who::Other)
        } else {
            None
        }
    });
    near.unwrap_or_else(|| subject(said, i))
}

/// "won't be there before nine", "not more than": a bound, and no denial.
fn is_bound(said: &Said<'_>, start: usize) -> bool {
    (start.saturating_sub(3)..start).any(|j| {
        said.is(
            j,
            &["before", "until", "till", "than", "later", "after", "past", "but"],
        )
    })
}
