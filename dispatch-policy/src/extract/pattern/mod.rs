//! Small word patterns: the rules are written in them.
//!
//! `wait~ on|for a|the? door`: words, alternatives with `|`, an optional word with `?`, a beginning of a
//! word with `wait~` and an end with `~ing`, a named class with `@`, a class of the lexicon with `%animal`, a name with `%name`,
//! `#` a number, `..` up to three and `...` up to seven words of the
//! same clause, `!a|b` any one word but these (or the end), `^` the start and `$` the end of the utterance,
//! `<` the start of a clause.
//!
//! Nearly all patterns do not fit nearly all utterances. So each is entered under the rarest words it needs into one
//! directory, an utterance looks its words up there once, and only the patterns found so are tried, where their first word
//! stands.

mod alternatives;
mod classes;
mod directory;

use std::ops::Range;

use super::numbers;
use super::text::Said;

pub(super) use directory::Candidates;

use alternatives::{Alternatives, Need};

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
    /// What the first word must be one of; nothing when it may be any.
    first: Option<Need>,
    /// What must be somewhere, the rarest first.
    needs: Vec<Need>,
    /// Its number in the directory, where the rarest words it needs are known.
    number: Option<usize>,
}

impl Pattern {
    pub(super) fn new(source: &str) -> Self {
        let parts: Vec<Part> = source.split_whitespace().map(Part::new).collect();
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
        needs.sort_by_key(|need| need.frequency);
        let by_words = needs.iter().find(|need| need.classes.is_empty());
        Self {
            number: by_words.map(|need| directory::enter(&need.marks)),
            first: first(&parts),
            parts,
            needs,
        }
    }

    /// Whether the rarest word it needs may be there.
    #[inline]
    fn is_candidate(&self, said: &Said<'_>) -> bool {
        self.number.is_none_or(|number| said.candidates().has(number))
    }

    /// Whether every word it needs may be there.
    fn may_fit(&self, said: &Said<'_>) -> bool {
        self.needs.iter().all(|need| need.may_be_in(said))
    }

    /// The first place the pattern fits.
    #[inline]
    pub(super) fn find(&self, said: &Said<'_>) -> Option<Range<usize>> {
        self.find_within(said, 0..said.len())
    }

    /// Every place the pattern fits, first words first.
    #[inline]
    pub(super) fn find_all(&self, said: &Said<'_>) -> Vec<Range<usize>> {
        if self.is_candidate(said) {
            self.all_of(said, 0..said.len())
        } else {
            Vec::new()
        }
    }

    /// The first place the pattern fits that begins in `range`.
    #[inline]
    pub(super) fn find_within(&self, said: &Said<'_>, range: Range<usize>) -> Option<Range<usize>> {
        if self.is_candidate(said) {
            self.first_of(said, range)
        } else {
            None
        }
    }

    /// Every place the pattern fits that begins in `range`.
    #[inline]
    pub(super) fn all_within(
        &self,
        said: &Said<'_>,
        range: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + use<> {
        let all = if self.is_candidate(said) {
            self.all_of(said, range)
        } else {
            Vec::new()
        };
        all.into_iter()
    }

    // Hardly one pattern of ten comes so far: these two are kept out of the callers.

    #[inline(never)]
    fn first_of(&self, said: &Said<'_>, range: Range<usize>) -> Option<Range<usize>> {
        if !self.may_fit(said) {
            return None;
        }
        self.begins(said, range).next()
    }

    #[inline(never)]
    fn all_of(&self, said: &Said<'_>, range: Range<usize>) -> Vec<Range<usize>> {
        if !self.may_fit(said) {
            return Vec::new();
        }
        self.begins(said, range).collect()
    }

    fn begins(&self, said: &Said<'_>, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        // A class has no marks: any word may be in it.
        let first = self.first.as_ref().filter(|first| first.classes.is_empty());
        let places = first.map_or(u64::MAX, |first| said.places(&first.marks));
        said.at_places(places, range)
            .filter_map(|i| fits(&self.parts, said, i).map(|end| i..end))
    }

    #[inline]
    pub(super) fn is_in(&self, said: &Said<'_>) -> bool {
        self.find(said).is_some()
    }

    /// Where the pattern ends when it begins at `i`.
    #[inline]
    pub(super) fn at(&self, said: &Said<'_>, i: usize) -> Option<usize> {
        if self.is_candidate(said) {
            fits(&self.parts, said, i)
        } else {
            None
        }
    }
}

/// What the first word must be one of, where it must be any.
fn first(parts: &[Part]) -> Option<Need> {
    let mut first = Need::default();
    for part in parts {
        match part {
            Part::Word { words, optional } => {
                first.add(words.need()?);
                if !optional {
                    return Some(first);
                }
            }
            Part::Start | Part::ClauseStart => {}
            Part::Not(_) | Part::Gap(_) | Part::Number | Part::End => return None,
        }
    }
    None
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
    fn a_pattern_is_found_by_the_words_it_needs_and_by_beginnings() {
        let said = Said::new("my kingpin sheared off on the ramp");
        for source in [
            "kingpin",
            "my .. shear~ off",
            "~ared",
            "on|at a|the? ramp|dock $",
            "!your kingpin",
        ] {
            assert!(Pattern::new(source).is_in(&said), "{source}");
        }
        for source in ["kingpins", "my kingpin off", "shears~", "ramp my", "kingpin #"] {
            assert!(!Pattern::new(source).is_in(&said), "{source}");
        }
    }

    #[test]
    fn a_pattern_made_after_the_look_up_is_tried() {
        let said = Said::new("my kingpin sheared");
        assert!(Pattern::new("kingpin").is_in(&said));
        // More than one part of the bits holds.
        let later: Vec<Pattern> = (0..200).map(|_| Pattern::new("kingpin shear~")).collect();
        assert!(later.iter().all(|pattern| pattern.is_in(&said)));
        assert!(!Pattern::new("kingpin gladly").is_in(&said));
    }

    #[test]
    fn classes_of_the_lexicon_are_words_of_a_pattern() {
        let pattern = Pattern::new("%collide a|the %animal|%obstacle");
        assert!(pattern.is_in(&Said::new("i just clipped a guardrail")));
        assert!(pattern.is_in(&Said::new("hit the deer")));
        assert!(!pattern.is_in(&Said::new("hit the road")));
        assert!(!pattern.is_in(&Said::new("hit the")));
    }
}
