//! Small word patterns: the rules are written in them.
//!
//! `wait~ on|for a|the? door`: words, alternatives with `|`, an optional word with `?`, a beginning of a
//! word with `wait~` and an end with `~ing`, a named class with `@`, a class of the lexicon with `%animal`, a name with `%name`,
//! `#` a number, `..` up to three and `...` up to seven words of the
//! same clause, `!a|b` any one word but these (or the end), `^` the start and `$` the end of the utterance,
//! `<` the start of a clause.

use std::ops::Range;

use super::lexicon::Classes;
use super::names::is_name;
use super::numbers;
use super::text::Said;
use super::text::mark::{self, Marks};

/// Word classes that several rules share.
const CLASSES: &[(&str, &str)] = &[
    ("me", "i|we"),
    ("us", "me|us|myself|ourselves"),
    ("be", "is|was|are|were|am|be|been|being|got|getting|gets"),
    (
        "rig",
        "truck|tractor|rig|trailer|semi|engine|motor|cab|wagon|unit|reefer|bobtail",
    ),
    ("my", "my|our|the|his|this"),
    (
        "site",
        "receiver|receivers|consignee|customer|warehouse|dc|dock|docks|destination|gate|delivery",
    ),
    (
        "chem",
        "acid|propane|chlorine|ammonia|anhydrous|peroxide|caustic|lye|nitrogen|hydrogen|methane|butane|lng|benzene|\
         toluene|methanol|pesticide|fertilizer|solvent|bleach|sulfur",
    ),
    // Buildings: they burn, as people "on fire" do not.
    (
        "place",
        "warehouse|building|plant|facility|receiver|shipper|dock|docks|dc|store|office|shop|roof|place|house|kitchen",
    ),
    (
        "lump",
        "lumper|lumpers|lumber|lumpur|lumping|lumbers|jumper|jumpers|lumberjack|lumberjacks|lump",
    ),
    // What "pass out" cannot have behind it when a person faints: things handed out, and the way out of a place.
    (
        "thing",
        "of|to|into|onto|through|toward|towards|my|our|the|a|an|some|all|his|her|their|these|those|this|that|two|three|\
         four|five|both|most|paper|papers|paperwork|bills|copies|flyers|flyer|cards|water|masks|vests",
    ),
    (
        "body",
        "arm|arms|leg|legs|head|neck|back|shoulder|shoulders|knee|knees|wrist|wrists|hand|hands|foot|feet|ankle|ankles|\
         rib|ribs|chest|face|nose|finger|fingers|elbow|hip|hips|jaw|eye|toe|thumb|collarbone|spine",
    ),
    (
        "dir",
        "north|south|east|west|northbound|southbound|eastbound|westbound",
    ),
    (
        "soft",
        "a|an|the|my|our|some|any|about|like|just|really|still|already|now|right|all|pretty|kind|of|that|this",
    ),
];

/// Words that may stand in one place.
#[derive(Debug, Default)]
struct Alternatives {
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
    fn new(source: &str) -> Self {
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
                let mut classes = CLASSES.iter().chain(super::trade::CLASSES);
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

    fn fit(&self, said: &Said<'_>, i: usize) -> bool {
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
    fn need(&self) -> Option<Need> {
        (!self.end && self.marks != Marks::ALL).then_some(Need {
            marks: self.marks,
            classes: self.classes,
        })
    }
}

/// One of these marks, or a word in one of these classes.
#[derive(Debug, Clone, Copy, Default)]
struct Need {
    marks: Marks,
    classes: Classes,
}

impl Need {
    const ALL: Self = Self {
        marks: Marks::ALL,
        classes: Classes::NONE,
    };

    fn add(&mut self, other: &Alternatives) {
        self.marks |= other.marks;
        self.classes = self.classes | other.classes;
    }

    fn may_be_in(&self, said: &Said<'_>) -> bool {
        said.may_have(&self.marks) || !self.classes.is_empty() && said.has_kind(self.classes)
    }

    /// Whether the word at `i` may be one.
    fn may_be_at(&self, said: &Said<'_>, i: usize) -> bool {
        said.mark(i).is_none_or(|mark| self.marks.has(mark))
            || !self.classes.is_empty() && said.kinds(i).any(self.classes)
    }
}

#[derive(Debug)]
enum Part {
    Word { words: Alternatives, optional: bool },
    Not(Alternatives),
    Gap(usize),
    Number,
    Start,
    ClauseStart,
    End,
}

impl Part {
    fn new(source: &str) -> Self {
        match source {
            "#" => Self::Number,
            ".." => Self::Gap(3),
            "..." => Self::Gap(7),
            "^" => Self::Start,
            "<" => Self::ClauseStart,
            "$" => Self::End,
            _ => {
                if let Some(rest) = source.strip_prefix('!') {
                    return Self::Not(Alternatives::new(rest));
                }
                let (body, optional) = source.strip_suffix('?').map_or((source, false), |b| (b, true));
                Self::Word {
                    words: Alternatives::new(body),
                    optional,
                }
            }
        }
    }
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Pattern {
    parts: Vec<Part>,
    /// What the first word must be one of.
    first: Need,
    /// What must be somewhere, the rarest first.
    needs: Vec<Need>,
}

impl Pattern {
    pub(super) fn new(source: &str) -> Self {
        let parts: Vec<Part> = source.split_whitespace().map(Part::new).collect();
        let mut first = Need::default();
        let open = parts.iter().all(|part| match part {
            Part::Word { words, optional } => {
                first.add(words);
                *optional
            }
            Part::Start | Part::ClauseStart => true,
            Part::Not(_) | Part::Gap(_) | Part::Number | Part::End => {
                first = Need::ALL;
                false
            }
        });
        if open {
            first = Need::ALL;
        }
        let mut needs: Vec<Need> = parts
            .iter()
            .filter_map(|part| match part {
                Part::Word {
                    words,
                    optional: false,
                } => words.need(),
                _ => None,
            })
            .collect();
        needs.sort_by_key(|need| need.marks.count());
        Self { parts, first, needs }
    }

    /// Whether every word it needs may be there.
    fn may_fit(&self, said: &Said<'_>) -> bool {
        self.needs.iter().all(|need| need.may_be_in(said))
    }

    /// The first place the pattern fits.
    pub(super) fn find(&self, said: &Said<'_>) -> Option<Range<usize>> {
        if !self.may_fit(said) {
            return None;
        }
        self.begins(said, 0..said.len()).next()
    }

    /// Every place the pattern fits, first words first.
    pub(super) fn find_all(&self, said: &Said<'_>) -> Vec<Range<usize>> {
        if !self.may_fit(said) {
            return Vec::new();
        }
        self.begins(said, 0..said.len()).collect()
    }

    /// The first place the pattern fits that begins in `range`.
    pub(super) fn find_within(&self, said: &Said<'_>, range: Range<usize>) -> Option<Range<usize>> {
        if !self.may_fit(said) {
            return None;
        }
        self.begins(said, range).next()
    }

    /// Every place the pattern fits that begins in `range`.
    pub(super) fn all_within(
        &self,
        said: &Said<'_>,
        range: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> {
        self.may_fit(said)
            .then(|| self.begins(said, range))
            .into_iter()
            .flatten()
    }

    fn begins(&self, said: &Said<'_>, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        // A class has no marks: any word may be in it.
        let marks = if self.first.classes.is_empty() {
            &self.first.marks
        } else {
            &Marks::ALL
        };
        said.marked(marks, range)
            .filter_map(|i| self.at(said, i).map(|end| i..end))
    }

    pub(super) fn is_in(&self, said: &Said<'_>) -> bool {
        self.find(said).is_some()
    }

    /// Where the pattern ends when it begins at `i`.
    pub(super) fn at(&self, said: &Said<'_>, i: usize) -> Option<usize> {
        if !self.first.may_be_at(said, i) {
            return None;
        }
        fits(&self.parts, said, i)
    }
}

fn fits(parts: &[Part], said: &Said<'_>, i: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(i);
    };
    match part {
        Part::Word { words, optional } => {
            if words.fit(said, i)
                && let Some(end) = fits(rest, said, (i + 1).min(said.len()))
            {
                return Some(end);
            }
            if *optional { fits(rest, said, i) } else { None }
        }
        Part::Not(words) => {
            if i < said.len() && words.fit(said, i) {
                None
            } else {
                fits(rest, said, i)
            }
        }
        Part::Gap(most) => {
            let clause = i
                .checked_sub(1)
                .map_or_else(|| said.clause(i), |p| said.clause(p));
            for skip in 0..=*most {
                if skip > 0 && (i + skip > said.len() || said.clause(i + skip - 1) != clause) {
                    break;
                }
                if said.clause(i + skip) != clause && !rest.is_empty() {
                    break;
                }
                if let Some(end) = fits(rest, said, i + skip) {
                    return Some(end);
                }
            }
            None
        }
        Part::Number => {
            let (_, len) = numbers::grouped(said, i)?;
            fits(rest, said, i + len)
        }
        Part::Start => {
            if i == 0 {
                fits(rest, said, i)
            } else {
                None
            }
        }
        Part::ClauseStart => {
            if i == 0 || said.clause(i) != said.clause(i - 1) {
                fits(rest, said, i)
            } else {
                None
            }
        }
        Part::End => {
            if i >= said.len() {
                fits(rest, said, i)
            } else {
                None
            }
        }
    }
}

/// A pattern compiled once, where it is written.
macro_rules! pat {
    ($source:literal) => {{
        static PATTERN: std::sync::LazyLock<$crate::extract::pattern::Pattern> =
            std::sync::LazyLock::new(|| $crate::extract::pattern::Pattern::new($source));
        &*PATTERN
    }};
}

/// A pattern with the name of its rule and what it means.
#[derive(Debug)]
pub(super) struct Rule<T> {
    pub(super) name: &'static str,
    pub(super) value: T,
    pub(super) pattern: Pattern,
}

/// Compiles a table of (name, value, pattern).
pub(super) fn rules<T: Copy>(table: &[(&'static str, T, &str)]) -> Vec<Rule<T>> {
    table
        .iter()
        .map(|&(name, value, source)| Rule {
            name,
            value,
            pattern: Pattern::new(source),
        })
        .collect()
}

pub(super) use pat;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_the_lexicon_are_words_of_a_pattern() {
        let pattern = Pattern::new("%collide a|the %animal|%obstacle");
        assert!(pattern.is_in(&Said::new("i just clipped a guardrail")));
        assert!(pattern.is_in(&Said::new("hit the deer")));
        assert!(!pattern.is_in(&Said::new("hit the road")));
        assert!(!pattern.is_in(&Said::new("hit the")));
    }
}
