//! The verb or noun that governs a time: who does what then.
//!
//! "be there at six" is an arrival, "they get here at six" somebody else's; "hit the road at five" a departure, "be
//! empty by eight" the end of some work, "kickoff is at seven" another thing's hour. The nearest governor decides.

use std::ops::Range;

use crate::extract::party::{Who, subject};
use crate::extract::scope;
use crate::extract::text::Said;

/// What a governor makes of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Governed {
    /// When this truck comes to the receiver.
    Arrival,
    /// When something else happens, or how long it takes.
    Other,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Arrive,
    /// Setting out, resting, working, closing: whatever is no arrival.
    Else,
    /// Naming an estimate.
    Reckon,
}

/// Verbs whose particle says whether they come or go.
#[rustfmt::skip]
const MOVES: &[&str] = &[
    "get", "gets", "getting", "pull", "pulls", "pulling", "roll", "rolls", "rolling", "come", "comes", "coming", "go",
    "goes", "going", "back", "backing", "run", "runs", "running", "drive", "drives", "driving", "head", "heads", "heading",
    "take", "taking", "set", "setting", "drag", "limp", "limping", "slide", "sliding", "cruise", "cruising", "push",
    "pushing", "check", "checking", "walk", "bring", "bringing", "be", "being", "make", "making", "show", "showing", "drop",
    "dropping", "swing", "swinging", "move", "moving", "start", "starting", "stop", "stopping", "put", "hit", "hitting",
];

/// The same verbs once it is done.
#[rustfmt::skip]
const MOVED: &[&str] = &[
    "got", "pulled", "rolled", "came", "went", "backed", "ran", "drove", "headed", "took", "checked", "made", "showed",
    "dropped", "moved", "started", "stopped",
];

/// Words that say the moving ends where the load goes.
#[rustfmt::skip]
const INWARD: &[&str] = &["there", "in", "into", "here", "it", "up", "to", "onsite", "home"];

/// Words that say it ends elsewhere, or begins.
#[rustfmt::skip]
const OUTWARD: &[&str] = &[
    "out", "off", "away", "again", "back", "going", "rolling", "moving", "gone", "loose", "started", "road",
    "hay", "sack", "bunk", "sleeper", "bed", "shower", "fuel", "break", "nap", "done", "finished", "empty", "loaded",
    "unloaded", "legal", "ready", "free", "available", "awake", "asleep", "closed", "open", "home", "sleeping", "driving",
    "working", "clear", "cleared",
];

/// Verbs of arriving by themselves.
const ARRIVES: &[&str] = &[
    "arrive",
    "arrives",
    "arriving",
    "arrival",
    "reach",
    "reaching",
    "land",
    "landing",
    "deliver",
    "delivering",
    "eta",
    "etas",
];

/// Verbs of leaving, resting, working, closing.
#[rustfmt::skip]
const ELSE: &[&str] = &[
    "leave", "leaves", "leaving", "left", "depart", "departs", "departing", "departed", "sleep", "sleeping", "slept", "nap",
    "napping", "rest", "resting", "rested", "park", "parking", "parked", "eat", "eating", "shower", "showering", "fuel",
    "fueling", "fueled", "camp", "camping", "wake", "wakes", "waking", "woke", "close", "closes", "closing", "quit", "quits",
    "lock", "locks", "locking", "open", "opens", "opening", "load", "loading", "loads", "unload", "unloading", "unloads",
    "finish", "finishes", "finishing", "finished", "load's", "count", "counting", "scale", "scaling", "weigh", "weighing",
    "inspect", "inspecting", "wash", "washing", "fix", "fixing", "repair", "repairing", "hook", "hooking", "pretrip",
    "shut", "shuts", "shutting", "breakfast", "church",
];

const RECKONS: &[&str] = &[
    "figure",
    "figures",
    "figuring",
    "guess",
    "guessing",
    "reckon",
    "estimate",
    "estimating",
    "estimated",
    "call",
    "say",
    "says",
    "saying",
    "shows",
    "looking",
    "shooting",
    "aiming",
    "planning",
    "expecting",
    "expect",
    "thinking",
    "think",
    "puts",
    "putting",
    "hoping",
    "hope",
    "trying",
];

/// Subjects that speak of the trip as the driver himself does.
const INSTRUMENTS: &[&str] = &[
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
const TRIP: &[&str] = &[
    "it", "that", "this", "eta", "etas", "arrival", "trip", "run", "drive", "ride", "haul", "guess", "estimate", "time",
    "gps", "navigation", "nav", "garmin", "maps", "waze", "computer", "there", "rest", "stretch", "what", "best", "earliest",
    "latest", "clock", "i", "we", "which", "here", "plan", "answer", "word", "honest", "all", "one", "goal", "target",
    "number", "hope", "looks", "appointment", "traffic", "behind", "late", "wait", "delay", "truck", "everything",
];

/// How far back a governor is looked for.
const REACH: usize = 16;

/// What the governor of the time at `span` makes of it; `None` when the clause has none that is known.
pub(super) fn governed(said: &Said<'_>, span: &Range<usize>, length: bool) -> Option<Governed> {
    let clause = said.clause_range(span.start);
    if length && is_for_a_break(said, span.end) {
        return Some(Governed::Other);
    }
    if length && is_promised(said, span, &clause) {
        return Some(Governed::Other);
    }
    // "rolling down i eighty, forty five minutes out": what stands behind a length binds it first.
    if length && said.is(span.end, &["out", "away"]) {
        return None;
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
    let verb = (clause.start.max(end.saturating_sub(REACH))..end)
        .rev()
        .find_map(|i| deed(said, i, end).map(|d| (i, d)));
    match verb {
        Some((i, Deed::Arrive)) if is_owed(said, clause.start, i) => None,
        Some((i, Deed::Else)) if scope::denied(said, i) || scope::conditional(said, i) => None,
        Some((i, Deed::Arrive)) => {
            let who = doer(said, i);
            let missed = !length && scope::denied(said, i) && !is_bound(said, span.start);
            Some(if who == Who::Other || missed {
                Governed::Other
            } else {
                Governed::Arrival
            })
        }
        Some((_, Deed::Else)) => Some(Governed::Other),
        Some((_, Deed::Reckon)) => None,
        None => is_of_another_thing(said, span, &clause).then_some(Governed::Other),
    }
}

/// "supposed to be there at two", "they want me there by six": somebody's plan.
fn is_owed(said: &Said<'_>, start: usize, verb: usize) -> bool {
    (start..verb).any(|j| {
        said.is(
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
                "should",
                "could",
                "would",
            ],
        ) && !(said.is(j, &["should", "could", "would"]) && !said.is(j + 1, &["have"]))
    })
}

/// Who does the verb at `i`; what tells the time speaks for the driver.
fn doer(said: &Said<'_>, i: usize) -> Who {
    let clause = said.clause_range(i);
    let near = (clause.start..i).rev().find_map(|j| {
        if INSTRUMENTS.contains(&said.word(j)) || said.is(j, &["i", "we", "me", "us", "load", "truck"]) {
            Some(Who::Us)
        } else if said.is(j, &["he", "she"]) && (i..i + 4).any(|k| said.is(k, &["there"])) {
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

/// The deed of the word at `i`, seen from a time that begins at `end`.
fn deed(said: &Said<'_>, i: usize, end: usize) -> Option<Deed> {
    let w = said.word(i);
    let after = |words: &[&str]| (i + 1..end.min(i + 6)).find(|&j| said.is(j, words));
    let named_anew = matches!(w, "call" | "make") && said.is(i + 1, &["it", "that"]);
    if named_anew
        && (w == "call"
            || said.is(
                i.wrapping_sub(1),
                &["no", "wait", "actually", "so", "well", "sorry"],
            ))
        || w != "call" && RECKONS.contains(&w)
    {
        return Some(Deed::Reckon);
    }
    if ELSE.contains(&w) && !is_noun_here(said, i) {
        return Some(Deed::Else);
    }
    if ARRIVES.contains(&w) {
        return Some(Deed::Arrive);
    }
    if MOVED.contains(&w) && !is_helped(said, i) {
        // "got there at six": over, unless he means to ("if i got there at six").
        return (after(INWARD).or_else(|| after(OUTWARD)).is_some() && !scope::supposed(said, i))
            .then_some(Deed::Else);
    }
    if MOVES.contains(&w) {
        let inward = after(INWARD).filter(|&j| !(said.is(j, &["to"]) && said.is(j + 1, OUTWARD)));
        let outward = after(OUTWARD);
        return match (inward, outward) {
            (Some(j), Some(k)) if said.is(j, &["up"]) || k == j + 1 || k + 2 == j + 4 => Some(Deed::Else),
            (Some(j), _) if said.is(j, &["up"]) => matches!(w, "show" | "showing" | "pull" | "roll")
                .then_some(Deed::Arrive)
                .or(Some(Deed::Else)),
            (Some(_), _) if matches!(w, "set" | "setting" | "take" | "taking" | "put" | "drop" | "stop") => {
                None
            }
            (Some(_), _) => Some(Deed::Arrive),
            (None, Some(_)) => Some(Deed::Else),
            (None, None) => None,
        };
    }
    None
}

/// "the load", "on my load": the noun, and no verb.
fn is_noun_here(said: &Said<'_>, i: usize) -> bool {
    said.is(
        i,
        &[
            "load", "loads", "scale", "fuel", "rest", "shower", "nap", "open", "park", "lock", "left",
        ],
    ) && !said.is(i, &["close"])
        && (said.is(
            i.wrapping_sub(1),
            &[
                "the", "a", "my", "this", "that", "our", "of", "on", "truck", "travel",
            ],
        ) || said.is(i, &["left"]) && said.is(i + 1, &["to", "on", "till", "until"]))
        || said.is(i, &["close"])
            && !said.is(
                i.wrapping_sub(1),
                &[
                    "they",
                    "to",
                    "gate",
                    "office",
                    "dock",
                    "doors",
                    "it",
                    "you",
                    "place",
                    "receiver",
                    "receiving",
                    "all",
                ],
            )
}

/// "will have made it", "should have got there": told with a helper.
fn is_helped(said: &Said<'_>, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|j| said.is(j, &["have", "has", "had", "will", "would", "should"]))
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

/// "forty five minutes on my break", "ten hours of sleep".
fn is_for_a_break(said: &Said<'_>, end: usize) -> bool {
    said.is(end, &["on", "of", "for", "in", "left"])
        && (end + 1..end + 5).any(|j| {
            said.clause(j) == said.clause(end)
                && said.is(
                    j,
                    &[
                        "break",
                        "nap",
                        "sleep",
                        "rest",
                        "reset",
                        "thirty",
                        "ten",
                        "bunk",
                        "sleeper",
                        "shower",
                        "detention",
                        "layover",
                        "lunch",
                    ],
                )
        })
}

/// "i'll holler when i'm an hour out": said of then, and not of now.
fn is_promised(said: &Said<'_>, span: &Range<usize>, clause: &Range<usize>) -> bool {
    said.is(span.end, &["out", "away", "from"])
        && said.is(clause.start, &["when", "once", "whenever", "till", "until"])
}

/// "kickoff is at seven", "my wife's birthday is at six": something that is then and is not the trip.
fn is_of_another_thing(said: &Said<'_>, span: &Range<usize>, clause: &Range<usize>) -> bool {
    let mut j = span.start;
    while j > clause.start
        && said.is(
            j - 1,
            &["at", "around", "about", "from", "not", "till", "until", "like"],
        )
    {
        j -= 1;
    }
    if !(j > clause.start + 1 && said.is(j - 1, &["is", "was", "starts", "ends"])) {
        return false;
    }
    let noun = said.before(j, 2);
    !TRIP.contains(&noun)
        && noun.len() > 2
        && noun.chars().all(char::is_alphabetic)
        && !["arrival", "drive", "delivery", "my", "travel"].contains(&said.before(j, 3))
}
