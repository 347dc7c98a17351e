//! Spoken shortenings and what they stand for.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::extract::gazetteer::begins_town;

use super::mark::ByWord;

pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "uh" | "um" | "er" | "erm" | "uhm" | "umm" | "uhh" | "ah" | "eh" | "hm" | "hmm"
    )
}

/// Spoken shortenings and what they stand for.
const SHORT: &[(&str, &str)] = &[
    ("im", "i am"),
    ("ive", "i have"),
    ("youre", "you are"),
    ("theyre", "they are"),
    ("dont", "do not"),
    ("doesnt", "does not"),
    ("didnt", "did not"),
    ("cant", "can not"),
    ("cannot", "can not"),
    ("wont", "will not"),
    ("isnt", "is not"),
    ("wasnt", "was not"),
    ("arent", "are not"),
    ("havent", "have not"),
    ("hasnt", "has not"),
    ("couldnt", "could not"),
    ("wouldnt", "would not"),
    ("shouldnt", "should not"),
    ("aint", "not"),
    ("ain't", "not"),
    ("can't", "can not"),
    ("won't", "will not"),
    ("shan't", "will not"),
    ("thats", "that is"),
    ("whats", "what is"),
    ("theres", "there is"),
    ("its", "it is"),
    ("hes", "he is"),
    ("shes", "she is"),
    ("gonna", "going to"),
    ("gotta", "got to"),
    ("wanna", "want to"),
    ("hafta", "have to"),
    ("kinda", "kind of"),
    ("sorta", "sort of"),
    ("outta", "out of"),
    ("dunno", "do not know"),
    ("lemme", "let me"),
    ("gimme", "give me"),
    ("y'all", "you all"),
    ("yall", "you all"),
    ("bout", "about"),
    ("'bout", "about"),
    ("cuz", "because"),
    ("cause", "because"),
    ("'cause", "because"),
    ("coz", "because"),
    ("'round", "around"),
    ("noonish", "noon"),
    ("od'd", "overdosed"),
    ("'em", "them"),
    ("em", "them"),
    ("til", "till"),
    ("'til", "till"),
    ("ok", "okay"),
    ("alright", "all right"),
    ("mins", "minutes"),
    ("min", "minutes"),
    ("hrs", "hours"),
    ("hr", "hour"),
    ("minute", "minutes"),
    ("appt", "appointment"),
    ("tryna", "trying to"),
    ("yessum", "yes maam"),
    ("yessuh", "yes sir"),
    ("yessiree", "yes sir"),
    ("wouldja", "would you"),
    ("couldja", "could you"),
    ("canya", "can you"),
    ("didja", "did you"),
    ("dontcha", "do not you"),
    ("whatcha", "what you"),
    ("whaddya", "what do you"),
    ("whatever's", "whatever is"),
    ("coulda", "could have"),
    ("woulda", "would have"),
    ("shoulda", "should have"),
    ("musta", "must have"),
    ("finna", "going to"),
    ("'fore", "before"),
    ("prolly", "probably"),
    ("probly", "probably"),
    ("imma", "i will"),
    ("oughta", "should"),
    ("shoulda", "should have"),
    ("coulda", "could have"),
    ("woulda", "would have"),
    ("mighta", "might have"),
    ("musta", "must have"),
    ("should've", "should have"),
    ("could've", "could have"),
    ("would've", "would have"),
    ("love's", "loves"),
    ("o'clock", "oclock"),
    ("oclock", "oclock"),
    ("let's", "let us"),
    ("tomorrow's", "tomorrow"),
    ("nothin", "nothing"),
    ("ya", "you"),
    ("yer", "your"),
    ("yah", "yeah"),
    ("naw", "nah"),
    ("nuh", "nah"),
    ("mhmm", "mhm"),
    ("ma'am", "maam"),
    ("sitrep", "status"),
    ("kay", "okay"),
    ("mornin", "morning"),
    ("evenin", "evening"),
    ("everythin", "everything"),
];

/// What a spoken shortening stands for.
pub(super) fn long_form(short: &str) -> Option<&'static str> {
    static BY_WORD: LazyLock<HashMap<&str, &str, ByWord>> = LazyLock::new(|| {
        // Of two the first counts.
        SHORT.iter().rev().copied().collect()
    });
    BY_WORD.get(short).copied()
}

/// Verbs too short to be known by their shape when the final g is left out.
const CLIPPED: &[&str] = &["goin", "doin", "bein", "lyin", "dyin"];

/// Words that end in "in" and are no verb without its g.
#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "again", "train", "brain", "grain", "drain", "chain", "plain", "stain", "strain", "sprain", "spain", "slain",
    "cabin", "robin", "satin", "latin", "basin", "resin", "raisin", "cousin", "muffin", "coffin", "margin", "origin",
    "virgin", "begin", "login", "plugin", "admin", "toxin", "within", "herein", "therein", "wherein", "certain",
    "captain", "curtain", "fountain", "mountain", "bargain", "villain", "obtain", "contain", "maintain", "sustain",
    "retain", "detain", "attain", "remain", "explain", "complain", "domain", "terrain", "refrain", "restrain",
    "entertain", "protein", "vitamin", "insulin", "penicillin", "aspirin", "heroin", "bulletin", "assassin", "violin",
    "goblin", "gremlin", "penguin", "kingpin", "linchpin", "hairpin", "checkin", "dobbin", "kevin", "colin", "erin",
    "melvin", "calvin", "darrin", "justin", "benjamin", "corwin", "jasmin", "trafin", "jardin", "camin", "mandarin",
    "ruin", "vein", "rein", "builtin", "tailspin", "backspin",
];

/// "layin", "boilin": a verb whose final g is not spoken. Names of towns are none.
pub(super) fn is_clipped(word: &str) -> bool {
    let Some(stem) = word.strip_suffix("in") else {
        return false;
    };
    let by_shape = stem.len() >= 3
        && stem.bytes().any(|b| b"aeiouy".contains(&b))
        && stem.bytes().all(|b| b.is_ascii_lowercase())
        && !WHOLE.contains(&word)
        && !begins_town(word);
    CLIPPED.contains(&word) || by_shape
}
