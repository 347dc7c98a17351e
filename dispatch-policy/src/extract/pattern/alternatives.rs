//! The words that may stand in one place of a pattern.

use super::classes::CLASSES;
use crate::extract::lexicon::Classes;
use crate::extract::names::is_name;
use crate::extract::text::Said;
use crate::extract::text::mark::{self, Marks};
use crate::extract::trade;

/// Words that may stand in one place.
#[derive(Debug, Default)]
pub(super) struct Alternatives {
    /// Marks one of which a word that fits carries, when it fits by its letters.
    marks: Marks,
    /// Classes of the lexicon that fit.
    classes: Classes,
    /// The hashes of whole words.
    words: Vec<u64>,
    /// Beginnings and ends of words.
    affixes: Vec<Affix>,
    /// What a person is called.
    name: bool,
    /// The end of the utterance.
    end: bool,
}

#[derive(Debug)]
enum Affix {
    Prefix(String),
    Suffix(String),
}

impl Alternatives {
    pub(super) fn new(source: &str) -> Self {
        let mut all = Self::default();
        all.extend(source);
        all.words.sort_unstable();
        all.words.dedup();
        all.words.shrink_to_fit();
        all
    }

    fn extend(&mut self, source: &str) {
        for a in source.split('|') {
            if let Some(name) = a.strip_prefix('@') {
                let mut classes = CLASSES.iter().chain(trade::CLASSES);
                let words = classes.find(|(n, _)| *n == name).map_or("", |(_, w)| w);
                debug_assert!(!words.is_empty(), "no word class {name}");
                self.extend(words);
            } else if a == "%name" {
                self.name = true;
                self.marks = Marks::ALL;
            } else if let Some(name) = a.strip_prefix('%') {
                let classes = Classes::named(name);
                debug_assert!(classes.is_some(), "no class {name} in the lexicon");
                self.classes = self.classes | classes.unwrap_or_default();
            } else if a == "$" {
                self.end = true;
            } else if let Some(ending) = a.strip_prefix('~') {
                self.marks = Marks::ALL;
                self.affixes.push(Affix::Suffix(ending.to_owned()));
            } else if let Some(stem) = a.strip_suffix('~') {
                self.marks |= Marks::initial(stem);
                self.affixes.push(Affix::Prefix(stem.to_owned()));
            } else {
                let hash = mark::hash(a);
                self.marks |= Marks::whole(hash);
                self.words.push(hash);
            }
        }
    }

    pub(super) fn fit(&self, said: &Said<'_>, i: usize) -> bool {
        let Some(mark) = said.mark(i) else {
            return self.end;
        };
        if self.marks.has(mark) {
            if self.words.binary_search(&said.hash(i)).is_ok() {
                return true;
            }
            let word = said.word(i);
            let affix = |affix: &Affix| match affix {
                Affix::Prefix(w) => word.starts_with(w.as_str()),
                Affix::Suffix(w) => word.len() > w.len() + 2 && word.ends_with(w.as_str()),
            };
            if self.affixes.iter().any(affix) || self.name && is_name(said, i) {
                return true;
            }
        }
        !self.classes.is_empty() && said.kinds(i).any(self.classes)
    }

    /// What an utterance must have for one of them to stand in it; nothing when it may be the end.
    pub(super) fn need(&self) -> Option<Need> {
        (!self.end && self.marks != Marks::ALL).then_some(Need {
            marks: self.marks,
            classes: self.classes,
        })
    }
}

/// One of these marks, or a word in one of these classes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Need {
    pub(super) marks: Marks,
    pub(super) classes: Classes,
}

impl Need {
    pub(super) const ALL: Self = Self {
        marks: Marks::ALL,
        classes: Classes::NONE,
    };

    pub(super) fn add(&mut self, other: &Alternatives) {
        self.marks |= other.marks;
        self.classes = self.classes | other.classes;
    }

    pub(super) fn may_be_in(&self, said: &Said<'_>) -> bool {
        said.may_have(&self.marks) || !self.classes.is_empty() && said.has_kind(self.classes)
    }

    /// Whether the word at `i` may be one.
    pub(super) fn may_be_at(&self, said: &Said<'_>, i: usize) -> bool {
        said.mark(i).is_none_or(|mark| self.marks.has(mark))
            || !self.classes.is_empty() && said.kinds(i).any(self.classes)
    }
}
