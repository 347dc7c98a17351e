//! What else may claim a time: something that is then, somebody who does something then, what a length is spent on.

use crate::extract::gazetteer::town_at;
use crate::extract::lexicon::{Classes, Form};
use crate::extract::pattern::pat;
use crate::extract::text::Said;

use super::Time;
use super::deeds::{Deed, deed};

/// Whether something that is no arrival claims the time.
pub(super) fn is_claimed(said: &Said<'_>, t: &Time) -> bool {
    is_something_else(said, t.span.end)
        || t.length && (is_spent(said, t.span.end) || is_from_a_place(said, t.span.end))
        || opens_their_clause(said, t)
}

/// "quarter to five is when the office girl leaves", "ten fifteen's my break", "eight's my lucky number".
fn is_something_else(said: &Said<'_>, end: usize) -> bool {
    if !said.is(end, &["is", "was"]) {
        return false;
    }
    let next = end + 1;
    // "nine was the appointment", "two thirty's what dispatch told them": theirs, or gone by.
    if said.is(next, &["what", "when", "where", "how"]) {
        let mine = pat!("what|when|where|how i|we|you|it|the|my|? gps|eta|garmin|computer|map|google|?");
        let who = mine.at(said, next).is_some_and(|e| e > next + 1);
        return !who;
    }
    let own = pat!(
        "is|was my|the|our|your|a best|honest|good|rough|closest|? guess|eta|estimate|plan|number|goal|target|time|answer|best|hope|aim|arrival|earliest|latest|soonest|final|figure|ticket|word|bet"
    );
    if said.is(end, &["is"]) && own.at(said, end).is_some() {
        return false;
    }
    said.is(
        next,
        &[
            "the", "a", "an", "my", "our", "their", "his", "her", "your", "all", "about", "on", "kids",
            "only", "moving", "worth",
        ],
    ) && !said.is(next + 1, &["right", "on", "good", "fine"])
        || said.kinds(next).noun.any(Classes::TIME)
            && !said.is(next, &["right", "fine", "good", "more", "now", "about", "doable"])
}

/// What follows a length that is spent on something: "two hours on hold", "fifty minutes to find parking".
fn is_spent(said: &Said<'_>, end: usize) -> bool {
    let w = said.word(end);
    let next = said.word(end + 1);
    if w.ends_with("ing")
        && said.kinds(end).known
        && !matches!(
            w,
            "driving"
                | "running"
                | "rolling"
                | "going"
                | "moving"
                | "coming"
                | "being"
                | "showing"
                | "anything"
                | "nothing"
                | "morning"
                | "evening"
                | "counting"
                | "something"
                | "assuming"
                | "including"
                | "barring"
                | "depending"
                | "thinking"
                | "remaining"
                | "hauling"
                | "trucking"
                | "cruising"
        )
    {
        return true;
    }
    match w {
        "on" => {
            matches!(next, "hold" | "duty" | "hos")
                || said.is(end + 1, &["the", "my", "this", "that", "a"])
                    && said.is(
                        end + 2,
                        &[
                            "phone", "scale", "clock", "dock", "apu", "flat", "tire", "break", "side",
                            "shoulder", "lumper", "meter", "battery", "computer", "mechanic", "repair",
                        ],
                    )
        }
        "with" => (end + 1..end + 4).any(|j| {
            said.is(j, &["flat", "blowout", "repair"])
                || said.kinds(j).noun.any(Classes::PERSON)
                || said.is(j, &["dot"])
        }),
        "of" => {
            !matches!(
                next,
                "driving"
                    | "drive"
                    | "road"
                    | "highway"
                    | "interstate"
                    | "it"
                    | "that"
                    | "you"
                    | "there"
                    | "them"
                    | "rolling"
                    | "travel"
            ) && !said.is(end + 2, &["driving", "road", "highway", "interstate"])
                && !said.kinds(end + 1).noun.any(Classes::FOOD)
        }
        "since" | "into" | "between" | "wasted" | "worth" | "deep" => true,
        "before" | "till" | "until" => is_own_limit(said, end + 1),
        "to" => is_purpose(said, end + 1),
        "for" => {
            said.is(end + 1, &["a", "an", "the", "my"])
                && said.is(
                    end + 2,
                    &[
                        "tire", "flat", "tow", "mechanic", "shower", "nap", "break", "door", "lumper",
                        "service", "wrecker",
                    ],
                )
        }
        _ => false,
    }
}

/// "before i have to stop", "till my reset's done", "until a regen": the end of something else.
fn is_own_limit(said: &Said<'_>, i: usize) -> bool {
    let must = pat!(
        "i|we have|has|got|gotta|need|violate|run|am|can|park|stop|lose|time|go to|out|off|on|use|legal|again|over|?"
    );
    let ends = |j: usize| {
        said.is(
            j,
            &[
                "reset",
                "break",
                "regen",
                "clock",
                "hours",
                "ten",
                "thirty",
                "pay",
                "paycheck",
                "fee",
                "fine",
                "shift",
                "detention",
                "lunch",
                "payday",
            ],
        )
    };
    (i..i + 3).any(ends)
        || said.is(i, &["they", "he", "she"])
        || must.at(said, i).is_some()
            && !(i..i + 9).any(|j| {
                said.is(
                    j,
                    &[
                        "there",
                        "dock",
                        "gate",
                        "customer",
                        "consignee",
                        "receiver",
                        "yard",
                        "you",
                        "your",
                        "their",
                        "unloading",
                        "dropping",
                        "delivering",
                        "lot",
                    ],
                )
            })
}

/// "to clear", "to sleep", "to get this thing fixed": what it is needed for, and not the way that is left.
fn is_purpose(said: &Said<'_>, verb: usize) -> bool {
    const WAY: &[&str] = &[
        "go", "drive", "run", "roll", "finish", "cover", "get", "be", "make", "reach",
    ];
    if said.is(verb, WAY) {
        let there = (verb + 1..verb + 6).any(|j| {
            said.is(
                j,
                &[
                    "there", "you", "here", "in", "them", "dock", "customer", "receiver", "gate", "yard",
                    "door", "run", "to", "it", "home", "this", "highway", "across", "through",
                ],
            )
        });
        return said.is(verb, &["get", "be", "make"])
            && verb + 1 < said.len()
            && !there
            && !said.is(verb + 1, &["town"]);
    }
    let kinds = said.kinds(verb);
    let acts = kinds
        .verb
        .is_some_and(|v| matches!(v.form, Form::Base | Form::BaseOrPast))
        && kinds.noun.is_empty()
        || said.is(
            verb,
            &[
                "find", "sleep", "talk", "load", "fuel", "park", "clear", "fix", "eat", "shower", "slide",
                "scale", "weigh", "unload", "wait", "come", "kill", "burn", "spare", "work", "play", "rest",
                "stop", "check", "sit", "hook", "life", "let", "pay", "do", "use", "see", "look", "take",
                "put",
            ],
        );
    acts && !said.is(verb, &["dock", "deliver"])
}

/// "an hour out of memphis", "three hours from the shipper": from a place that is not where he goes.
fn is_from_a_place(said: &Said<'_>, end: usize) -> bool {
    let Some(at) =
        pat!("out|outside|from|past|beyond|away|east|west|north|south of|from|? the|?").at(said, end)
    else {
        return false;
    };
    let out_of =
        said.is(end, &["out", "outside", "past", "beyond"]) && (at > end + 1 || !said.is(end, &["out"]));
    out_of
        && (town_at(said, at).is_some()
            || said.is(
                at,
                &["shipper", "house", "terminal", "service", "home", "truck", "bed"],
            ))
}

/// "at two ten they took my bills", "half past ten i shook hands with the shipper": what was or is done at that time.
fn opens_their_clause(said: &Said<'_>, t: &Time) -> bool {
    let span = &t.span;
    let clause = said.clause_range(span.start);
    let next = said.clause_range(clause.end.min(said.len().saturating_sub(1)));
    if span.end != clause.end || next.start != clause.end || next.start >= said.len() {
        return false;
    }
    let leads = (clause.start..span.start).all(|j| {
        said.is(
            j,
            &[
                "at", "by", "in", "on", "around", "about", "like", "right", "just", "after", "before",
                "come", "from", "till", "until", "so", "well", "yeah", "maybe", "probably", "the", "not",
                "later", "than", "soon", "as", "close", "to", "early", "late", "over",
            ],
        )
    });
    if !leads || !said.is(next.start, &["i", "we", "they", "he", "she", "that", "there"]) {
        return false;
    }
    let led = (clause.start..span.start).any(|j| {
        said.is(
            j,
            &[
                "at", "by", "after", "before", "till", "until", "later", "right", "come", "soon", "since",
                "from", "over",
            ],
        )
    });
    let own = (next.start..next.end).any(|j| said.number(j).is_some());
    // What he tells or knows of the time is no deed of then.
    let tells = (next.start..next.end.min(next.start + 5)).any(|j| {
        said.is(
            j,
            &[
                "told", "said", "tell", "say", "says", "figure", "figured", "think", "thought", "guess",
                "reckon", "checked", "bet", "promise", "gave", "hope", "swear", "know", "mean", "meant",
                "would", "see", "seen", "right", "wrong",
            ],
        )
    });
    if tells && !said.is(next.start, &["they"]) {
        return false;
    }
    let been = (next.start + 1..next.end.min(next.start + 4)).any(|j| said.is(j, &["been"]));
    let past = (next.start + 1..next.end.min(next.start + 5)).any(|j| is_past(said, j))
        && !(next.start + 1..next.end.min(next.start + 5))
            .any(|j| said.is(j, &["will", "am", "is", "are", "got", "should", "have"]));
    if been || past && !own {
        return true;
    }
    if said.is(next.start, &["they", "he", "she"]) {
        return led && !own || t.length && tells;
    }
    led && (next.start + 1..next.end.min(next.start + 6)).any(|j| deed(said, j, next.end) == Some(Deed::Else))
        && !(next.start..next.end).any(|j| said.is(j, &["not", "there"]))
}

/// A verb in the past.
pub(super) fn is_past(said: &Said<'_>, i: usize) -> bool {
    said.kinds(i).verb.is_some_and(|verb| verb.form == Form::Past)
        || said.is(
            i,
            &[
                "was", "were", "did", "had", "took", "made", "went", "came", "got", "hit", "looked", "stood",
                "shook",
            ],
        )
        || said.word(i).len() > 4
            && said.word(i).ends_with("ed")
            && said.kinds(i).known
            && !said.is(
                i,
                &[
                    "headed",
                    "supposed",
                    "scheduled",
                    "speed",
                    "need",
                    "indeed",
                    "hundred",
                ],
            )
}
