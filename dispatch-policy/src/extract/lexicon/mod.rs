//! Word classes: what a noun names and what a verb says, for rules that ask for "an animal" and not for a deer.
//!
//! The words are those of Princeton's `WordNet` 3.0 (<https://wordnet.princeton.edu/>) that stand below the senses
//! `classes.txt` names, by their most frequent sense, so that a crane lifts and does not fly; `corrections.txt` says what
//! trucking and everyday talk know better. `cargo xtask lexicon` writes `words.txt` from the three; it is read at the first
//! look-up. Inflections are found too: "teeth", "ladies", "slid", "clipping".
//!
//! A class says what a word can be, never what it is here: "hit" is in [`Classes::COLLIDE`] in "hit the fuel island" too,
//! and words of many senses ("pull", "pass", "back") are left out of most classes. Subject, object, tense and scope decide.

mod classes;
mod stem;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::text::mark::ByWord;

pub(super) use classes::Classes;

/// One word a line: the word, and where it has classes a tab, their letters, a digit for an irregular form of a verb. Common
/// words of any kind are there without a class.
const WORDS: &str = include_str!("words.txt");

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "hit", "go".
    Base,
    /// "hits", "goes".
    Third,
    /// "crashed", "went": a past, or a participle that looks like one.
    Past,
    /// "broken", "gone".
    Participle,
    /// "burning".
    Ing,
    /// "hit", "burst": a base that is its own past.
    BaseOrPast,
}

/// A verb by one of its forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// What it says.
    pub(super) classes: Classes,
    /// The form it has.
    pub(super) form: Form,
}

impl Verb {
    /// Whether it is in one of `these` classes.
    pub(super) const fn any(self, these: Classes) -> bool {
        self.classes.any(these)
    }
}

struct Entry {
    classes: Classes,
    irregular: Option<Form>,
}

static INDEX: LazyLock<HashMap<&'static str, Entry, ByWord>> = LazyLock::new(|| {
    let mut index = HashMap::with_capacity_and_hasher(WORDS.len() / 10, ByWord::default());
    for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
        let (word, marks) = line.split_once('\t').unwrap_or((line, ""));
        let classes = marks
            .bytes()
            .filter_map(Classes::of)
            .fold(Classes::default(), |all, class| all | class);
        let irregular = marks.bytes().last().and_then(|digit| match digit {
            b'2' => Some(Form::Participle),
            b'3' => Some(Form::Past),
            b'4' => Some(Form::Ing),
            b'5' => Some(Form::BaseOrPast),
            _ => None,
        });
        index.insert(word, Entry { classes, irregular });
    }
    index
});

/// All that is known of one spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds {
    /// What it names as a noun.
    pub(super) noun: Classes,
    /// What it says as a verb.
    pub(super) verb: Option<Verb>,
    /// Whether it is a word of English at all.
    pub(super) known: bool,
}

impl Kinds {
    /// Looks a word up.
    pub(super) fn of(word: &str) -> Self {
        Self {
            noun: noun(word),
            verb: verb(word),
            known: is_known(word),
        }
    }

    /// All it can be, as a noun or as a verb.
    pub(super) fn all(self) -> Classes {
        self.noun | self.verb.map_or(Classes::NONE, |verb| verb.classes)
    }

    /// Whether it can be in one of `these`, as a noun or as a verb.
    pub(super) fn any(self, these: Classes) -> bool {
        self.all().any(these)
    }
}

/// Words that are neither nouns, verbs, adjectives nor adverbs, and spoken ones no dictionary of texts has.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "i", "me", "my", "mine", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "it", "its", "they", "them",
    "their", "this", "that", "these", "those", "who", "what", "which", "whose", "when", "where", "why", "how", "the", "a",
    "an", "and", "or", "but", "if", "because", "till", "until", "unless", "since", "than", "of", "to", "in", "on", "at", "by",
    "for", "from", "with", "without", "about", "into", "onto", "over", "under", "through", "near", "past", "up", "down", "off",
    "out", "not", "no", "yes", "yeah", "yep", "yup", "nope", "nah", "okay", "hey", "hello", "huh", "oh", "wow", "man", "am",
    "is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have", "had", "will", "would", "can",
    "could", "should", "shall", "may", "might", "must", "got", "gotten", "gave", "some", "any", "all", "every", "somebody",
    "someone", "something", "anybody", "anyone", "anything", "everybody", "everyone", "everything", "nobody", "nothing",
    "everywhere", "somewhere", "anywhere", "nowhere", "myself", "yourself", "himself", "itself", "whatever", "whoever",
    "another", "other", "both", "each", "either", "neither", "plus", "as", "per", "roger", "copy", "please", "sorry", "bye",
    "goodbye", "thanks", "sir", "maam", "buddy", "dang", "damn", "hell", "shit", "fuck", "fucking", "goddamn", "ass", "crap",
    "detention", "layover", "backhaul", "bobtail", "deadhead", "comcheck", "ratecon", "consignee", "drayage", "logbook", "eld",
    "apu", "placard", "flatbed", "hazmat", "regen", "derate", "tandem", "repowered", "reroute", "rerouted", "liftgate", "reload",
    "overheat", "oversleep", "overslept", "northbound", "southbound", "eastbound", "westbound", "gps", "app", "email", "online",
    "voicemail", "texted", "login", "website", "wifi", "lunchtime", "daytime", "weekday", "roadwork", "reseal", "winching", "yonder",
    "anymore", "anyways", "alright", "gonna", "gotta", "wanna", "ahold", "somewheres", "theirs", "ours", "yours", "hers", "bro",
    "fella", "feller", "ol", "tarp", "tarped", "chained", "unhook", "unhooked", "dropped", "bologna", "brisket", "bout", "coulda",
    "lemme", "gimme", "shoulda", "woulda", "yonder", "oughta", "tryna", "hunnerd", "hafta", "aight", "ahead", "gelled", "unload",
    "unloaded", "unloading", "diesel", "turnpike", "interchange", "overpass", "underpass", "guardrail", "tollway", "truckstop",
    "macro", "macropoint", "pilot", "petro", "loves", "walmart", "fedex", "ups", "amazon", "costco", "kroger", "sysco", "prime",
];

static SMALL_SET: LazyLock<HashSet<&str, ByWord>> = LazyLock::new(|| SMALL.iter().copied().collect());

/// Whether it is one of the small words.
pub(super) fn is_small(word: &str) -> bool {
    SMALL_SET.contains(word)
        || matches!(
            word,
            "go" | "so"
                | "hi"
                | "ok"
                | "pm"
                | "ma"
                | "pa"
                | "oh"
                | "mm"
                | "tv"
                | "id"
                | "cb"
                | "ad"
                | "ax"
                | "ox"
                | "us"
                | "jb"
                | "mr"
        )
}

/// Whether it is a word of English at all, in any of its forms. Names are not known, nor is another language.
pub(super) fn is_known(word: &str) -> bool {
    let known = |word: &str| INDEX.contains_key(word).then_some(());
    let small = |word: &str| SMALL_SET.contains(word).then_some(());
    known(word)
        .or_else(|| small(word))
        .or_else(|| stem::singular(word, known))
        .or_else(|| stem::base(word, known).map(|_| ()))
        .or_else(|| {
            ["ly", "er", "est"]
                .iter()
                .find_map(|end| known(word.strip_suffix(end)?))
        })
        .is_some()
}

/// The classes of a noun, singular or plural; none for a word that is not known.
pub(super) fn noun(word: &str) -> Classes {
    let known = |word: &str| {
        let classes = INDEX.get(word)?.classes.nouns();
        (!classes.is_empty()).then_some(classes)
    };
    known(word)
        .or_else(|| stem::singular(word, known))
        .unwrap_or_default()
}

/// The classes of a verb in any of its forms, and which one it is.
pub(super) fn verb(word: &str) -> Option<Verb> {
    let known = |word: &str| {
        let entry = INDEX.get(word)?;
        let classes = entry.classes.verbs();
        (!classes.is_empty()).then_some((classes, entry.irregular))
    };
    if let Some((classes, irregular)) = known(word) {
        let form = irregular.unwrap_or(Form::Base);
        return Some(Verb { classes, form });
    }
    let ((classes, _), form) = stem::base(word, known)?;
    Some(Verb { classes, form })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(word: &str, class: Classes) -> bool {
        noun(word).any(class)
    }

    fn does(word: &str, class: Classes) -> bool {
        verb(word).is_some_and(|verb| verb.any(class))
    }

    #[test]
    fn every_line_has_known_classes() {
        let mut last = "";
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let (word, marks) = line.split_once('\t').unwrap_or((line, ""));
            assert!(last < word, "{last} before {word}");
            last = word;
            let letters = marks.trim_end_matches(|c: char| c.is_ascii_digit());
            assert!(line == word || !letters.is_empty(), "{line}");
            assert!(letters.bytes().all(|l| Classes::of(l).is_some()), "{line}");
        }
        for line in include_str!("classes.txt")
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
        {
            let mut head = line.split_whitespace().skip(1);
            let name = head.next().and_then(Classes::named);
            let letter = head.next().and_then(|letter| Classes::of(letter.as_bytes()[0]));
            assert!(name.is_some() && name == letter, "{line}");
        }
        assert!(WORDS.len() < 250_000, "{} bytes", WORDS.len());
    }

    #[test]
    fn nouns_by_what_they_name() {
        for (words, class) in [
            ("wife trucker welder nephews policemen flagger", Classes::PERSON),
            ("deer geese wolf mice pronghorn hornets", Classes::ANIMAL),
            ("semi minivans ambulance motorcycles", Classes::VEHICLE),
            ("radiator alternators crankshaft", Classes::PART),
            ("wrist teeth feet knees collarbone", Classes::BODY),
            ("seizure nausea pneumonia fractures", Classes::ILLNESS),
            ("pistol machete knives", Classes::WEAPON),
            ("pole guardrails ditches oak bollard", Classes::OBSTACLE),
            ("hail tornadoes fog", Classes::WEATHER),
            ("diesel ammonia antifreeze", Classes::FLUID),
            ("boots jacket", Classes::CLOTHING),
            ("coffee burritos sandwiches", Classes::FOOD),
            ("wrench pliers", Classes::TOOL),
            ("warehouse clinics diner", Classes::BUSINESS),
            ("minutes weeks tonight", Classes::TIME),
            ("letter voicemail messages", Classes::COMMUNICATION),
            ("anger panic", Classes::EMOTION),
            ("pallets drums freight", Classes::CONTAINER),
            ("laptops app", Classes::DEVICE),
            ("highways ramp", Classes::ROAD),
            ("accident blowouts", Classes::MISHAP),
        ] {
            for word in words.split(' ') {
                assert!(is(word, class), "{word}: {:?}", noun(word));
            }
        }
    }

    #[test]
    fn everyday_words_are_not_what_they_seldom_are() {
        for word in ["seal", "crane", "dock", "jack", "ram", "bay", "swift"] {
            assert!(!is(word, Classes::ANIMAL), "{word}");
        }
        for word in ["trailer", "dead", "receiver", "straight"] {
            assert!(!is(word, Classes::PERSON), "{word}");
        }
        for word in ["can", "will", "yes", "he", "great", "nothing", "zzyzx", ""] {
            assert!(noun(word).is_empty(), "{word}: {:?}", noun(word));
        }
    }

    #[test]
    fn verbs_by_what_they_say() {
        for (words, class) in [
            ("hit clipping sideswiped struck", Classes::COLLIDE),
            ("busted broke cracking torn", Classes::BREAK),
            ("slid fell overturned toppling", Classes::FALL),
            ("burning smoked exploded", Classes::BURN),
            ("leaking spilled gushes", Classes::LEAK),
            ("stole robbed stolen", Classes::STEAL),
            ("threatened shot stabbing", Classes::ATTACK),
            ("bled injured hurts", Classes::INJURE),
            ("fainted vomiting puked dying", Classes::SICKEN),
            ("breathing choked", Classes::BREATHE),
            ("quit stalled dies", Classes::STOP),
            ("drove rolling went", Classes::MOVE),
            ("waiting sat", Classes::WAIT),
            ("sleeping slept napping", Classes::SLEEP),
            ("fixed towed", Classes::REPAIR),
            ("arrived reached", Classes::ARRIVE),
            ("left departing", Classes::DEPART),
            ("unloaded loading", Classes::LOAD),
            ("asked said spoken", Classes::SPEAK),
        ] {
            for word in words.split(' ') {
                assert!(does(word, class), "{word}: {:?}", verb(word));
            }
        }
        assert_eq!(verb("pallet"), None);
    }

    #[test]
    fn english_is_told_from_names_and_other_languages() {
        for word in "the quickly rolling supposed lumper she would highest".split(' ') {
            assert!(is_known(word), "{word}");
        }
        for word in "dispiace pouvez bachha spasibo harpreet".split(' ') {
            assert!(!is_known(word), "{word}");
        }
    }

    #[test]
    fn forms_of_verbs() {
        let form = |word: &str| verb(word).map(|verb| verb.form);
        assert_eq!(form("crash"), Some(Form::Base));
        assert_eq!(form("crashes"), Some(Form::Third));
        assert_eq!(form("crashed"), Some(Form::Past));
        assert_eq!(form("went"), Some(Form::Past));
        assert_eq!(form("broken"), Some(Form::Participle));
        assert_eq!(form("dying"), Some(Form::Ing));
        assert_eq!(form("hit"), Some(Form::BaseOrPast));
    }
}
