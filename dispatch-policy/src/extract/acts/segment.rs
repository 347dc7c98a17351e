//! One sentence of an utterance: who speaks of whom, and whether it states, asks or orders.

use std::ops::Range;

use crate::extract::lexicon::{Classes, Form};
use crate::extract::names::is_name;
use crate::extract::pattern::Pattern;
use crate::extract::text::Said;

/// Whom the sentence is about: its first noun or pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// The speaker.
    Me,
    /// The one who calls him.
    You,
    /// He, she, they, or a person by noun or name.
    Them,
    /// This, that, it, here, there.
    It,
    /// Any other noun.
    Thing,
    /// None: an order, or words left out.
    Unsaid,
}

/// What the sentence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    States,
    Asks,
    Orders,
}

/// A sentence.
#[derive(Debug)]
pub(super) struct Segment<'a, 's> {
    pub(super) said: &'a Said<'s>,
    pub(super) range: Range<usize>,
    pub(super) subject: Subject,
    pub(super) mood: Mood,
    pub(super) denied: bool,
}

/// Words that may stand before the sentence begins.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "oh", "well", "so", "and", "but", "man", "hey", "yo", "okay", "yeah", "yes", "yep", "no", "nah", "nope", "look",
    "listen", "please", "just", "now", "then", "sir", "maam", "buddy", "lady", "honey", "sugar", "sweetheart", "dude", "bro",
    "hello", "hi", "wait", "sorry", "actually", "honestly", "like", "because", "uhhuh", "here's", "alright", "right", "all",
    "wow", "boy", "girl", "friend", "brother", "boss", "really", "still", "hon", "darling", "miss",
];

/// Forms of be, do, have and the modals: before their subject they ask.
#[rustfmt::skip]
const HELPERS: &[&str] = &[
    "am", "is", "are", "was", "were", "do", "does", "did", "have", "has", "had", "can", "could", "will", "would", "should",
    "may", "might", "must", "shall", "ai",
];

const WH: &[&str] = &[
    "what", "where", "when", "who", "why", "how", "which", "whose", "whats", "whos", "wheres", "hows",
];

/// Base forms that open an order and that the lexicon has in no class.
#[rustfmt::skip]
const ORDERS: &[&str] = &[
    "get", "give", "put", "let", "use", "look", "check", "take", "make", "quit", "stop", "hang", "hold", "hook", "bring",
    "fetch", "connect", "transfer", "patch", "send", "pass", "forward", "find", "learn", "try", "lose", "delete", "remove",
    "forget", "mind", "leave", "shut", "kiss", "bite", "screw", "figure", "read", "pull", "open", "turn", "keep", "have",
    "bear", "stick", "stand", "sit", "remind", "save", "skip", "be", "do", "hit", "catch", "press", "dial", "enter",
];

impl<'a, 's> Segment<'a, 's> {
    fn new(said: &'a Said<'s>, range: Range<usize>) -> Self {
        let first = range
            .clone()
            .find(|&i| {
                !(said.is(i, BEFORE)
                    || said.is(i, &["say", "see"]) && said.is(i + 1, HELPERS)
                    || said.is(i, WH) && said.is(i + 1, &["no", "nah", "sorry", "oh"]))
            })
            .unwrap_or(range.start);
        // "can't yap now": behind a helper's "not" stands a verb, whatever else the word may name.
        let is_verb = |i: usize| {
            i > first + 1
                && said.is(i - 1, &["not"])
                && said.is(
                    i - 2,
                    &["can", "could", "will", "would", "do", "did", "does", "should"],
                )
                && (is_name(said, i) || subject_at(said, i) == Some(Subject::Thing))
        };
        let at =
            (first..range.end).find(|&i| !said.is(i, BEFORE) && !is_verb(i) && subject_at(said, i).is_some());
        let subject = at.and_then(|i| subject_at(said, i)).unwrap_or(Subject::Unsaid);
        let order = said.is(first, ORDERS) && at != Some(first)
            || said.is(first, &["do"]) && said.is(first + 1, &["not"])
            || said.is(first, &["never"])
            || said
                .kinds(first)
                .verb
                .is_some_and(|verb| matches!(verb.form, Form::Base | Form::BaseOrPast));
        // "do not ring this phone": no question for its subject.
        let forbids = said.is(first, &["do"])
            && said.is(first + 1, &["not"])
            && !said.is(
                first + 2,
                &["you", "i", "we", "they", "he", "she", "it", "that", "this"],
            );
        let asks = !forbids
            && (said.is(first, WH)
                || said.is(first + 1, WH)
                    && said.is(first, &["in", "at", "from", "for", "to", "about", "with", "of"])
                || said.is(first, HELPERS) && at.is_some_and(|i| i > first && i <= first + 3));
        Self {
            said,
            subject: if order && !asks { Subject::Unsaid } else { subject },
            mood: if asks {
                Mood::Asks
            } else if order {
                Mood::Orders
            } else {
                Mood::States
            },
            denied: range.clone().any(|i| {
                said.is(
                    i,
                    &[
                        "not", "never", "no", "nobody", "nothing", "none", "without", "neither",
                    ],
                ) && i >= first
            }),
            range,
        }
    }

    /// Whether `pattern` begins in it.
    pub(super) fn has(&self, pattern: &Pattern) -> bool {
        pattern.find_within(self.said, self.range.clone()).is_some()
    }

    /// Whether `pattern` ends it, or all but a word of address.
    pub(super) fn ends(&self, pattern: &Pattern) -> bool {
        const ADDRESS: &[&str] = &[
            "sir", "maam", "man", "buddy", "boss", "honey", "there", "on", "dude", "bro", "friend",
            "brother", "partner", "pal", "bub", "chief", "sugar", "darling", "hon", "son", "though", "now",
            "at",
        ];
        let ends =
            |end: usize| end == self.range.end || end + 1 == self.range.end && self.said.is(end, ADDRESS);
        pattern
            .all_within(self.said, self.range.clone())
            .any(|found| ends(found.end))
    }

    /// Whether a noun or a verb of it is in one of `these` classes.
    pub(super) fn is_of(&self, these: Classes) -> bool {
        self.range.clone().any(|i| self.said.kinds(i).any(these))
    }

    pub(super) fn is_mine(&self) -> bool {
        matches!(self.subject, Subject::Me | Subject::Unsaid)
    }

    pub(super) fn is_them(&self) -> bool {
        self.subject == Subject::Them
    }
}

/// Who the word at `i` is, when it can be a subject.
fn subject_at(said: &Said<'_>, i: usize) -> Option<Subject> {
    Some(match said.word(i) {
        "i" | "we" => Subject::Me,
        "you" => Subject::You,
        "he" | "she" | "they" | "somebody" | "someone" | "nobody" | "anybody" | "everybody" => Subject::Them,
        "this" | "that" | "it" | "here" | "there" => Subject::It,
        "my" | "our" | "the" | "a" | "an" | "your" | "his" | "her" | "some" | "another" => {
            noun_after(said, i)
        }
        _ => {
            let kinds = said.kinds(i);
            if kinds.noun.any(Classes::PERSON) || is_name(said, i) {
                Subject::Them
            } else if kinds.verb.is_none() && !kinds.noun.is_empty() {
                Subject::Thing
            } else {
                return None;
            }
        }
    })
}

fn noun_after(said: &Said<'_>, article: usize) -> Subject {
    let person = (article + 1..article + 4).any(|i| said.kinds(i).noun.any(Classes::PERSON));
    if person { Subject::Them } else { Subject::Thing }
}

/// Whether a sentence of its own can begin at `i`: with a pronoun, or with a verb.
fn opens_sentence(said: &Said<'_>, i: usize) -> bool {
    said.is(
        i,
        &[
            "i", "we", "he", "she", "they", "you", "it", "that", "this", "there", "then", "do", "not",
        ],
    ) || said.is(i, ORDERS)
        || said.is(i, HELPERS)
        || said.is(i, WH)
        || said.kinds(i).verb.is_some()
}

/// Whether any of these patterns begins in a sentence.
macro_rules! has_any {
    ($sentence:expr, $($pattern:literal),+ $(,)?) => {
        $($sentence.has($crate::extract::pattern::pat!($pattern)))||+
    };
}

pub(super) use has_any;

/// The sentences of an utterance.
pub(super) fn segments<'a, 's>(said: &'a Said<'s>) -> Vec<Segment<'a, 's>> {
    let mut starts = vec![0];
    for i in 1..said.len() {
        let parted = said.clause(i) != said.clause(i - 1);
        let joined = said.is(
            i,
            &[
                "somebody",
                "someone",
                "nobody",
                "anybody",
                "that",
                "which",
                "who",
                "there",
                "it",
                "just",
                "only",
                "everything",
                "nothing",
            ],
        ) && !said.tokens[i].stop;
        // "two eyes and a tracking screen": two things, no second sentence. "don't you": a tag.
        let listed = said.is(i, &["and", "or"]) && !said.tokens[i].stop && !opens_sentence(said, i + 1);
        let tag = said.is(i, &["you"])
            && i + 1 == said.len()
            && said.is(i - 1, &["not", "do", "are", "would", "will", "can"]);
        // "can | i talk to", "could | you just": the subject behind its helper.
        let inverted = said.is(i - 1, HELPERS)
            && said.is(i, &["i", "we", "you", "they", "he", "she", "somebody", "someone"])
            && (i == 1
                || said.clause_range(i - 1).start == i - 1
                || said.is(i - 2, WH)
                || said.is(i - 2, BEFORE));
        if parted && !joined && !listed && !tag && !inverted {
            starts.push(i);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([said.len()]);
    starts
        .iter()
        .zip(ends)
        .filter(|(start, end)| **start < *end)
        .map(|(&start, end)| Segment::new(said, start..end))
        .collect()
}
