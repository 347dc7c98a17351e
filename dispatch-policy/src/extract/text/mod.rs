//! From the recogniser's text to tokens: case, punctuation, contractions, fillers, clauses.

mod clauses;
mod expand;
pub(super) mod mark;
mod pieces;
mod question;
mod words;
#[cfg(test)]
pub(super) mod work;

use std::cell::OnceCell;
use std::ops::Range;

use crate::extract::lexicon::{Classes, Kinds};
use crate::extract::numbers;
use crate::extract::pattern::Candidates;

use clauses::mark_clauses;
use expand::{expand, join_split_contractions};
use mark::{Index, Mark};
use pieces::pieces;
use words::is_filler;

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
    /// Each word's hash.
    hashes: Vec<u64>,
    /// What each word is worth as a number.
    numbers: Vec<Option<numbers::Word>>,
    /// Where each mark of a word stands.
    index: Index,
    /// What the lexicon knows of each word and of all together, once somebody asks.
    kinds: OnceCell<(Vec<Kinds>, Classes)>,
    /// The patterns that may fit, once somebody asks.
    candidates: OnceCell<Candidates>,
}

impl<'a> Said<'a> {
    /// The words as the next stage sees them, for tests of a stage.
    #[cfg(test)]
    pub(super) fn to_text(&self) -> String {
        let words: Vec<&str> = self.tokens.iter().map(|token| token.word.as_str()).collect();
        words.join(" ")
    }

    /// Reads `raw`; only its first [`MAX_CHARS`] characters count.
    pub(super) fn new(raw: &'a str) -> Self {
        let raw = match raw.char_indices().nth(MAX_CHARS) {
            Some((end, _)) => &raw[..end],
            None => raw,
        };
        let pieces = pieces(raw);
        let mut tokens = Vec::with_capacity(pieces.len());
        for (start, end, stop) in pieces {
            expand(&raw[start..end], start, end, stop, &mut tokens);
        }
        // "huh uh": a no; "uh huh uh": a yes, and a hesitation.
        for i in 1..tokens.len() {
            let denies =
                matches!(tokens[i - 1].word.as_str(), "huh" | "unh") && (i < 2 || tokens[i - 2].word != "uh");
            if denies && tokens[i].word == "uh" {
                tokens[i - 1].word = "nah".to_owned();
            }
        }
        // "i'm in the er": a place, and no hesitation.
        let places: Vec<bool> = (0..tokens.len())
            .map(|i| i > 0 && tokens[i].word == "er" && tokens[i - 1].word == "the")
            .collect();
        let mut place = places.into_iter();
        tokens.retain(|t| place.next().unwrap_or(false) || !is_filler(&t.word));
        join_split_contractions(&mut tokens);
        let mut said = Self {
            raw,
            tokens,
            taken: Vec::new(),
            clauses: Vec::new(),
            hashes: Vec::new(),
            numbers: Vec::new(),
            index: Index::default(),
            kinds: OnceCell::new(),
            candidates: OnceCell::new(),
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
            hashes: Vec::new(),
            numbers: Vec::new(),
            index: Index::default(),
            kinds: OnceCell::new(),
            candidates: OnceCell::new(),
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
        self.hashes = self.tokens.iter().map(|t| mark::hash(&t.word)).collect();
        self.numbers = self.tokens.iter().map(|t| numbers::value(&t.word)).collect();
        let words = self.tokens.iter().zip(&self.hashes);
        self.index = Index::of(words.map(|(t, &hash)| (t.word.as_str(), hash)));
        self.kinds = OnceCell::new();
        self.candidates = OnceCell::new();
    }

    fn all_kinds(&self) -> &(Vec<Kinds>, Classes) {
        self.kinds.get_or_init(|| {
            let kinds: Vec<Kinds> = self.tokens.iter().map(|t| Kinds::of(&t.word)).collect();
            let all = kinds
                .iter()
                .fold(Classes::default(), |all, kinds| all | kinds.all());
            (kinds, all)
        })
    }

    /// What the lexicon knows of the word at `i`.
    pub(super) fn kinds(&self, i: usize) -> Kinds {
        self.all_kinds().0.get(i).copied().unwrap_or_default()
    }

    /// Whether a word can be in one of `these` classes.
    pub(super) fn has_kind(&self, these: Classes) -> bool {
        self.all_kinds().1.any(these)
    }

    /// The hash of the word at `i`; beyond the end none.
    pub(super) fn hash(&self, i: usize) -> Option<u64> {
        #[cfg(test)]
        work::step();
        self.hashes.get(i).copied()
    }

    /// What the word at `i` is worth as a number.
    pub(super) fn number(&self, i: usize) -> Option<numbers::Word> {
        #[cfg(test)]
        work::step();
        self.numbers.get(i).copied().flatten()
    }

    /// The patterns that may fit by the rarest words they need.
    pub(super) fn candidates(&self) -> &Candidates {
        self.candidates.get_or_init(|| {
            let words = self.tokens.iter().zip(&self.hashes);
            Candidates::of(words.flat_map(|(t, &hash)| Mark::both(&t.word, hash)))
        })
    }

    /// Whether a word with this mark can be among the tokens.
    pub(super) fn may_have(&self, mark: Mark) -> bool {
        self.index.places(mark) != 0
    }

    /// Where words with one of these marks may be.
    pub(super) fn places(&self, marks: &[Mark]) -> u64 {
        marks.iter().fold(0, |all, &mark| all | self.index.places(mark))
    }

    /// The words of `range` at these places.
    pub(super) fn at_places(&self, places: u64, range: Range<usize>) -> impl Iterator<Item = usize> + use<> {
        self.index.among(places, range)
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at `i`, or an empty one beyond either end.
    pub(super) fn word(&self, i: usize) -> &str {
        #[cfg(test)]
        work::step();
        self.tokens.get(i).map_or("", |t| t.word.as_str())
    }

    /// The word `n` before `i`.
    pub(super) fn before(&self, i: usize, n: usize) -> &str {
        i.checked_sub(n).map_or("", |j| self.word(j))
    }

    pub(super) fn is(&self, i: usize, any: &[&str]) -> bool {
        let word = self.word(i).as_bytes();
        let Some(first) = word.first() else {
            return any.contains(&"");
        };
        // Nearly all differ in their length or their first letter.
        any.iter().any(|w| {
            let w = w.as_bytes();
            w.len() == word.len() && w[0] == *first && w == word
        })
    }

    pub(super) fn clause(&self, i: usize) -> u16 {
        self.tokens.get(i).map_or(u16::MAX, |t| t.clause)
    }

    /// The tokens of the clause `i` stands in.
    pub(super) fn clause_range(&self, i: usize) -> Range<usize> {
        let clause = usize::from(self.clause(i));
        self.clauses.get(clause).cloned().unwrap_or(i.min(self.len())..i)
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

    /// Where these words of the driver's begin; the end when they are not his.
    pub(super) fn position(&self, words: &str) -> usize {
        let byte = self.raw.find(words).unwrap_or(self.raw.len());
        self.tokens.iter().take_while(|t| t.start < byte).count()
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
