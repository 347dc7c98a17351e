//! Verbs by what they do to a time: coming, anything else, reckoning.

use crate::extract::party::{Who, subject};
use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;

use super::frame::{INSTRUMENTS, doer};

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
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
    "working", "clear", "cleared", "wall", "head", "bathroom", "brakes", "restroom", "sheets",
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
    "knock",
    "knocking",
    "bump",
    "bumping",
    "touch",
    "touching",
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
    "said",
];

/// The deed of the word at `i`, seen from a time that begins at `end`.
pub(super) fn deed(said: &Said<'_>, i: usize, end: usize) -> Option<Deed> {
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
    if is_ended(said, i) || is_parked_there(said, i, end) {
        return Some(Deed::Arrive);
    }
    if ELSE.contains(&w) && !is_noun_here(said, i) {
        return Some(Deed::Else);
    }
    if ARRIVES.contains(&w) {
        return Some(Deed::Arrive);
    }
    // "so look for me at seven", "put me down for half past": he names the hour, unless it is others who did.
    if is_bidden(said, i) {
        return Some(Deed::Arrive);
    }
    // "should see you about nine"
    if matches!(w, "see" | "catch" | "meet") && said.is(i + 1, &["you"]) {
        return Some(Deed::Arrive);
    }
    // "i was there at two"
    if matches!(w, "was" | "were") && said.is(i + 1, &["there", "here", "in"]) {
        return Some(Deed::Else);
    }
    if matches!(w, "wait" | "hold" | "hang")
        || w == "took" && said.is(i + 1, &["me", "us", "about", "like", "it"])
    {
        return Some(Deed::Else);
    }
    // "that shipper had me hung up till midnight"
    if matches!(
        w,
        "had" | "kept" | "held" | "has" | "keeps" | "want" | "wants" | "wanted" | "needs" | "expects"
    ) && said.is(i + 1, &["me", "us"])
        && subject(said, i) == Who::Other
        && !INSTRUMENTS.contains(&said.before(i, 1))
    {
        return Some(Deed::Else);
    }
    if MOVED.contains(&w) && !is_helped(said, i) {
        // "got there at six": over, unless he means to ("if i got there at six").
        return (after(INWARD).or_else(|| after(OUTWARD)).is_some() && !scope::supposed(said, i))
            .then_some(Deed::Else);
    }
    // "going to roll at four": a helper of what follows.
    if w == "going"
        && said.is(i + 1, &["to"])
        && (MOVES.contains(&said.word(i + 2)) || ELSE.contains(&said.word(i + 2)))
    {
        return None;
    }
    if MOVES.contains(&w) {
        // "be at the customer by three"
        let at_site = || {
            matches!(
                w,
                "be" | "get" | "getting" | "roll" | "rolling" | "pull" | "pulling"
            ) && after(&[
                "receiver",
                "customer",
                "consignee",
                "dock",
                "gate",
                "delivery",
                "warehouse",
                "dc",
            ])
            .is_some_and(|j| (i + 1..j).any(|k| said.is(k, &["at", "to", "into"])))
        };
        if at_site() {
            return Some(Deed::Arrive);
        }
        // "backing up to em by four"
        if pat!("back|backing|pull|pulling|roll|rolling|get|getting|bump|bumping up|in|into? to? them|you|yall|your|dock|door|the|their dock|door|gate|?")
            .at(said, i)
            .is_some_and(|to| to > i + 2 && said.is(to - 1, &["them", "you", "yall", "dock", "door", "gate"]))
        {
            return Some(Deed::Arrive);
        }
        let inward = after(INWARD).filter(|&j| !(said.is(j, &["to"]) && said.is(j + 1, OUTWARD)));
        let outward = after(OUTWARD);
        return match (inward, outward) {
            // "get out of there"
            (Some(j), Some(k)) if k < j && said.is(k + 1, &["of", "from"]) => Some(Deed::Else),
            (Some(j), Some(k)) if said.is(j, &["up"]) || k == j + 1 || k + 2 == j + 4 => Some(Deed::Else),
            (Some(j), _) if said.is(j, &["up"]) => matches!(
                w,
                "show" | "shows" | "showing" | "pull" | "pulling" | "roll" | "rolls" | "rolling"
            )
            .then_some(Deed::Arrive)
            .or(Some(Deed::Else)),
            (Some(_), _) if matches!(w, "set" | "setting" | "take" | "taking" | "put" | "drop" | "stop") => {
                None
            }
            (Some(_), _) => Some(Deed::Arrive),
            (None, Some(_)) => Some(Deed::Else),
            // "if they start me at four"
            (None, None) => (doer(said, i) == Who::Other).then_some(Deed::Else),
        };
    }
    None
}

/// "look for me", "expect us", "put me down for": an imperative to whoever keeps the list.
pub(super) fn is_bidden(said: &Said<'_>, i: usize) -> bool {
    let listed = pat!("put|mark|pencil|write|jot|sign|set me|us|it|her|that down|in|up for|at|as?")
        .at(said, i)
        .is_some();
    let listed = listed
        || pat!("put|mark|write|enter|type|log down? # in|down|there|on|for")
            .at(said, i)
            .is_some();
    let looked = pat!("look|watch|expect for? me|us").at(said, i).is_some();
    let told_by_others = said.is(
        i.wrapping_sub(1),
        &[
            "they", "he", "she", "have", "has", "had", "dispatch", "not", "to", "did", "do", "broker",
            "shipper", "receiver",
        ],
    );
    (listed || looked) && !told_by_others
}

/// "finish the last two hours", "wrapping up this run", "we finish tomorrow at nine": the trip's end.
fn is_ended(said: &Said<'_>, i: usize) -> bool {
    let ends = said.is(i, &["finish", "finishing", "complete", "completing"])
        || said.is(i, &["wrap", "wrapping"]) && said.is(i + 1, &["up", "it"]);
    let at = i + 1 + usize::from(said.is(i + 1, &["up"]));
    let of_it =
        pat!("up|it|this|the|my|that|? last|rest|run|trip|drive|leg|haul|load|job|tomorrow|tonight|miles|up")
            .at(said, at)
            .is_some();
    ends && of_it
        && matches!(subject(said, i), Who::Us | Who::Unsaid | Who::Ours)
        && !said.is(i.wrapping_sub(1), &["they", "he", "she", "to"])
}

/// "should be parked there by noon", "i oughta be chocked by nine", "gonna park it in their yard": parked where he delivers.
fn is_parked_there(said: &Said<'_>, i: usize, end: usize) -> bool {
    const PARKS: &[&str] = &[
        "park",
        "parking",
        "parked",
        "chocked",
        "tied",
        "tucked",
        "docked",
        "unhooked",
        "unhooking",
        "staged",
        "staging",
        "backed",
    ];
    if !said.is(i, PARKS) {
        return false;
    }
    let start = said.clause_range(i).start;
    let ahead = (start..i).any(|j| {
        said.is(
            j,
            &[
                "will", "should", "would", "going", "want", "shooting", "trying", "can", "could", "hoping",
                "planning",
            ],
        )
    });
    let there = (i + 1..end).any(|j| {
        said.is(
            j,
            &[
                "there",
                "their",
                "your",
                "customer",
                "receiver",
                "consignee",
                "dock",
                "lot",
                "yard",
            ],
        )
    });
    let away = (start..said.len().min(end + 6)).any(|j| {
        said.is(
            j,
            &[
                "night", "truck", "stop", "break", "ten", "loves", "pilot", "petro", "rest", "legal",
                "sleep", "home", "house", "before", "hours", "clock", "find",
            ],
        )
    });
    ahead && (there || !away && said.is(end.wrapping_sub(1), &["by", "before"]))
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
