//! The words that may stand in one place of a pattern.

use super::classes::CLASSES;
use crate::extract::lexicon::Classes;
use crate::extract::names::is_name;
use crate::extract::text::Said;
use crate::extract::text::mark::{Mark, Words};
use crate::extract::trade;

/// Words that may stand in one place.
#[derive(Debug, Default)]
pub(super) struct Alternatives {
    words: Words,
    /// Classes of the lexicon that fit.
    classes: Classes,
    /// Beginnings and ends of words.
    affixes: Box<[Affix]>,
    /// What a person is called.
    name: bool,
    /// The end of the utterance.
    end: bool,
    /// How many of a thousand utterances have one of them, roughly.
    frequency: u32,
}

/// How many of a thousand utterances have a word of a class, or one with a given beginning.
const CLASS: u32 = 500;
const AFFIX: u32 = 10;

/// How many of a thousand utterances have this word, to the order of magnitude.
fn frequency(word: &str) -> u32 {
    match word {
        "i" | "the" | "is" | "am" => 300,
        "on" | "a" | "in" | "my" | "it" | "and" | "at" | "not" | "me" | "to" | "they" => 150,
        "of" | "got" | "no" | "out" | "up" | "just" | "there" | "one" | "you" | "five" | "are" | "two"
        | "this" | "but" | "that" | "so" | "by" | "now" | "four" => 60,
        "be" | "here" | "thirty" | "for" | "truck" | "off" | "six" | "about" | "hours" | "down" | "hour"
        | "all" | "will" | "do" | "an" | "forty" | "over" | "had" | "three" | "back" | "ten" | "was"
        | "door" | "twenty" | "right" | "with" | "trailer" | "minutes" | "we" | "yeah" | "have" => 30,
        _ => 3,
    }
}

/// The words of a named class; anything else as it is.
fn spelled_out(source: &str) -> &str {
    let Some(name) = source.strip_prefix('@') else {
        return source;
    };
    let mut classes = CLASSES.iter().chain(trade::CLASSES);
    let words = classes.find(|(n, _)| *n == name).map_or("", |(_, words)| words);
    debug_assert!(!words.is_empty(), "no word class {name}");
    words
}

#[derive(Debug)]
enum Affix {
    Prefix(String),
    Suffix(String),
}

impl Alternatives {
    pub(super) fn new(source: &str) -> Self {
        let mut all = Self::default();
        let mut words = Vec::new();
        let mut affixes = Vec::new();
        let spelled = source.split('|').flat_map(|a| spelled_out(a).split('|'));
        for a in spelled {
            if a == "%name" {
                all.name = true;
            } else if let Some(name) = a.strip_prefix('%') {
                let classes = Classes::named(name);
                debug_assert!(classes.is_some(), "no class {name} in the lexicon");
                all.classes = all.classes | classes.unwrap_or_default();
            } else if a == "$" {
                all.end = true;
            } else if let Some(ending) = a.strip_prefix('~') {
                affixes.push(Affix::Suffix(ending.to_owned()));
            } else if let Some(stem) = a.strip_suffix('~') {
                affixes.push(Affix::Prefix(stem.to_owned()));
            } else {
                words.push(a);
            }
        }
        all.frequency = affixes.len() as u32 * AFFIX + words.iter().map(|word| frequency(word)).sum::<u32>();
        all.words = words.into_iter().collect();
        all.affixes = affixes.into();
        all
    }

    pub(super) fn fit(&self, said: &Said<'_>, i: usize) -> bool {
        let Some(hash) = said.hash(i) else {
            return self.end;
        };
        self.words.has(hash)
            || !self.affixes.is_empty() && self.has_affix(said.word(i))
            || !self.classes.is_empty() && said.kinds(i).any(self.classes)
            || self.name && is_name(said, i)
    }

    fn has_affix(&self, word: &str) -> bool {
        self.affixes.iter().any(|affix| match affix {
            Affix::Prefix(w) => word.starts_with(w.as_str()),
            Affix::Suffix(w) => word.len() > w.len() + 2 && word.ends_with(w.as_str()),
        })
    }

    /// What an utterance must have for one of them to stand in it; nothing when any word may be one, or none.
    pub(super) fn need(&self) -> Option<Need> {
        if self.end || self.name {
            return None;
        }
        let beginnings = self.affixes.iter().map(|affix| match affix {
            Affix::Prefix(stem) => Mark::beginning(stem),
            Affix::Suffix(_) => None,
        });
        let mut marks: Vec<Mark> = beginnings.collect::<Option<_>>()?;
        marks.extend(self.words.marks());
        marks.sort_unstable();
        marks.dedup();
        let class = if self.classes.is_empty() { 0 } else { CLASS };
        Some(Need {
            marks,
            classes: self.classes,
            frequency: self.frequency + class,
        })
    }
}

/// One of these marks, or a word in one of these classes.
#[derive(Debug, Default)]
pub(super) struct Need {
    pub(super) marks: Vec<Mark>,
    pub(super) classes: Classes,
    /// How many of a thousand utterances have it, roughly.
    pub(super) frequency: u32,
}

impl Need {
    pub(super) fn add(&mut self, other: Self) {
        self.marks.extend(other.marks);
        self.classes = self.classes | other.classes;
        self.frequency += other.frequency;
    }

    pub(super) fn may_be_in(&self, said: &Said<'_>) -> bool {
        self.marks.iter().any(|&mark| said.may_have(mark))
            || !self.classes.is_empty() && said.has_kind(self.classes)
    }
}
