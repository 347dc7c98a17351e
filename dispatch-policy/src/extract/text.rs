//! From the recogniser's text to tokens: case, punctuation, contractions, fillers, clauses.

use std::ops::Range;

/// Longest text that is read; what follows is ignored.
pub(super) const MAX_CHARS: usize = 10_000;

/// One word as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Lower case, without punctuation, contractions taken apart.
    pub(super) word: String,
    /// Where it stands in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Which clause it belongs to.
    pub(super) clause: u16,
    /// Punctuation stands before it.
    pub(super) stop: bool,
}

/// An utterance in tokens, with the parts one reading has already consumed.
#[derive(Debug, Clone)]
pub(super) struct Said<'a> {
    pub(super) raw: &'a str,
    pub(super) tokens: Vec<Token>,
    taken: Vec<bool>,
    /// Each clause's tokens.
    clauses: Vec<Range<usize>>,
    /// Each word's mark, and all of them together.
    marks: Vec<u128>,
    all_marks: u128,
}

impl<'a> Said<'a> {
    /// Reads `raw`; only its first [`MAX_CHARS`] characters count.
    pub(super) fn new(raw: &'a str) -> Self {
        let raw = match raw.char_indices().nth(MAX_CHARS) {
            Some((end, _)) => &raw[..end],
            None => raw,
        };
        let mut tokens = Vec::new();
        for (start, end, stop) in pieces(raw) {
            expand(&raw[start..end], start, end, stop, &mut tokens);
        }
        tokens.retain(|t| !is_filler(&t.word));
        join_split_contractions(&mut tokens);
        let mut said = Self {
            raw,
            tokens,
            taken: Vec::new(),
            clauses: Vec::new(),
            marks: Vec::new(),
            all_marks: 0,
        };
        said.refresh();
        said
    }

    /// To be called after `tokens` changed: clauses and consumed marks start anew.
    pub(super) fn refresh(&mut self) {
        mark_clauses(&mut self.tokens);
        self.index();
    }

    /// Some tokens by themselves, with the clauses they have.
    pub(super) fn of(raw: &'a str, tokens: Vec<Token>) -> Self {
        let mut said = Self {
            raw,
            tokens,
            taken: Vec::new(),
            clauses: Vec::new(),
            marks: Vec::new(),
            all_marks: 0,
        };
        let first = said.clause(0);
        for token in &mut said.tokens {
            token.clause -= first;
        }
        said.index();
        said
    }

    fn index(&mut self) {
        self.taken = vec![false; self.tokens.len()];
        self.clauses.clear();
        for (i, token) in self.tokens.iter().enumerate() {
            match self.clauses.last_mut() {
                Some(last) if i > 0 && self.tokens[i - 1].clause == token.clause => last.end = i + 1,
                _ => self.clauses.push(i..i + 1),
            }
        }
        self.marks = self.tokens.iter().map(|t| mark(&t.word)).collect();
        self.all_marks = self.marks.iter().fold(0, |all, m| all | m);
    }

    /// The mark of the word at `i`; beyond the end every mark.
    pub(super) fn mark(&self, i: usize) -> u128 {
        self.marks.get(i).copied().unwrap_or(u128::MAX)
    }

    /// Whether a word with one of these marks can be among the tokens.
    pub(super) fn may_have(&self, marks: u128) -> bool {
        self.all_marks & marks != 0
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at `i`, or an empty one beyond either end.
    pub(super) fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.word.as_str())
    }

    /// The word `n` before `i`.
    pub(super) fn before(&self, i: usize, n: usize) -> &str {
        i.checked_sub(n).map_or("", |j| self.word(j))
    }

    pub(super) fn is(&self, i: usize, any: &[&str]) -> bool {
        any.contains(&self.word(i))
    }

    pub(super) fn clause(&self, i: usize) -> u16 {
        self.tokens.get(i).map_or(u16::MAX, |t| t.clause)
    }

    /// The tokens of the clause `i` stands in.
    pub(super) fn clause_range(&self, i: usize) -> Range<usize> {
        let clause = usize::from(self.clause(i));
        self.clauses
            .get(clause)
            .cloned()
            .unwrap_or(i.min(self.len())..i)
    }

    /// The driver's own words for a range of tokens.
    pub(super) fn words(&self, range: Range<usize>) -> String {
        let Some(part) = self.tokens.get(range).filter(|p| !p.is_empty()) else {
            return String::new();
        };
        let start = part.iter().map(|t| t.start).min().unwrap_or(0);
        let end = part.iter().map(|t| t.end).max().unwrap_or(start);
        self.raw[start..end].trim().to_owned()
    }

    pub(super) fn take(&mut self, range: Range<usize>) {
        for i in range {
            if let Some(t) = self.taken.get_mut(i) {
                *t = true;
            }
        }
    }

    pub(super) fn is_taken(&self, range: Range<usize>) -> bool {
        range
            .into_iter()
            .any(|i| self.taken.get(i).copied().unwrap_or(false))
    }
}

/// One of 128 marks a word carries: two words with different marks differ, and most differing words differ in it.
pub(super) fn mark(word: &str) -> u128 {
    let hash = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| {
            (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
        });
    1 << (hash >> 57)
}

/// Byte ranges of the words of `raw`; a change between letters and digits parts a word.
fn pieces(raw: &str) -> Vec<(usize, usize, bool)> {
    let mut out = Vec::new();
    let mut stop = false;
    let mut start: Option<usize> = None;
    let chars: Vec<(usize, char)> = raw.char_indices().collect();
    for (k, &(at, c)) in chars.iter().enumerate() {
        let prev = k.checked_sub(1).map(|p| chars[p].1);
        let next = chars.get(k + 1).map(|n| n.1);
        let between_digits =
            prev.is_some_and(|p| p.is_ascii_digit()) && next.is_some_and(|n| n.is_ascii_digit());
        let between_letters = prev.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic);
        let inside = c.is_alphanumeric()
            || (matches!(c, '.' | ':') && between_digits)
            || (is_apostrophe(c) && (between_letters || next.is_some_and(char::is_alphabetic)));
        let seam = start.is_some()
            && prev.is_some_and(|p| {
                (p.is_alphabetic() && c.is_ascii_digit()) || (p.is_ascii_digit() && c.is_alphabetic())
            });
        if (!inside || seam)
            && let Some(s) = start.take()
        {
            out.push((s, at, stop));
            stop = false;
        }
        if inside && start.is_none() {
            start = Some(at);
        }
        // "2,000" is one number, "six, sixteen" is not; initials ("p.m.", "d.o.t.") are no stops.
        let initial = c == '.' && prev.is_some_and(char::is_alphabetic) && is_initial(&chars, k);
        if matches!(c, ',' | ';' | '.' | '!' | '?' | '\n' | '\u{2014}') && !inside && !initial {
            stop = true;
        }
    }
    if let Some(s) = start {
        out.push((s, raw.len(), stop));
    }
    join_thousands(raw, out)
}

fn is_initial(chars: &[(usize, char)], dot: usize) -> bool {
    dot >= 1 && (dot == 1 || !chars[dot - 2].1.is_alphabetic()) && chars[dot - 1].1.is_alphabetic()
}

fn join_thousands(raw: &str, pieces: Vec<(usize, usize, bool)>) -> Vec<(usize, usize, bool)> {
    let mut out: Vec<(usize, usize, bool)> = Vec::with_capacity(pieces.len());
    for p in pieces {
        if let Some(last) = out.last_mut()
            && p.0 == last.1 + 1
            && raw.as_bytes()[last.1] == b','
            && p.1 - p.0 == 3
            && last.1 - last.0 <= 3
            && raw[last.0..last.1].bytes().all(|b| b.is_ascii_digit())
            && raw[p.0..p.1].bytes().all(|b| b.is_ascii_digit())
        {
            last.1 = p.1;
            continue;
        }
        out.push(p);
    }
    out
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}')
}

fn is_filler(word: &str) -> bool {
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
    ("imma", "i will"),
    ("oughta", "should"),
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
    ("ma'am", "maam"),
    ("sitrep", "status"),
    ("kay", "okay"),
    ("mornin", "morning"),
    ("evenin", "evening"),
    ("everythin", "everything"),
];

/// Verbs whose final g the recogniser leaves out.
const CLIPPED: &[&str] = &[
    "truckin", "runnin", "drivin", "sittin", "waitin", "haulin", "rollin", "movin", "comin", "headin",
    "loadin", "unloadin", "gettin", "workin", "lookin", "talkin", "cruisin", "goin", "doin", "stayin",
    "bleedin", "pullin", "backin", "makin", "takin", "tryin", "crawlin", "passin", "fixin", "callin",
    "leavin", "parkin", "feelin", "smokin", "burnin", "leakin", "hurtin", "havin", "bein", "shootin",
];

fn expand(piece: &str, start: usize, end: usize, stop: bool, out: &mut Vec<Token>) {
    let lower: String = piece
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if is_apostrophe(c) { '\'' } else { c })
        .collect();
    let mut first = true;
    let mut push = |word: &str| {
        if !word.is_empty() {
            let stop = stop && first;
            out.push(Token {
                word: word.to_owned(),
                start,
                end,
                clause: 0,
                stop,
            });
            first = false;
        }
    };
    if let Some((_, long)) = SHORT.iter().find(|(short, _)| *short == lower) {
        long.split(' ').for_each(&mut push);
        return;
    }
    let bare = lower.trim_matches('\'');
    if CLIPPED.contains(&bare) {
        push(&format!("{bare}g"));
        return;
    }
    if let Some(stem) = bare.strip_suffix("n't") {
        push(stem);
        push("not");
        return;
    }
    for (suffix, word) in [
        ("'m", "am"),
        ("'re", "are"),
        ("'ve", "have"),
        ("'ll", "will"),
        ("'d", "would"),
        ("'s", "is"),
    ] {
        if let Some(stem) = bare.strip_suffix(suffix) {
            push(stem);
            push(word);
            return;
        }
    }
    push(&bare.replace('\'', ""));
}

/// "i m" and "p m" arrive as single letters.
fn join_split_contractions(tokens: &mut Vec<Token>) {
    let mut i = 0;
    while i + 1 < tokens.len() {
        let joined = match (tokens[i].word.as_str(), tokens[i + 1].word.as_str()) {
            ("p", "m") => Some("pm"),
            ("a", "m") => Some("am"),
            ("o", "clock") => Some("oclock"),
            ("u", "s") => Some("us"),
            ("f", "m") => Some("fm"),
            ("t", "a") => Some("ta"),
            ("m", "t") => Some("empty"),
            ("off", "loaded") => Some("offloaded"),
            ("all", "righty") => Some("okay"),
            ("can", "not") | ("i", "m") => None,
            ("mile", "post") => Some("milepost"),
            ("cross", "dock") => Some("crossdock"),
            _ => None,
        };
        if let Some(word) = joined {
            tokens[i].word = word.to_owned();
            tokens[i].end = tokens[i + 1].end;
            tokens.remove(i + 1);
        } else if tokens[i].word == "i" && tokens[i + 1].word == "m" {
            tokens[i + 1].word = "am".to_owned();
        }
        i += 1;
    }
    for k in 2..tokens.len() {
        if tokens[k].word == "t" && tokens[k - 1].word == "o" && tokens[k - 2].word == "d" {
            tokens[k - 2].word = "dot".to_owned();
            tokens[k - 2].end = tokens[k].end;
            tokens.drain(k - 1..=k);
            break;
        }
    }
    for k in 2..tokens.len() {
        if tokens[k].word == "d" && tokens[k - 1].word == "o" && tokens[k - 2].word == "p" {
            tokens[k - 2].word = "pod".to_owned();
            tokens[k - 2].end = tokens[k].end;
            tokens.drain(k - 1..=k);
            break;
        }
    }
}

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
const CARRIERS: &[&str] = &[
    "and", "but", "because", "so", "if", "when", "where", "while", "unless", "until", "that", "than", "as",
    "how", "what", "since", "before", "after", "then", "which", "who", "except", "though", "although",
    "plus", "till", "once", "however", "almost", "nearly",
];

fn mark_clauses(tokens: &mut [Token]) {
    let words: Vec<String> = tokens.iter().map(|t| t.word.clone()).collect();
    let word = |i: usize| words.get(i).map_or("", String::as_str);
    let mut clause = 0u16;
    let mut negated = false;
    for (i, token) in tokens.iter_mut().enumerate() {
        let w = word(i);
        let prev = if i == 0 { "" } else { word(i - 1) };
        let opens = i > 0
            && (token.stop
                || (OPENERS.contains(&w)
                    && !(w == "so" && matches!(prev, "or" | "not"))
                    && !is_link(&words, i))
                || (SUBJECTS.contains(&w)
                    && !is_given(&words, i)
                    && !CARRIERS.contains(&prev)
                    && !is_road(&words, i)
                    && !is_adverb(&words, i)
                    && !(w.ends_with("body") || w == "someone") | !takes_object(prev))
                || (MAYBE_SUBJECTS.contains(&w)
                    && VERBS_AFTER.contains(&word(i + 1))
                    && !CARRIERS.contains(&prev))
                || (negated && matches!(w, "just" | "only") && !is_subject_verb(&words, i))
                || opens_with_noun(&words, i)
                || (w == "as" && word(i + 1) == "long" && word(i + 2) == "as"));
        if opens {
            clause = clause.saturating_add(1);
            negated = false;
        }
        if matches!(w, "no" | "not" | "never" | "nobody" | "nah" | "nothing" | "none") {
            negated = true;
        }
        token.clause = clause;
    }
}

/// Words whose object "somebody" is: "talk to somebody", "ran somebody over".
fn takes_object(prev: &str) -> bool {
    matches!(
        prev,
        "with"
            | "to"
            | "for"
            | "at"
            | "on"
            | "get"
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
            | "into"
            | "over"
            | "know"
            | "see"
    )
}

/// "get me somebody": the second object of giving.
fn is_given(words: &[String], i: usize) -> bool {
    i >= 2
        && matches!(words[i - 1].as_str(), "me" | "us" | "him")
        && matches!(
            words[i - 2].as_str(),
            "get" | "give" | "find" | "send" | "bring" | "hand" | "got" | "sent"
        )
        && matches!(words[i].as_str(), "somebody" | "someone")
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

/// A noun with its verb after it and nothing before it that would take it as an object.
fn opens_with_noun(words: &[String], i: usize) -> bool {
    let word = |j: usize| words.get(j).map_or("", String::as_str);
    let article = usize::from(matches!(word(i), "the" | "my"));
    let verb = word(i + article + 1);
    if i == 0 || !NOUNS.contains(&word(i + article)) || !VERBS_AFTER.contains(&verb) {
        return false;
    }
    let prev = word(i - 1);
    !CARRIERS.contains(&prev)
        && !matches!(
            prev,
            "in" | "on"
                | "at"
                | "of"
                | "with"
                | "to"
                | "from"
                | "by"
                | "for"
                | "my"
                | "the"
                | "a"
                | "an"
                | "no"
                | "not"
                | "this"
                | "that"
                | "their"
                | "his"
                | "our"
                | "said"
                | "says"
                | "is"
                | "whose"
                | "hit"
                | "heavy"
                | "bad"
                | "some"
        )
}

/// "i" that names an interstate, not the speaker.
fn is_road(words: &[String], i: usize) -> bool {
    words[i] == "i"
        && words
            .get(i + 1)
            .is_some_and(|w| super::numbers::is_number_word(w))
}

/// "there" and "he" after words they belong to ("be there", "get there", "back there").
fn is_adverb(words: &[String], i: usize) -> bool {
    let next = words.get(i + 1).map_or("", String::as_str);
    words[i] == "there" && !matches!(next, "is" | "was" | "are" | "were" | "has" | "have" | "might")
}

/// "and" inside a number or a fraction ("two and a half", "between three and four", "drop and hook").
fn is_link(words: &[String], i: usize) -> bool {
    let next = words.get(i + 1).map_or("", String::as_str);
    let prev = if i == 0 { "" } else { words[i - 1].as_str() };
    words[i] == "and"
        && ((next == "a"
            && words
                .get(i + 2)
                .is_some_and(|w| matches!(w.as_str(), "half" | "quarter")))
            || (super::numbers::is_number_word(next)
                && (super::numbers::is_number_word(prev) || matches!(prev, "hour" | "hours" | "hundred")))
            || next == "some"
            || matches!(
                (prev, next),
                ("drop", "hook") | ("sick", "tired") | ("three", "quarters") | ("loaded", "rolling")
            ))
}

/// "it just", "i just": the adverb, not a new clause.
fn is_subject_verb(words: &[String], i: usize) -> bool {
    i > 0
        && matches!(
            words[i - 1].as_str(),
            "i" | "we" | "they" | "it" | "he" | "she" | "is" | "am" | "are" | "have" | "has" | "not"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Said::new(text).tokens.into_iter().map(|t| t.word).collect()
    }

    #[test]
    fn contractions_come_apart() {
        assert_eq!(
            words("I'm can't won\u{2019}t they're"),
            ["i", "am", "can", "not", "will", "not", "they", "are"]
        );
        assert_eq!(words("uh bout 4pm"), ["about", "4", "pm"]);
    }

    #[test]
    fn roads_and_numbers_keep_their_parts() {
        assert_eq!(words("I-80, mm 44.2"), ["i", "80", "mm", "44.2"]);
        assert_eq!(
            words("12,000 lbs at 4:15 p.m."),
            ["12000", "lbs", "at", "4:15", "pm"].map(|w| w.replace("12000", "12,000"))
        );
        assert_eq!(words("35W"), ["35", "w"]);
    }

    #[test]
    fn clauses_part_at_subjects_and_conjunctions() {
        let said = Said::new("no accident just traffic but i hit a pole");
        assert_ne!(said.clause(1), said.clause(3));
        assert_ne!(said.clause(3), said.clause(5));
        let said = Said::new("be there on i eighty");
        assert_eq!(said.clause(0), said.clause(4));
    }

    #[test]
    fn evidence_is_the_drivers_own_words() {
        let said = Said::new("Yeah, I'm at Door 7.");
        let n = said.len();
        assert_eq!(said.words(n - 2..n), "Door 7");
    }
}
