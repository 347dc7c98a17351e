//! Clauses: where a new subject or a conjunction opens one.

use super::Token;
use super::question::{is_inverted, opens_question};

/// Words that open a clause wherever they stand.
const OPENERS: &[&str] = &[
    "but", "because", "though", "although", "however", "except", "unless", "if", "when", "while", "until",
    "and", "then", "plus", "so", "which",
];

/// Pronouns that are subjects wherever they stand.
const SUBJECTS: &[&str] = &[
    "i", "we", "they", "he", "she", "there", "nobody", "somebody", "someone",
];

/// Pronouns that are subjects only before a verb.
const MAYBE_SUBJECTS: &[&str] = &[
    "it",
    "that",
    "this",
    "you",
    "everything",
    "everybody",
    "everyone",
    "nothing",
];

const VERBS_AFTER: &[&str] = &[
    "is", "was", "will", "has", "had", "looks", "just", "took", "started", "went", "does", "did", "would",
    "could", "got", "broke", "blew", "died", "quit", "rolled", "caught", "tipped", "flipped", "are", "were",
    "can", "have", "do", "should", "says", "said", "keeps", "might",
];

/// After these a subject does not open a clause of its own: the clause is already theirs.
pub(super) const CARRIERS: &[&str] = &[
    "and", "but", "because", "so", "if", "when", "where", "while", "unless", "until", "that", "than", "as",
    "how", "what", "since", "before", "after", "then", "which", "who", "except", "though", "although",
    "plus", "till", "once", "however", "almost", "nearly",
];

pub(super) fn mark_clauses(tokens: &mut [Token]) {
    let clauses = clauses(tokens);
    for (token, clause) in tokens.iter_mut().zip(clauses) {
        token.clause = clause;
    }
}

/// The clause of each token.
fn clauses(tokens: &[Token]) -> Vec<u16> {
    let words: Vec<&str> = tokens.iter().map(|t| t.word.as_str()).collect();
    let word = |i: usize| words.get(i).copied().unwrap_or_default();
    let mut all = Vec::with_capacity(words.len());
    let mut clause = 0u16;
    let mut negated = false;
    for (i, token) in tokens.iter().enumerate() {
        let w = word(i);
        let prev = if i == 0 { "" } else { word(i - 1) };
        let opens = i > 0
            && (token.stop
                || (OPENERS.contains(&w) && !(w == "so" && is_degree(prev)) && !is_link(&words, i))
                || (SUBJECTS.contains(&w)
                    && !is_given(&words, i)
                    && (!CARRIERS.contains(&prev) || is_object(&words, i - 1))
                    && !is_road(&words, i)
                    && !is_adverb(&words, i)
                    && !is_inverted(&words, i)
                    && !(w.ends_with("body") || w == "someone") | !takes_object(prev))
                || (w == "till" && opens_till(word(i + 1)))
                || (MAYBE_SUBJECTS.contains(&w)
                    && VERBS_AFTER.contains(&word(i + 1))
                    && (!CARRIERS.contains(&prev)
                        || is_verbs_object(&words, i - 1)
                        || w == "it" && i > 1 && words[i - 2] == "not" && is_object(&words, i - 1)))
                || (negated && matches!(w, "just" | "only") && !is_subject_verb(&words, i))
                || opens_with_noun(&words, i)
                || opens_question(&words, i)
                || (w == "as" && word(i + 1) == "long" && word(i + 2) == "as"));
        if opens {
            clause = clause.saturating_add(1);
            negated = false;
        }
        if matches!(w, "no" | "not" | "never" | "nobody" | "nah" | "nothing" | "none") {
            negated = true;
        }
        all.push(clause);
    }
    all
}

/// "the receiver's so backed up", "or so": how much, and no conjunction.
fn is_degree(prev: &str) -> bool {
    matches!(
        prev,
        "or" | "not"
            | "is"
            | "are"
            | "was"
            | "were"
            | "been"
            | "be"
            | "am"
            | "got"
            | "get"
            | "going"
            | "ever"
            | "took"
    )
}

/// "till they open" opens a clause, "quarter till six" does not.
fn opens_till(next: &str) -> bool {
    matches!(
        next,
        "i" | "we" | "they" | "he" | "she" | "the" | "my" | "this" | "that" | "somebody" | "someone" | "it"
    )
}

/// "i'm past that i'm at the rest area": a "that" after a preposition opens nothing.
fn is_object(words: &[&str], that: usize) -> bool {
    // "it wasn't that it was the scale"
    words[that] == "that" && that > 1 && words[that - 1] == "not" && words[that - 2] == "was"
        || words[that] == "that"
            && that > 0
            && matches!(
                words[that - 1],
                "past"
                    | "of"
                    | "after"
                    | "with"
                    | "on"
                    | "like"
                    | "from"
                    | "by"
                    | "about"
                    | "before"
                    | "through"
                    | "at"
            )
}

/// "i'm not making that it'll be more like four": a "that" after its verb opens nothing.
fn is_verbs_object(words: &[&str], that: usize) -> bool {
    words[that] == "that"
        && that > 0
        && matches!(
            words[that - 1],
            "making" | "make" | "made" | "beat" | "miss" | "missed" | "do" | "did" | "doing"
        )
}

/// Words whose object "somebody" is: "talk to somebody", "ran somebody over".
fn takes_object(prev: &str) -> bool {
    matches!(
        prev,
        "with"
            | "in"
            | "into"
            | "off"
            | "against"
            | "behind"
            | "to"
            | "for"
            | "at"
            | "on"
            | "get"
            | "send"
            | "sending"
            | "sent"
            | "bring"
            | "bringing"
            | "getting"
            | "called"
            | "calling"
            | "told"
            | "tell"
            | "asked"
            | "hired"
            | "paid"
            | "from"
            | "by"
            | "of"
            | "about"
            | "have"
            | "put"
            | "give"
            | "find"
            | "hit"
            | "ran"
            | "need"
            | "want"
            | "reach"
            | "struck"
            | "saw"
            | "passed"
            | "over"
            | "know"
            | "see"
    )
}

/// "get me somebody": the second object of giving.
fn is_given(words: &[&str], i: usize) -> bool {
    i >= 2
        && matches!(words[i - 1], "me" | "us" | "him")
        && matches!(
            words[i - 2],
            "get" | "give" | "find" | "send" | "bring" | "hand" | "got" | "sent"
        )
        && matches!(words[i], "somebody" | "someone")
}

/// Things drivers speak of, as subjects: "... traffic's been a mess", "... the trailer is on fire".
const NOUNS: &[&str] = &[
    "traffic",
    "weather",
    "truck",
    "trailer",
    "load",
    "tire",
    "engine",
    "receiver",
    "shipper",
    "brakes",
    "road",
    "roads",
    "dispatch",
    "reefer",
    "appointment",
    "freight",
    "snow",
    "rain",
    "wind",
    "gps",
    "lumpers",
    "crew",
    "dot",
    "cops",
    "lumper",
];

/// Whose truck it is, or what kind: words between an article and "truck".
#[rustfmt::skip]
const HAULERS: &[&str] = &[
    "fedex", "ups", "swift", "werner", "schneider", "hunt", "walmart", "amazon", "dominion", "knight", "prime", "crete",
    "covenant", "landstar", "penske", "ryder", "rental", "haul", "big", "box", "dump", "tow", "garbage", "cement", "mail",
    "moving", "old", "little", "red", "white", "blue", "black", "green", "local", "city", "state", "cattle", "log",
    "logging", "pickup", "flatbed", "water", "oil", "gravel", "other", "semi", "tank", "fuel", "fire", "service", "hay",
];

/// Finite verbs of failing, which open a clause with the part that fails.
const FAILING: &[&str] = &[
    "blew",
    "broke",
    "cracked",
    "snapped",
    "popped",
    "quit",
    "died",
    "went",
    "let",
    "came",
    "fell",
    "burst",
    "seized",
    "locked",
    "caught",
    "overheated",
    "shut",
    "dropped",
    "gave",
    "failed",
    "sheared",
    "collapsed",
    "burned",
    "burnt",
    "split",
    "started",
    "stopped",
    "stalled",
    "will",
    "is",
    "has",
    "would",
    "can",
    "does",
];

/// Words after which a noun is an object or the end of a phrase, and no subject.
const TAKERS: &[&str] = &[
    "in", "on", "at", "of", "with", "to", "from", "by", "for", "my", "the", "a", "an", "no", "this", "that",
    "their", "his", "our", "said", "says", "is", "whose", "hit", "heavy", "bad", "some", "into", "under",
    "lost", "left", "took", "take", "caught", "clipped", "struck", "blew", "behind", "off", "had", "have",
    "got", "check", "checked", "see", "saw", "where", "what", "other", "another",
];

/// A noun with its verb after it and nothing before it that would take it as an object: "... traffic's been a mess",
/// "... my left steer tire blew".
fn opens_with_noun(words: &[&str], i: usize) -> bool {
    let word = |j: usize| words.get(j).copied().unwrap_or_default();
    let article = matches!(word(i), "the" | "my");
    let prev = word(i.wrapping_sub(1));
    let noun = i + usize::from(article);
    let named = NOUNS.contains(&word(noun));
    if i == 0 || !(article || named) || CARRIERS.contains(&prev) || TAKERS.contains(&prev) {
        return false;
    }
    // "a fedex truck blew a tire": the article stands before the name of whose truck it is.
    if HAULERS.contains(&prev)
        && i >= 2
        && matches!(word(i - 2), "a" | "an" | "another" | "some" | "one" | "that")
    {
        return false;
    }
    if named && VERBS_AFTER.contains(&word(noun + 1)) && prev != "not" {
        return true;
    }
    // A part of the truck, with up to two words between it and its article.
    article
        && (noun..noun + 3)
            .find(|&j| FAILING.contains(&word(j + 1)))
            .is_some_and(|j| crate::extract::party::RIG.contains(&word(j)))
}

/// "i" that names an interstate, not the speaker.
fn is_road(words: &[&str], i: usize) -> bool {
    words[i] == "i"
        && words
            .get(i + 1)
            .is_some_and(|w| crate::extract::numbers::is_number_word(w))
}

/// "there" and "he" after words they belong to ("be there", "get there", "back there").
fn is_adverb(words: &[&str], i: usize) -> bool {
    let next = words.get(i + 1).copied().unwrap_or_default();
    words[i] == "there" && !matches!(next, "is" | "was" | "are" | "were" | "has" | "have" | "might")
}

/// "and" inside a number or a fraction ("two and a half", "between three and four", "drop and hook").
fn is_link(words: &[&str], i: usize) -> bool {
    let next = words.get(i + 1).copied().unwrap_or_default();
    let prev = if i == 0 { "" } else { words[i - 1] };
    words[i] == "and"
        && ((next == "a" && words.get(i + 2).is_some_and(|w| matches!(*w, "half" | "quarter")))
            || (crate::extract::numbers::is_number_word(next)
                && (crate::extract::numbers::is_number_word(prev)
                    || matches!(prev, "hour" | "hours" | "hundred")))
            || next == "some"
            || matches!(
                (prev, next),
                ("drop", "hook")
                    | ("sick", "tired")
                    | ("three", "quarters")
                    | ("loaded", "rolling")
                    | ("mom", "pop")
            ))
}

/// "it just", "i just": the adverb, not a new clause.
fn is_subject_verb(words: &[&str], i: usize) -> bool {
    i > 0
        && matches!(
            words[i - 1],
            "i" | "we" | "they" | "it" | "he" | "she" | "is" | "am" | "are" | "have" | "has" | "not"
        )
}
