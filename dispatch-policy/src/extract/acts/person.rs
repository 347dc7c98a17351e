//! The wish for a person: by who is to be put on, or talked to.

use std::ops::Range;

use crate::extract::lexicon::Classes;
use crate::extract::names::is_name;
use crate::extract::text::Said;

use super::segment::{Mood, Segment, Subject};

/// Verbs that put somebody on the line, or the caller through.
const PUTS: &[&str] = &[
    "put",
    "putting",
    "get",
    "getting",
    "bring",
    "have",
    "patch",
    "patching",
    "hook",
    "connect",
    "connecting",
    "transfer",
    "transferring",
    "pass",
    "passing",
    "switch",
    "send",
    "give",
    "hand",
    "let",
    "route",
    "forward",
];

/// Verbs of talking, which have their partner behind "to" or "with".
const TALKS: &[&str] = &[
    "talk", "talking", "speak", "speaking", "chat", "chatting", "deal", "dealing",
];

/// Who is meant by a request of ours: whoever sits at the other end of the line.
#[rustfmt::skip]
const STAFF: &[&str] = &[
    "person", "human", "humans", "somebody", "someone", "anybody", "anyone", "dispatcher", "dispatch", "operator", "representative",
    "rep", "agent", "supervisor", "manager", "boss", "management", "him", "her", "people", "planner", "coordinator", "whoever",
];

/// Words that stand before a name or a role.
const ARTICLES: &[&str] = &[
    "a",
    "an",
    "the",
    "your",
    "my",
    "some",
    "real",
    "live",
    "actual",
    "living",
    "breathing",
    "human",
    "old",
    "mr",
    "miss",
    "another",
    "different",
    "night",
    "day",
    "fleet",
];

/// Persons at the dock and on the road, whom we cannot put on.
#[rustfmt::skip]
const HERE: &[&str] = &[
    "guard", "clerk", "lumper", "lumpers", "mechanic", "police", "cop", "cops", "trooper", "driver", "guy", "guys", "receiver",
    "shipper", "customer", "broker", "wife", "wrecker", "you", "doctor", "lady", "man", "foreman",
];

/// Whether a sentence asks for one: "can you just put kelsey from dispatch on", "a way to put me through to jerome",
/// "mind putting a live person on".
pub(super) fn is_asked_for(s: &Segment<'_, '_>) -> bool {
    let ordered = s.range.clone().any(|i| is_ordered_inside(s, i));
    let begs = asks_us(s) || ordered;
    if !begs || s.denied && !ordered || is_put_off(s) {
        return false;
    }
    if ordered {
        return true;
    }
    s.range.clone().any(|i| {
        let have = s.said.is(i, &["let"]) && s.said.is(i + 1, &["me", "us"]) && s.said.is(i + 2, &["have"]);
        have && person_at(s.said, i + 3).is_some()
            || s.said.is(i, PUTS) && (is_put_on(s.said, i, &s.range) || is_put_through(s.said, i, &s.range))
            || s.said.is(i, TALKS)
                && s.said.is(i + 1, &["to", "with"])
                && person_at(s.said, i + 2).is_some()
                && !is_told(s.said, i)
    })
}

/// An order, or a question or a wish that comes to the same.
fn asks_us(s: &Segment<'_, '_>) -> bool {
    const WISHES: &[&str] = &[
        "need", "want", "like", "mind", "wanna", "prefer", "rather", "way", "chance",
    ];
    match s.mood {
        Mood::Orders => true,
        Mood::Asks => {
            (matches!(s.subject, Subject::You | Subject::Me | Subject::It)
                || s.range.clone().any(|i| {
                    s.said.is(i, &["can", "could", "would", "will"])
                        && s.said.is(i + 1, &["you", "i", "somebody", "someone"])
                }))
                && s.range.clone().any(|i| {
                    s.said.is(i, &["can", "could", "will", "would", "may", "might"]) || s.said.is(i, WISHES)
                })
        }
        Mood::States => {
            let wish = |i| s.said.is(i, WISHES);
            let may = |i| s.said.is(i, &["can", "could", "might"]);
            s.is_mine() && s.range.clone().any(wish) || s.subject == Subject::You && s.range.clone().any(may)
        }
    }
}

/// "... put me through to her would you", "... get me a person please": an order behind a statement.
fn is_ordered_inside(s: &Segment<'_, '_>, verb: usize) -> bool {
    let have =
        s.said.is(verb, &["let"]) && s.said.is(verb + 1, &["me", "us"]) && s.said.is(verb + 2, &["have"]);
    have && person_at(s.said, verb + 3).is_some()
        || s.said.is(verb, PUTS)
            && s.said.is(verb + 1, &["me", "us"])
            && (is_put_on(s.said, verb, &s.range)
                || is_put_through(s.said, verb, &s.range)
                || person_at(s.said, verb + 2).is_some() && s.said.is(verb, &["get", "give", "bring"]))
            && !s.said.is(
                verb.wrapping_sub(1),
                &[
                    "i", "we", "you", "they", "he", "she", "it", "to", "not", "can", "could", "will",
                    "would", "did", "do", "does", "who", "that", "and", "or", "never",
                ],
            )
        || s.said.is(verb, PUTS)
            && s.said.is(
                verb.wrapping_sub(1),
                &["just", "please", "okay", "hey", "now", "so", "then", "well"],
            )
            && (is_put_on(s.said, verb, &s.range) || is_put_through(s.said, verb, &s.range))
            && !s.is_them()
        || s.subject == Subject::Me && is_second_verb(s, verb) && is_put_on(s.said, verb, &s.range)
        || s.said.is(verb, PUTS)
            && s.said.is(verb + 1, &["me", "us"])
            && (verb..s.range.end).any(|i| {
                s.said.is(i, &["please"])
                    || s.said.is(i, &["would", "will", "can", "could"]) && s.said.is(i + 1, &["you", "ya"])
            })
}

/// "i'm not doing the machine thing put dispatch on": an order behind what he says of himself.
fn is_second_verb(s: &Segment<'_, '_>, verb: usize) -> bool {
    const LEADS: &[&str] = &[
        "i", "we", "you", "they", "he", "she", "it", "to", "not", "can", "could", "will", "would", "did",
        "do", "does", "who", "that", "and", "or", "never", "have", "has", "had", "just", "already", "get",
        "got",
    ];
    s.said.is(verb, &["put", "get", "bring"])
        && verb >= s.range.start + 4
        && !s.said.is(verb - 1, LEADS)
        && !s.said.kinds(verb - 1).noun.any(Classes::PERSON)
}

/// "later", "when i get there": not on this call.
fn is_put_off(s: &Segment<'_, '_>) -> bool {
    s.range.clone().any(|i| {
        s.said.is(
            i,
            &[
                "later", "tomorrow", "after", "when", "once", "until", "he", "she", "they",
            ],
        )
    })
}

/// "put kelsey from dispatch on": the person between the verb and "on".
fn is_put_on(said: &Said<'_>, verb: usize, range: &Range<usize>) -> bool {
    let Some(end) = person_at(said, verb + 1) else {
        return false;
    };
    let near = end..range.end.min(end + 5);
    near.clone().any(|on| {
        said.is(on, &["on"])
            && (on + 1 == range.end
                || said.is(
                    on + 1,
                    &[
                        "please", "the", "this", "for", "with", "here", "now", "real", "would", "will",
                        "could", "can", "if",
                    ],
                ) && !said.is(on + 2, &["truck", "load", "trailer", "dock", "road", "way"]))
    }) || said.is(verb, &["get", "give", "bring", "getting"]) && said.is(end, &["on", "for"])
        || near.clone().any(|i| said.is(i, &["phone", "line", "horn"]))
}

/// "put me through to jerome", "hook me up with denise", "transfer this to a supervisor".
fn is_put_through(said: &Said<'_>, verb: usize, range: &Range<usize>) -> bool {
    // "get me to the dock" puts nobody through; "get me over to dispatch" does.
    let weak = said.is(verb, &["get", "have", "give", "let", "send", "bring"]);
    let leads = |i| {
        said.is(
            i,
            &[
                "through",
                "over",
                "up",
                "talk",
                "speak",
                "hooked",
                "connected",
                "phone",
                "call",
            ],
        )
    };
    let passed = said.is(
        verb + 1,
        &[
            "me", "us", "this", "the", "my", "it", "to", "over", "phone", "call",
        ],
    );
    passed
        && (verb + 1..range.end.min(verb + 6))
            .any(|to| said.is(to, &["to", "with", "by"]) && person_at(said, to + 1).is_some())
        && (!weak || (verb + 1..verb + 4).any(leads))
}

/// "he wants me to talk to", "told me to speak with": another one wants it.
fn is_told(said: &Said<'_>, talk: usize) -> bool {
    said.is(talk.wrapping_sub(1), &["to"])
        && said.is(talk.wrapping_sub(2), &["me", "us"])
        && !said.is(talk.wrapping_sub(3), &["let", "allow", "get"])
}

/// Where a person that begins at `i` ends: a name, or one of the staff.
fn person_at(said: &Said<'_>, i: usize) -> Option<usize> {
    let noun = (i..i + 4).find(|&j| !said.is(j, ARTICLES))?;
    if said.is(noun, HERE) || said.clause(noun) != said.clause(i) {
        return None;
    }
    // "talk to my mom": of his own people only those in the office can be put on.
    let led = noun > i && !(i..noun).any(|j| said.is(j, &["my"]));
    let person = said.is(noun, STAFF)
        || is_name(said, noun)
        || led && said.kinds(noun).noun.any(Classes::PERSON)
        || led && said.is(noun, &["being", "voice"]);
    person.then_some(noun + 1)
}
